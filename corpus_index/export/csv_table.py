"""Papers as a table for spreadsheets (CSV, UTF-8, with a header)."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from corpus_index.domain.paper import Paper
from corpus_index.export.reference import Reference, reference
from corpus_index.export.white_space import squeezed

_COLUMNS = (
    "key", "type", "title", "authors", "year", "venue", "doi", "arxiv", "url",
    "keywords", "note", "annotation", "status", "abstract",
)  # fmt: skip
# Behind `;` too: where a comma divides digits, spreadsheets divide the cells of a row by it.
_FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r])", re.MULTILINE)


def csv_table(papers: Iterable[Paper]) -> Iterator[str]:
    """Yield the header and one row a paper, in the order given; authors are divided by `; `.

    Spreadsheets run a cell that begins with one of `= + - @`, a tab or their full-width forms as a formula: such a
    cell, and what some of them take for one, begins with an apostrophe, which they take for a sign of text.
    """
    yield _row(_COLUMNS)
    for work in map(reference, papers):
        yield _row([inert(cell) for cell in _cells(work)])


def inert(cell: str) -> str:
    """Keep a cell from being a formula."""
    return _FORMULA.sub(r"\1'", cell)


def _cells(work: Reference) -> Sequence[str]:
    authors = "; ".join(name.replace(";", ",") for name in map(squeezed, work.authors))
    return (
        work.key,
        work.type.name,
        squeezed(work.title),
        authors + ("; et al." if authors and not work.authors_complete else ""),
        squeezed(work.dated),
        squeezed(work.venue),
        work.doi,
        work.arxiv,
        next(iter(work.addresses), ""),
        "; ".join(keyword.replace(";", ",") for keyword in map(squeezed, work.keywords)),
        work.note,
        work.annotation,
        work.status,
        squeezed(work.abstract),
    )


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
