"""Taking pages and papers out of an index."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import sqlite_utils

from corpus_index import resolve
from corpus_index.errors import NoSuchName
from corpus_index.pipeline.embedding import keep_vectors
from corpus_index.pipeline.grouping import regroup
from corpus_index.pipeline.keeping import keep_pages
from corpus_index.pipeline.reindexing import keep_in_step
from corpus_index.pipeline.resolving import settle
from corpus_index.store import Store, derived, open_store, write
from corpus_index.store.changes import OpenChange
from corpus_index.store.heirs import hand_on, told_of
from corpus_index.store.known import known_records, papers_of, records_of
from corpus_index.store.names import find
from corpus_index.store.scratch import scratch_copy

_DIGEST = re.compile(r"[0-9a-f]{8,64}")
_OFFERED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReport:
    """What was taken out: names of `pages`, keys of `papers`, and how many `records`.

    `changed` are the keys of papers that stay but lost a record; `left` counts the papers that are left. `kept_pages`
    are the names of pages that stay without the records of a removed paper: adding such a page again changes nothing,
    so it has to be removed and added to bring them back.
    """

    pages: tuple[str, ...]
    papers: tuple[str, ...]
    records: int
    changed: tuple[str, ...]
    left: int
    kept_pages: tuple[str, ...]


def remove(path: Path, targets: Collection[str], keys: Collection[str] = (), *, dry_run: bool = False) -> RemoveReport:
    """Take out pages (by name, or the first 8 or more digits of their digest) and papers (by key), all or none.

    Of one name, `targets` are pages before papers; `keys` are papers only.

    A page goes with its records. A paper goes with its records too: their text is marked as skipped in pages that
    keep other records, and pages that keep none go. Papers that lose a record are made anew from the others, and so
    may lose their title or fall apart. With `dry_run` all of it happens to a copy that goes at once. Raises
    `NoSuchName` where a target is none of these, and `StoreError`.
    """
    with scratch_copy(path) if dry_run else open_store(path, write=True) as store:
        report = _removed(store, targets, keys)
        if not dry_run:
            if report.changed:
                keep_vectors(store)
            keep_in_step(store)
        return report


def _removed(store: Store, targets: Collection[str], keys: Collection[str]) -> RemoveReport:
    with write.transaction(store) as db:
        pages, papers = _targets(store, db, targets)
        papers |= {_paper(store, db, key) for key in keys}
        of_papers = [record for records in records_of(db.conn, papers).values() for record in records]
        emptied = write.pages_without_others(db, of_papers)
        pages |= emptied
        kept = write.pages_of_records(db, of_papers) - pages
        names_of_kept = write.names_of_pages(db, kept)
        doomed = set(of_papers) | set(write.records_on(db, pages))
        touched = set(papers_of(db.conn, doomed).values())
        key_of = derived.keys_of(db, touched)
        families = derived.families_of(db, touched)
        names = write.names_of_pages(db, pages)
        if doomed or pages:
            change = OpenChange(f"remove {' '.join((*targets, *keys))}")
            keep_pages(db, change.number(db), pages | kept)
            _hand_on(db, change.number(db), doomed)
        for paper, records in records_of(db.conn, papers).items():
            write.remove_records(db, records, f"removed with the paper {key_of[paper]}")
        write.remove_pages(db, pages)
        here, gone = regroup(db, touched)
        settle(db, changed=here, gone=gone, lost=families)
        return RemoveReport(
            pages=tuple(names),
            papers=tuple(sorted(key_of[paper] for paper in gone & touched)),
            records=len(doomed),
            changed=tuple(sorted(derived.keys_of(db, touched - gone).values())),
            kept_pages=tuple(dict.fromkeys(names_of_kept)),
            left=int(db.execute("SELECT count(*) FROM papers").fetchone()[0]),
        )


def _hand_on(db: sqlite_utils.Database, change: int, doomed: Collection[int]) -> None:
    """Let what a person said of records that go be said of those of their papers that are the same by themselves."""
    told = told_of(db, doomed)
    of_papers = records_of(db.conn, papers_of(db.conn, told).values())
    known = {each.id: each for each in known_records(db.conn, {each for group in of_papers.values() for each in group})}
    for group in of_papers.values():
        left = [record for record in group if record not in doomed]
        for record in set(told).intersection(group):
            hand_on(db, change, record, [heir for heir in left if resolve.compare(known[record], known[heir]).same])


def _targets(store: Store, db: sqlite_utils.Database, targets: Collection[str]) -> tuple[set[int], set[int]]:
    pages: set[int] = set()
    papers: set[int] = set()
    for target in targets:
        found = write.pages_called(db, target)
        if not found and _DIGEST.fullmatch(target.casefold()):
            found = write.pages_with_digest(db, target.casefold())
            if len(found) > 1:
                raise NoSuchName(target, "more than one page has a digest that begins so", "give more digits")
        if found:
            pages.update(found)
            continue
        papers.add(_paper(store, db, target))
    return pages, papers


def _paper(store: Store, db: sqlite_utils.Database, key: str) -> int:
    paper = derived.paper_with_key(db, key)
    if paper is None:
        raise _unknown(store, key)
    return paper


def _unknown(store: Store, target: str) -> NoSuchName:
    """The error for what is neither page nor key. Never a guess: what is taken out is gone."""
    close = find(store, target).keys[:_OFFERED]
    hint = f"did you mean {' or '.join(close)}" if close else "papers list shows the keys, papers info the pages"
    return NoSuchName(target, "no page or paper has this name, digest or key", hint, close)
