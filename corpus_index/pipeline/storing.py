"""Storing one page with all that follows from it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import sqlite_utils

from corpus_index.domain.facts import Facts
from corpus_index.domain.page import Page
from corpus_index.domain.record import ReadPage, Skipped
from corpus_index.domain.report import OnlyEarlier, Outcome, SourceReport
from corpus_index.domain.wording import shortened
from corpus_index.errors import PageError
from corpus_index.pipeline.grouping import Placement, place
from corpus_index.pipeline.preparing import Prepared, prepared
from corpus_index.pipeline.resolving import Fresh, settle
from corpus_index.store import Store, write
from corpus_index.store.changes import OpenChange
from corpus_index.store.keys import keys_not_kept
from corpus_index.store.numbered import insert_numbered, next_numbers
from corpus_index.store.revisions import only_earlier


def refused(source: str, problem: PageError) -> SourceReport:
    """Report a source that could not be read."""
    message = f"{problem.what}; {problem.hint}" if problem.hint else problem.what
    return SourceReport(source=source, outcome=Outcome.REFUSED, problem=message)


def quoted_reasons(page: Page, skipped: Iterable[Skipped]) -> Iterator[str]:
    """Say of each stretch in no record why, and how its text begins: the lines of a page laid out anew say nothing."""
    for each in skipped:
        text = " ".join(page.text[each.start : each.end].split())
        yield f"{each.reason}: “{shortened(text)}”"


def store_page(
    store: Store, read: ReadPage, facts: Sequence[Facts], change: OpenChange | None = None
) -> Placement | None:
    """Store a page and all that follows from it, in one transaction; `None` where it has been stored meanwhile."""
    return store_prepared(store, prepared(read, facts), change=change)


def store_prepared(
    store: Store, given: Prepared, file: str | None = None, change: OpenChange | None = None
) -> Placement | None:
    """Do what `store_page` does for a page that is prepared; `file` is the digest of the file that it is a part of."""
    with write.transaction(store) as db:
        if write.holds(db, given.page.digest):
            return None
        number = change.number(db) if change else None
        page = write.insert_page(db, given.page, given.reader, given.skipped, file=file, change=number)
        placement = insert_records(db, given, page)
        earlier = None if file else _only_earlier(db, given.page.name, page)
        return replace(placement, keys_not_kept=tuple(keys_not_kept(db, page)), only_earlier=earlier)


def _only_earlier(db: sqlite_utils.Database, name: str, page: int) -> OnlyEarlier | None:
    papers, digests = only_earlier(db.conn, name, page)
    return OnlyEarlier(papers=papers, digests=digests) if papers else None


def insert_records(db: sqlite_utils.Database, given: Prepared, page: int) -> Placement:
    """Store what is on a page, whose row is there, and all that follows from it."""
    first = next_numbers(db, page)
    for rows in given.rows:
        insert_numbered(db, rows, first)
    papers = range(first.paper_id, first.paper_id + len(given.wishes))
    placement = place(db, papers, first.record_id)
    fresh = _fresh(given, papers, placement.changed | placement.absorbed)
    settle(db, changed=placement.changed, gone=placement.absorbed, fresh=fresh)
    return placement


def _fresh(given: Prepared, papers: Sequence[int], others: frozenset[int]) -> Fresh:
    left = [(paper, at) for at, paper in enumerate(papers) if paper not in others]
    return Fresh(
        wishes={paper: given.wishes[at] for paper, at in left},
        introduced=frozenset().union(*(given.introduced[at] for _, at in left)),
        mentioned=frozenset().union(*(given.mentioned[at] for _, at in left)),
    )
