"""Works as OpenAlex's API has them; abstracts come as an index from words to their places."""

from collections.abc import Iterator, Sequence
from typing import Any

from corpus_index.domain.publication import TYPE
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.feeds.json_people import people
from corpus_index.pages.feeds.json_values import Object, first, mappings, objects, string
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.tidying import without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "openalex-json"
_TITLE = ("title", "display_name")
_IDS = ("doi", "pmid", "pmcid")
_BY_SOURCE = {"journal": "article", "conference": "inproceedings", "book series": "incollection"}
"""What an `article` is, which is its word for all that is not a whole book."""


def sniff(sheet: Sheet) -> Fit:
    """Fit works whose ids are OpenAlex's."""
    if sheet.json is None:
        return Fit(0.0, "it is no JSON")
    works = _works(sheet.json)
    return Fit(0.95, f"{len(works)} work(s) of OpenAlex") if works else Fit(0.0, "no works of OpenAlex")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all works that have a title."""
    return map(entry_of, _works(sheet.json))


def _works(value: Any) -> Sequence[Object]:
    for found in objects(value):
        works = [each for each in found if is_entry(each)]
        if works:
            return works
    return []


def is_entry(item: object) -> bool:
    """Say whether an object is one work with a title."""
    return first(item, "id").startswith("https://openalex.org/W") and bool(first(item, *_TITLE))


def entry_of(item: Object) -> Entry:
    """Read one work."""
    given = item.get("ids")
    ids = given if isinstance(given, dict) else {}
    locations = mappings([item.get("primary_location"), item.get("best_oa_location"), *mappings(item.get("locations"))])
    told = (locations[0].get("source") if locations else None) or item.get("host_venue")
    source = told if isinstance(told, dict) else {}
    cited = item.get("referenced_works")
    urls = [string(each.get("landing_page_url")) for each in locations]
    return Entry(
        title=without_tags(first(item, *_TITLE)),
        authors=people(item.get("authorships")),
        year=year_in(item.get("publication_year"), item.get("publication_date")),
        venue=string(source.get("display_name")),
        ids=tuple(filter(None, (string(item.get("doi")), *(string(ids.get(key)) for key in _IDS), string(item["id"])))),
        urls=tuple(filter(None, urls))[:3],
        abstract=_abstract(item.get("abstract_inverted_index")) or string(item.get("abstract")),
        references=tuple(Cited(text=string(each)) for each in cited) if isinstance(cited, list) else (),
        publication=publication.details(_published(item, source)),
    )


def _published(item: Object, source: Object) -> Iterator[tuple[str, str]]:
    if first(source, "type") == "repository":
        return
    kind = publication.type_named(first(item, "type_crossref"), first(item, "type"))
    kind = _BY_SOURCE.get(first(source, "type"), kind) if kind == "article" else kind
    yield TYPE, kind
    publisher = first(source, "host_organization_name", "publisher")
    yield from publication.container(kind, first(source, "display_name"), publisher)
    place = item.get("biblio")
    for name, key in (("volume", "volume"), ("number", "issue")):
        yield name, first(place, key)
    yield "pages", publication.pages(first(place, "first_page"), first(place, "last_page"))
    yield "issn", first(source, "issn_l", "issn")
    yield "language", first(item, "language")
    yield from publication.date(first(item, "publication_date"))


def _abstract(index: object) -> str:
    if not isinstance(index, dict):
        return ""
    listed = [(at, word) for word, at in index.items() if isinstance(at, list)]
    placed = sorted((place, word) for at, word in listed for place in at if isinstance(place, int))
    return " ".join(word for _, word in placed)


READER = entries_reader(_NAME, sniff, entries)
