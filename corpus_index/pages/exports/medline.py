"""MEDLINE's tagged text, as PubMed saves it (`.nbib`) and Ovid exports it."""

import re
from collections.abc import Iterator

from corpus_index.domain.publication import FAMILIES, TYPE
from corpus_index.pages.entry import Entry
from corpus_index.pages.exports.tagged_lines import Grammar, TaggedRecord, unified
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.people import family_names, given_first, initials_first
from corpus_index.pages.fields.tidying import without_label
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "medline"
_TAG = re.compile(r"(?P<tag>[A-Z]{2,4}) {0,2}-\s?")
_GRAMMAR = Grammar(
    _TAG,
    lambda tag, record: tag in ("PMID", "UI") and (tag in record or "TI" in record),
    empty_ends=True,
    indented=True,
)
_START = re.compile(r"(?m)^(?:PMID ?- ?\d|UI  - \S)")
_PUBMED = re.compile(r"\d{1,8}")
_PMC = re.compile(r"(?:PMC)?(\d{3,8})")
_MARKED = re.compile(r"(?:doi:\s*)?(10\.\S+?)(?:\s*\[doi\])?", re.IGNORECASE)
_FIELDS = {"volume": "VI", "number": "IP", "pages": "PG", "edition": "EN", "language": "LA", "shortjournal": "TA"}
_FEWEST = 0.5


def sniff(sheet: Sheet) -> Fit:
    """Fit lines of tags of up to four letters with numbers of PubMed."""
    text = unified(sheet.page.text)
    if not _START.search(text) or _GRAMMAR.share(text) < _FEWEST:
        return Fit(0.0, "no lines of MEDLINE (PMID- ...)")
    titled = sum(bool(_title(record)) for record in _GRAMMAR.records(text))
    return (
        Fit(0.96, f"MEDLINE with {titled} titles")
        if titled
        else Fit(0.0, "it is MEDLINE without any title", holds_none=True)
    )


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references."""
    return map(_entry, _GRAMMAR.records(sheet.page.text))


def _entry(record: TaggedRecord) -> Entry:
    full = "FAU" in record and any(record.all("FAU"))
    people = [
        " ".join(value).strip() for tag, value in record.lines if tag in (("FAU", "CN") if full else ("AU", "CN"))
    ]
    number = _PUBMED.fullmatch(record.first("PMID", "UI"))
    central = _PMC.match(record.first("PMC"))
    marked = [_MARKED.fullmatch(each) for tag in ("LID", "AID", "DO", "DI") for each in record.all(tag)]
    return Entry(
        title=_title(record),
        authors=tuple(given_first(name) if full else initials_first(name) for name in people if name),
        year=year_in(record.first("DP"), record.first("YR"), record.first("DEP"), record.first("SO")),
        venue=record.first("JT", "TA", "CTI", "SO"),
        ids=(
            *((f"PMID:{number[0]}",) if number else ()),
            *((f"PMC{central[1]}",) if central else ()),
            *(f"doi:{each[1]}" for each in marked if each),
        ),
        abstract=without_label(record.joined("AB")),
        publication=publication.details(_published(record)),
    )


def _published(record: TaggedRecord) -> Iterator[tuple[str, str]]:
    kind = publication.type_of("medline", *record.all("PT"))
    yield TYPE, kind
    yield from publication.container(kind, record.first("JT", "TA", "CTI", "BTI"), record.first("PB"))
    for name, tag in _FIELDS.items():
        yield name, record.first(tag)
    yield "isbn", record.first("ISBN")
    yield from publication.standard_number(record.first("IS"))
    yield "editor", publication.names(map(given_first, record.all("FED", "ED")))
    yield FAMILIES, publication.divided(family_names(record.all("FAU", "FED")))
    yield "keywords", publication.joined(record.all("OT"))
    yield from _month(record.first("DP"))


def _month(date: str) -> Iterator[tuple[str, str]]:
    """Read `2024 May 12`, and of `2024 May-Jun` the months."""
    _, _, rest = date.partition(" ")
    named, _, day = rest.partition(" ")
    yield "month", publication.month(named) if named else ""
    yield "day", day if day.isdigit() else ""


def _title(record: TaggedRecord) -> str:
    found = (record.joined("TI") or record.joined("BTI") or record.joined("TT")).removesuffix(".")
    # A title in brackets is a translation.
    return found.strip("[]").removesuffix(".") if found.startswith("[") else found


READER = entries_reader(_NAME, sniff, entries)
