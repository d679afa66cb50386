"""Where the facts of papers stand in the texts that are shown: in the abstract, and in each summary."""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from corpus_index.store.connection import Store

ABSTRACT = ""
"""The name of a paper's abstract among its texts; a summary is named by its record."""

_PLACES = """
    WITH shown AS (
        SELECT key, '' AS text, (
            SELECT records.id FROM records JOIN pages ON pages.id = records.page_id
            WHERE records.paper_id = papers.id AND records.kind = 'abstract' AND records.abstract = papers.abstract
            ORDER BY pages.name, pages.digest, records.ordinal LIMIT 1
        ) AS record_id
        FROM papers WHERE key IN (SELECT value FROM json_each(:keys))
        UNION ALL
        SELECT key, record, record_id FROM sources
        WHERE kind = 'summary' AND key IN (SELECT value FROM json_each(:keys))
    )
    SELECT shown.key, shown.text, facts.start - records.abstract_start, facts."end" - records.abstract_start,
           sources.record, listed.field, listed.start, listed."end"
    FROM shown JOIN records ON records.id = shown.record_id
    JOIN facts ON facts.record_id = shown.record_id
    JOIN facts AS listed ON listed.id = coalesce(facts.repeats, facts.id)
    JOIN sources ON sources.record_id = listed.record_id
    WHERE listed.field IN ('introduces', 'models', 'benchmarks', 'results', 'specs')
    AND facts.start >= records.abstract_start
    ORDER BY facts.start, facts.id
"""


class Address(NamedTuple):
    """A fact as the paper lists it: its record (`page#ordinal`), its field, and its code points in the page."""

    record: str
    field: str
    start: int
    end: int


class FactPlace(NamedTuple):
    """The code points of a text that state a fact, or state it again."""

    start: int
    end: int
    fact: Address


def fact_places(store: Store, keys: Collection[str]) -> dict[str, dict[str, list[FactPlace]]]:
    """For each key the places of facts by text (`ABSTRACT`, or the record of a summary), in the order of the text."""
    found: defaultdict[str, dict[str, list[FactPlace]]] = defaultdict(dict)
    for key, text, start, end, *address in store.connection.execute(_PLACES, {"keys": json.dumps(list(keys))}):
        found[key].setdefault(text, []).append(FactPlace(start, end, Address(*address)))
    return found
