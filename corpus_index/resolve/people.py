"""When two spellings of a name are the same person."""

from collections import defaultdict
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


def family_name(name: str) -> str:
    """Give the last of the folded words of a name, given names first; nothing for nobody."""
    return "".join(_parts(name)[-1:])


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
    roll = _Roll(b)
    return any(roll.find(name) is not None for name in a)


def shared_part(a: Sequence[str], b: Sequence[str]) -> float:
    """Tell which part of the people of the shorter list, from 0 to 1, may be among those of the other."""
    least = min(len(a), len(b))
    # Of two lists of one length either may name somebody twice.
    rolls = [(one, _Roll(other)) for one, other in ((a, b), (b, a)) if len(one) == least]
    return max(sum(roll.find(name) is not None for name in names) for names, roll in rolls) / least


def among(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether everybody in `a` is in `b` too."""
    roll = _Roll(b)
    return all(roll.find(name) is not None for name in a)


def union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Join lists of names in their order; of two spellings of one person the longer one stays, in the first place."""
    roll = _Roll()
    for names in lists:
        for name in names:
            at = roll.find(name)
            if at is None:
                roll.add(name)
            elif _fuller(name, roll.names[at]):
                roll.put(at, name)
    return tuple(roll.names)


class _Roll:
    """Names that are found by their words: lists of a thousand authors are compared without trying all pairs."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names: list[str] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        self.names.append(name)
        self.put(len(self.names) - 1, name)

    def put(self, at: int, name: str) -> None:
        self.names[at] = name
        for word in _parts(name):
            self._by_word[word].append(at)

    def find(self, name: str) -> int | None:
        """Give the first place of the same person; two spellings of one person always share a word."""
        places = sorted({at for word in _parts(name) for at in self._by_word.get(word, ())})
        return next((at for at in places if same_person(self.names[at], name)), None)


def _fuller(name: str, known: str) -> bool:
    return sum(map(len, _parts(name))) > sum(map(len, _parts(known)))
