"""Works as Crossref's API and CSL-JSON have them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus_index.domain.publication import END_DATE, EVENT_PLACE, FAMILIES, FORMER_KEYS, GENRE, TYPE, YEAR
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.feeds.json_people import families, people
from corpus_index.pages.feeds.json_values import Object, first, mappings, objects, string
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import identifier, registered
from corpus_index.pages.fields.tidying import without_label, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "crossref-json"
_DATES = ("issued", "published", "published-print", "published-online", "event-date", "original-date", "created")
_PARTS = ("author", "article-title", "volume-title", "series-title", "journal-title", "volume", "first-page", "year")
_BARE = frozenset(
    ("id", "type", "title", "author", "editor", "abstract", "keyword", "note", "annote", "URL", "accessed", "number",
     "publisher", "version", "language")
)  # fmt: skip
"""What an item of CSL has that says little of how a work was published."""
_ELSEWHERE = frozenset(("paperId", "authors"))
_FIELDS = {
    "volume": ("volume",),
    "number": ("issue", "number"),
    "pages": ("page",),
    "eid": ("article-number",),
    "chapter": ("chapter-number",),
    "edition": ("edition",),
    "series": ("collection-title",),
    "location": ("publisher-place", "publisher-location"),
    "eventtitle": ("event-title",),
    EVENT_PLACE: ("event-place",),
    GENRE: ("genre",),
    "isbn": ("ISBN",),
    "issn": ("ISSN",),
    "language": ("language",),
    "version": ("version",),
    "shortjournal": ("container-title-short", "journalAbbreviation", "short-container-title"),
    "shorttitle": ("title-short",),
    "pagetotal": ("number-of-pages",),
    "volumes": ("number-of-volumes",),
    "note": ("note",),
    "annotation": ("annote",),
}
_KEY = re.compile(r"(?!https?:|doi:|arxiv:)[A-Za-z][\w:.+/-]{0,100}", re.IGNORECASE)
_TELLING = frozenset(("DOI", "container-title", "issued", "published", "citation-key", "publisher", "title-short"))


def sniff(sheet: Sheet) -> Fit:
    """Fit works with titles and the names of fields that Crossref and CSL share."""
    if sheet.json is None:
        return Fit(0.0, "it is no JSON")
    works = _works(sheet.json)
    if not works:
        return Fit(0.0, "no works of Crossref")
    return Fit(0.93, f"{len(works)} work(s) as Crossref or CSL-JSON has them")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all works that have a title."""
    return map(entry_of, filter(_is_one_of_works, _works(sheet.json)))


def rest(sheet: Sheet) -> Iterator[str]:
    """Give the objects among works that are none."""
    return (json.dumps(each, ensure_ascii=False) for each in _works(sheet.json) if not _is_one_of_works(each))


def _works(value: Any) -> Sequence[Object]:
    for found in objects(value):
        if found and sum(map(is_entry, found)) >= len(found) / 2:
            return found
    return []


def _is_one_of_works(item: Object) -> bool:
    """Among works, one with a type and a title is one, however little else is known of it."""
    return bool(first(item, "title")) and "type" in item


def is_entry(item: object) -> bool:
    """Say whether an object is one work with a title."""
    if not isinstance(item, Mapping) or _ELSEWHERE & item.keys():
        return False
    kind = first(item, "type")
    bare = item.keys() <= _BARE and "id" in item and bool(kind == "article" or publication.type_of("csl", kind))
    return _is_one_of_works(item) and bool(_TELLING & item.keys() or item.keys() >= {"id", "URL"} or bare)


def entry_of(item: Object) -> Entry:
    """Read one work."""
    subtitle = first(item, "subtitle")
    title = first(item, "title")
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title}: {subtitle}"
    links = (string(item.get("URL")), *_links(item))
    # Items of CSL have an identity of their own, and no other place for a number of arXiv than an address.
    numbers, urls = registered(links) if "id" in item else ((), links)
    dates = [item.get(key) for key in _DATES if item.get(key)]
    return Entry(
        title=without_tags(title),
        authors=people(item.get("author")),
        year=next(filter(None, (_year(date) for date in dates)), None),
        venue="" if _arxiv(item) else without_tags(first(item, "container-title", "event-title", "publisher")),
        ids=(_doi(item), _arxiv(item), _prefixed("PMID:", item.get("PMID")), string(item.get("PMCID")), *numbers),
        urls=urls,
        abstract=without_label(without_tags(string(item.get("abstract")))),
        key=string(item.get("citation-key")) or _key(string(item.get("id"))),
        references=tuple(map(_cited, mappings(item.get("reference")))),
        publication=publication.details(_published(item)),
    )


