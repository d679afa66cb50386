"""Values in JSON that many sources write in several ways."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Object = Mapping[str, Any]

_PEOPLE = ("name", "fullname", "full_name", "display_name", "literal", "raw_author_name")
_MOST_DEEP = 6


def string(value: object) -> str:
    """Give a text, the first text of a list, or a number as text; nothing for anything else."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    for _ in range(_MOST_DEEP):
        if isinstance(value, list) and value:
            value = value[0]
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def first(item: object, *keys: str) -> str:
    """Give the first text that one of the keys has; nothing for what is no object."""
    if not isinstance(item, Mapping):
        return ""
    return next(filter(None, (string(item.get(key)).strip() for key in keys)), "")


def people(value: object) -> tuple[str, ...]:
    """Give the names of authors: texts, objects with a name, objects with a given and a family name, or one text."""
    if isinstance(value, str):
        separator = ";" if ";" in value else ","
        return tuple(filter(None, (part.strip() for part in value.replace(" and ", separator).split(separator))))
    if not isinstance(value, list):
        return ()
    return tuple(filter(None, map(_person, value)))


def _person(value: object, depth: int = 0) -> str:
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, Mapping):
        return ""
    for key in ("author", "person"):
        if isinstance(value.get(key), (Mapping, str)):
            return _person(value[key], depth + 1) if depth < _MOST_DEEP else ""
    given = first(value, "given", "first_name", "firstName", "first", "forenames")
    family = first(value, "family", "last_name", "lastName", "last", "keyname")
    particle = first(value, "non-dropping-particle", "dropping-particle")
    parts = " ".join(filter(None, (given, particle, family, first(value, "suffix"))))
    return parts if family else first(value, *_PEOPLE) or parts


def objects(value: object, depth: int = 0) -> Iterator[list[Object]]:
    """Give the lists of objects in a value, the outermost first; an object by itself counts as a list of one.

    What the objects of a list have under a key of the first one is one list: the papers of one day after another.
    """
    found = [value] if isinstance(value, Mapping) else mappings(value)
    if not found:
        return
    yield found
    for key in found[0] if depth < _MOST_DEEP else ():
        inner: list[object] = []
        for each in found:
            held = each.get(key)
            inner += held if isinstance(held, list) else [held] if isinstance(held, Mapping) else ()
        yield from objects(inner, depth + 1)


def texts(value: object) -> Iterable[str]:
    """Give the texts in a list, or the one text that a value is."""
    if isinstance(value, list):
        return [each for each in value if isinstance(each, str)]
    return [string(value)] if string(value) else []


def mappings(value: object) -> list[Object]:
    """Give the objects in a list; none for anything else."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
