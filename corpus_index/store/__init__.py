"""The only part that knows SQLite: schema, migrations, writing, reading, full text."""
