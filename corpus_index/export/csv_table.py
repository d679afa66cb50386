"""Papers as a table for spreadsheets (CSV, UTF-8, with a header)."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import APART, FAMILIES, PEOPLE, PROTECTED
from corpus_index.domain.spreadsheet import BEFORE_FORMULA, FORMULA, SIGN_OF_TEXT
from corpus_index.export.publication_fields import called, columns, people
from corpus_index.export.reference import Reference, reference
from corpus_index.export.white_space import squeezed

_BEFORE = ("key", "type", "title", "authors", "year", "month", "day")
_BEHIND = (
    "doi", "arxiv", "url", "keywords", "note", "annotation", "status", "abstract", FAMILIES, PROTECTED
)  # fmt: skip
_COLUMNS = tuple(dict.fromkeys((*_BEFORE, *columns("csv"), *_BEHIND)))
_FORMULA = re.compile(BEFORE_FORMULA + FORMULA, re.MULTILINE)


def csv_table(papers: Iterable[Paper]) -> Iterator[str]:
    """Yield the header and one row a paper, in the order given; authors are divided by `; `.

    Spreadsheets run a cell that begins with one of `= + - @`, a tab or their full-width forms as a formula: such a
    cell, and what some of them take for one, begins with an apostrophe, which they take for a sign of text.
    """
    yield _row(_COLUMNS)
    for work in map(reference, papers):
        cells = _cells(work)
        yield _row([inert(cells.get(column, "")) for column in _COLUMNS])


def inert(cell: str) -> str:
    """Keep a cell from being a formula."""
    return _FORMULA.sub(rf"\1{SIGN_OF_TEXT}", cell)


def _cells(work: Reference) -> dict[str, str]:
    cells = {
        "key": work.key,
        "type": work.type.name,
        "title": squeezed(work.title),
        "authors": _people(work.authors, work.authors_complete),
        "year": squeezed(work.dated),
        "month": squeezed(work.details.get("month", "")),
        "day": squeezed(work.details.get("day", "")),
        "doi": work.doi,
        "arxiv": work.arxiv,
        "url": next(iter((*work.urls, *work.addresses)), ""),
        "keywords": "; ".join(keyword.replace(";", ",") for keyword in map(squeezed, work.keywords)),
        "note": work.note,
        "annotation": work.annotation,
        "status": work.status,
        "abstract": squeezed(work.abstract),
        FAMILIES: squeezed(APART.join(sorted(work.families))),
        PROTECTED: squeezed(APART.join(work.protected)),
    }
    for column, name, value in called("csv", work.details):
        cells.setdefault(column, _people(*people(value)) if name in PEOPLE else squeezed(value))
    return cells


def _people(names: Iterable[str], complete: bool) -> str:
    listed = "; ".join(name.replace(";", ",") for name in map(squeezed, names))
    return listed if complete or not listed else f"{listed}; et al."


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
