"""Tables with a header (CSV, TSV), as databases of publications and people's own lists have them."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from corpus_index.domain.publication import FAMILIES, GENRE, PROTECTED, TYPE, YEAR
from corpus_index.domain.spreadsheet import BEFORE_FORMULA, FORMULA, SIGN_OF_TEXT
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.exports.column_names import COLUMNS, Column, columns
from corpus_index.pages.exports.tagged_lines import lines_of
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import identifier, identifiers, registered
from corpus_index.pages.fields.people import have_initials_last, people_in
from corpus_index.pages.fields.tidying import without_label, without_stop, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "csv-table"
_DELIMITERS = ",\t;|"
_HEADER_WITHIN = 6
"""Some tables have a line or two about the export above the header."""
_LONGEST_HEADER = 5000
_SAMPLE = 200
_MOST_ERRORS = 20
_SCHOLARLY = frozenset(
    (
        Column.AUTHORS,
        Column.FULL_NAMES,
        Column.ABSTRACT,
        Column.DOI,
        Column.ARXIV,
        Column.PUBMED,
        Column.PMC,
        Column.VENUE,
    )
)
_PREFIXES = {Column.DOI: "doi:", Column.ARXIV: "arXiv:", Column.PUBMED: "PMID:", Column.PMC: "", Column.ID: ""}
_COPIED = ("volume", "number", "pages", "eid", "chapter", "series", "edition", "version", "location", "organization",
           GENRE, "isbn", "issn", "language", "shortjournal", "shorttitle", "pagetotal", "volumes",
           "eventtitle", "issue", "note", "annotation", "day", "urldate", FAMILIES, PROTECTED)  # fmt: skip
_PEOPLE = ("editor", "translator")
# What keeps a spreadsheet from running a formula.
_TEXT_SIGN = re.compile(BEFORE_FORMULA + SIGN_OF_TEXT + FORMULA, re.MULTILINE)
_KEYWORD_END = re.compile(r"[;|]")
_URL = re.compile(r"https?://[^\s<>\";|]{1,500}")

Row = Mapping[Column | str, list[str]]


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the rows of a table begin, and what is in which of its columns."""

    lines: list[str]
    delimiter: str
    columns: tuple[Column | str | None, ...]

    def rows(self) -> Iterator[Row]:
        """Give the cells of each row by column; a row of another length than the header has only what fits."""
        for cells in _cells(self.lines, self.delimiter):
            row: dict[Column | str, list[str]] = {}
            for kind, cell in zip(self.columns, cells, strict=False):
                if kind and cell.strip():
                    row.setdefault(kind, []).append(_TEXT_SIGN.sub(r"\1", cell.strip()))
            if row:
                yield row


def sniff(sheet: Sheet) -> Fit:
    """Fit a table with titles and something else that papers have."""
    table = _table(sheet)
    if table is None:
        links = _links(sheet)
        if links:
            return Fit(0.0, f"it is a list of {links} links without titles", holds_none=True)
        return Fit(0.0, "no header of a table with titles")
    rows = list(islice(table.rows(), _SAMPLE))
    whole = sum(len(cells) >= len(table.columns) - 1 for cells in islice(_cells(table.lines, table.delimiter), _SAMPLE))
    if not rows or whole < len(rows) / 2:
        return Fit(0.0, "no table: its lines do not have the columns of its header")
    kinds = {kind for kind in table.columns if isinstance(kind, Column)}
    if Column.TITLE not in kinds:
        return Fit(0.0, f"it is a table without titles (its columns: {_named(kinds)})", holds_none=True)
    if not (_SCHOLARLY & kinds or sum(map(_has_identifier, rows)) >= len(rows) / 2):
        return Fit(0.0, "a table with titles, but without authors, abstracts or identifiers of papers")
    if not any(Column.TITLE in row for row in rows):
        return Fit(0.0, "a table with an empty column of titles", holds_none=True)
    return Fit(0.9, f"a table with {_named(kinds)}")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all rows."""
    table = _table(sheet)
    if table is None:
        return iter(())
    sample = (_people(row) for row in islice(table.rows(), _SAMPLE))
    return map(partial(_entry, initials_last=have_initials_last(sample)), table.rows())


def _table(sheet: Sheet) -> _Table | None:
    """Find the header: the first of the lines at the top in which two cells are names of columns."""
    text = sheet.page.text
    lines = lines_of(text[: _LONGEST_HEADER * _HEADER_WITHIN])[:_HEADER_WITHIN]
    for number, line in enumerate(lines):
        if len(line) > _LONGEST_HEADER or line.lstrip()[:1] in ("|", "<", "{", "@"):
            continue
        for delimiter in _DELIMITERS:
            names = next(_cells([line], delimiter), [])
            kinds = columns(names)
            known = {kind for kind in kinds if isinstance(kind, Column)}
            if len(known) >= 2 and all(len(name) <= 60 for name in names) and known - {Column.ID, Column.DATE}:
                return _Table(lines_of(text)[number + 1 :], delimiter, kinds)
    return None


def _cells(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Read rows; after one that cannot be read, such as one with a quote that nothing closes, go on below it."""
    start = 0
    for _ in range(_MOST_ERRORS):
        # Line ends inside of quotes are part of a cell.
        reader = csv.reader((f"{line}\n" for line in islice(lines, start, None)), delimiter=delimiter)
        before = 0
        try:
            for cells in reader:
                before = reader.line_num
                yield cells
            return
        except csv.Error:
            start += before + 1


