"""Whether the words before a number say that a collection holds so many things, and whether it asks them."""

import re
from functools import cache

from corpus_index.extract.reading.lexicon import one_of
from corpus_index.extract.specs.phrase import ABOUT, nearest

_DATA = re.compile(r"\b(?:data\s?sets?|corpus|corpora|databases?|training|knowledge graph)\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:benchmarks?|suites?|test ?beds?|\w+bench|(?:test|eval\w*) (?:set|split)s?)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.;:()]{0,40}")


@cache
def _holder() -> str:
    sets = r"(?:test|eval\w*|train\w*|validation|held-out) (?:set|split)s?"
    return rf"\b(?:{one_of('specs', 'holders')}|\w+Bench|{sets})"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"{_holder()}\b", re.IGNORECASE)


@cache
def _of() -> re.Pattern[str]:
    """`a corpus of N`, `a test set (N`."""
    of = r"(?:\s+\([\w-]+\))?,?\s+(?:of|with|from|on|for|over|spanning|covering)\s+"
    return re.compile(rf"{_holder()}(?:{of}|\s*\((?:[^()]*,\s*)?){ABOUT}")


@cache
def _verb(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('specs', section)})\s+(?:[a-z]+\s+)??{ABOUT}")


def holding(before: str, *, known: bool, several: bool) -> re.Match[str] | None:
    """Give the words before a number that say that a collection holds what is counted next: holder or verb.

    `known` says that a collection can hold such things, so that `comprises` is enough; of `several` things any verb
    says so where a collection is named.
    """
    of = nearest(_of(), before)
    if of:
        return of
    named = nearest(_named(), before)
    holds = nearest(_verb("holds"), before) if known or named else None
    if holds is None and several and named:
        holds = nearest(_verb("may_hold"), before)
    near = holds and named and _CLAUSE.fullmatch(before, named.end(), holds.start())
    return named if near else holds


def asks(before: str) -> bool:
    """Say whether the words before a number name a benchmark or a set for testing."""
    return _ASKS.search(before) is not None


def is_of_data(before: str) -> bool:
    """Say whether the words before a number speak of data, and not since then of a benchmark."""
    data = [match.end() for match in _DATA.finditer(before)]
    return bool(data) and not _ASKS.search(before, data[-1])
