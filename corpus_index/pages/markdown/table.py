"""Tables of papers in Markdown: a row for each paper, or for each result with its "Paper / Source" beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus_index.pages.entry import Entry
from corpus_index.pages.markdown.blocks import Kind, Note
from corpus_index.pages.markdown.field_labels import TEXTS, Field, field_of
from corpus_index.pages.markdown.inline import links, plain
from corpus_index.pages.markdown.paper_fields import Fields, entry_of, take
from corpus_index.pages.markdown.paper_links import is_of_a_paper, links_in
from corpus_index.pages.markdown.plain_citation import cited
from corpus_index.pages.markdown.same_paper import joined
from corpus_index.pages.markdown.titles import can_be_a_title, tidy, title_of
from corpus_index.pages.reader import Fit, Sheet

NAME = "markdown-table"
_SUMMARY = re.compile(r"<summary\b[^<>]{0,200}>.{0,400}?</summary\s*>", re.IGNORECASE | re.DOTALL)
_CITED_YEAR = re.compile(r"[^\W\d_]\.?,?\s*\(?((?:19|20)\d\d)[a-z]?\)?\s*\)?\s*$")
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
# A title in bold and what somebody says of it.
_DESCRIBED = re.compile(r"\s*(?:\d{1,3}[).]\s*)?\*\*(?P<title>[^*]{2,300})\*\*\s+[-–—]\s+(?P<told>\S.{20,})", re.DOTALL)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """The paper of a row; `sure` where something in the row is that of a paper, `method` is the year of a method."""

    entry: Entry
    sure: bool
    method: int | None


def sniff(sheet: Sheet) -> Fit:
    """Fit where tables have titles of papers, most of them with links to papers, authors or abstracts."""
    if sheet.markdown is None:
        return Fit(0.0, "it is no Markdown")
    found = papers(sheet.markdown)
    if len(found) < _FEWEST:
        return Fit(0.0, "no tables in Markdown with a column of papers")
    return Fit(0.91 + 0.06 * len(found) / (len(found) + 10), f"tables in Markdown with {len(found)} papers")


# Asked for several times: to tell whether the reader fits, and to read.
@lru_cache(maxsize=1)
def papers(note: Note) -> list[Entry]:
    """Find the papers in all tables of a note; none where fewer than half of the rows are surely papers."""
    rows = [row for block in note.blocks if block.kind is Kind.TABLE for row in _rows(block.rows)]
    sure = sum(row.sure for row in rows)
    if sure < _FEWEST or sure < len(rows) / 2:
        return []
    methods: dict[str, set[int | None]] = {}
    for row in rows:
        methods.setdefault((row.entry.title or "").casefold(), set()).add(row.method)
    return joined(_dated(row, methods) for row in rows)


def _dated(row: _Row, methods: dict[str, set[int | None]]) -> Entry:
    """Give a paper the year that a score table has beside the names of its authors, where all rows agree."""
    years = methods[(row.entry.title or "").casefold()] - {None}
    return row.entry if row.entry.year or len(years) != 1 else replace(row.entry, year=next(iter(years)))


def _rows(table: Sequence[Sequence[str]]) -> Iterator[_Row]:
    header = [_column(cell) for cell in table[0]] if table else []
    at = _titles(header, table)
    if at is None:
        return
    for cells in table[1:] if any(header) else table:
        row = _row(cells, header, at) if len(cells) > at else None
        if row:
            yield row


def _column(cell: str) -> Field | None:
    name = plain(cell)
    return field_of(name) or field_of(_BRACKETS.sub("", name))


def _titles(header: Sequence[Field | None], table: Sequence[Sequence[str]]) -> int | None:
    """Find the column of titles: by its head, else the first in which most cells are links to papers."""
    named = [at for at, field in enumerate(header) if field is Field.TITLE]
    for at in named:
        if any(can_be_a_title(title_of(row[at])[0]) for row in table[1:] if len(row) > at):
            return at
    width = max(map(len, table), default=0)
    for at in range(min(width, 40)):
        cells = [row[at] for row in table[1:] if len(row) > at]
        good = [cell for cell in cells if _is_linked(cell) and can_be_a_title(title_of(cell)[0])]
        if len(good) >= _FEWEST and len(good) > len(cells) / 2:
            return at
    return None


def _row(cells: Sequence[str], header: Sequence[Field | None], at: int) -> _Row | None:
    title, _ = title_of(cells[at])
    quoted = cited(plain(cells[at])) if not links(cells[at]) else None
    found = Fields()
    method = None
    for number, cell in enumerate(cells):
        field = header[number] if number < len(header) else None
        if number == at:
            continue
        if field is Field.METHOD or (field is Field.PART and number < at) or (field is None and number == 0):
            told = _CITED_YEAR.search(plain(cell)[:300])
            method = int(told[1]) if told else method
        elif field is not None and cell:
            take(found, (field, ""), _SUMMARY.sub("", cell) if field in TEXTS else cell)
        elif field is None:
            found.links += links(cell)
    if quoted:
        return _Row(quoted, True, None)
    described = _DESCRIBED.fullmatch(cells[at])
    if described:
        title = tidy(plain(described["title"]))
        take(found, (Field.SUMMARY, ""), described["told"])
    elif not can_be_a_title(title):
        return None
    entry = entry_of(title, links_in([cells[at]]), found)
    sure = _is_linked(cells[at]) or found.is_linked or found.is_told or bool(entry.authors)
    return _Row(entry, sure, method)


def _is_linked(cell: str) -> bool:
    return any(is_of_a_paper(link.url) for link in links(cell))
