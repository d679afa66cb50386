"""Crossref's XML of works (unixref, unixsd): what its OpenURL and content negotiation answer."""

from collections.abc import Iterator

from corpus_index.domain.publication import TYPE
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.feeds.xml_elements import (
    Element,
    below,
    first_below,
    first_text,
    inside,
    name_of,
    paragraphs,
    text,
)
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.tidying import without_label
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "unixref"
_WORKS = {
    "journal_article": "article",
    "conference_paper": "inproceedings",
    "content_item": "incollection",
    "book_metadata": "book",
    "book_series_metadata": "book",
    "book_set_metadata": "book",
    "dissertation": "thesis",
    "report-paper_metadata": "report",
    "posted_content": "",
    "dataset": "dataset",
}
"""Elements that are works of their own; a book with parts is not, beside these."""
_AROUND = ("journal", "conference", "book", "database")
_FIELDS = {
    "volume": "volume",
    "number": "issue",
    "issn": "issn",
    "isbn": "isbn",
    "shortjournal": "abbrev_title",
    "eventtitle": "conference_name",
    "location": "publisher_place",
}
_CITED = ("author", "cYear", "article_title", "volume_title", "journal_title", "volume", "first_page")


def sniff(sheet: Sheet) -> Fit:
    """Fit records of Crossref with titles."""
    root = sheet.xml
    if root is None or next(below(root, "crossref", "doi_record"), None) is None:
        return Fit(0.0, "it is no XML of Crossref")
    count = sum(1 for _ in _works(root))
    if not count:
        return Fit(0.0, "it is XML of Crossref without any work: what was asked for is not there", holds_none=True)
    return Fit(0.95, f"{count} work(s) of Crossref")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all works that have a title."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    return map(_entry, _works(sheet.xml))


def _works(root: Element) -> Iterator[Element]:
    for work in below(root, *_WORKS):
        whole = name_of(work).startswith("book") and next(below(_around(work), "content_item"), None) is not None
        if first_text(work, "titles", "title") and not whole:
            yield work


def _around(work: Element) -> Element:
    return next((each for each in work.iterancestors() if name_of(each) in _AROUND), work)


def _entry(work: Element) -> Entry:
    title, subtitle = first_text(work, "titles", "title"), first_text(work, "titles", "subtitle")
    abstract = next(inside(work, "abstract"), None)
    around = _around(work)
    dates = [first_text(date, "year") for date in (*_dates(work), *_dates(around))]
    return Entry(
        title=f"{title}: {subtitle}" if subtitle else title,
        authors=tuple(_people(work, "author")),
        year=year_in(*dates),
        venue=_container(work, around) or None,
        ids=tuple(f"doi:{text(each)}" for each in inside(work, "doi_data", "doi")),
        urls=tuple(map(text, inside(work, "doi_data", "resource"))),
        abstract=without_label(paragraphs(abstract)) if abstract is not None else "",
        references=tuple(map(_cited, inside(work, "citation_list", "citation"))),
        publication=publication.details(_published(work, around)),
    )


def _dates(element: Element) -> Iterator[Element]:
    return below(element, "publication_date", "posted_date", "approval_date", "conference_date")


def _people(work: Element, role: str) -> Iterator[str]:
    for person in inside(work, "contributors"):
        for each in person:
            if each.get("contributor_role") == role:
                parts = (first_text(each, part) for part in ("given_name", "surname", "suffix"))
                yield " ".join(filter(None, parts)) or (text(each) if name_of(each) == "organization" else "")


def _container(work: Element, around: Element) -> str:
    """Name the journal, the proceedings, or the book of a part; else who has the work."""
    if around is work or name_of(work).startswith("book"):
        holders = (first_below(work, name) for name in ("group_title", "institution_name", "publisher_name"))
        return next(filter(None, holders), "")
    return (
        first_below(around, "full_title")
        or first_below(around, "proceedings_title")
        or next(
            (
                first_text(each, "titles", "title")
                for each in below(around, *_WORKS)
                if name_of(each).startswith("book")
            ),
            "",
        )
    )


def _published(work: Element, around: Element) -> Iterator[tuple[str, str]]:
    kind = _WORKS[name_of(work)]
    yield TYPE, kind
    title = "" if around is work or kind == "book" else _container(work, around)
    publisher = first_below(around, "publisher_name") or first_below(work, "institution_name")
    yield from publication.container(kind, title, publisher)
    for name, element in _FIELDS.items():
        yield name, first_below(around, element)
    yield "pages", publication.pages(first_below(work, "first_page"), first_below(work, "last_page"))
    yield "editor", publication.names(_people(work, "editor"))
    for date in _dates(work):
        yield from publication.month_and_day(first_text(date, "month"), first_text(date, "day"))


def _cited(citation: Element) -> Cited:
    words = first_text(citation, "unstructured_citation") or ". ".join(
        filter(None, (first_text(citation, part) for part in _CITED))
    )
    return Cited(text=words, ids=tuple(f"doi:{text(each)}" for each in inside(citation, "doi")))


READER = entries_reader(_NAME, sniff, entries)
