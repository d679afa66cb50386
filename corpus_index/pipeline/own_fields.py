"""What a person can set of a paper: the names of fields, and how their values are stored."""

import re

from corpus_index.domain.identifier import Scheme, spelled
from corpus_index.domain.own import CHOSEN_KEY, ReadStatus
from corpus_index.domain.publication import PEOPLE, TYPE
from corpus_index.errors import PapersError
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pipeline.own_names import said_names
from corpus_index.resolve import citable

FIELDS = (CHOSEN_KEY, "title", "authors", "year", "venue", "url", "status", *(scheme.value for scheme in Scheme), TYPE)
"""What can be set beside the other fields of a reference (`volume`, `pages`, ...)."""
MATCHED = frozenset(("title", "authors", "year", *(scheme.value for scheme in Scheme)))
"""Those of them by which papers are recognised."""
_NEEDED = frozenset((CHOSEN_KEY, "title", "status", TYPE))
_VENUE = ("journal", "journaltitle", "booktitle", "school", "institution", "howpublished")
_CALLED = {**dict.fromkeys(_VENUE, "venue"), "author": "authors", "address": "location"}
"""What files of references call some fields."""
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s/]\S*", re.IGNORECASE)
_BRACES = re.compile(r"\$[^$]*\$|\{([^{}$\\]*)\}")
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def own_field(named: str) -> str:
    """Give the field that a person means. Raises `PapersError` where there is none."""
    from corpus_index.export.publication_fields import field_names

    field = _CALLED.get(named.lower(), named.lower())
    if field == "note":
        raise PapersError(named, "is no field that can be set", "papers note writes it")
    if field not in FIELDS and field not in field_names():
        others = "volume, number, pages, publisher, editor and what else a reference has"
        raise PapersError(named, "is no field that can be set", f"these can: {', '.join(FIELDS)}, {others}")
    return field


def own_value(field: str, value: str) -> str:
    """Give a value as it is stored, on one line; nothing says that there is none.

    Raises `PapersError` where the field cannot take it.
    """
    value = " ".join(value.split())
    if not value:
        if field in _NEEDED:
            raise PapersError(field, "cannot be nothing", "to take back what was set: --clear")
        return value
    if field == CHOSEN_KEY and not citable(value):
        raise PapersError(value, "cannot be a key", "letters, digits and : / + . _ - of ASCII, the first no sign")
    if field == "status" and value.lower() not in tuple(ReadStatus):
        raise PapersError(value, "is no status", f"one of {', '.join(ReadStatus)}")
    if field == "year" and not _YEAR.fullmatch(value):
        raise PapersError(value, "is no year", "four digits")
    if field == TYPE:
        return _type(value)
    if field == "title":
        # Braces protect capitals in BibTeX, which an export does by itself.
        value = _BRACES.sub(lambda found: found[1] if found[1] is not None else found[0], value)
    if field == "authors" or field in PEOPLE:
        return said_names(value)[0]
    if field in tuple(Scheme):
        return _identifier(Scheme(field), value)
    if field == "month":
        return _month(value)
    if field == "url" and not _ADDRESS.fullmatch(value):
        raise PapersError(value, "is no address", "it begins with https:// or the like")
    return value.lower() if field == "status" else dict(publication.details([(field, value)]))[field]


def _month(value: str) -> str:
    month = publication.month(value)
    if month.isdecimal() and not 1 <= int(month) <= 12:
        raise PapersError(value, "is no month", "its name, or a number from 1 to 12")
    return month


def _type(value: str) -> str:
    from corpus_index.export.publication_types import type_names

    if value.lower() not in type_names():
        raise PapersError(value, "is no type of BibTeX or biblatex", f"one of {', '.join(type_names())}")
    return value.lower()


def _identifier(scheme: Scheme, value: str) -> str:
    found = identifier(value, scheme)
    if found is None or found.scheme is not scheme:
        raise PapersError(value, f"is no identifier of {scheme}", "give it as its page prints it, or its address")
    return spelled(value, found.value) if scheme is Scheme.DOI else found.value
