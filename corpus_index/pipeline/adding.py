"""Adding pages to an index: one transaction a page."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from corpus_index import extract, pages, resolve
from corpus_index.domain.facts import Facts
from corpus_index.domain.record import ReadPage
from corpus_index.domain.report import AddReport, Outcome, SourceReport
from corpus_index.domain.work import KnownRecord
from corpus_index.errors import PageError
from corpus_index.pages import Source
from corpus_index.pipeline.grouping import Placement, place
from corpus_index.pipeline.resolving import settle
from corpus_index.pipeline.target import Target
from corpus_index.store import Store, write
from corpus_index.store.lines import LineIndex

Progress = Callable[[int, int, str], None]
"""Called before each source with how many are done, how many there are, and its name; and once at the end."""


def add(
    path: Path,
    paths: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> AddReport:
    """Read the sources and store their pages in the index at `path`, which the first page that can be read makes.

    A source that cannot be read is reported as refused, and the others go on. Each page is whole in the index or not
    in it, whenever this is interrupted. A `dry_run` works on a copy that is thrown away. Raises a `StoreError`.
    """
    given = list(paths)
    names = [each.where if isinstance(each, PageError) else each for each in pages.expand(given)]
    reports: list[SourceReport] = []
    with Target(path, dry_run=dry_run) as target:
        reading = iter(pages.sources(given, stdin))
        for done, name in enumerate(names):
            if progress:
                progress(done, len(names), name)
            source = next(reading, None)
            if source is not None:
                reports.append(_add(target, source))
        if progress:
            progress(len(names), len(names), "")
        return AddReport(sources=tuple(reports), papers=target.papers(), dry_run=dry_run)


def build(path: Path, sources: Iterable[Source]) -> AddReport:
    """Put sources that are read already into the index at `path`, under their names."""
    with Target(path, dry_run=False) as target:
        reports = tuple(_add(target, source) for source in sources)
        return AddReport(sources=reports, papers=target.papers())


def _add(target: Target, source: Source | PageError) -> SourceReport:
    if isinstance(source, PageError):
        return _refused(source.where, source)
    try:
        page = pages.load(source.name, source.data)
        if target.holds(page.digest):
            return SourceReport(source=source.name, outcome=Outcome.UNCHANGED)
        read = pages.split(page)
    except PageError as problem:
        return _refused(source.name, problem)
    facts = [extract.facts_of(record) for record in read.records]
    placement = store_page(target.store, read, facts)
    if placement is None:
        return SourceReport(source=source.name, outcome=Outcome.UNCHANGED)
    lines = LineIndex(page.text)
    return SourceReport(
        source=source.name,
        outcome=Outcome.ADDED,
        reader=read.reader,
        records=len(read.records),
        new_papers=len(placement.new),
        merged_papers=len(placement.known),
        skipped=tuple((*lines.lines(each.start, each.end), each.reason) for each in read.skipped),
    )


def _refused(source: str, problem: PageError) -> SourceReport:
    message = f"{problem.what}; {problem.hint}" if problem.hint else problem.what
    return SourceReport(source=source, outcome=Outcome.REFUSED, problem=message)


def store_page(store: Store, read: ReadPage, facts: Iterable[Facts]) -> Placement | None:
    """Store a page and all that follows from it, in one transaction; `None` where it has been stored meanwhile."""
    with write.transaction(store) as db:
        if write.holds(db, read.page.digest):
            return None
        first = write.next_record(db)
        known = [
            KnownRecord(id=first + at, page=read.page.name, digest=read.page.digest, record=record, facts=of_record)
            for at, (record, of_record) in enumerate(zip(read.records, facts, strict=True))
        ]
        blocks = {each.id: resolve.blocks(each) for each in known}
        placement = place(db, known, blocks)
        page = write.insert_page(db, read)
        records = [
            write.NewRecord(each.id, each.record, each.facts, blocks[each.id], placement.paper[each.id])
            for each in known
        ]
        write.insert_records(db, page, read.page.text, records)
        settle(db, changed=placement.new | placement.known, gone=placement.absorbed)
    return placement
