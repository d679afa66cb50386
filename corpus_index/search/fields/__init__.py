"""What each field of the query language asks of the index. Imported only for queries with fields."""

import sqlite3
from collections.abc import Callable, Sequence

from corpus_index.search.clause import Condition
from corpus_index.search.fields import citations, names, own, properties
from corpus_index.search.query import Field, Phrase, Word

_FIELDS: dict[str, Callable[[sqlite3.Connection, Word | Phrase], Condition]] = {
    "author": names.author,
    "venue": names.venue,
    "publication": names.publication,
    "year": properties.year,
    "model": names.named("models", ("model",)),
    "bench": names.named("benchmarks", ("benchmark",)),
    "method": names.named("terms", ("method", "dataset", "benchmark")),
    "kind": properties.kind,
    "has": properties.has,
    "key": names.key,
    "id": citations.identifier,
    "page": names.page,
    "source": names.source,
    "cites": citations.cites,
    "cited-by": citations.cited_by,
    "tag": own.tag,
    "note": own.note,
    "status": own.status,
}


def field_condition(connection: sqlite3.Connection, query: Field, benchmarks: Sequence[Word | Phrase]) -> Condition:
    """Translate a field that is no column of the full text; a score belongs to `benchmarks` where some are given."""
    if query.name == "score":
        return properties.score(connection, query.term, benchmarks)
    return _FIELDS[query.name](connection, query.term)
