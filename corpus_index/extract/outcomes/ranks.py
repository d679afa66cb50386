"""Places in a ranking: `ranks 2nd`, `the 7th place among 106 teams`."""

import re
from functools import lru_cache

from corpus_index.extract.outcomes.outcome import Measure, Spot, score
from corpus_index.extract.reading.numbers import Number, has_digit

_ORDINAL = re.compile(r"(?P<place>\d(?<![\w.,/-].)\d{0,3})\s?(?:st|nd|rd|th)\b(?!-|\s+(?:century|order|percentile))")
_MARKS = ("rank", "place", "position", "overall", "finish")
_RANKED = re.compile(r"\b(?:rank(?:s|ed|ing)?|placed?|places|finish\w*|came in|stands?)\b[^.;]{0,80}$")
_PLACE = re.compile(r"[\s-]+(?:place|rank|position)\b|\s+(?:among|out of|overall)\b")
_GOT = re.compile(
    r"\b(?:achiev|obtain|secur|reach|attain|won|win|took|rank|place|finish|get|got|in the|our)\w*\b[^.;]{0,60}$"
)


def ordinals(text: str, start: int, end: int) -> list[Number]:
    """Give the ordinal numbers that begin between two positions of a text that speaks of ranks."""
    return [number for number in _every_ordinal(text) if start <= number.start < end]


@lru_cache(maxsize=4)
def _every_ordinal(text: str) -> tuple[Number, ...]:
    if not has_digit(text) or not any(mark in text for mark in _MARKS):
        return ()
    return tuple(
        Number(match.start(), match.end(), int(match["place"]), None, None, 0, None, scaled=False, shape="ordinal")
        for match in _ORDINAL.finditer(text)
    )


def ranked(spot: Spot) -> Measure | None:
    """A place that was reached.

    >>> readings("Zarp ranks 2nd among small models and 7th overall.", "Zarp: A Model")
    2 score (ranked)
    7 score (ranked)
    """
    if spot.number.shape != "ordinal":
        return None
    placed = _PLACE.match(spot.after) and _GOT.search(spot.before)
    return score(spot.number) if placed or _RANKED.search(spot.before) else None
