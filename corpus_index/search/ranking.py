"""Which papers match, and in what order.

Papers that the query names come first, then papers with all its words, then papers with a part of them; within each
of these the order is BM25 over title, names, abstract and summary, and last the key, so that it never varies.
"""

import math
import sqlite3
import sys
from dataclasses import dataclass

from corpus_index.domain.folding import fold
from corpus_index.search import fulltext
from corpus_index.search.condition import Condition, condition, text_condition
from corpus_index.search.parser import Reading
from corpus_index.search.query import Phrase, Query, Word, all_of, conjuncts, wanted_terms

WEIGHTS = (6.0, 8.0, 2.0, 1.0)
"""Of the columns title, names, abstract and summary. A summary may be a machine's."""
_LEAST_PART, _ENOUGH = 1 / 3, 2
"""A paper that has fewer of the words than this part is no match; two words are always enough."""
_MOST_FOR_PAIRS = 5
"""Words of a query up to which neighbours count: in a sentence they outweigh its rare words, in a title they help."""

_SELECT = """
SELECT papers.id, papers.key, papers.title, papers.title_inferred, COALESCE(ranked.score, 0.0) AS score,
       ({named}) AS named, ({matched}) AS matched,
       COUNT(*) OVER () AS total, SUM(({named}) OR ({matched}) = ?) OVER () AS whole
FROM papers LEFT JOIN (
    SELECT rowid AS id, -bm25(papers_fts, ?, ?, ?, ?) AS score FROM papers_fts WHERE papers_fts MATCH ? LIMIT -1
) AS ranked ON ranked.id = papers.id
WHERE {where}
ORDER BY named DESC, ({matched}) = ? DESC, ROUND(score, 9) DESC, papers.key
LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A paper's row. `score`: 2 to 3 where the query names the paper, 1 to 2 with all words, below 1 with a part."""

    id: int
    key: str
    title: str
    title_inferred: bool
    score: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best matches; `total` counts all of them, `whole` those that match the query as it is written."""

    matches: tuple[Match, ...]
    total: int
    whole: int


def rank(connection: sqlite3.Connection, reading: Reading, limit: int) -> Ranked:
    """Find and order the papers that match."""
    if reading.query is None or limit < 1:
        return Ranked((), 0, 0)
    required, words = _split(reading.query)
    where, matched = _where(connection, required, words)
    named = _named(reading.plain_text)
    full = len(words)
    values = (
        *named.values, *matched.values, *named.values, *matched.values, full,
        *WEIGHTS, _ranking_expression(reading.query, words),
        *where.values, *named.values, *matched.values, min(math.ceil(full * _LEAST_PART), _ENOUGH),
        *matched.values, full, min(limit, sys.maxsize),
    )  # fmt: skip
    sql = _SELECT.format(
        named=named.sql,
        matched=matched.sql,
        where=f"({where.sql}) AND (({named.sql}) OR ({matched.sql}) >= ?)",
    )
    rows = connection.execute(sql, values).fetchall()
    return Ranked(
        tuple(
            Match(row["id"], row["key"], row["title"], bool(row["title_inferred"]), _score(row, full)) for row in rows
        ),
        rows[0]["total"] if rows else 0,
        rows[0]["whole"] if rows else 0,
    )


def matching_keys(connection: sqlite3.Connection, query: Query) -> tuple[str, ...]:
    """Keys of the papers that match the whole query, in the order of the keys."""
    where = condition(connection, query)
    rows = connection.execute(f"SELECT key FROM papers WHERE {where.sql} ORDER BY key", where.values)  # noqa: S608
    return tuple(row[0] for row in rows)


def _split(query: Query) -> tuple[Query | None, list[Word | Phrase]]:
    """Take a query apart into what a match must have, and words of which a part is enough."""
    parts = conjuncts(query)
    words = [part for part in parts if isinstance(part, Word) or (isinstance(part, Phrase) and " " not in part.text)]
    return all_of([part for part in parts if part not in words]), words


def _where(
    connection: sqlite3.Connection, required: Query | None, words: list[Word | Phrase]
) -> tuple[Condition, Condition]:
    where = Condition("1") if required is None else condition(connection, required)
    counted = [text_condition(word) for word in words]
    return where, Condition(
        " + ".join(part.sql for part in counted) or "0", tuple(value for part in counted for value in part.values)
    )


def _named(text: str | None) -> Condition:
    """Papers of which `text` is the key, the title or the name of an artefact that they introduce."""
    if text is None:
        return Condition("0")
    sql = (
        "papers.key = ? COLLATE NOCASE OR papers.id IN (SELECT paper_id FROM aliases WHERE alias = ?)"
        " OR papers.id IN (SELECT names.paper_id FROM names LEFT JOIN facts ON facts.id = names.fact_id"
        " WHERE names.folded = ? AND names.role IN ('title', 'introduces', 'long')"
        " AND COALESCE(facts.trust, 'own') <> 'summary')"
    )
    return Condition(sql, (text, text, fold(text)))


def _ranking_expression(query: Query, words: list[Word | Phrase]) -> str:
    plain = [word for word in words if isinstance(word, Word)]
    pairs = fulltext.neighbours(plain) if len(plain) <= _MOST_FOR_PAIRS else []
    return fulltext.match_any([*wanted_terms(query), *pairs]) or '""'


def _score(row: sqlite3.Row, full: int) -> float:
    tier = 2 if row["named"] else 1 if row["matched"] == full else 0
    relevance = max(0.0, float(row["score"]))
    return round(tier + relevance / (relevance + 10), 4)
