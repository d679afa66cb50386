"""Words of a query as the full-text index cuts them, and which of them say nothing."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from corpus_index.search.query import Query, Word

_TOKEN = re.compile(r"[^\W_]+")
_CONTRACTION = re.compile(r"['’](?:s|t|d|m|re|ve|ll)\b", re.IGNORECASE)


def tokens(text: str) -> list[str]:
    """Cut text into runs of letters and digits, in lower case; endings after an apostrophe are left out."""
    return _TOKEN.findall(_CONTRACTION.sub("", text).lower())


def says_nothing(text: str) -> bool:
    """Whether all tokens of the text are stop words."""
    return _stop_words().issuperset(tokens(text))


def is_stop_word(query: Query) -> bool:
    """Whether a part of a query is a plain word that says nothing."""
    return isinstance(query, Word) and not query.prefix and says_nothing(query.text)


def without_stop_words(parts: Sequence[Query]) -> list[Query]:
    """The parts of a conjunction without stop words; all of them where there is nothing else."""
    return [part for part in parts if not is_stop_word(part)] or list(parts)


@cache
def _stop_words() -> frozenset[str]:
    """The English list of Snowball (https://snowballstem.org/algorithms/english/stop.txt), cut as the index cuts."""
    return frozenset(Path(__file__).with_name("stop_words.txt").read_text(encoding="utf-8").split())
