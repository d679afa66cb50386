"""A search by words and by meaning: two orders of papers made one.

Reciprocal rank fusion (Cormack and others, "Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning
Methods", 2009): a paper at rank r of an order gets 1 / (60 + r) from it, ranks counted from 1, and both orders weigh
the same. It compares no scores, which are of two kinds, and needs no tuning.
"""

from collections.abc import Sequence

from corpus_index.domain.dataclass import replace
from corpus_index.domain.hit import ByBoth
from corpus_index.embedding import Encoder
from corpus_index.errors import PapersError
from corpus_index.search.clause import Condition
from corpus_index.search.expression import all_of
from corpus_index.search.fulltext import written
from corpus_index.search.index import Index
from corpus_index.search.meaning import nearest
from corpus_index.search.query import Field, Query, wanted_terms
from corpus_index.search.ranking import Match, Ranked, Tier
from corpus_index.search.wanted import wanted
from corpus_index.store.listed import listed
from corpus_index.store.vectors import amount_without, has_vectors

DEPTH = 100
"""Papers of each order that are made one."""
_SLOWNESS = 60
"""How slowly the weight of ranks falls."""


def fused(store: Index, by_words: Ranked, encoder: Encoder, limit: int) -> Ranked:
    """Join the answer by words, of `DEPTH` papers or more, with the papers that are nearest in meaning.

    Papers that the query names stay first. What the query requires in fields, quotation marks and parentheses, and
    what it leaves out, holds for papers that are near in meaning too. A query without plain words or phrases has no
    meaning, and its answer stays as it is. Raises `PapersError` where the index has no vectors of this encoder.
    """
    connection, query = store.connection, by_words.reading.query
    if not has_vectors(connection, encoder.name):
        raise PapersError("--semantic", "the index has no vectors yet", "make them: papers reindex --semantic")
    text = "" if query is None else _meant(query)
    if query is None or not text:
        return replace(by_words, matches=by_words.matches[:limit])
    named = [match for match in by_words.matches if match.tier == Tier.NAMED]
    rest = [match for match in by_words.matches if match.tier != Tier.NAMED]
    likeness = nearest(connection, encoder, text, _allowed(store, query), DEPTH + len(named))
    near = [paper for paper in likeness if paper not in {match.id for match in named}][:DEPTH]
    words = {match.id: rank for rank, match in enumerate(rest, start=1)}
    meaning = {paper: rank for rank, paper in enumerate(near, start=1)}
    matches = {
        match.id: match for match in (*rest, *_near_only(store, [paper for paper in near if paper not in words]))
    }
    joined = [
        replace(match, both=_both(words.get(paper), meaning.get(paper), likeness.get(paper)))
        for paper, match in matches.items()
    ]
    joined.sort(key=lambda match: (-match.score, match.key))
    return replace(
        by_words,
        matches=(*named, *joined)[:limit],
        total=max(by_words.total, len(named) + len(joined)),
        without_vector=amount_without(connection, encoder.name),
    )


def _meant(query: Query) -> str:
    """The words of a query that a match should have, as they were typed."""
    return " ".join(term.text for term in wanted_terms(query) if not isinstance(term, Field))


def _allowed(store: Index, query: Query) -> Condition:
    """What papers must fulfil that have some of the words only."""
    asked = wanted(store.connection, query)
    where = asked.where or Condition("1")
    held = all_of(asked.held)
    if held is None:
        return where
    sql = f"({where.sql}) AND papers.id IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)"  # noqa: S608
    return Condition(sql, (*where.values, written(held)))


def _near_only(store: Index, papers: Sequence[int]) -> list[Match]:
    sql = "SELECT id, key, title, title_inferred FROM papers WHERE id IN (SELECT value FROM json_each(?))"
    return [
        Match(id_, key, title, bool(inferred), Tier.PART, 0.0)
        for id_, key, title, inferred in store.connection.execute(sql, (listed(papers),))
    ]


def _both(words: int | None, meaning: int | None, likeness: float | None) -> ByBoth:
    """The ranks, and their sum as a part of what a paper has that is first in both."""
    total = sum(1 / (_SLOWNESS + rank) for rank in (words, meaning) if rank is not None)
    return ByBoth(words=words, meaning=meaning, likeness=likeness, score=round(total * (_SLOWNESS + 1) / 2, 6))
