"""When two spellings of a name are the same person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from corpus_index.resolve.words import words

_NOBODY = frozenset({"unknown", "etal", "others", "andothers"})
_IN_TWO_LETTERS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
    "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa",
})  # fmt: skip
"""Letters that are written as two where a keyboard has none of them, and as one without its sign elsewhere."""
_MOST_INITIALS = 3


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, ...]:
    """Split a name into folded words, given names first."""
    if name.count(",") == 1:
        last, first = name.split(",")
        return words(first) + words(last)
    return words(name)


@lru_cache(maxsize=8192)
def _spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the folded words of a name, and where it has an umlaut or the like those of its longer spelling."""
    longer = name.translate(_IN_TWO_LETTERS) if not name.isascii() else name
    return (_parts(name),) if longer == name else (_parts(name), _parts(longer))


def family_name(name: str) -> str:
    """Give the last of the folded words of a name, given names first; nothing for nobody."""
    return "".join(_parts(name)[-1:])


def known_people(names: Iterable[str]) -> tuple[str, ...]:
    """Leave out what names nobody, such as `et al.`."""
    return tuple(name for name in names if (parts := _parts(name)) and "".join(parts) not in _NOBODY)


def same_person(a: str, b: str) -> bool:
    """Judge by the words of two names, in either order; given names may be initials, missing or shortened.

    Symmetric. A family name alone agrees with any given name. Letters with signs may be written without them, or as
    two letters, and words together or apart (`LeCun`, `Le Cun`).
    """
    return any(_agree(first, second) for first in _spellings(a) for second in _spellings(b))


def _agree(first: Sequence[str], second: Sequence[str]) -> bool:
    if not first or not second:
        return False
    if sorted(first) == sorted(second) or "".join(first) == "".join(second):
        return True
    if first[-1] == second[-1]:
        return _given_agree(first[:-1], second[:-1])
    if _written_apart(first, second) or _written_apart(second, first):
        return True
    # A part of a double family name, or the family name in front: all of the shorter name is in the longer one.
    short, long = sorted((set(first), set(second)), key=len)
    return len(short) >= 2 and short < long and any(len(part) > 1 for part in short)


def _written_apart(whole: Sequence[str], apart: Sequence[str]) -> bool:
    """Tell whether the last two words of a name are the family name of another one, and the given names agree."""
    return (
        len(whole) > 1
        and len(apart) > 2
        and whole[-1] == apart[-2] + apart[-1]
        and _given_agree(whole[:-1], apart[:-2])
    )


def _given_agree(first: Sequence[str], second: Sequence[str]) -> bool:
    if not first or not second:
        return True
    a, b = first[0], second[0]
    return a.startswith(b) or b.startswith(a) or _are_initials(a, second) or _are_initials(b, first)


def _are_initials(word: str, names: Sequence[str]) -> bool:
    """Tell whether a word is the initials of several given names: `JL` of `Jean-Luc`."""
    return 1 < len(word) <= _MOST_INITIALS and word == "".join(name[0] for name in names)


def share_somebody(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether some person is among both."""
    roll = _Roll(b)
    return any(roll.find(name) is not None for name in a)


def share_family(a: Iterable[str], b: Iterable[str]) -> bool:
    """Tell whether some family name is spelled alike in both, but for case and signs."""
    return not {family_name(name) for name in a}.isdisjoint(map(family_name, b))


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


def in_full(names: Sequence[str], others: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Give the names in their order, each in the longest spelling of that person in this list or the others.

    Nobody is added. A spelling that may be of several of them is of none.
    """
    roll = _Roll(names)
    for other in others:
        for name in other:
            places = roll.places(name)
            if len(places) == 1 and _fuller(name, roll.names[places[0]]):
                roll.put(places[0], name)
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
        for word in _found_by(name):
            self._by_word[word].append(at)

    def find(self, name: str) -> int | None:
        """Give the first place of the same person; two spellings of one person always share what they are found by."""
        return next(iter(self.places(name)), None)

    def places(self, name: str) -> list[int]:
        """Give all places of what may be the same person."""
        places = sorted({at for word in _found_by(name) for at in self._by_word.get(word, ())})
        return [at for at in places if same_person(self.names[at], name)]


def _found_by(name: str) -> set[str]:
    """Give the words of a name, alone and with the next one: two spellings of one person share one of these."""
    found = set[str]()
    for parts in _spellings(name):
        found.update(parts)
        found.update(map("".join, pairwise(parts)))
    return found


def _fuller(name: str, known: str) -> bool:
    """Tell whether a spelling has more letters, umlauts counting as two, or as many and more of them with signs."""
    one, other = ((sum(map(len, _spellings(each)[-1])), -sum(map(str.isascii, each))) for each in (name, known))
    return one > other
