"""Adding pages to an index: one transaction a page."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from corpus_index import extract, pages
from corpus_index.domain.page import Page
from corpus_index.domain.progress import Progress
from corpus_index.domain.record import ReadPage
from corpus_index.domain.report import AddReport, Outcome, SourceReport
from corpus_index.errors import PageError
from corpus_index.pages import Source
from corpus_index.pipeline.adding_parts import add_parts
from corpus_index.pipeline.embedding import keep_vectors
from corpus_index.pipeline.storing import quoted_reasons, refused, store_page
from corpus_index.pipeline.target import Target
from corpus_index.store.lines import LineIndex


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
    in it, whenever this is interrupted. A `dry_run` works on a copy that is thrown away. `progress` counts sources, of
    which a part of a large file is its share of the lines. Raises a `StoreError`.
    """
    given = list(paths)
    names = [each.where if isinstance(each, PageError) else each for each in pages.expand(given)]
    reports: list[SourceReport] = []
    with Target(path, command=f"add {' '.join(given)}", dry_run=dry_run) as target:
        total = len(names)
        done = -1
        for source in pages.sources(given, stdin):
            if done + 1 < total and _name_of(source).startswith(names[done + 1]):
                done += 1
            shown = partial(_show, progress, max(done, 0), total) if progress else None
            if shown:
                shown(0, _name_of(source))
            if isinstance(source, Source) and source.reopen is not None:
                reports.append(add_parts(target, source, shown))
            else:
                reports.append(_add(target, source))
        if not dry_run and any(report.outcome is Outcome.ADDED for report in reports):
            keep_vectors(target.store, progress)
        if progress:
            progress(len(names), len(names), "")
        return AddReport(sources=tuple(reports), papers=target.papers(), dry_run=dry_run)


def _show(progress: Progress, done: int, total: int, share: float, name: str) -> None:
    progress(done + share, total, name)


def _name_of(source: Source | PageError) -> str:
    return source.where if isinstance(source, PageError) else source.name


def build(path: Path, sources: Iterable[Source]) -> AddReport:
    """Put sources that are read already into the index at `path`, under their names."""
    with Target(path, command="build", dry_run=False) as target:
        reports = tuple(_add(target, source) for source in sources)
        return AddReport(sources=reports, papers=target.papers())


def _add(target: Target, source: Source | PageError) -> SourceReport:
    if isinstance(source, PageError):
        return refused(source.where, source)
    try:
        page = pages.load(source.name, source.data)
        if target.holds(page.digest):
            return SourceReport(source=source.name, outcome=Outcome.UNCHANGED)
        read = pages.split(page)
    except PageError as problem:
        return refused(source.name, problem)
    facts = [extract.facts_of(record) for record in read.records]
    placement = store_page(target.store, read, facts, target.change)
    if placement is None:
        return SourceReport(source=source.name, outcome=Outcome.UNCHANGED)
    return SourceReport(
        source=source.name,
        outcome=Outcome.ADDED,
        reader=read.reader,
        records=len(read.records),
        new_papers=len(placement.new),
        merged_papers=placement.merged,
        skipped=tuple(_skipped(page, read)),
        keys_not_kept=placement.keys_not_kept,
        only_earlier=placement.only_earlier,
    )


def _skipped(page: Page, read: ReadPage) -> Iterator[tuple[int | None, int | None, str]]:
    if read.page.text != page.text:
        yield from ((None, None, quoted) for quoted in quoted_reasons(read.page, read.skipped))
        return
    lines = LineIndex(page.text)
    for each in read.skipped:
        yield *lines.lines(each.start, each.end), each.reason
