"""How an article was published, by what its page says of itself: Highwire and PRISM tags, then JSON-LD."""

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_index.domain.publication import TYPE
from corpus_index.pages.feeds.flattened import said
from corpus_index.pages.feeds.json_values import first, string
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.people import given_first
from corpus_index.pages.web.page_metadata import PageMetadata

_CONTAINERS = {
    "citation_conference_title": "inproceedings",
    "citation_inbook_title": "incollection",
    "citation_book_title": "incollection",
    "citation_dissertation_institution": "thesis",
    "citation_technical_report_institution": "report",
    "citation_journal_title": "article",
    "prism.publicationname": "article",
}
"""Tags that name what a work is part of, or where it was written, and the type that each stands for."""
_INSTITUTIONS = ("thesis", "report")
_FIELDS = {
    "volume": ("citation_volume", "prism.volume"),
    "number": ("citation_issue", "prism.number", "prism.issueidentifier", "citation_technical_report_number"),
    "isbn": ("citation_isbn",),
    "issn": ("citation_issn", "prism.issn", "prism.eissn"),
    "language": ("citation_language", "dc.language"),
    "shortjournal": ("citation_journal_abbrev",),
    "series": ("citation_series_title",),
}
_FIRST = ("citation_firstpage", "citation_first_page", "prism.startingpage")
_LAST = ("citation_lastpage", "citation_last_page", "prism.endingpage")
_DATES = ("citation_publication_date", "citation_date", "citation_cover_date", "prism.publicationdate")
_MOST_DEEP = 5


def published(found: PageMetadata) -> publication.Details:
    """Give the type and the fields that the tags name; JSON-LD where they name no type."""
    told = publication.details(_of_tags(found))
    return told if TYPE in dict(told) else publication.details((*told, *_of_described(found.article)))


def part_of(article: Mapping[str, Any]) -> str:
    """Name what an article of JSON-LD is part of: that of which its issue and its volume are part."""
    levels = _levels(article)
    return string(said(levels[-1])) if len(levels) > 1 else string(article.get("isPartOf"))


def _of_tags(found: PageMetadata) -> Iterator[tuple[str, str]]:
    tag = next((name for name in _CONTAINERS if found.first(name)), "")
    kind = _CONTAINERS.get(tag, "")
    yield TYPE, kind
    publisher = found.first(tag) if kind in _INSTITUTIONS else found.first("citation_publisher", "dc.publisher")
    yield from publication.container(kind, "" if kind in _INSTITUTIONS else found.first(tag), publisher)
    for name, tags in _FIELDS.items() if kind else ():
        yield name, found.first(*tags)
    yield "pages", publication.pages(found.first(*_FIRST), found.first(*_LAST))
    yield "editor", publication.names(map(given_first, found.every("citation_editor")))
    yield "keywords", publication.joined(found.every("citation_keywords", "citation_keyword"))
    yield from publication.date(found.first(*_DATES))


def _of_described(article: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    levels, named = _levels(article), part_of(article)
    numbered = any(first(level, "volumeNumber", "issueNumber") for level in levels)
    kind = publication.type_named(first(article, "genre")) or ("article" if named and numbered else "")
    yield TYPE, kind
    yield from publication.container(kind, named, string(said(article.get("publisher"))))
    for name, keys in (("volume", ("volumeNumber",)), ("number", ("issueNumber",)), ("issn", ("issn",))):
        yield name, next(filter(None, (first(level, *keys) for level in levels)), "") if kind else ""
    first_page, last_page = first(article, "pageStart"), first(article, "pageEnd")
    yield "pages", publication.pages(first_page, last_page) or first(article, "pagination")


def _levels(article: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give an article, its issue, the volume of that, and the periodical, as far as schema.org's nesting goes."""
    levels = [article]
    while len(levels) < _MOST_DEEP and isinstance(levels[-1].get("isPartOf"), Mapping):
        levels.append(levels[-1]["isPartOf"])
    return levels
