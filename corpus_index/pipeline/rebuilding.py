"""Making an index anew from the pages that it stores, after an upgrade of the program."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus_index import extract
from corpus_index.pipeline.grouping import regroup
from corpus_index.pipeline.in_processes import in_processes
from corpus_index.pipeline.keeping import put_page_back
from corpus_index.pipeline.preparing import Prepared, prepared
from corpus_index.pipeline.reindexing import keep_in_step
from corpus_index.pipeline.resolving import settle
from corpus_index.store import Store, derived, open_store, write
from corpus_index.store.known import papers_of
from corpus_index.store.stored_pages import PageCopy, copy_page, page_numbers

Progress = Callable[[float, int, str], None]
"""Called after each page with how many are done, how many there are, and its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildReport:
    """How many `pages` and `records` were read anew, and how many papers there `were` and are `now`."""

    pages: int
    records: int
    were: int
    now: int


def rebuild(path: Path, *, progress: Progress | None = None) -> RebuildReport:
    """Extract, compare and link anew what is on the stored pages, as this version of the program does it.

    How pages were split into records stays, and so do keys that were given out, decisions and a person's own layer. One
    page is one transaction: interrupted at any moment, the index is whole, part of it as the former version made it.
    Raises a `StoreError`.
    """
    with open_store(path, write=True) as store:
        were = _papers(store)
        numbers = page_numbers(store.connection)
        records = 0
        for done, (copy, ready) in enumerate(in_processes(_prepared, _copies(store, numbers)), start=1):
            _replace(store, copy, ready)
            records += len(copy.read.records)
            if progress:
                progress(done, len(numbers), copy.read.page.name)
        keep_in_step(store)
        return RebuildReport(pages=len(numbers), records=records, were=were, now=_papers(store))


def _copies(store: Store, numbers: list[int]) -> Iterator[PageCopy]:
    return (copy_page(store.connection, number) for number in numbers)


def _prepared(copy: PageCopy) -> tuple[PageCopy, Prepared]:
    return copy, prepared(copy.read, map(extract.facts_of, copy.read.records))


def _replace(store: Store, copy: PageCopy, ready: Prepared) -> None:
    with write.transaction(store) as db:
        touched = set(papers_of(db.conn, write.records_on(db, [copy.id])).values())
        families = derived.families_of(db, touched)
        write.remove_pages(db, [copy.id])
        here, gone = regroup(db, touched)
        settle(db, changed=here, gone=gone, lost=families)
        put_page_back(db, copy, ready)


def _papers(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM papers").fetchone()[0])
