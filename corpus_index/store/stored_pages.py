"""Pages as they are stored, read back whole, and put back as they were."""

import sqlite3
from dataclasses import dataclass

import sqlite_utils

from corpus_index.domain.facts import Facts
from corpus_index.domain.page import Page, PageDigest
from corpus_index.domain.record import ReadPage, Skipped
from corpus_index.store.inserting import insert_rows
from corpus_index.store.known import known_records


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCopy:
    """A page with all that is in its row and cannot be read from the page again, and the `facts` of each record.

    Copies that earlier versions of the program kept are without facts.
    """

    id: int
    read: ReadPage
    facts: tuple[Facts, ...] | None = None
    revision: int
    added: str
    file: str | None
    complete: bool
    change: int | None


def page_numbers(connection: sqlite3.Connection) -> list[int]:
    """The rows of all pages."""
    return [row["id"] for row in connection.execute("SELECT id FROM pages ORDER BY id")]


def copy_page(connection: sqlite3.Connection, page: int) -> PageCopy:
    """A copy of a stored page for `put_back`."""
    row = connection.execute(
        "SELECT pages.*, ifnull(files.complete, 0) AS complete FROM pages LEFT JOIN files ON files.digest = pages.file "
        "WHERE pages.id = ?",
        (page,),
    ).fetchone()
    records = [each["id"] for each in connection.execute("SELECT id FROM records WHERE page_id = ?", (page,))]
    known = known_records(connection, records)
    skipped = connection.execute(
        'SELECT start, "end", reason FROM skipped WHERE page_id = ? ORDER BY start', (page,)
    ).fetchall()
    read = ReadPage(
        page=Page(row["name"], PageDigest(row["digest"]), row["text"]),
        reader=row["reader"],
        records=tuple(each.record for each in known),
        skipped=tuple(Skipped(*each) for each in skipped),
    )
    return PageCopy(
        id=page,
        read=read,
        facts=tuple(each.facts for each in known),
        revision=row["revision"],
        added=row["added"],
        file=row["file"],
        complete=bool(row["complete"]),
        change=row["change_id"],
    )


def put_back(db: sqlite_utils.Database, copy: PageCopy) -> None:
    """Insert the row of a page and what is in none of its records, as they were; its records are inserted after it."""
    page = copy.read.page
    row = {
        "id": copy.id,
        "name": page.name,
        "revision": copy.revision,
        "digest": page.digest,
        "reader": copy.read.reader,
        "text": page.text,
        "added": copy.added,
        "file": copy.file,
        "change_id": copy.change,
    }
    insert_rows(db, "pages", [row])
    skipped = copy.read.skipped
    insert_rows(
        db,
        "skipped",
        ({"page_id": copy.id, "start": each.start, "end": each.end, "reason": each.reason} for each in skipped),
    )
    if copy.file and copy.complete:
        db.execute("UPDATE files SET complete = 1 WHERE digest = ?", [copy.file])
