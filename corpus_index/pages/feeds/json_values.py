"""Values in JSON that many sources write in several ways."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Object = Mapping[str, Any]

_MOST_DEEP = 6
_SAMPLE = 20
_FEWEST_COMMON = 2


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


def objects(value: object, depth: int = 0) -> Iterator[list[Object]]:
    """Give the lists of objects in a value, the outermost first; an object by itself counts as a list of one.

    What the objects of a list have under a key of the first one is one list: the papers of one day after another.
    So are objects of one shape in an object: papers under their numbers.
    """
    found = [value] if isinstance(value, Mapping) else mappings(value)
    if not found:
        return
    yield found
    if len(found) == 1 and _are_alike(numbered := mappings(list(found[0].values()))):
        yield numbered
    for key in found[0] if depth < _MOST_DEEP else ():
        inner: list[object] = []
        for each in found:
            held = each.get(key)
            inner += held if isinstance(held, list) else [held] if isinstance(held, Mapping) else ()
        yield from objects(inner, depth + 1)


def _are_alike(found: list[Object]) -> bool:
    names = [set(each) for each in found[:_SAMPLE]]
    return len(names) > 1 and len(set.intersection(*names)) >= _FEWEST_COMMON


def texts(value: object) -> Iterable[str]:
    """Give the texts in a list, or the one text that a value is."""
    if isinstance(value, list):
        return [each for each in value if isinstance(each, str)]
    return [string(value)] if string(value) else []


def mappings(value: object) -> list[Object]:
    """Give the objects in a list; none for anything else."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