def _published(item: Object) -> Iterator[tuple[str, str]]:
    kind = publication.type_of("csl", first(item, "type"))
    if _arxiv(item):
        item = {name: value for name, value in item.items() if name not in ("number", "publisher")}
    yield TYPE, kind
    yield FORMER_KEYS, publication.divided(string(item.get("other-ids")).split())
    yield from publication.container(kind, without_tags(first(item, "container-title")), first(item, "publisher"))
    for name, keys in _FIELDS.items():
        yield name, without_tags(first(item, *keys))
    for name in ("editor", "translator"):
        yield name, publication.names(people(item.get(name)))
    yield (
        FAMILIES,
        publication.divided(
            family for name in ("author", "editor", "translator") for family in families(item.get(name))
        ),
    )
    yield "keywords", publication.joined(string(item.get("keyword")).split(","))
    yield from _uncertain(item.get("issued"))
    yield from zip(("month", "day"), _date_parts(next(filter(None, map(item.get, _DATES)), None))[1:], strict=False)
    yield "urldate", "-".join(part.zfill(2) for part in _date_parts(item.get("accessed")))


def _uncertain(issued: object) -> Iterator[tuple[str, str]]:
    """Give what stands for a year that is no plain one, and the end of a stretch of time."""
    if not isinstance(issued, Mapping):
        return
    year = next(iter(_date_parts(issued)), "")
    if year.startswith("-") and year[1:].isdigit():
        yield YEAR, publication.year_before_christ(int(year))
    elif year and issued.get("circa"):
        yield YEAR, publication.circa(year)
    yield YEAR, first(issued, "literal") or publication.odd_year(first(issued, "raw"))
    last = _date_parts(issued, 1)
    if len(last) > 1:
        yield END_DATE, "-".join(part.zfill(2) for part in last)


def _date_parts(date: object, which: int = 0) -> list[str]:
    parts = date.get("date-parts") if isinstance(date, dict) else None
    found = parts[which] if isinstance(parts, list) and len(parts) > which else None
    return list(map(string, found)) if isinstance(found, list) else []


def _arxiv(item: Object) -> str:
    """Give the number of a preprint, which CSL has as one of a publisher called arXiv."""
    number = string(item.get("number"))
    return number if string(item.get("publisher")) == "arXiv" and identifier(number) else ""


def _key(id_: str) -> str:
    """Take an id for a citation key, as pandoc does; those of databases are addresses or numbers."""
    return id_ if _KEY.fullmatch(id_) else ""


def _links(item: Object) -> list[str]:
    resource, links = item.get("resource"), item.get("link")
    primary = resource.get("primary") if isinstance(resource, dict) else None
    found = [primary] if isinstance(primary, dict) else []
    found += [each for each in links if isinstance(each, dict)] if isinstance(links, list) else []
    return [string(each.get("URL")) for each in found]


def _doi(item: Object) -> str:
    return _prefixed("doi:", item.get("DOI"))


def _prefixed(prefix: str, value: object) -> str:
    text = string(value)
    return f"{prefix}{text}" if text and not text.startswith("http") else text


def _year(date: object) -> int | None:
    if isinstance(date, dict):
        parts = date.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
            return year_in(parts[0][0])
        return year_in(date.get("raw"), date.get("literal"), date.get("date-time"))
    return year_in(date)


def _cited(reference: Object) -> Cited:
    words = first(reference, "unstructured")
    if not words:
        words = ", ".join(filter(None, (string(reference.get(part)) for part in _PARTS)))
    return Cited(text=without_tags(words), ids=tuple(filter(None, (_doi(reference),))))


READER = entries_reader(_NAME, sniff, entries, rest)
