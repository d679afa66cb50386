"""Records as resolving wants them, rebuilt from their rows."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from corpus_index.domain.facts import Fact, Facts
from corpus_index.domain.identifier import Scheme
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import FactRef, Heading, KnownRecord
from corpus_index.store.blocks import repeated_keys
from corpus_index.store.listed import listed
from corpus_index.store.metadata import metadata_of
from corpus_index.store.own_rows import own_from, own_values_of
from corpus_index.store.rows import FACT_TYPES, fact_values

_IDS_AND_KEYS = """
    SELECT record_id, scheme, value, text FROM metadata
    WHERE record_id IN (SELECT value FROM json_each(?)) AND field IN ('id', 'key')
"""


def known_records(connection: sqlite3.Connection, record_ids: Iterable[int]) -> list[KnownRecord]:
    """The records with these ids, with what a person said of each, by page name, digest and ordinal."""
    ids = list(record_ids)
    facts, authors = _facts(connection, ids), _authors(connection, ids)
    own = own_values_of(connection, {record: record for record in ids})
    repeated = repeated_keys(connection, ids)
    rows = connection.execute(
        "SELECT records.*, pages.name AS page, pages.digest, pages.revision FROM records "
        "JOIN pages ON pages.id = records.page_id WHERE records.id IN (SELECT value FROM json_each(?)) "
        "ORDER BY pages.name, pages.digest, records.ordinal",
        (listed(ids),),
    )
    metadata, references = (_rows_of(connection, table, ids) for table in ("metadata", "reference_ids"))
    return [
        KnownRecord(
            id=row["id"],
            page=row["page"],
            digest=row["digest"],
            record=_record(row, authors[row["id"]], metadata_of(metadata[row["id"]], references[row["id"]])),
            facts=facts[row["id"]],
            revision=row["revision"],
            own=own_from(own.get(row["id"], {})),
            key_repeated=row["id"] in repeated,
        )
        for row in rows
    ]


def headings_of(connection: sqlite3.Connection, record_ids: Iterable[int]) -> dict[int, Heading]:
    """The heading of each of these records, in a fraction of the time that the whole record takes."""
    numbers = list(record_ids)
    own = own_values_of(connection, {record: record for record in numbers})
    ids: dict[int, list[tuple[Scheme, str]]] = defaultdict(list)
    keys: dict[int, str] = {}
    for record, scheme, value, text in connection.execute(_IDS_AND_KEYS, (listed(numbers),)):
        if scheme is None:
            keys[record] = text
        else:
            ids[record].append((Scheme(scheme), value))
    rows = connection.execute(
        "SELECT id, title, kind FROM records WHERE id IN (SELECT value FROM json_each(?))", (listed(numbers),)
    )
    return {
        record: Heading(
            title=title or "",
            ids=frozenset(ids[record]),
            key=keys.get(record),
            decides=kind == RecordKind.ABSTRACT and record not in own,
        )
        for record, title, kind in rows
    }


def records_of(connection: sqlite3.Connection, paper_ids: Iterable[int]) -> dict[int, list[int]]:
    """The ids of the records of each of these papers."""
    found: dict[int, list[int]] = {paper: [] for paper in paper_ids}
    rows = connection.execute(
        "SELECT id, paper_id FROM records WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (listed(found),),
    )
    for row in rows:
        found[row["paper_id"]].append(row["id"])
    return found


def papers_of(connection: sqlite3.Connection, record_ids: Iterable[int]) -> dict[int, int]:
    """The paper of each of these records."""
    rows = connection.execute(
        "SELECT id, paper_id FROM records WHERE id IN (SELECT value FROM json_each(?))", (listed(record_ids),)
    )
    return {row["id"]: row["paper_id"] for row in rows}


def records_since(connection: sqlite3.Connection, first: int) -> list[int]:
    """The records from the number `first` on."""
    return [row[0] for row in connection.execute("SELECT id FROM records WHERE id >= ? ORDER BY id", (first,))]


_SEVERAL = """
    SELECT EXISTS (
        SELECT 1 FROM paper_ids WHERE paper_id IN (SELECT value FROM json_each(?1))
        GROUP BY scheme HAVING count(DISTINCT value) > 1
    ) OR EXISTS (
        SELECT 1 FROM json_each(?1) AS papers CROSS JOIN records ON records.paper_id = papers.value
        CROSS JOIN metadata ON metadata.record_id = records.id
        WHERE metadata.field IN (SELECT value FROM json_each(?2))
        GROUP BY metadata.field HAVING count(DISTINCT metadata.text) > 1 OR count(*) < ?3
            OR max(metadata.text) IN ('proceedings', 'mvproceedings')
    )
"""


def may_be_several(
    connection: sqlite3.Connection, records_of_papers: Mapping[int, Collection[int]], parting: Iterable[str]
) -> bool:
    """Whether these papers have several identifiers of one scheme, or differ in a field in `parting`.

    Proceedings may differ in the year alone.
    """
    fields = [f"publication:{name}" for name in parting]
    records = sum(map(len, records_of_papers.values()))
    return bool(connection.execute(_SEVERAL, (listed(records_of_papers), json.dumps(fields), records)).fetchone()[0])


def fact_ids(connection: sqlite3.Connection, record_ids: Iterable[int]) -> dict[FactRef, int]:
    """The row of each fact of these records. Rows of one record and field are in the order of the text."""
    refs: dict[FactRef, int] = {}
    counts: dict[tuple[int, str], int] = defaultdict(int)
    rows = connection.execute(
        "SELECT id, record_id, field FROM facts WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (listed(record_ids),),
    )
    for row in rows:
        place = (row["record_id"], row["field"])
        refs[FactRef(*place, counts[place])] = row["id"]
        counts[place] += 1
    return refs


def _facts(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Facts]:
    found: dict[int, dict[str, list[Fact]]] = {id_: {field: [] for field in FACT_TYPES} for id_ in ids}
    rows = connection.execute(
        "SELECT * FROM facts WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY id", (listed(ids),)
    )
    for row in rows:
        field = row["field"]
        found[row["record_id"]][field].append(FACT_TYPES[field](**fact_values(field, row)))
    return {
        id_: Facts(**{field: tuple(facts) for field, facts in of_record.items()})  # type: ignore[arg-type]
        for id_, of_record in found.items()
    }


def _authors(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {id_: [] for id_ in ids}
    rows = connection.execute(
        "SELECT * FROM record_authors WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, position",
        (listed(ids),),
    )
    for row in rows:
        found[row["record_id"]].append(Span(row["start"], row["end"], row["name"]))
    return found


def _rows_of(connection: sqlite3.Connection, table: str, ids: Sequence[int]) -> dict[int, list[sqlite3.Row]]:
    found: dict[int, list[sqlite3.Row]] = {id_: [] for id_ in ids}
    statement = (
        f"SELECT * FROM {table} WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, position"  # noqa: S608  a constant
    )
    for row in connection.execute(statement, (listed(ids),)):
        found[row["record_id"]].append(row)
    return found


def _record(row: sqlite3.Row, authors: Sequence[Span], metadata: dict[str, Any]) -> RawRecord:
    title = row["title"]
    return RawRecord(
        ordinal=row["ordinal"],
        kind=RecordKind(row["kind"]),
        start=row["start"],
        end=row["end"],
        title=None if title is None else Span(row["title_start"], row["title_start"] + len(title), title),
        abstract=Span(row["abstract_start"], row["abstract_start"] + len(row["abstract"]), row["abstract"]),
        authors=tuple(authors),
        authors_complete=bool(row["authors_complete"]),
        summarises=row["summarises"],
        **metadata,
    )
