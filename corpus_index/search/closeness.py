"""How close the wording of papers is to a query: words that stand there as typed, neighbours that are neighbours there.

The full text is stemmed, so that `transformer` finds `transforms` too. Here the texts themselves are looked at, of a
few papers; no engine has to count how many papers have two words together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from corpus_index.search.query import Word
from corpus_index.search.relevance import COLUMNS, WEIGHTS
from corpus_index.store.listed import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

_TEXTS = f"SELECT id, {', '.join(COLUMNS)} FROM papers WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
_APART = 3
"""Signs that may stand between neighbours, as in `end-to-end` and `tests, and`."""
_HALF = 1.2
"""Neighbours in columns of this weight together count half."""
_SHORT = 3
"""Letters of a word whose last `s` is no plural."""


def closeness(
    connection: sqlite3.Connection, words: Sequence[Word], papers: Collection[int]
) -> dict[int, tuple[float, float]]:
    """Which part of the words stands in each paper as typed, and how many neighbours do, each below 1, by its columns.

    Singular and plural are the same word.
    """
    typed = list(dict.fromkeys(singular(word.text) for word in words if not word.prefix))
    if not typed:
        return {}
    near = list(
        dict.fromkeys((singular(a.text), singular(b.text)) for a, b in pairwise(words) if not (a.prefix or b.prefix))
    )
    found = {}
    for paper, *texts in connection.execute(_TEXTS, (listed(papers),)):
        columns = [(weight, text.lower()) for weight, text in zip(WEIGHTS, texts, strict=True) if text]
        everything = "\n".join(text for _, text in columns)
        there = {word for word in typed if word in everything}
        having = sum(_has(everything, word) for word in there)
        weights = (
            sum(weight for weight, text in columns if _has(text, word, other))
            for word, other in near
            if word in there and other in there
        )
        found[paper] = (having / len(typed), sum(weight / (weight + _HALF) for weight in weights))
    return found


def _has(text: str, word: str, then: str | None = None) -> bool:
    """Whether a word stands in a text in lower case, and another one right behind it where one is given."""
    place = text.find(word)
    while place >= 0:
        if end := _end(text, place, word):
            start = end
            while start < end + _APART and not text[start : start + 1].isalnum():
                start += 1
            if then is None or _end(text, start, then):
                return True
        place = text.find(word, place + 1)
    return False


def _end(text: str, place: int, word: str) -> int:
    """Where the word at `place` ends, in singular or plural; 0 where another word stands there."""
    if not text.startswith(word, place) or text[place - 1 : place].isalnum():
        return 0
    end = place + len(word)
    end += text[end : end + 1] == "s"
    return 0 if text[end : end + 1].isalnum() else end


def singular(word: str) -> str:
    """A word without the ending that may be its plural."""
    return word[:-1] if len(word) > _SHORT and word[-1] == "s" != word[-2] else word
