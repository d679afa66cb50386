"""How well papers match words: BM25 over the full-text index.

The ranking function is BM25 as FTS5 has it (k1 = 1.2, b = 0.75; Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", 2009). A token of the title or of a name counts as three of the abstract. As weights
multiply how often a token is found, weighing the abstract 1.2 is the same as k1 = 1.0. Words of the query that stand
next to each other in a paper add a part of what they would weigh as one word, as in the sequential dependence model
(Metzler and Croft, "A Markov Random Field Model for Term Dependencies", 2005). The three numbers were chosen as those
that do well on all five collections of `bench/ranking.py` at once; none of the five is worse by more than a hundredth
for any nearby choice.
"""

import sqlite3
from collections.abc import Collection, Sequence
from itertools import pairwise

from corpus_index.search import fulltext
from corpus_index.search.condition import Condition
from corpus_index.search.query import Word
from corpus_index.store.listed import listed

WEIGHTS = (3.6, 3.6, 1.2, 0.6)
"""Of the columns title, names, abstract and summary. A summary may be a machine's."""

NEIGHBOURS = 0.15
"""What two neighbouring words weigh, as a part of what they would weigh as one word."""

_SCORE = f"-bm25(papers_fts, {', '.join(map(str, WEIGHTS))})"
_FROM = "FROM papers_fts WHERE papers_fts MATCH ?"
_JOINED = "FROM papers_fts CROSS JOIN papers ON papers.id = papers_fts.rowid WHERE papers_fts MATCH ? AND ({})"
# The sign keeps SQLite from looking each paper up alone, for which FTS5 would count the whole index again.
_AMONG = "AND +papers_fts.rowid IN (SELECT value FROM json_each(?))"


def count(connection: sqlite3.Connection, expression: str, where: Condition | None = None, most: int = -1) -> int:
    """Count the papers that match, up to `most` if that is not negative."""
    source, values = _source(where)
    sql = f"SELECT COUNT(*) FROM (SELECT 1 {source} LIMIT ?)"  # noqa: S608  made of constants
    return int(connection.execute(sql, (expression, *values, most)).fetchone()[0])


def best(connection: sqlite3.Connection, expression: str, where: Condition | None, most: int) -> dict[int, float]:
    """Rows of the best papers that match, with their scores, the best first."""
    source, values = _source(where)
    sql = f"SELECT papers_fts.rowid, {_SCORE} AS score {source} ORDER BY score DESC, papers_fts.rowid LIMIT ?"
    return {row[0]: row[1] for row in connection.execute(sql, (expression, *values, most))}


def scores(connection: sqlite3.Connection, expression: str, papers: Collection[int]) -> dict[int, float]:
    """Scores of those of these papers that match."""
    if not expression or not papers:
        return {}
    sql = f"SELECT rowid, {_SCORE} {_FROM} {_AMONG}"
    return {row[0]: row[1] for row in connection.execute(sql, (expression, listed(papers)))}


def neighbours(words: Sequence[Word], without: Collection[str] = ()) -> str:
    """The expression of words that stand next to each other in the query, each two of them once."""
    pairs = {
        f"{a.text} {b.text}": None
        for a, b in pairwise(words)
        if not (a.prefix or b.prefix or a.text in without or b.text in without)
    }
    return fulltext.any_of(fulltext.quote(pair) for pair in pairs)


def _source(where: Condition | None) -> tuple[str, tuple[str | int | float, ...]]:
    return (_FROM, ()) if where is None else (_JOINED.format(where.sql), where.values)
