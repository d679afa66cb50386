"""Making an index anew from what can be read of it, with all that follows from its pages."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from corpus_index import extract, pages
from corpus_index.domain.progress import Progress
from corpus_index.domain.record import ReadPage
from corpus_index.errors import NotAStore, PageError, StoreDamaged, StoreTooNew, StoreUnwritable
from corpus_index.pipeline.in_processes import in_processes
from corpus_index.pipeline.keeping import put_page_back
from corpus_index.pipeline.preparing import Prepared, prepared
from corpus_index.store import Store, write
from corpus_index.store.connection import check_file, connect, log_beside
from corpus_index.store.failures import Translated
from corpus_index.store.fresh_file import fresh_file, put_in_place
from corpus_index.store.given_keys import restore
from corpus_index.store.journal import choose_journal
from corpus_index.store.known_schema import with_known_schema
from corpus_index.store.migrations import migrate
from corpus_index.store.salvage import Salvaged, is_whole, open_damaged, salvage
from corpus_index.store.stored_pages import PageCopy, copy_page, page_numbers

_AS_THEY_ARE = ("files", "changes", "removed_pages", "given_keys", "decisions", "own_values")
_MEANING = {
    "changes": "what can be undone",
    "removed_pages": "what can be undone",
    "given_keys": "the keys that were given out",
    "papers": "the keys that were given out",
    "aliases": "the keys that were given out",
    "decisions": "what was decided by merge and split",
    "own_values": "corrections, tags and notes",
    "metadata": "years, venues and identifiers",
    "record_authors": "the names of authors",
    "reference_ids": "references",
}
"""What the loss of rows means; that of pages and records is said for each page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairReport:
    """The index that was made anew, how much it holds, and the file that has the `former` one.

    `lost` says in lines what could not be read; it is empty where nothing that cannot be made again was lost.
    """

    path: str
    former: str
    pages: int
    records: int
    papers: int
    lost: tuple[str, ...]


def repair(path: Path, *, progress: Progress | None = None) -> RepairReport:
    """Make the index at `path` anew from the pages, records, keys and own values that can be read of it.

    Facts, papers, links and full text are made from these. The former file stays beside it, and until the new one is
    whole nothing changes. `progress` counts pages. Raises a `StoreError` where nothing can be read, or another process
    has the index open.
    """
    place = Path(os.path.realpath(path))
    if not place.is_file():
        check_file(place)
    former = place.with_name(f"{place.name}.before-repair-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    try:
        # Before any work, so that it is known whether a file can be written at all.
        with fresh_file(place) as fresh, Translated(place), _salvaged(place) as (damaged, salvaged):
            with salvaged.store, _opened(fresh) as store:
                lost = tuple(_fill(store, salvaged, progress))
                counts = {table: _count(store, table) for table in ("pages", "records", "papers")}
            _exchange(place, former, fresh, damaged)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        what = f"no repaired index can be written ({reason})"
        raise StoreUnwritable(str(path), what, "look at the space and the permissions of its folder") from None
    return RepairReport(path=str(path), former=str(former), **counts, lost=lost)


@contextmanager
def _salvaged(place: Path) -> Iterator[tuple[sqlite3.Connection, Salvaged]]:
    """The damaged index, which nobody else has open, and what could be read of it."""
    with ExitStack() as stack:
        try:
            damaged = stack.enter_context(closing(open_damaged(place)))
            salvaged = salvage(place, damaged)
        except (NotAStore, StoreDamaged, StoreTooNew) as error:
            # Its version is a part of the header; where nothing else differs, that is what is damaged.
            lost = 0 if isinstance(error, StoreTooNew) else 1
            copy = stack.enter_context(with_known_schema(place, lost))
            if copy is None:
                raise
            damaged = stack.enter_context(closing(open_damaged(copy)))
            salvaged = salvage(place, damaged)
        yield damaged, salvaged


@contextmanager
def _opened(fresh: Path) -> Iterator[Store]:
    with closing(connect(fresh, "rw")) as connection:
        # Nobody sees this file before it is whole, and it is written out before it is put in its place.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
        yield Store(fresh, connection)
        # Else who reads the new index would keep others from writing until somebody has opened it to write.
        choose_journal(connection, fresh)


def _fill(store: Store, salvaged: Salvaged, progress: Progress | None) -> Iterator[str]:
    """Store what was read, with all that follows from it, and say what was lost."""
    connection = salvaged.store.connection
    with write.transaction(store) as db:
        for table in _AS_THEY_ARE:
            for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608  constants
                db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", tuple(row))  # noqa: S608
    numbers = page_numbers(connection)
    copies = (copy_page(connection, number) for number in numbers)
    for done, (copy, ready, problem) in enumerate(in_processes(_prepared, copies), start=1):
        with write.transaction(store) as db:
            put_page_back(db, copy, ready)
        if problem:
            yield f"{copy.read.page.name}: {problem}"
        if progress:
            progress(done, len(numbers), copy.read.page.name)
    with write.transaction(store) as db:
        restore(db, salvaged.first_keys)
    yield from (f"{name}: the page cannot be read; add it again" for name in salvaged.lost_pages)
    yield from (f"a part of {_MEANING[table]} cannot be read" for table in salvaged.torn_tables if table in _MEANING)


def _prepared(copy: PageCopy) -> tuple[PageCopy, Prepared, str]:
    problem = ""
    if not is_whole(copy.read):
        anew = _split_anew(copy.read)
        done = "it was split anew" if anew else "remove it and add it again"
        problem = f"not all of its records can be read; {done}"
        copy = replace(copy, read=anew or copy.read)
    return copy, prepared(copy.read, map(extract.facts_of, copy.read.records)), problem


def _split_anew(read: ReadPage) -> ReadPage | None:
    """The page split once more, where that can be done from the text that is stored."""
    try:
        anew = pages.split(read.page)
    except PageError:
        return None
    return anew if anew.reader == read.reader and anew.page == read.page else None


def _exchange(place: Path, former: Path, fresh: Path, damaged: sqlite3.Connection) -> None:
    """Set the former file aside and put the new one there."""
    mode = place.stat().st_mode & 0o777
    place.rename(former)
    try:
        # Closed before there is a new index, it cannot take the log of that one for its own.
        damaged.close()
        if log := log_beside(place):
            Path(log).rename(f"{former}{log.removeprefix(str(place))}")
        for end in ("-wal", "-shm"):
            Path(f"{place}{end}").unlink(missing_ok=True)
        put_in_place(fresh, place, mode=mode)
    except BaseException:
        if not place.exists():
            former.rename(place)
        raise


def _count(store: Store, table: str) -> int:
    return int(store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608  a constant
