"""The figures of a sentence as it states them: a number, a pair `from A to B`, or either with a remark in brackets."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

_REMARK = re.compile(r"(?:\s+[\w@-]+){0,2}\s*\(\s*(?:(?:[\w@-]+\s+){1,3}(?:of\s+|=\s*)?|[\w@-]+\s*[=:]\s*)?")
_CLOSED = re.compile(r"(?:\s+(?!(?:on|in|for|across|at)\b)[\w.@-]+){0,3}\s*\)")
_MOVED = re.compile(r"\s*(?:\([^()]{0,30}\)\s*)?(?:up\s+|down\s+|back\s+)?(?:to|→|->)\s+(?:[a-z]+\s+){0,2}[~>]?")
_LISTED_FROM = re.compile(r"\bfrom\s+~?\d[\d.,]{0,9}\s?%?,?\s+and\s+~?$")
_COMPARED = re.compile(
    r"(?:\s+(?!(?:on|in|for|across|over|at|of)\b)[\w@-]+){0,2},?\s+"
    r"(?:vs\.?|versus|compared (?:to|with|against)|up from|down from)\s+(?:only\s+|just\s+|a\s+)?~?"
)
_FURTHER = re.compile(
    r"[%\s]*(?:\s?(?!(?:on|in|for|of|from|over|by|and|to|at)(?![\w-]))[A-Za-z][\w@-]{0,30}){0,2}(?:\s*\([^()]*\))?"
    r"\s*(?:,|and|,\s*and|/|&|;)\s*(?:by\s+|and\s+|up to\s+|about\s+|a\s+|\+\s*)*[~$]?"
)
_BARELY_FURTHER = re.compile(r"[%\s]*(?:,|/|&|and\b|,\s*and\b)\s*(?:by\s+)?[+~$]?\s*")
_RESPECTIVELY = re.compile(r"[^;]{0,160}?\brespectively\b")
_OTHERS_IN_TURN = re.compile(r"\b(?:on|in|for|at|with|to|over|and)\s[^,;\d]{1,60}\sand\s")


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers of a sentence that say one thing and so belong to one benchmark, and where they stand.

    `first` and `end` are indexes into the numbers of the sentence: `first` to before `end`.
    """

    start: int
    stop: int
    first: int
    end: int


def figures_of(text: str, spots: Sequence[tuple[int, int]], named: Collection[int]) -> list[Figure]:
    """Join the numbers of a sentence, given by their spans, into figures.

    The second of a pair `from A to B` or `A vs. B` joins the first, and a number in brackets of its own (`77.8% mAP
    (+9.4%)`) the number that it remarks on, unless one of the names that begin at `named` stands between.
    """
    found: list[Figure] = []
    for index, (start, stop) in enumerate(spots):
        last = found[-1] if found else None
        gap = text[last.stop : start] if last else ""
        apart = last is None or any(last.stop <= name < start for name in named)
        closed = _CLOSED.match(text, stop) if not apart and _REMARK.fullmatch(gap) else None
        moved = last and _MOVED.fullmatch(gap) and not _LISTED_FROM.search(text, max(0, last.start - 40), last.start)
        if last and (start < last.stop or (not apart and (moved or _COMPARED.fullmatch(gap)))):
            found[-1] = Figure(last.start, max(stop, last.stop), last.first, index + 1)
        elif last and closed:
            found[-1] = Figure(last.start, closed.end(), last.first, index + 1)
        else:
            found.append(Figure(start, stop, index, index + 1))
    return found


def is_list(text: str, run: Sequence[Figure]) -> bool:
    """Say whether figures stand in one list: `13.0% and 22.2%`, `91.5% accuracy, 80.2% and 60.0%`."""
    return all(_FURTHER.fullmatch(text[a.stop : b.start]) for a, b in pairwise(run))


def is_bare_list(text: str, run: Sequence[Figure]) -> bool:
    """Say whether figures stand in one list that names nothing else between them: `91.5%, 80.2%, and 60.0%`."""
    return all(_BARELY_FURTHER.fullmatch(text[a.stop : b.start]) for a, b in pairwise(run))


def is_in_turn(text: str, last: Figure, end: int) -> bool:
    """Say whether `respectively` stands behind the last figure of a list, before `end`."""
    return _RESPECTIVELY.match(text, last.stop, end) is not None


def is_in_turn_of_others(text: str, last: Figure, end: int) -> bool:
    """Say whether the `respectively` behind a list goes with two names there: `for small and large models`."""
    tail = _RESPECTIVELY.match(text, last.stop, end)
    return tail is not None and _OTHERS_IN_TURN.search(tail[0]) is not None
