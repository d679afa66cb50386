"""How answers look to a person; nothing here decides anything."""
