"""Atom feeds, as arXiv's API answers: each entry a paper."""

from collections.abc import Iterator

from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.xml_elements import Element, first_text, inside, name_of, text
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.journal_reference import journal_reference
from corpus_index.pages.fields.publication import details
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "atom-feed"
_ERROR = "/api/errors"


def sniff(sheet: Sheet) -> Fit:
    """Fit a feed with entries that name authors, and none of arXiv's error answers."""
    root = sheet.xml
    if root is None or name_of(root) != "feed":
        return Fit(0.0, "it is no Atom feed")
    every = list(inside(root, "entry"))
    if not every:
        return Fit(0.0, "it is an Atom feed without any entry: a search that found nothing", holds_none=True)
    problems = [first_text(entry, "summary") for entry in every if _ERROR in first_text(entry, "id")]
    if len(problems) == len(every):
        return Fit(0.0, f"it is an error that the API answered: {problems[0]}", holds_none=True)
    papers = sum(map(_is_paper, every))
    if papers < len(every) / 2:
        return Fit(0.0, "the entries of its Atom feed have no authors or summaries")
    return Fit(0.9, f"an Atom feed with {papers} papers")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the entries that are papers."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    for entry in inside(sheet.xml, "entry"):
        if _is_paper(entry) and _ERROR not in first_text(entry, "id"):
            yield _entry(entry)


def _is_paper(entry: Element) -> bool:
    return bool(first_text(entry, "title")) and any(True for _ in inside(entry, "author"))


def _entry(entry: Element) -> Entry:
    links = {link.get("href", ""): link.get("rel", "alternate") for link in inside(entry, "link")}
    number = first_text(entry, "id")
    urls = [url for url, relation in links.items() if url and relation in ("alternate", "related")]
    year = year_in(first_text(entry, "published"), first_text(entry, "updated"))
    return Entry(
        title=first_text(entry, "title"),
        authors=tuple(filter(None, (first_text(author, "name") for author in inside(entry, "author")))),
        year=year,
        venue=first_text(entry, "journal_ref"),
        ids=tuple(filter(None, (number if identifier(number) else "", *(_doi(each) for each in inside(entry, "doi"))))),
        urls=tuple(urls),
        abstract=first_text(entry, "summary") or first_text(entry, "content"),
        publication=details(journal_reference(first_text(entry, "journal_ref"), year)),
    )


def _doi(element: Element) -> str:
    return f"doi:{text(element)}" if text(element) else ""


READER = entries_reader(_NAME, sniff, entries)
