"""What programs do with saved pages: add them to an index, read them without one, and measure how well."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus_index.errors import PageError, PapersError

if TYPE_CHECKING:
    from typing import BinaryIO

    from corpus_index.domain.document import RecordDocument
    from corpus_index.domain.facts import Facts
    from corpus_index.domain.record import RawRecord
    from corpus_index.domain.report import AddReport
    from corpus_index.extract import Explained
    from corpus_index.pages import ReaderVerdict
    from corpus_index.report.evaluation import Measure


def add(path: str | os.PathLike[str], paths: Iterable[str], *, dry_run: bool = False) -> AddReport:
    """Read saved pages (files and folders) and store their papers in the index at `path`, made where there is none."""
    from corpus_index.pipeline import add as add_pages

    return add_pages(Path(path), paths, dry_run=dry_run)


def parse(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[RecordDocument]:
    """Read pages (`-` is `stdin`) and give their records with all facts, without any index.

    Raises `PageError` at the first that cannot be read.
    """
    from corpus_index.domain.document import document

    for source, record, facts in _records(paths, stdin):
        yield document(source, record, facts)


def explain_facts(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[tuple[str, Explained]]:
    """The facts of the records of pages, each record by its name (`page#ordinal`), with the rules that made them."""
    from corpus_index.extract import explain

    for source, record, _ in _records(paths, stdin):
        yield f"{source}#{record.ordinal}", explain(record)


def explain_readers(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[tuple[str, list[ReaderVerdict]]]:
    """What each reader thinks of each page: whether it fits, and why. Raises as `parse` does."""
    from corpus_index import pages

    for source in pages.sources(list(paths), stdin):
        if isinstance(source, PageError):
            raise source
        yield source.name, list(pages.explain(pages.load(source.name, source.data)))


def evaluate(gold: str | os.PathLike[str], paths: Iterable[str]) -> tuple[Measure, ...]:
    """Precision, recall and F1 of each sort of fact in pages, against the facts of a gold file."""
    from corpus_index.report.evaluation import score
    from corpus_index.report.gold import read_gold

    return score(read_gold(Path(gold)), list(parse(paths)))


def differences(
    gold: str | os.PathLike[str], paths: Iterable[str], field: str
) -> list[tuple[str, list[str], list[str]]]:
    """Records of a gold file that differ in a field of `evaluate`: the name, what was missed, and what is spurious."""
    from corpus_index.report.evaluation import FIELDS
    from corpus_index.report.evaluation import differences as differing
    from corpus_index.report.gold import read_gold

    if field not in FIELDS:
        raise PapersError(field, "is no field of the table", f"take one of {', '.join(FIELDS)}")
    return list(differing(read_gold(Path(gold)), list(parse(paths)), field))


def _records(paths: Iterable[str], stdin: BinaryIO | None) -> Iterator[tuple[str, RawRecord, Facts]]:
    from corpus_index.pipeline import parse as parse_pages

    for parsed in parse_pages(paths, stdin):
        if parsed.problem is not None or parsed.read is None:
            raise parsed.problem or PapersError(parsed.source, "cannot be read")
        for record, facts in zip(parsed.read.records, parsed.facts, strict=True):
            yield parsed.source, record, facts
