"""The tagged text of Web of Science and other ISI exports."""

import re
from collections.abc import Iterator

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.publication import FAMILIES, TYPE
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.exports.tagged_lines import Grammar, TaggedRecord, unified
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.fields.people import family_names, given_first
from corpus_index.pages.fields.tidying import without_label
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "web-of-science"
_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?: |$)")
_GRAMMAR = Grammar(_TAG, lambda tag, record: tag == "PT" and "PT" in record, frozenset(("ER", "EF")), indented=True)
_START = re.compile(r"(?m)^PT [A-Z]\s*$")
_HEADER = frozenset(("FN", "VR"))
_FIELDS = {
    "volume": "VL",
    "number": "IS",
    "eid": "AR",
    "location": "PI",
    "series": "SE",
    "issn": "SN",
    "isbn": "BN",
    "language": "LA",
    "shortjournal": "J9",
}
_FEWEST = 0.8


def sniff(sheet: Sheet) -> Fit:
    """Fit lines of two letters and a blank, with a type for each reference."""
    text = unified(sheet.page.text)
    if not _START.search(text) or _GRAMMAR.share(text) < _FEWEST:
        return Fit(0.0, "no lines of Web of Science (PT J)")
    titled = sum(bool(record.first("TI")) for record in _records(sheet))
    return (
        Fit(0.95, f"Web of Science with {titled} titles")
        if titled
        else Fit(0.0, "it is Web of Science without titles", holds_none=True)
    )


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references."""
    return map(_entry, _records(sheet))


def _records(sheet: Sheet) -> Iterator[TaggedRecord]:
    for record in _GRAMMAR.records(sheet.page.text):
        record.lines = [line for line in record.lines if line[0] not in _HEADER]
        if record.lines:
            yield record


def _entry(record: TaggedRecord) -> Entry:
    number = record.first("PM")
    return Entry(
        title=record.joined("TI"),
        authors=tuple(given_first(name) for name in (*record.items("AF", "AU"), *record.items("CA"))),
        year=year_in(record.first("PY"), record.first("EY"), record.first("EA"), record.first("PD")),
        venue=record.joined("SO") or record.joined("BS"),
        ids=(*_dois(record), *((f"PMID:{number}",) if number.isdigit() else ())),
        urls=tuple(each for each in record.items("UR") if each.startswith("http")),
        abstract=without_label(record.joined("AB")),
        references=tuple(Cited(text=line) for line in _references(record)),
        publication=publication.details(_published(record)),
    )


def _published(record: TaggedRecord) -> Iterator[tuple[str, str]]:
    kind = publication.type_of("web_of_science", record.first("PT"))
    yield TYPE, kind
    yield from publication.container(kind, record.joined("SO") or record.joined("BS"), record.first("PU"))
    for name, tag in _FIELDS.items():
        yield name, record.joined(tag)
    yield "pages", publication.pages(record.first("BP"), record.first("EP"))
    yield "editor", publication.names(map(given_first, record.items("BE", "ED")))
    yield FAMILIES, publication.divided(family_names(record.items("AF", "AU", "BE", "ED")))
    yield "keywords", publication.joined(record.joined("DE").split(";"))


def _dois(record: TaggedRecord) -> Iterator[str]:
    for each in record.all("DI"):
        yield f"doi:{each}"
    # Inspec has the numbers of an article in brackets, the DOI among them: `[S0003-6951(06)22430-6],[10.1000/x]`.
    for found, _, _ in identifiers(record.joined("ID").replace("[", " ").replace("]", " ")):
        if found.scheme is Scheme.DOI:
            yield f"doi:{found.value}"


def _references(record: TaggedRecord) -> Iterator[str]:
    """Give a reference for each line; one that ends in the middle of a list of DOIs goes on in the next."""
    open_line = ""
    for line in record.items("CR"):
        whole = f"{open_line} {line}".strip()
        if whole.count("[") > whole.count("]") and len(whole) < 1000:
            open_line = whole
            continue
        open_line = ""
        yield whole
    if open_line:
        yield open_line


READER = entries_reader(_NAME, sniff, entries)
