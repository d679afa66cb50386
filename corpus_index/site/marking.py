"""A text cut where facts begin and end, so that each piece can be marked with what it states."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Segment(NamedTuple):
    """A piece of a text, and the numbers of the facts that it is part of, that of the shortest place first."""

    text: str
    facts: tuple[int, ...]


def segments(text: str, places: Iterable[tuple[int, int, int]]) -> list[Segment]:
    """Cut `text` at both ends of each place (start, end, number of the fact); put together it is the text again.

    Places may overlap in any way. Those that are empty or not inside the text are left out.
    """
    inside = sorted(
        {place for place in places if 0 <= place[0] < place[1] <= len(text)},
        key=lambda place: (place[1] - place[0], place),
    )
    cuts = sorted({0, len(text), *(cut for place in inside for cut in place[:2])})
    found = []
    for start, end in pairwise(cuts):
        numbers = (number for first, last, number in inside if first <= start and end <= last)
        found.append(Segment(text[start:end], tuple(dict.fromkeys(numbers))))
    return found
