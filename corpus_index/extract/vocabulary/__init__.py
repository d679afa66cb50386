"""Word lists that the grammars read; data, not code. Each list names where it comes from."""
