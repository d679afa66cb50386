"""When two spellings of a name are the same person."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus_index.resolve.words import words

_NOBODY = frozenset({"unknown", "etal", "others", "andothers"})


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, ...]:
    """Split a name into folded words, given names first."""
    if name.count(",") == 1:
        last, first = name.split(",")
        return words(first) + words(last)
    return words(name)


def known_people(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out what names nobody, such as `et al.`."""
    return tuple(name for name in names if (parts := _parts(name)) and "".join(parts) not in _NOBODY)


def same_person(a: str, b: str) -> bool:
    """Judge by the words of two names, in either order; given names may be initials, missing or shortened.

    Symmetric. A family name alone agrees with any given name.
    """
    first, second = _parts(a), _parts(b)
    if not first or not second:
        return False
    if sorted(first) == sorted(second):
        return True
    if first[-1] == second[-1]:
        return _given_agree(first[:-1], second[:-1])
    # A part of a double family name, or the family name in front: all of the shorter name is in the longer one.
    short, long = sorted((set(first), set(second)), key=len)
    return len(short) >= 2 and short < long and any(len(part) > 1 for part in short)


def _given_agree(first: Sequence[str], second: Sequence[str]) -> bool:
    if not first or not second:
        return True
    a, b = first[0], second[0]
    return a.startswith(b) or b.startswith(a)


def share_somebody(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether some person is among both."""
    return any(same_person(one, other) for one in a for other in b)


def union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Join lists of names in their order; of two spellings of one person the longer one stays, in the first place."""
    people: list[str] = []
    for names in lists:
        for name in names:
            at = next((at for at, known in enumerate(people) if same_person(known, name)), None)
            if at is None:
                people.append(name)
            elif _fuller(name, people[at]):
                people[at] = name
    return tuple(people)


def _fuller(name: str, known: str) -> bool:
    return sum(map(len, _parts(name))) > sum(map(len, _parts(known)))
