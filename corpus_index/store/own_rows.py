"""What a person said of papers, read from rows: of each record the latest value of a field counts.

An empty value says that the paper does not have the field.

Where the records of a paper have several, the latest of those; but a paper has all tags, and all notes one below the
other.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.domain.own import CHOSEN_KEY, LEADS, NOTHING_OWN, TAG, OwnValues, ReadStatus
from corpus_index.domain.publication import OTHERS
from corpus_index.store.listed import listed

AUTHORS_APART = "; "
"""Stands between authors in the value of that field."""

_PLAIN = ("title", "venue", "url", "note")
_APART = frozenset((*_PLAIN, "authors", "year", "status", *(scheme.value for scheme in Scheme), CHOSEN_KEY, LEADS))
"""Fields that are none of a publication."""
_CURRENT = """
    SELECT records.id AS record_id, own_values.field, own_values.value, max(own_values.change_id) AS change_id
    FROM json_each(?) CROSS JOIN records ON records.id = json_each.value CROSS JOIN pages ON pages.id = records.page_id
    CROSS JOIN own_values ON own_values.digest = pages.digest AND own_values.ordinal = records.ordinal
    GROUP BY records.id, own_values.field ORDER BY change_id, records.id
"""


def own_values_of(connection: sqlite3.Connection, records: Mapping[int, int]) -> dict[int, dict[str, str]]:
    """What counts of each paper, by field; `records` are the papers of records."""
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM own_values)").fetchone()[0]:
        return {}
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(_CURRENT, (listed(records),)):
        field, value = row["field"], row["value"]
        if value is None:
            continue
        of_paper = found[records[row["record_id"]]]
        before = of_paper.get(field)
        if field == "note" and before is not None and value != before:
            value = before if value in before.split("\n\n") else f"{before}\n\n{value}"
        of_paper[field] = value
    return dict(found)


def records_with_own(connection: sqlite3.Connection, first: int) -> list[int]:
    """The records from the number `first` on of which something was said before: their page has come back."""
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM own_values)").fetchone()[0]:
        return []
    rows = connection.execute(
        "SELECT records.id FROM records JOIN pages ON pages.id = records.page_id WHERE records.id >= ? AND EXISTS "
        "(SELECT 1 FROM own_values WHERE digest = pages.digest AND ordinal = records.ordinal)",
        (first,),
    )
    return [row[0] for row in rows]


def own_from(values: Mapping[str, str]) -> OwnValues:
    """Read the values of fields."""
    if not values:
        return NOTHING_OWN
    leads = LEADS in values
    tags = tuple(sorted(field.removeprefix(TAG) for field in values if field.startswith(TAG)))
    absent = frozenset(field for field, value in values.items() if not value and not field.startswith(TAG)) - {LEADS}
    values = {field: value for field, value in values.items() if value}
    plain: dict[str, Any] = {name: values[name] for name in _PLAIN if name in values}
    if "authors" in values:
        names = tuple(values["authors"].split(AUTHORS_APART))
        complete = names[-1] != OTHERS
        plain |= {"authors": names if complete else names[:-1], "authors_complete": complete}
    if "year" in values:
        plain["year"] = int(values["year"])
    if "status" in values:
        plain["status"] = ReadStatus(values["status"])
    ids = tuple(_id(scheme, values[scheme.value]) for scheme in Scheme if scheme.value in values)
    others = sorted(field for field in values if field not in _APART)
    publication = tuple((field, values[field]) for field in others)
    return OwnValues(**plain, ids=ids, tags=tags, publication=publication, absent=absent, leads=leads)


def _id(scheme: Scheme, value: str) -> PaperId:
    return PaperId(scheme, value.lower() if scheme is Scheme.DOI else value)
