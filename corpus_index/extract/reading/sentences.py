"""Where sentences begin and end."""

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "vs",
        "cf",
        "al",
        "etc",
        "fig",
        "figs",
        "eq",
        "eqs",
        "sec",
        "tab",
        "no",
        "approx",
        "resp",
        "ca",
        "dr",
        "prof",
        "st",
        "w.r.t",
        "incl",
        "max",
        "min",
        "avg",
    ]
)
LONGEST = 1000
"""The longest sentence, in characters; more than any abstract has, and the bound on what a grammar looks at."""
_BOUNDARY = re.compile(
    r"[.?!]['\")\]]*(?=\s+[\"'(\[`]*[A-Z0-9\\$(])"  # a stop, then white space and something that can open a sentence
    r"|(?<=[a-z)]{2})\.(?=[A-Z][A-Za-z]+[\s,])"  # a stop whose space was lost on the page
)
_LAST_WORD = re.compile(r"(?:^|[\s(\[])([A-Za-z.]+)$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Split a paragraph into (start, end) pairs that leave out only the white space between sentences."""
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _BOUNDARY.finditer(text):
        if _is_abbreviation(text[start : match.start()]):
            continue
        spans.append((start, match.end()))
        start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return [part for span in spans for part in _cut(text, *span)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long to be a sentence at white space, so that no grammar ever reads far."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        middle = space if space > 0 else start + LONGEST
        yield start, middle
        start = middle + len(text[middle:end]) - len(text[middle:end].lstrip())
    if start < end:
        yield start, end


def _is_abbreviation(before: str) -> bool:
    word = _LAST_WORD.search(before)
    if not word:
        return False
    return word[1].casefold() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper())


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the stretch of `text`, in whole sentences, that encloses `start` to `end`."""
    touched = [span for span in sentences(text) if span[0] < end and span[1] > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)
