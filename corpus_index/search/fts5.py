"""The engine of the index itself: SQLite's FTS5, which looks at every match to find the best."""

from __future__ import annotations

import sys
from collections.abc import Collection

from corpus_index.search.clause import Condition
from corpus_index.search.expression import Expression
from corpus_index.search.fulltext import written
from corpus_index.search.relevance import WEIGHTS
from corpus_index.store.listed import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

MOST_SCORED = 40_000
"""Matches of words that are scored at once, half a tenth of a second's work."""

_SCORE = f"-bm25(papers_fts, {', '.join(map(str, WEIGHTS))})"
_FROM = "FROM papers_fts WHERE papers_fts MATCH ?"
_JOINED = "FROM papers_fts CROSS JOIN papers ON papers.id = papers_fts.rowid WHERE papers_fts MATCH ? AND ({})"
# The sign keeps SQLite from looking each paper up alone, for which FTS5 would count the whole index again.
_AMONG = "AND +papers_fts.rowid IN (SELECT value FROM json_each(?))"
_NEWEST = f"SELECT rowid {_FROM} ORDER BY rowid DESC LIMIT 1 OFFSET ?"


class Fts5:
    """An `Engine`."""

    name = "fts5"

    def __init__(self, connection: sqlite3.Connection, note: str | None = None) -> None:
        self.connection = connection
        self.note = note
        self.most_scored = MOST_SCORED
        self._counts: dict[str, int] = {}

    def count(self, expression: Expression, where: Condition | None = None, most: int = -1) -> int:
        """See `Engine.count`."""
        source, values = _source(where)
        text = written(expression)
        sql = f"SELECT COUNT(*) FROM (SELECT 1 {source} LIMIT ?)"  # noqa: S608  made of constants
        amount = int(self.connection.execute(sql, (text, *values, most)).fetchone()[0])
        if where is None and most < 0:
            self._counts[text] = amount
        return amount

    def best(self, expression: Expression, where: Condition | None, most: int) -> dict[int, float]:
        """See `Engine.best`."""
        source, values = _source(where)
        text = written(expression)
        limit = None
        if self._counts.get(text, sys.maxsize) > self.most_scored:
            limit = self.connection.execute(_NEWEST, (text, self.most_scored)).fetchone()
        sql = (
            f"SELECT papers_fts.rowid, {_SCORE} AS score {source} AND papers_fts.rowid > ?"
            " ORDER BY score DESC, papers_fts.rowid LIMIT ?"
        )
        return {row[0]: row[1] for row in self.connection.execute(sql, (text, *values, limit[0] if limit else 0, most))}

    def scores(self, expression: Expression | None, papers: Collection[int]) -> dict[int, float]:
        """See `Engine.scores`."""
        if expression is None or not papers:
            return {}
        sql = f"SELECT rowid, {_SCORE} {_FROM} {_AMONG}"
        return {row[0]: row[1] for row in self.connection.execute(sql, (written(expression), listed(papers)))}


def _source(where: Condition | None) -> tuple[str, tuple[str | int | float, ...]]:
    return (_FROM, ()) if where is None else (_JOINED.format(where.sql), where.values)
