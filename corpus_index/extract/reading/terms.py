"""Distinctive names in a record, whatever they name."""

from collections.abc import Iterator

from corpus_index.extract.reading.names import Name, is_distinctive, tokens
from corpus_index.extract.reading.text import Text


def terms(text: Text) -> Iterator[Name]:
    """Give the first occurrence of every distinctive name outside URLs, in order."""
    seen: set[str] = set()
    links = "://" in text.clean
    for token in tokens(text.clean):
        if token.text in seen or not is_distinctive(token.text):
            continue
        if links and "://" in text.clean[max(0, token.start - 80) : token.start].split(" ")[-1]:
            continue
        seen.add(token.text)
        yield token
