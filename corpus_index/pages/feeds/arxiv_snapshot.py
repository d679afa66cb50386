"""arXiv's metadata snapshot: one JSON object a line (or in a list), as arXiv publishes it for all of its papers."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.json_values import string
from corpus_index.pages.fields.journal_reference import journal_reference
from corpus_index.pages.fields.people import without_brackets
from corpus_index.pages.fields.publication import details
from corpus_index.pages.fields.years import year_in, year_of_number
from corpus_index.pages.reader import Fit, Reader, Sheet, entries_reader

_NAME = "arxiv-snapshot"
_FIELDS = frozenset(("id", "title", "abstract", "authors", "categories"))
_TELLING = frozenset(("submitter", "journal-ref", "report-no", "versions", "update_date", "authors_parsed", "license"))
_SUFFIX = re.compile(r",?\s+(?:and|&)\s+|,\s+|;\s*")


def is_entry(value: object) -> bool:
    """Say whether an object is one paper of the snapshot."""
    return isinstance(value, dict) and value.keys() >= _FIELDS and not _TELLING.isdisjoint(value)


def entry_of(value: Mapping[str, Any]) -> Entry:
    """Read one object; the year is that of the first version, which the identifier tells where nothing else does."""
    number, doi = string(value["id"]), string(value.get("doi"))
    venue, year = string(value.get("journal-ref")), _year(value, number)
    return Entry(
        title=string(value["title"]),
        authors=_authors(value),
        year=year,
        venue=venue,
        ids=(f"arXiv:{number}", *(f"doi:{each}" for each in doi.split())),
        abstract=string(value["abstract"]),
        publication=details(journal_reference(venue, year)) if venue else (),
    )


def _authors(value: Mapping[str, Any]) -> tuple[str, ...]:
    parsed = value.get("authors_parsed")
    if isinstance(parsed, list) and parsed:
        lists = [each for each in parsed if isinstance(each, list) and len(each) > 1]
        with suppress(TypeError, ValueError):  # nearly all of them are three texts
            return tuple([" ".join((given, family, suffix)) for family, given, suffix in lists])
        return tuple([_name(*each) for each in lists])
    text = without_brackets(" ".join(string(value["authors"]).split()))
    return tuple(_SUFFIX.split(text)) if text else ()


def _name(family: object, given: object, suffix: object = "", *_: object) -> str:
    return f"{string(given)} {string(family)} {string(suffix)}"


def _year(value: Mapping[str, Any], number: str) -> int | None:
    versions = value.get("versions")
    if isinstance(versions, list) and versions and isinstance(versions[0], Mapping):
        created = year_in(versions[0].get("created"))
        if created:
            return created
    return year_of_number(number)


def _objects(sheet: Sheet) -> list[Any]:
    value = sheet.json
    return value if isinstance(value, list) else [value]


def sniff(sheet: Sheet) -> Fit:
    """Fit where most objects have the fields of the snapshot."""
    if sheet.json is None:
        return Fit(0.0, "it is no JSON")
    objects = _objects(sheet)
    fitting = sum(map(is_entry, objects))
    if not fitting or fitting < len(objects) / 2:
        return Fit(0.0, "its objects do not have the fields of arXiv's metadata")
    return Fit(0.95, f"{fitting} objects with the fields of arXiv's metadata")


def entries(sheet: Sheet) -> Iterable[Entry]:
    """Read all objects that are papers."""
    return [entry_of(value) for value in _objects(sheet) if is_entry(value)]


READER: Reader = entries_reader(_NAME, sniff, entries)
