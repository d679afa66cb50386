"""Numbers that stand in a series: what is said of one of them is said of all."""

import re
from collections.abc import Iterator

from corpus_index.extract.reading.numbers import Number
from corpus_index.extract.specs.phrase import Found

_JOINED = re.compile(r"\s*[a-zμµ]{0,2}\s*(?:,|,?\s*(?:and|or|to|/|&))\s*(?:up to\s+)?")
_JOINED_COUNTS = re.compile(r"\s*(?:,|,?\s*(?:and|or|to|/|&))\s*|(?:\s+[a-z-]+){1,4}?(?:\s+\([A-Z-]+\))?,?\s+and\s+")
_OWN_NOUN = re.compile(r"\s+(?:tokens|samples|examples|images|pairs|words|steps|hours)\b")
_ANNOUNCED = (None, "parameters")
"""Units of what is said before a number (`redshifts z = 0.3, 0.5`), not behind it (`64 tokens`)."""
_A_FEW = 15
_ALIKE = frozenset(
    (
        "other",
        "total parameters",
        "context length",
        "training samples",
        "dataset size",
        "window size",
        "layers",
        "ratio",
    )
)


def in_series(text: str, readings: list[tuple[Number, Found | None]]) -> Iterator[Found]:
    """Numbers that are joined by commas, `and` or `or` and say nothing by themselves are like the next, or the last.

    >>> specs("We compress a page into 64 or 128 tokens, at depths of 3, 6, and 9 layers.")
    other 64 tokens (series; tokens)
    other 128 tokens (tokens)
    layers 3 layers (series; layers)
    layers 6 layers (series; layers)
    layers 9 layers (layers)
    """
    read = [found for _, found in readings]
    for index in range(len(readings) - 2, -1, -1):
        following = read[index + 1]
        if read[index] is None and following and _joined(text, readings[index][0], readings[index + 1][0]):
            read[index] = _like(following, readings[index][0])
    for index in range(1, len(readings)):
        last = read[index - 1]
        if (
            read[index] is None
            and last
            and last.unit in _ANNOUNCED
            and not _OWN_NOUN.match(text, readings[index][0].end)
            and _joined(text, readings[index - 1][0], readings[index][0])
        ):
            read[index] = _like(last, readings[index][0])
    for (_, found), now in zip(readings, read, strict=True):
        if found is None and now is not None:
            yield now


def _joined(text: str, number: Number, following: Number) -> bool:
    alike = number.unit == following.unit and number.scaled == following.scaled
    if not alike or type(number.value) is not type(following.value):
        return False
    counts = isinstance(number.value, int) and number.value >= _A_FEW
    return bool((_JOINED_COUNTS if counts else _JOINED).fullmatch(text, number.end, following.start))


def _like(found: Found, number: Number) -> Found | None:
    if found.attribute not in _ALIKE:
        return None
    rule = found.rule if found.rule.startswith("series; ") else f"series; {found.rule}"
    start, end = min(number.start, found.start - found.ahead), max(number.end, found.end)
    return Found(
        found.attribute, number.value, found.unit, number.start, end, found.subject, rule, ahead=number.start - start
    )
