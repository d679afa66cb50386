"""Words of a query as the full-text index cuts them, and which of them say nothing."""

from collections.abc import Sequence
from os.path import dirname, join

from corpus_index.search.query import Query, Word

_APOSTROPHES = "'’"
_CONTRACTION = rf"[{_APOSTROPHES}](?:s|t|d|m|re|ve|ll)\b"

with open(join(dirname(__file__), "stop_words.txt"), encoding="utf-8") as _file:
    _STOP_WORDS = frozenset(_file.read().split())
"""The English list of Snowball (https://snowballstem.org/algorithms/english/stop.txt), cut as the index cuts."""


def tokens(text: str) -> list[str]:
    """Cut text into runs of letters and digits, in lower case; endings after an apostrophe are left out."""
    if any(apostrophe in text for apostrophe in _APOSTROPHES):
        import re

        text = re.sub(_CONTRACTION, "", text, flags=re.IGNORECASE)
    return "".join(char if char.isalnum() else " " for char in text.lower()).split()


def says_nothing(text: str) -> bool:
    """Whether all tokens of the text are stop words."""
    return _STOP_WORDS.issuperset(tokens(text))


def is_stop_word(query: Query) -> bool:
    """Whether a part of a query is a plain word that says nothing."""
    return isinstance(query, Word) and not query.prefix and says_nothing(query.text)


def without_stop_words(parts: Sequence[Query]) -> list[Query]:
    """The parts of a conjunction without stop words; all of them where there is nothing else."""
    return [part for part in parts if not is_stop_word(part)] or list(parts)
