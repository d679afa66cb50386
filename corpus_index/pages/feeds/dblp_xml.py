"""DBLP's records in XML: the publications of a person, single records, and answers of its search."""

import re
from collections.abc import Iterator

from corpus_index.domain.publication import TYPE
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.xml_elements import Element, below, first_text, inside, name_of, text
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.tidying import without_stop
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "dblp-xml"
_ROOTS = ("dblp", "dblpperson")
_RECORDS = ("article", "inproceedings", "incollection", "phdthesis", "mastersthesis", "book", "info")
_FIELDS = ("volume", "number", "pages", "series", "isbn", "school")
_VENUES = ("journal", "booktitle", "venue", "school", "publisher")
# The number by which people of one name are told apart.
_NAMESAKE = re.compile(r"\s\d{4}$")


def sniff(sheet: Sheet) -> Fit:
    """Fit records of DBLP with titles."""
    root = sheet.xml
    if root is None:
        return Fit(0.0, "it is no XML")
    searched = name_of(root) == "result" and next(inside(root, "hits"), None) is not None
    if name_of(root) not in _ROOTS and not searched:
        return Fit(0.0, "it is no XML of DBLP")
    records = sum(1 for _ in _records(root))
    if not records:
        return Fit(0.0, "it is XML of DBLP without any record: a search that found nothing", holds_none=True)
    return Fit(0.95, f"{records} record(s) of DBLP")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all records that have a title."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    return map(_entry, _records(sheet.xml))


def _records(root: Element) -> Iterator[Element]:
    return (each for each in below(root, *_RECORDS) if first_text(each, "title"))


def _entry(record: Element) -> Entry:
    people = [*inside(record, "author"), *inside(record, "authors", "author")]
    addresses = tuple(url for url in map(text, inside(record, "ee")) if url.startswith("http"))
    return Entry(
        title=without_stop(first_text(record, "title")),
        authors=tuple(_NAMESAKE.sub("", text(each)) for each in people),
        year=year_in(first_text(record, "year")),
        venue=next(filter(None, (first_text(record, name) for name in _VENUES)), None),
        ids=tuple(f"doi:{text(each)}" for each in inside(record, "doi")),
        urls=addresses,
        publication=publication.details(_published(record)),
    )


def _published(record: Element) -> Iterator[tuple[str, str]]:
    """Say how a work was published; what is informal, such as all on arXiv, is of no type."""
    informal = record.get("publtype", "").startswith("informal")
    kind = "" if informal else publication.type_named(first_text(record, "type"), name_of(record))
    yield TYPE, kind
    title = next(filter(None, (first_text(record, name) for name in _VENUES[:3])), "")
    yield from publication.container(kind, title, first_text(record, "school") or first_text(record, "publisher"))
    for name in _FIELDS if kind else ():
        yield name, first_text(record, name)
    yield "month", publication.month(first_text(record, "month"))
    yield "editor", publication.names(_NAMESAKE.sub("", text(each)) for each in inside(record, "editor"))


READER = entries_reader(_NAME, sniff, entries)
