"""Making an index anew from the pages that it stores, after an upgrade of the program."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus_index import extract
from corpus_index.domain.facts import Facts
from corpus_index.domain.progress import Progress
from corpus_index.pipeline.grouping import regroup
from corpus_index.pipeline.in_processes import in_processes
from corpus_index.pipeline.keeping import keep_copy, put_page_back
from corpus_index.pipeline.preparing import Prepared, prepared
from corpus_index.pipeline.reindexing import keep_in_step
from corpus_index.pipeline.resolving import settle
from corpus_index.store import Store, derived, open_store, write
from corpus_index.store.changes import OpenChange
from corpus_index.store.given_keys import restore
from corpus_index.store.known import papers_of
from corpus_index.store.scratch import scratch_copy
from corpus_index.store.stored_pages import PageCopy, copy_page, page_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class RebuildReport:
    """How many `pages` and `records` were read anew, and how many papers there `were` and are `now`.

    `changed` counts the records of which other facts are extracted than before.
    """

    pages: int
    records: int
    changed: int
    were: int
    now: int


@dataclass(frozen=True, slots=True)
class _Anew:
    """A page with what this version of the program extracts from it."""

    copy: PageCopy
    facts: tuple[Facts, ...]
    ready: Prepared

    @property
    def changed(self) -> int:
        """How many records have other facts than before."""
        return sum(was != now for was, now in zip(self.copy.facts or (), self.facts, strict=True))


def rebuild(path: Path, *, dry_run: bool = False, progress: Progress | None = None) -> RebuildReport:
    """Extract, compare and link anew what is on the stored pages, as this version of the program does it.

    How pages were split into records stays, and so do keys that were given out, decisions and a person's own layer. One
    page is one transaction: interrupted at any moment, the index is whole, part of it as the former version made it.
    Pages with other facts than before are kept as they were, so that `undo` puts these back. `progress` counts
    pages. Raises a `StoreError`.
    """
    with scratch_copy(path) if dry_run else open_store(path, write=True) as store:
        were = _papers(store)
        numbers = page_numbers(store.connection)
        change = OpenChange("rebuild")
        pages = records = changed = 0
        for done, given in enumerate(in_processes(_extracted, _copies(store, numbers)), start=1):
            if anew := _replaced(store, given, change):
                pages += 1
                records += len(anew.facts)
                changed += anew.changed
            if progress:
                progress(done, len(numbers), given.copy.read.page.name)
        if not dry_run:
            keep_in_step(store)
        return RebuildReport(pages=pages, records=records, changed=changed, were=were, now=_papers(store))


def _copies(store: Store, numbers: list[int]) -> Iterator[PageCopy]:
    return (copy_page(store.connection, number) for number in numbers)


def _extracted(copy: PageCopy) -> _Anew:
    facts = tuple(map(extract.facts_of, copy.read.records))
    return _Anew(copy, facts, prepared(copy.read, facts))


def _replaced(store: Store, anew: _Anew, change: OpenChange) -> _Anew | None:
    """Store a page anew as it is now, which others may have changed meanwhile; `None` where they have taken it out."""
    with write.transaction(store) as db:
        page = anew.copy.id
        if write.pages_with_digest(db, anew.copy.read.page.digest) != [page]:
            return None
        now = copy_page(db.conn, page)
        if now != anew.copy:
            anew = _extracted(now)
        if anew.changed:
            keep_copy(db, change.number(db), now)
        touched = set(papers_of(db.conn, write.records_on(db, [page])).values())
        families = derived.families_of(db, touched)
        first_keys = derived.frozen_keys(db, touched).values()
        write.remove_pages(db, [page])
        here, gone = regroup(db, touched)
        settle(db, changed=here, gone=gone, lost=families)
        put_page_back(db, now, anew.ready)
        restore(db, first_keys)
        return anew


def _papers(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM papers").fetchone()[0])
