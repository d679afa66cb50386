"""Writing what pages hold, through sqlite-utils. What follows from it is written by `derived.py`.

Only `transaction` begins and ends transactions; everything else here is called inside one.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlite_utils

from corpus_index.domain.facts import Facts, Trust
from corpus_index.domain.record import RawRecord, ReadPage, RecordKind
from corpus_index.store.connection import Store
from corpus_index.store.known import listed
from corpus_index.store.lines import LineIndex
from corpus_index.store.rows import fact_rows


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to store: its row `id`, its facts, its blocks, and the row of its paper."""

    id: int
    record: RawRecord
    facts: Facts
    blocks: frozenset[str]
    paper: int


@contextmanager
def transaction(store: Store) -> Iterator[sqlite_utils.Database]:
    """All or nothing: whatever leaves the block as an exception, Ctrl-C included, undoes all of it."""
    connection = store.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield sqlite_utils.Database(connection, execute_plugins=False)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def holds(db: sqlite_utils.Database, digest: str) -> bool:
    """Whether a page with this digest is stored."""
    return bool(db.execute("SELECT 1 FROM pages WHERE digest = ?", [digest]).fetchone())


def insert_page(db: sqlite_utils.Database, read: ReadPage) -> int:
    """Store a page and what is in none of its records, and return its row. Its name may have other revisions."""
    page = read.page
    revision = db.execute("SELECT ifnull(max(revision), 0) + 1 FROM pages WHERE name = ?", [page.name]).fetchone()[0]
    added = datetime.now(UTC).isoformat(timespec="seconds")
    db.table("pages").insert(
        {
            "name": page.name,
            "revision": revision,
            "digest": page.digest,
            "reader": read.reader,
            "text": page.text,
            "added": added,
        }
    )
    page_id = int(db.execute("SELECT id FROM pages WHERE digest = ?", [page.digest]).fetchone()[0])
    db.table("skipped").insert_all(
        {"page_id": page_id, "start": each.start, "end": each.end, "reason": each.reason} for each in read.skipped
    )
    return page_id


def next_record(db: sqlite_utils.Database) -> int:
    """The first number that no record has."""
    return int(db.execute("SELECT ifnull(max(id), 0) + 1 FROM records").fetchone()[0])


def insert_records(db: sqlite_utils.Database, page_id: int, text: str, records: Sequence[NewRecord]) -> None:
    """Store the records of a page with their authors, facts and blocks."""
    lines = LineIndex(text)
    db.table("records").insert_all(_record_row(page_id, new, lines) for new in records)
    db.table("record_authors").insert_all(
        {"record_id": new.id, "position": position, "name": author.text, "start": author.start, "end": author.end}
        for new in records
        for position, author in enumerate(new.record.authors)
    )
    db.table("blocks").insert_all({"record_id": new.id, "block": block} for new in records for block in new.blocks)
    db.table("facts").insert_all(
        {"record_id": new.id, **row, "trust": Trust.SUMMARY if new.record.kind is RecordKind.SUMMARY else Trust.OWN}
        for new in records
        for row in fact_rows(new.facts)
    )


def _record_row(page_id: int, new: NewRecord, lines: LineIndex) -> dict[str, object]:
    record = new.record
    first, last = lines.lines(record.start, record.end)
    return {
        "id": new.id,
        "page_id": page_id,
        "ordinal": record.ordinal,
        "kind": record.kind.value,
        "start": record.start,
        "end": record.end,
        "first_line": first,
        "last_line": last,
        "title": record.title.text if record.title else None,
        "title_start": record.title.start if record.title else None,
        "abstract": record.abstract.text,
        "abstract_start": record.abstract.start,
        "authors_complete": int(record.authors_complete),
        "summarises": record.summarises,
        "paper_id": new.paper,
    }


def move_records(db: sqlite_utils.Database, records: Iterable[int], paper: int) -> None:
    """Give records to another paper."""
    db.execute("UPDATE records SET paper_id = ? WHERE id IN (SELECT value FROM json_each(?))", [paper, listed(records)])


def remove_pages(db: sqlite_utils.Database, pages: Iterable[int]) -> None:
    """Take pages out, with all that is theirs."""
    db.table("pages").delete_where("id IN (SELECT value FROM json_each(?))", [listed(pages)])


def remove_records(db: sqlite_utils.Database, records: Iterable[int], reason: str) -> None:
    """Take records out of their pages, where their text is skipped from now on for this `reason`."""
    ids = listed(records)
    db.execute(
        'INSERT OR REPLACE INTO skipped (page_id, start, "end", reason) '
        'SELECT page_id, start, "end", ? FROM records WHERE id IN (SELECT value FROM json_each(?))',
        [reason, ids],
    )
    db.table("records").delete_where("id IN (SELECT value FROM json_each(?))", [ids])


def pages_called(db: sqlite_utils.Database, name: str) -> list[int]:
    """All revisions of the page called `name`."""
    return _ids(db, "SELECT id FROM pages WHERE name = ?", [name])


def pages_with_digest(db: sqlite_utils.Database, begin: str) -> list[int]:
    """The pages whose digest begins with `begin`, which holds hexadecimal digits only."""
    return _ids(db, "SELECT id FROM pages WHERE digest LIKE ?", [f"{begin}%"])


def records_on(db: sqlite_utils.Database, pages: Iterable[int]) -> list[int]:
    """The records of these pages."""
    return [record for page in pages for record in _ids(db, "SELECT id FROM records WHERE page_id = ?", [page])]


def names_of_pages(db: sqlite_utils.Database, pages: Iterable[int]) -> list[str]:
    """The names of these pages, in their order, once for each page."""
    return sorted(str(db.execute("SELECT name FROM pages WHERE id = ?", [page]).fetchone()[0]) for page in pages)


def pages_without_others(db: sqlite_utils.Database, records: Iterable[int]) -> set[int]:
    """The pages that have no records but these."""
    wanted = set(records)
    return {page for page in pages_of_records(db, wanted) if wanted.issuperset(records_on(db, [page]))}


def pages_of_records(db: sqlite_utils.Database, records: Iterable[int]) -> set[int]:
    """The pages that these records stand on."""
    return {page for record in records for page in _ids(db, "SELECT page_id FROM records WHERE id = ?", [record])}


def _ids(db: sqlite_utils.Database, statement: str, values: list[object]) -> list[int]:
    return [int(row[0]) for row in db.execute(statement, values)]
