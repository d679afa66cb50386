"""Writing what pages hold, through sqlite-utils. What follows from it is written by `derived.py`.

Only `transaction` begins and ends transactions; everything else here is called inside one.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import sqlite_utils

from corpus_index.domain.page import Page
from corpus_index.domain.record import Skipped
from corpus_index.store.connection import Store
from corpus_index.store.inserting import insert_rows
from corpus_index.store.journal import begin
from corpus_index.store.listed import listed
from corpus_index.store.new_texts import read_new_texts


@contextmanager
def transaction(store: Store) -> Iterator[sqlite_utils.Database]:
    """All or nothing: whatever leaves the block as an exception, Ctrl-C included, undoes all of it."""
    connection = store.connection
    begin(connection)
    try:
        db = sqlite_utils.Database(connection, execute_plugins=False)
        yield db
        read_new_texts(db)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def holds(db: sqlite_utils.Database, digest: str) -> bool:
    """Whether a page with this digest is stored."""
    return bool(db.execute("SELECT 1 FROM pages WHERE digest = ?", [digest]).fetchone())


def file_is_complete(db: sqlite_utils.Database, digest: str) -> bool:
    """Whether all pages of a file that is stored as a row of pages are stored."""
    return bool(db.execute("SELECT 1 FROM files WHERE digest = ? AND complete", [digest]).fetchone())


def save_file(db: sqlite_utils.Database, digest: str, name: str, *, complete: bool) -> None:
    """Note a file that is stored as a row of pages, and whether all of them are stored."""
    db.table("files").upsert({"digest": digest, "name": name, "complete": int(complete)}, pk="digest")


def insert_page(
    db: sqlite_utils.Database,
    page: Page,
    reader: str,
    skipped: Iterable[Skipped],
    *,
    file: str | None = None,
    change: int | None = None,
) -> int:
    """Store a page and what is in none of its records, and return its row. Its name may have other revisions.

    `file` is the digest of the file that it is a part of, `change` the number of the run that stores it.
    """
    revision = db.execute("SELECT ifnull(max(revision), 0) + 1 FROM pages WHERE name = ?", [page.name]).fetchone()[0]
    added = datetime.now(UTC).isoformat(timespec="seconds")
    db.table("pages").insert(
        {
            "name": page.name,
            "revision": revision,
            "digest": page.digest,
            "reader": reader,
            "text": page.text,
            "added": added,
            "file": file,
            "change_id": change,
        }
    )
    page_id = int(db.execute("SELECT id FROM pages WHERE digest = ?", [page.digest]).fetchone()[0])
    rows = ({"page_id": page_id, "start": each.start, "end": each.end, "reason": each.reason} for each in skipped)
    insert_rows(db, "skipped", rows)
    return page_id


def move_records(db: sqlite_utils.Database, records: Iterable[int], paper: int) -> None:
    """Give records to another paper."""
    db.execute("UPDATE records SET paper_id = ? WHERE id IN (SELECT value FROM json_each(?))", [paper, listed(records)])


def remove_pages(db: sqlite_utils.Database, pages: Iterable[int]) -> None:
    """Take pages out, with all that is theirs; a file that they are of is not complete any more."""
    files = "SELECT file FROM pages WHERE id IN (SELECT value FROM json_each(?))"
    db.execute(f"UPDATE files SET complete = 0 WHERE digest IN ({files})", [listed(pages)])  # noqa: S608  a constant
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
    """All revisions of the page called `name`, and all pages of the file called so."""
    files = "SELECT digest FROM files WHERE name = ?1"
    return _ids(db, f"SELECT id FROM pages WHERE name = ?1 OR file IN ({files})", [name])  # noqa: S608  a constant


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
