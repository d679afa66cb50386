"""Records as resolving wants them, rebuilt from their rows."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from corpus_index.domain.facts import Fact, Facts
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import FactRef, KnownRecord
from corpus_index.store.listed import listed
from corpus_index.store.metadata import metadata_of
from corpus_index.store.own_rows import own_from, own_values_of
from corpus_index.store.rows import FACT_TYPES, fact_values


def known_records(connection: sqlite3.Connection, record_ids: Iterable[int]) -> list[KnownRecord]:
    """The records with these ids, with what a person said of each, by page name, digest and ordinal."""
    ids = list(record_ids)
    facts, authors = _facts(connection, ids), _authors(connection, ids)
    own = own_values_of(connection, {record: record for record in ids})
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
        )
        for row in rows
    ]


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
        SELECT 1 FROM paper_ids WHERE paper_id IN (SELECT value FROM json_each(?))
        GROUP BY scheme HAVING count(DISTINCT value) > 1
    )
"""


def several_ids(connection: sqlite3.Connection, paper_ids: Iterable[int]) -> bool:
    """Whether these papers have several identifiers of one scheme, of one paper or together."""
    return bool(connection.execute(_SEVERAL, (listed(paper_ids),)).fetchone()[0])


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


MOST_IN_HINT = 200
"""How many records a block that only hints at one paper may have and still be looked at.

Among 100,000 papers of arXiv none has more than 114. Thousands of reports with one abstract but for a number share
theirs, and to compare all with all would take hours.
"""


def records_in_blocks(
    connection: sqlite3.Connection, blocks: Iterable[str], hints: Sequence[str] = ()
) -> dict[str, list[int]]:
    """The ids of the stored records in each of these blocks; none for a crowded one that begins like one of `hints`."""
    statement = "SELECT record_id FROM blocks WHERE block = ? LIMIT ?"
    found = {}
    for block in blocks:
        most = MOST_IN_HINT + 1 if block.startswith(tuple(hints)) else -1
        rows = connection.execute(statement, (block, most)).fetchall()
        found[block] = [] if len(rows) == most else [row[0] for row in rows]
    return found


_PAIRS = """
    SELECT DISTINCT new.record_id, old.record_id FROM blocks AS new CROSS JOIN blocks AS old
    ON old.block = new.block AND old.record_id < new.record_id
    WHERE new.record_id >= ?1 AND (
        substr(new.block, 1, 2) NOT IN (SELECT value FROM json_each(?2))
        OR (SELECT count(*) FROM (SELECT 1 FROM blocks WHERE block = new.block LIMIT ?3)) < ?3
    ) ORDER BY 1, 2
"""


def pairs_since(connection: sqlite3.Connection, first: int, hints: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Pairs of records that share a block: one from the number `first` on, and one before it.

    Crowded blocks that begin like one of `hints` (of two characters) do not count.
    """
    rows = connection.execute(_PAIRS, (first, json.dumps(hints), MOST_IN_HINT + 1))
    return [tuple(row) for row in rows]


def blocks_of(connection: sqlite3.Connection, record_ids: Iterable[int]) -> dict[int, set[str]]:
    """The blocks that each of these records is in."""
    found: dict[int, set[str]] = {record: set() for record in record_ids}
    rows = connection.execute(
        "SELECT record_id, block FROM blocks WHERE record_id IN (SELECT value FROM json_each(?))", (listed(found),)
    )
    for row in rows:
        found[row["record_id"]].add(row["block"])
    return found


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
