"""Running text that was saved from a page: its lines, and the readers of its layouts."""
