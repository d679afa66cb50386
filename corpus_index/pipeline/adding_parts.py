"""Adding a file that is too large for one page: a row of pages, each one transaction, and a mark at the end."""

from collections.abc import Callable
from functools import partial

from corpus_index import extract, pages
from corpus_index.domain.report import KeyNotKept, Outcome, SourceReport
from corpus_index.domain.wording import counted
from corpus_index.errors import PageError
from corpus_index.pages import Source
from corpus_index.pipeline.in_processes import in_processes
from corpus_index.pipeline.preparing import Prepared, prepared
from corpus_index.pipeline.storing import quoted_reasons, refused, store_prepared
from corpus_index.pipeline.target import Target
from corpus_index.store import write

_NAMED = 5
"""How many lines without a paper are named; there may be millions."""
_MOST_KEYS = 10_000
"""How many keys that could not be kept are named."""


def add_parts(target: Target, source: Source, progress: Callable[[float, str], None] | None) -> SourceReport:
    """Store a large source part by part; parts that are stored already are passed over.

    Interrupted at any moment, it leaves whole parts behind, and adding the file again goes on after them.
    """
    try:
        reader = pages.line_reader(source)
        whole = pages.extent_of(source)
        digest = whole.digest
        with write.transaction(target.store) as db:
            if write.file_is_complete(db, digest) or write.holds(db, digest):
                return SourceReport(source=source.name, outcome=Outcome.UNCHANGED)
            write.save_file(db, digest, source.name, complete=False)
        records = new = merged = unread = 0
        named: list[str] = []
        not_kept: list[KeyNotKept] = []
        also_not_kept = 0
        left = (part for part in pages.parts(source, digest) if not target.holds(part.digest))
        for before, page in in_processes(partial(_prepared, source.name, reader), left):
            if progress:
                progress(before / whole.lines, page.page.name)
            placement = store_prepared(target.store, page, file=digest, change=target.change)
            records += len(page.wishes)
            if placement:
                new += len(placement.new)
                merged += placement.merged
                told = placement.keys_not_kept[: _MOST_KEYS - len(not_kept)]
                not_kept += told
                also_not_kept += len(placement.keys_not_kept) - len(told)
            reasons = list(quoted_reasons(page.page, page.skipped))
            unread += len(reasons)
            named += reasons[: _NAMED - len(named)]
    except PageError as problem:
        return refused(source.name, problem)
    with write.transaction(target.store) as db:
        write.save_file(db, digest, source.name, complete=True)
    return SourceReport(
        source=source.name,
        outcome=Outcome.ADDED,
        reader=reader.name,
        records=records,
        new_papers=new,
        merged_papers=merged,
        skipped=tuple((None, None, each) for each in _few(named, unread, also_not_kept)),
        keys_not_kept=tuple(not_kept),
    )


def _few(named: list[str], unread: int, keys: int) -> list[str]:
    """The reasons that are named, how many more there are, and how many keys could not be kept and are not named."""
    more = unread - len(named)
    lines = [f"and {counted(more, 'more line')} without a paper"] if more else []
    return [*named, *lines, *([f"{counted(keys, 'more key')} could not be kept"] if keys else [])]


def _prepared(source: str, reader: pages.LineReader, part: pages.Part) -> tuple[int, Prepared]:
    """Give how many lines stand before a part, and the part."""
    read = pages.read_part(source, reader, part)
    return part.first - 1, prepared(read, map(extract.facts_of, read.records))
