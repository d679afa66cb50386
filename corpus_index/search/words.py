"""Words of a query as the full-text index cuts them, and which of them say nothing."""

from collections.abc import Sequence
from itertools import takewhile
from os.path import dirname, join

from corpus_index.search.query import Query, Word

_ENDINGS = frozenset(("s", "t", "d", "m", "re", "ve", "ll"))

with open(join(dirname(__file__), "stop_words.txt"), encoding="utf-8") as _file:
    _STOP_WORDS = frozenset(_file.read().split())
"""The English list of Snowball (https://snowballstem.org/algorithms/english/stop.txt), cut as the index cuts."""


def tokens(text: str) -> list[str]:
    """Cut text into runs of letters and digits, in lower case; endings after an apostrophe are left out."""
    first, *rest = text.lower().replace("’", "'").split("'")
    kept = " ".join((first, *map(_without_ending, rest)))
    return "".join(char if char.isalnum() else " " for char in kept).split()


def _without_ending(text: str) -> str:
    """What follows an apostrophe, without the ending that it begins with, as in `model's`."""
    word = "".join(takewhile(lambda char: char.isalnum() or char == "_", text))
    return text[len(word) :] if word in _ENDINGS else text


def says_nothing(text: str) -> bool:
    """Whether all tokens of the text are stop words."""
    return _STOP_WORDS.issuperset(tokens(text))


def is_stop_word(query: Query) -> bool:
    """Whether a part of a query is a plain word that says nothing."""
    return isinstance(query, Word) and not query.prefix and says_nothing(query.text)


def without_stop_words(parts: Sequence[Query]) -> list[Query]:
    """The parts of a conjunction without stop words; all of them where there is nothing else."""
    return [part for part in parts if not is_stop_word(part)] or list(parts)
