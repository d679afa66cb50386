"""EndNote's tagged text (`%T Title`), which is that of refer."""

import re
from collections.abc import Iterator

from corpus_index.domain.publication import FAMILIES, GENRE, TYPE
from corpus_index.pages.entry import Entry
from corpus_index.pages.exports.tagged_lines import Grammar, TaggedRecord, unified
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.people import family_names, given_first
from corpus_index.pages.fields.tidying import without_label, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "endnote-tagged"
_TAG = re.compile(r"\s{0,3}%(?P<tag>[0-9A-Z@!#$&()*+<>?\[\]^~|])(?:\s|$)")
_ONCE = frozenset("0T")
_GRAMMAR = Grammar(_TAG, lambda tag, record: tag in _ONCE and tag in record)
_TITLE = re.compile(r"(?m)^\s{0,3}%T\s\S")
_OTHER = re.compile(r"(?m)^\s{0,3}%(?:0|A|D|J)\s\S")
_FIELDS = {
    "volume": "V",
    "number": "N",
    "pages": "P",
    "location": "C",
    "series": "S",
    "edition": "7",
    "chapter": "&",
    "language": "G",
    GENRE: "9",
}
_FEWEST = 0.6


def sniff(sheet: Sheet) -> Fit:
    """Fit lines of a per cent sign and a letter, titles among them."""
    text = unified(sheet.page.text)
    if not _TITLE.search(text) or not _OTHER.search(text) or _GRAMMAR.share(text) < _FEWEST:
        return Fit(0.0, "no lines of EndNote (%T ...)")
    return Fit(0.94, f"EndNote's tags with {len(_TITLE.findall(text))} titles")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references."""
    return map(_entry, _GRAMMAR.records(sheet.page.text))


def _entry(record: TaggedRecord) -> Entry:
    links = [each for tag in ("U", ">") for value in record.all(tag) for each in value.split()]
    return Entry(
        title=without_tags(record.first("T")),
        authors=tuple(given_first(name) for name in record.all("A") if name.strip(" ,;")),
        year=year_in(record.first("D"), record.first("8")),
        venue=without_tags(record.first("J", "B", "I")),
        ids=tuple(each if each.startswith("http") else f"doi:{each}" for each in record.all("R")),
        urls=tuple(each for each in links if each.startswith("http")),
        abstract=without_label(without_tags(record.joined("X"))),
        key=record.first("F"),
        publication=publication.details(_published(record)),
    )


def _published(record: TaggedRecord) -> Iterator[tuple[str, str]]:
    kind = publication.type_of("endnote", record.first("0"))
    yield TYPE, kind
    yield from publication.container(kind, without_tags(record.first("J", "B")), record.first("I"))
    for name, tag in _FIELDS.items():
        yield name, without_tags(record.first(tag))
    yield from publication.standard_number(record.first("@"))
    yield "editor", publication.names(map(given_first, record.all("E")))
    yield FAMILIES, publication.divided(family_names(record.all("A", "E")))
    yield "keywords", publication.joined(record.items("K"))
    yield "note", record.joined("Z")


READER = entries_reader(_NAME, sniff, entries)
