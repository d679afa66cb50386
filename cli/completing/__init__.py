"""What a shell offers at the Tab key: `words` answers, from `options` and the index; a script for each shell asks."""
