"""Taking back what the last command changed."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import sqlite_utils

from corpus_index.domain.progress import Progress
from corpus_index.errors import NothingToUndo
from corpus_index.pipeline.changing import changing
from corpus_index.pipeline.grouping import keep_blocks, regroup
from corpus_index.pipeline.keeping import put_pages_back
from corpus_index.pipeline.resolving import settle
from corpus_index.store import derived, write
from corpus_index.store.changes import (
    forget,
    forget_what_was_said,
    kept_contents,
    kept_pages,
    last_change,
    pages_stored_by,
    papers_told_by,
)
from corpus_index.store.given_keys import give_out, restore
from corpus_index.store.keys import papers_with
from corpus_index.store.keys_of_runs import keys_before, withdraw
from corpus_index.store.known import papers_of, records_of


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoReport:
    """The `command` that was taken back and when it ran (UTC, ISO 8601).

    `taken_out` counts the pages that it had stored, `put_back` those that it had taken out or changed; `left` counts
    the papers that the index holds now.
    """

    command: str
    at: str
    taken_out: int
    put_back: int
    left: int


def undo(path: Path, *, dry_run: bool = False, progress: Progress | None = None) -> UndoReport:
    """Take back what the last command changed, in one transaction; again, the one before it.

    Pages that it stored go, pages that it took out or extracted anew come back with the facts that they had, and so do
    the decisions and own values that counted before. What follows from these is made by this version of the program.
    Keys that it gave out stay given out, and those that papers had before are their keys again. `progress` counts pages
    that are out or back. Raises `NothingToUndo`, and a `StoreError`.
    """
    with changing(path, dry_run=dry_run) as (_, db):
        change = last_change(db)
        if change is None:
            raise NothingToUndo(str(path), "there is no change to take back", "papers info shows what the index holds")
        kept = kept_pages(db, change.id)
        stored = pages_stored_by(db, change.id)
        out = sorted({*stored, *(page for digest in kept for page in write.pages_with_digest(db, digest))})
        touched = papers_told_by(db, change.id)
        touched.update(papers_of(db.conn, write.records_on(db, out)).values())
        families = derived.families_of(db, touched)
        told = records_of(db.conn, papers_told_by(db, change.id)).values()
        former = keys_before(db, change.id)
        forget_what_was_said(db, change.id)
        withdraw(db, change.id)
        keep_blocks(db, [record for records in told for record in records])
        for done, name in enumerate(chain(_taken_out(db, out), _put_back(db, change.id, touched, families)), start=1):
            if progress:
                progress(done, len(out) + len(kept), name)
        restore(db, former)
        give_out(db, papers_with(db, former))
        forget(db, change.id)
        return UndoReport(
            command=change.command,
            at=change.at,
            taken_out=len(stored),
            put_back=len(kept),
            left=int(db.execute("SELECT count(*) FROM papers").fetchone()[0]),
        )


def _taken_out(db: sqlite_utils.Database, pages: Collection[int]) -> Iterator[str]:
    """Take pages out, one after the other, and give their names."""
    for page in pages:
        yield from write.names_of_pages(db, [page])
        write.remove_pages(db, [page])


def _put_back(
    db: sqlite_utils.Database, change: int, touched: Collection[int], families: AbstractSet[str]
) -> Iterator[str]:
    """Bring the papers in step that were touched, then put pages back that were kept, and give their names."""
    here, gone = regroup(db, touched)
    settle(db, changed=here, gone=gone, lost=families)
    yield from put_pages_back(db, kept_contents(db, change))
