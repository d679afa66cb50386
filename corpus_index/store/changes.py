"""The journal: which command stored or took out what, as far back as `KEPT` runs.

What a run stores carries its number, so that taking it back needs no more than that: pages, decisions and own values
are only ever added, and the latest one counts. Only what a run takes out is kept as it was.
"""

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

import sqlite_utils

from corpus_index.domain.change import Change

KEPT = 100
"""How many runs can be taken back."""


class OpenChange:
    """A run of a command. Its row is written together with the first thing that it changes, so none is left empty."""

    def __init__(self, command: str) -> None:
        self._command = command
        self._number: int | None = None

    def number(self, db: sqlite_utils.Database) -> int:
        """The number of the run, inside a transaction that changes something."""
        if self._number is None:
            self._number = int(db.execute("SELECT ifnull(max(id), 0) + 1 FROM changes").fetchone()[0])
            at = datetime.now(UTC).isoformat(timespec="seconds")
            db.execute("INSERT INTO changes VALUES (?, ?, ?)", [self._number, self._command, at])
            db.execute("DELETE FROM changes WHERE id <= ?", [self._number - KEPT])
            db.execute("DELETE FROM removed_pages WHERE change_id <= ?", [self._number - KEPT])
        return self._number


def last_change(db: sqlite_utils.Database) -> Change | None:
    """The run that would be taken back next."""
    row = db.execute("SELECT id, command, at FROM changes ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else Change(id=row[0], command=row[1], at=row[2])


def pages_stored_by(db: sqlite_utils.Database, change: int) -> list[int]:
    """The pages that a run stored and that are there."""
    return [row[0] for row in db.execute("SELECT id FROM pages WHERE change_id = ? ORDER BY id", [change])]


def keep_page(db: sqlite_utils.Database, change: int, digest: str, content: bytes) -> None:
    """Keep a page as it is before a run takes something out of it."""
    db.execute("INSERT OR IGNORE INTO removed_pages VALUES (?, ?, ?)", [change, digest, zlib.compress(content)])


def kept_pages(db: sqlite_utils.Database, change: int) -> list[str]:
    """The digests of the pages that were kept as they were before a run."""
    rows = db.execute("SELECT digest FROM removed_pages WHERE change_id = ? ORDER BY digest", [change])
    return [row[0] for row in rows]


def kept_contents(db: sqlite_utils.Database, change: int) -> Iterator[bytes]:
    """The contents of the `kept_pages`, one after the other: all together they may not fit into memory."""
    for digest in kept_pages(db, change):
        row = db.execute("SELECT content FROM removed_pages WHERE change_id = ? AND digest = ?", [change, digest])
        yield zlib.decompress(row.fetchone()[0])


def forget_what_was_said(db: sqlite_utils.Database, change: int) -> None:
    """Delete the decisions and own values that a run stored, so that those before it count."""
    for table in ("decisions", "own_values"):
        db.execute(f"DELETE FROM {table} WHERE change_id = ?", [change])  # noqa: S608  constants


def forget(db: sqlite_utils.Database, change: int) -> None:
    """Delete a run from the journal, with the pages that were kept for it."""
    db.execute("DELETE FROM removed_pages WHERE change_id = ?", [change])
    db.execute("DELETE FROM changes WHERE id = ?", [change])


def papers_told_by(db: sqlite_utils.Database, change: int) -> set[int]:
    """The papers of the records that the decisions and own values of a run name."""
    found: set[int] = set()
    for table in ("decisions", "own_values"):
        rows = db.execute(
            f"SELECT records.paper_id FROM {table} JOIN pages USING (digest) "  # noqa: S608  constants
            f"JOIN records ON records.page_id = pages.id AND records.ordinal = {table}.ordinal "
            f"WHERE {table}.change_id = ?",
            [change],
        )
        found.update(row[0] for row in rows)
    return found
