"""What papers say of the scores that a query asks for. Imported only for queries that ask for some."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from corpus_index.search.condition import benchmarks_of
from corpus_index.search.fields.properties import stated_score
from corpus_index.search.query import And, Field, Or, Phrase, Query, Word
from corpus_index.store.listed import listed

Term = Word | Phrase

_EVIDENCE = (
    "SELECT records.paper_id, facts.evidence FROM facts JOIN records ON records.id = facts.record_id"
    " WHERE records.paper_id IN (SELECT value FROM json_each(?))"
)


def score_evidence(
    connection: sqlite3.Connection, query: Query, papers: Collection[int]
) -> Mapping[int, Sequence[str]]:
    """The quotes of these papers that state such scores, by their rows."""
    found: dict[int, list[str]] = defaultdict(list)
    for term, benchmarks in _scores(query, ()):
        stated = stated_score(connection, term, benchmarks)
        sql = f"{_EVIDENCE} AND {stated.sql} ORDER BY facts.id"
        for paper, evidence in connection.execute(sql, (listed(papers), *stated.values)):
            found[paper].append(evidence)
    return found


def _scores(query: Query, benchmarks: tuple[Term, ...]) -> Iterator[tuple[Term, tuple[Term, ...]]]:
    """The scores that a match may have, each with the benchmarks that it belongs to, as `condition` reads them."""
    if isinstance(query, (And, Or)):
        for part in query.parts:
            yield from _scores(part, benchmarks + benchmarks_of(query))
    elif isinstance(query, Field) and query.name == "score":
        yield query.term, benchmarks
