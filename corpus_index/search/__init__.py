"""Query text to ranked papers. Reads the store's connection; knows no command and no screen."""

from corpus_index.search.answer import matching, search

__all__ = ["matching", "search"]
