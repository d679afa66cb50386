"""RIS, as reference managers and publishers export it."""

import re
from collections.abc import Iterator
from itertools import chain

from corpus_index.domain.publication import FAMILIES, GENRE, TYPE, YEAR
from corpus_index.pages.entry import Entry
from corpus_index.pages.exports.tagged_lines import Grammar, TaggedRecord, unified
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import registered
from corpus_index.pages.fields.people import family_names, given_first
from corpus_index.pages.fields.tidying import without_label, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "ris"
_TAG = re.compile(r"\s{0,3}(?P<tag>[A-Z][A-Z0-9])\s{1,3}-(?:\s|$)")
_GRAMMAR = Grammar(_TAG, lambda tag, _: tag == "TY", frozenset(("ER",)))
_START = re.compile(r"(?m)^\s{0,3}TY\s{1,3}-\s*\w")
_FEWEST = 0.5
_FIELDS = {
    "volume": ("VL",),
    "number": ("IS",),
    "eid": ("C7",),
    "chapter": ("SE",),
    "edition": ("ET",),
    "series": ("T3",),
    "location": ("CY", "PP"),
    "language": ("LA",),
    GENRE: ("M3",),
    "shortjournal": ("J2", "JA"),
}
_PEOPLE = {"editor": ("ED", "A2"), "translator": ("A4",)}
_MEDICINE = re.compile(r"pubmed|medline|\bnlm\b", re.IGNORECASE)


def sniff(sheet: Sheet) -> Fit:
    """Fit lines of two-letter tags with a type for each reference."""
    text = unified(sheet.page.text)
    if not _START.search(text) or _GRAMMAR.share(text) < _FEWEST:
        return Fit(0.0, "no lines of RIS (TY  - ...)")
    titled = sum(bool(_title(record)) for record in _records(sheet))
    return (
        Fit(0.95, f"RIS with {titled} titles") if titled else Fit(0.0, "it is RIS without any title", holds_none=True)
    )


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references."""
    return map(_entry, _records(sheet))


def _records(sheet: Sheet) -> Iterator[TaggedRecord]:
    return (record for record in _GRAMMAR.records(sheet.page.text) if "TY" in record)


def _entry(record: TaggedRecord) -> Entry:
    accession = record.first("AN")
    in_medicine = accession.isdigit() and _MEDICINE.search(" ".join((record.first("DB"), record.first("DP"))))
    numbers, urls = registered(
        each for tag in ("UR", "L1", "L2", "LK") for each in record.all(tag) if each.startswith("http")
    )
    return Entry(
        title=_title(record),
        authors=tuple(given_first(name) for name in record.all("AU", "A1")),
        year=year_in(record.first("PY"), record.first("Y1"), record.first("DA")),
        venue=without_tags(record.first("T2", "JF", "JO", "JA", "J2", "BT", "PB")),
        ids=(
            *(each if each.startswith("http") else f"doi:{each}" for each in record.all("DO", "DI")),
            *((f"PMID:{accession}",) if in_medicine else ()),
            *(each for each in record.all("C2") if each.startswith("PMC")),
            *numbers,
        ),
        urls=urls,
        abstract=without_label(without_tags(record.joined("AB") or record.joined("N2"))),
        key=record.first("ID"),
        publication=publication.details(_published(record)),
    )


def _published(record: TaggedRecord) -> Iterator[tuple[str, str]]:
    kind = publication.type_of("ris", record.first("TY"))
    yield TYPE, kind
    title = record.first("T2", "JF", "JO", "JA", "J2") if kind in ("", "article") else record.first("T2", "BT")
    yield from publication.container(kind, without_tags(title), record.first("PB"))
    for name, tags in _FIELDS.items():
        yield name, without_tags(record.first(*tags))
    yield "pages", publication.pages(record.first("SP"), record.first("EP"))
    yield from publication.standard_number(" ".join(record.all("SN")))
    for name, tags in _PEOPLE.items():
        yield name, publication.names(map(given_first, record.all(*tags)))
    yield FAMILIES, publication.divided(family_names(record.all("AU", "A1", *chain(*_PEOPLE.values()))))
    yield "keywords", publication.joined(record.all("KW"))
    yield "annotation", " ".join(record.all("N1"))
    yield "note", " ".join(each for each in record.all("M2") if not each.isdigit())
    yield YEAR, publication.odd_year(record.first("PY"))
    yield from publication.date(record.first("DA", "Y1", "PY"))
    yield "urldate", record.first("Y2").strip("/").replace("/", "-")


def _title(record: TaggedRecord) -> str:
    return without_tags(record.first("TI", "T1", "CT") or record.first("BT"))


READER = entries_reader(_NAME, sniff, entries)
