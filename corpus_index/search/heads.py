"""Papers by words of their titles as printed, and by names of their authors, none of which the full text knows."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_index.search.clause import Condition, fulfilling
from corpus_index.search.closeness import singular
from corpus_index.search.expression import Every, Some, Text, text_of
from corpus_index.search.fulltext import written
from corpus_index.search.query import Word
from corpus_index.search.wanted import Wanted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from corpus_index.search.engine import Engine

_MOST_TITLES = 100
_MOST_BY_AUTHOR = 1000
"""Papers, the newest, that are looked at for a name of authors."""
_MOST_WORDS = 4
"""Longer queries are no names."""
_AND_OTHERS = frozenset(["et", "al"])
_YEARS = range(1900, 2100)

_TITLED = "SELECT rowid FROM paper_heads WHERE paper_heads MATCH ? ORDER BY rank LIMIT ?"
_AUTHORED = "SELECT rowid FROM paper_heads WHERE paper_heads MATCH ? ORDER BY rowid DESC LIMIT ?"


def titled(connection: sqlite3.Connection, words: Sequence[Word]) -> list[int]:
    """Papers with all of the words in the title as they were typed, those of short titles first."""
    forms = [(singular(word.text), word.prefix) for word in words]
    expression = Every(
        tuple(Some((Text(form, prefix, ("title",)), Text(f"{form}s", prefix, ("title",)))) for form, prefix in forms)
    )
    return [row[0] for row in connection.execute(_TITLED, (written(expression), _MOST_TITLES))]


def by_authors(engine: Engine, asked: Wanted) -> dict[int, float]:
    """Papers of which each plain word is in the texts or in the name of an author, and one at least in a name.

    A word may also be the year (`kingma et al. 2014`). The score is that of the texts alone. A query of many words is
    no name.
    """
    words = [word for word in dict.fromkeys(asked.words) if word.text.casefold() not in _AND_OTHERS]
    if len(words) > _MOST_WORDS:
        return {}
    named = [_of_author(engine.connection, word) for word in words]
    candidates = fulfilling(engine.connection, set[int]().union(*named), asked.where)
    for number, word in enumerate(words):
        if word.text.isdecimal() and len(word.text) == 4 and int(word.text) in _YEARS:
            named[number] |= fulfilling(engine.connection, candidates, Condition("papers.year = ?", (int(word.text),)))
    found = dict.fromkeys(candidates, 0.0)
    for part, papers in [*zip(map(text_of, words), named, strict=True), *((part, set[int]()) for part in asked.fixed)]:
        scores = engine.scores(part, found)
        found = {
            paper: score + scores.get(paper, 0.0)
            for paper, score in found.items()
            if paper in scores or paper in papers
        }
    return found


def _of_author(connection: sqlite3.Connection, word: Word) -> set[int]:
    expression = Text(word.text, word.prefix, ("authors",))
    return {row[0] for row in connection.execute(_AUTHORED, (written(expression), _MOST_BY_AUTHOR))}
