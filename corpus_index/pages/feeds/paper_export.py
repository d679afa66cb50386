"""Papers as this program exports them as JSON Lines, so that an index can be read back from what it wrote."""

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.publication import FORMER_KEYS
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.json_people import people
from corpus_index.pages.feeds.json_values import first, mappings, string, texts
from corpus_index.pages.fields.identifiers import PREFIXES
from corpus_index.pages.fields.publication import details, divided
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "papers-export"
_FIELDS = frozenset(("key", "title", "title_inferred", "ids", "abstract", "summaries", "records"))


def is_entry(value: object) -> bool:
    """Say whether an object is one exported paper."""
    return isinstance(value, dict) and value.keys() >= _FIELDS


def entry_of(value: Mapping[str, Any]) -> Entry:
    """Read one paper; a title that was inferred is none, and of several summaries the first one counts."""
    given = value["ids"] if isinstance(value["ids"], dict) else {}
    return Entry(
        title=None if value["title_inferred"] is True else string(value["title"]),
        authors=people(value.get("authors")),
        authors_complete=value.get("authors_complete") is not False,
        year=year_in(value.get("year")),
        venue=string(value.get("venue")),
        ids=tuple(f"{PREFIXES[scheme]}{string(given[scheme])}" for scheme in Scheme if given.get(scheme)),
        urls=tuple(texts(value.get("urls"))),
        abstract=string(value["abstract"]),
        summary=next((first(each, "text") for each in mappings(value["summaries"])), ""),
        key=string(value["key"]),
        publication=details(_details(value)),
    )


def _details(value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    published = value["publication"] if isinstance(value.get("publication"), dict) else {}
    yield from ((name, string(told)) for name, told in published.items())
    yield FORMER_KEYS, divided(texts(value.get("aliases")))


def sniff(sheet: Sheet) -> Fit:
    """Fit where all objects are exported papers."""
    found = _objects(sheet)
    if not found or not all(map(is_entry, found)):
        return Fit(0.0, "its objects do not have the fields of exported papers")
    return Fit(0.98, f"{len(found)} exported paper(s)")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all papers."""
    return map(entry_of, _objects(sheet))


def _objects(sheet: Sheet) -> list[Any]:
    return sheet.json if isinstance(sheet.json, list) else [sheet.json]


READER = entries_reader(_NAME, sniff, entries)