def _links(sheet: Sheet) -> int:
    """Count the rows of a table of links, none of which has words that might be a title."""
    every = lines_of(sheet.page.text)
    lines = [line for line in every[:_SAMPLE] if line.strip()]
    linked = [line for line in lines if len(line) < 2000 and _URL.search(line)]
    # The first line may be a header.
    if len(linked) < 2 or len(linked) < (len(lines) - 1) * 0.9:
        return 0
    rest = [re.split(r"[,;|\t]", _URL.sub("", line)) for line in linked]
    wordy = sum(any(len(re.findall(r"[^\W\d_]{2,}", cell)) >= 2 for cell in cells) for cells in rest)
    return sum(1 for line in every if "://" in line) if wordy <= len(linked) / 10 else 0


def _entry(row: Row, *, initials_last: bool) -> Entry:
    names, complete = people_in(_people(row), initials_last=initials_last)
    abstract = without_label(without_tags(_first(row, Column.ABSTRACT)))
    numbers, urls = registered(found[0] for cell in row.get(Column.URL, ()) for found in _URL.finditer(cell))
    return Entry(
        title=without_stop(without_tags(_first(row, Column.TITLE))),
        authors=names,
        authors_complete=complete,
        year=year_in(*row.get(Column.YEAR, ()), *row.get(Column.DATE, ())),
        venue=_first(row, Column.VENUE) or _first(row, "publisher"),
        ids=(*_ids(row), *numbers),
        urls=urls,
        abstract=abstract,
        summary=without_tags(_first(row, Column.SUMMARY)),
        key=_first(row, Column.KEY) or None,
        references=tuple(Cited(text=each) for each in _first(row, "references").split("; ") if each.strip()),
        publication=publication.details(_published(row, initials_last=initials_last)),
    )


def _published(row: Row, *, initials_last: bool) -> Iterator[tuple[str, str]]:
    named = _first(row, "type")
    kind = publication.type_named(named) or publication.type_of("web_of_science", named)
    yield TYPE, kind
    yield from publication.container(kind, _first(row, Column.VENUE), _first(row, "publisher"))
    for name in _COPIED:
        yield name, without_tags(_first(row, name))
    yield "month", publication.month(_first(row, "month"))
    yield YEAR, publication.odd_year(_first(row, Column.YEAR))
    yield "pages", publication.pages(_first(row, "first page"), _first(row, "last page"))
    for name in _PEOPLE:
        people, complete = people_in(_first(row, name), initials_last=initials_last)
        yield name, publication.names(people, complete=complete)
    yield "keywords", publication.joined(_KEYWORD_END.split(_first(row, "keywords")))


def _first(row: Row, kind: Column | str) -> str:
    return next(iter(row.get(kind, ())), "")


def _people(row: Row) -> str:
    return _first(row, Column.FULL_NAMES) or _first(row, Column.AUTHORS)


def _ids(row: Row) -> Iterator[str]:
    for kind, prefix in _PREFIXES.items():
        for cell in row.get(kind, ()):
            # A spreadsheet makes a number of an identifier.
            printed = cell.removesuffix(".0") if kind is Column.PUBMED else cell
            found = next((each for each in (printed, f"{prefix}{printed}") if identifier(each)), None)
            if found:
                yield found
    # As in `arXiv preprint arXiv:2001.00001`.
    for cell in row.get(Column.VENUE, ()):
        yield from (cell[start:end] for _, start, end in identifiers(cell))


def _has_identifier(row: Row) -> bool:
    return any(True for _ in _ids(row)) or any(identifier(cell) for cell in row.get(Column.URL, ()))


def _named(kinds: Iterable[Column]) -> str:
    ordered = [kind.value for kind in COLUMNS if kind in set(kinds)]
    return ", ".join(ordered)


READER = entries_reader(_NAME, sniff, entries)
