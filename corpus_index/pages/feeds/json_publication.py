"""How a work was published, in the JSON of APIs and programs that call it by many names."""

from collections.abc import Iterator, Mapping

from corpus_index.domain.publication import TYPE
from corpus_index.pages.feeds.json_people import editors
from corpus_index.pages.feeds.json_values import Object, first
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.tidying import without_tags

_TYPES = ("itemType", "ENTRYTYPE", "subtypeDescription", "type", "types", "document_type", "documentType", "doctype",
          "pubType", "pub_type", "pubtype", "publication_type", "publicationTypes", "content_type", "contentType",
          "resourceTypeGeneral")  # fmt: skip
_HOLDERS = ("journal", "journalInfo", "container", "publication_info", "biblio", "types", "bibjson", "pubTypeList")
"""Names under which an object about the journal or the volume stands."""
_FIELDS = {
    "volume": ("volume", "journal_volume", "journalVolume"),
    "number": ("issue", "issueIdentifier", "number", "journal_issue", "journalIssue"),
    "pages": ("pages", "pageRange", "pageInfo", "page", "page_range"),
    "eid": ("article_number", "articleNumber", "artid"),
    "series": ("series",),
    "edition": ("edition",),
    "location": ("place", "publisher_place"),
    "isbn": ("ISBN", "isbn"),
    "issn": ("ISSN", "issn"),
    "language": ("language",),
    "shortjournal": ("journalAbbreviation",),
}
_FIRST = ("start_page", "startingPage", "startPage", "first_page", "firstPage", "page_start")
_LAST = ("end_page", "endingPage", "endPage", "last_page", "lastPage", "page_end")
_MOST_DEEP = 2
_PUBLISHERS = ("publisher", "institution", "university", "school")


def published(value: Object, flat: Object, venue: str, people: object) -> publication.Details:
    """Give what an object says of it, where it says the type or the volume; `flat` is the object on one level."""
    levels = (flat, *_held(value), *_held(flat))
    kind = publication.type_named(*(first(level, name) for level in levels for name in _TYPES))
    if not kind and not _said(levels, *_FIELDS["volume"]):
        return ()
    return publication.details(_told(kind, levels, venue, people))


def _told(kind: str, levels: tuple[Object, ...], venue: str, people: object) -> Iterator[tuple[str, str]]:
    yield TYPE, kind
    yield from publication.container(kind, venue, _said(levels, *_PUBLISHERS))
    for name, keys in _FIELDS.items():
        yield name, without_tags(_said(levels, *keys))
    yield "pages", publication.pages(_said(levels, *_FIRST), _said(levels, *_LAST))
    yield "editor", publication.names(editors(people))


def _held(value: Object, depth: int = 0) -> Iterator[Object]:
    for held in filter(None, map(value.get, _HOLDERS)):
        each = held[0] if isinstance(held, list) else held
        if isinstance(each, Mapping):
            yield each
            yield from _held(each, depth + 1) if depth < _MOST_DEEP else ()


def _said(levels: tuple[Object, ...], *keys: str) -> str:
    return next(filter(None, (first(level, *keys) for level in levels)), "")
