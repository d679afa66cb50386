"""Numbers in words: `doubles`, `a factor of three`, `two-fold`, `one-third`, `1/2`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CARDINALS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "hundred": 100,
}  # fmt: skip
_MULTIPLES = {"doubl": 2, "tripl": 3, "quadrupl": 4, "halv": 0.5, "twice": 2, "thrice": 3}
_PARTS = {
    "half": 0.5, "third": 0.333333, "thirds": 0.666667, "quarter": 0.25, "quarters": 0.75, "fourth": 0.25,
    "fifth": 0.2, "tenth": 0.1,
}  # fmt: skip
_COUNT = "|".join(_CARDINALS)


@dataclass(frozen=True, slots=True)
class Word:
    """A number in words at a place; `shape` is `word` (doubles), `share` (one-third) or `slash` (1/2)."""

    start: int
    end: int
    value: float
    high: float | None
    shape: str


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of such words, looked for only in texts that hold one of its `marks`."""

    shape: str
    marks: tuple[str, ...]
    pattern: re.Pattern[str]


_SORTS = (
    _Sort(
        "word", tuple(_MULTIPLES),
        re.compile(
            r"\b(?:(?:doubl|tripl|quadrupl)(?:es|ed|ing|e(?=\s(?:the|its|their|that|our)\b))"
            r"|halv(?:es?|ed|ing)|twice|thrice)\b(?!-blind)",
            re.IGNORECASE,
        ),
    ),
    _Sort("word", ("fold", "times"), re.compile(rf"\b(?:{_COUNT})(?:[\s-]?fold\b|[\s-]times\b)", re.IGNORECASE)),
    _Sort("word", ("factor",), re.compile(rf"\bfactors?\sof\s(?:about\s|nearly\s|over\s)?(?:{_COUNT})\b")),
    _Sort(
        "share", ("half", "third", "quarter", "fourth", "fifth", "tenth"),
        re.compile(
            r"\b(?:one[\s-]half to one[\s-]third|(?:one[\s-]|a\s)(?:half|third|quarter|fourth|fifth|tenth)|"
            r"two[\s-]thirds|three[\s-]quarters|half)\b",
            re.IGNORECASE,
        ),
    ),
    _Sort("slash", ("1/",), re.compile(r"(?<![\d/.^\w])1/(?:2|3|4|5|8|10)(?![\d/.])")),
)  # fmt: skip


def number_words(text: str) -> Iterator[Word]:
    """Give the numbers in words of a text, sort by sort."""
    for sort in _SORTS:
        for mark in sort.marks:
            if mark in text:
                yield from (_word(match, sort.shape) for match in sort.pattern.finditer(text))
                break


def _word(match: re.Match[str], shape: str) -> Word:
    word = match[0].casefold()
    if shape == "slash":
        return Word(match.start(), match.end(), round(1 / int(word[2:]), 6), None, shape)
    parts = word.replace("-", " ").split()
    if shape == "share":
        ends = [_PARTS[part] for part in parts if part in _PARTS]
        return Word(match.start(), match.end(), min(ends), max(ends) if len(ends) > 1 else None, shape)
    multiple = next((value for stem, value in _MULTIPLES.items() if word.startswith(stem)), None)
    if multiple is None:
        multiple = next(
            _CARDINALS[part] for part in (each.removesuffix("fold") for each in parts) if part in _CARDINALS
        )
    return Word(match.start(), match.end(), multiple, None, shape)
