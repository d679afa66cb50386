"""People in JSON, whom every source writes in its own way."""

import re
from collections.abc import Iterator, Mapping

from corpus_index.pages.feeds.json_values import Object, first, mappings
from corpus_index.pages.fields.people import given_first, have_initials_last, initials_first, people_in

_NAMES = ("name", "fullname", "fullName", "full_name", "display_name", "literal", "raw_author_name", "text", "creator",
          "authname")  # fmt: skip
_LISTED = ("value", "authors", "author", "person", "creator")
_ROLES = ("creatorType", "authtype", "contributor_role")
_MOST_DEEP = 6
# The number by which DBLP tells people of one name apart.
_NAMESAKE = re.compile(r"\s\d{4}$")


def people(value: object, depth: int = 0) -> tuple[str, ...]:
    """Give the names of authors: texts, objects with a name, objects with a given and a family name, or one text.

    An object may hold the list. Where a list says what each person did, editors and others are left out.
    """
    if isinstance(value, str):
        several = "," in value or value.endswith(".")
        return people_in(value, initials_last=several and have_initials_last([value]))[0]
    if isinstance(value, Mapping) and depth < _MOST_DEEP:
        held = next((value[key] for key in _LISTED if isinstance(value.get(key), (list, Mapping))), None)
        return people(held, depth + 1) if held is not None else people([value], depth + 1)
    if not isinstance(value, list):
        return ()
    roles = [first(each, *_ROLES).casefold() for each in mappings(value)]
    if "author" in roles:
        value = [each for each in mappings(value) if first(each, *_ROLES).casefold() == "author"]
    return tuple(filter(None, map(_person, value)))


def families(value: object) -> Iterator[str]:
    """Give the family names of several words, and the names of bodies, among people that CSL lists."""
    for person in mappings(value):
        family, literal = first(person, "family"), first(person, "literal")
        yield from (name for name in (family, literal) if " " in name and not name[0].islower())


def editors(value: object) -> tuple[str, ...]:
    """Give the names of those in a list that says that they are editors."""
    return tuple(_person(each) for each in mappings(value) if first(each, *_ROLES).casefold() == "editor")


def _person(value: object, depth: int = 0) -> str:
    if isinstance(value, str):
        return _ordered(value.strip())
    if not isinstance(value, Mapping):
        return ""
    for key in ("author", "person"):
        if isinstance(value.get(key), (Mapping, str)):
            return _person(value[key], depth + 1) if depth < _MOST_DEEP else ""
    return _named(value)


def _named(value: Object) -> str:
    given = first(value, "given", "givenName", "first_name", "firstName", "first", "forenames")
    family = first(value, "family", "familyName", "last_name", "lastName", "last", "keyname")
    particle = first(value, "non-dropping-particle", "dropping-particle")
    parts = " ".join(filter(None, (given, particle, family, first(value, "suffix"))))
    name = first(value, *_NAMES)
    if family:
        return parts
    if literal := first(value, "literal"):
        return literal
    return initials_first(name) if "authtype" in value or "authname" in value else _ordered(name) or parts


def _ordered(name: str) -> str:
    name = _NAMESAKE.sub("", name) if name[-1:].isdigit() else name
    return given_first(name) if name.count(",") == 1 else name
