"""Where sentences begin and end."""

import re
from collections.abc import Iterator
from functools import lru_cache

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
_BOUNDARY = re.compile(  # both begin with the stop, so that the search runs from stop to stop
    r"[.?!](?:['\")\]]*(?=\s+[\"'(\[`]*[A-Z0-9\\$(])"  # then white space and something that can open a sentence
    r"|(?<=[a-z)]{2}\.)(?=[A-Z][A-Za-z]+[\s,]))"  # or a space that was lost on the page
)
_NO_SPACE = re.compile(r"\S")
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS)) + 1


def sentences(text: str) -> list[tuple[int, int]]:
    """Split a paragraph into (start, end) pairs that leave out only the white space between sentences."""
    return list(_sentences(text))


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Texts are asked for again and again while a page is stored."""
    spans: list[tuple[int, int]] = []
    start = _behind_space(text, 0)
    for match in _BOUNDARY.finditer(text):
        if _is_abbreviation(text, start, match.start()):
            continue
        spans.append((start, match.end()))
        start = _behind_space(text, match.end())
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    if all(end - start <= LONGEST for start, end in spans):
        return tuple(spans)
    return tuple(part for span in spans for part in _cut(text, *span))


def _behind_space(text: str, position: int) -> int:
    found = _NO_SPACE.search(text, position)
    return found.start() if found else len(text)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long to be a sentence at white space, so that no grammar ever reads far."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        middle = space if space > 0 else start + LONGEST
        yield start, middle
        start = _behind_space(text, middle)
    if start < end:
        yield start, end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Say whether the word that ends before a stop is one that a stop abbreviates, or an initial."""
    word = text[max(start, end - _LONGEST_ABBREVIATION) : end]
    word = word[word.rfind(" ") + 1 :]
    if "(" in word or "[" in word:
        word = word[max(word.rfind("("), word.rfind("[")) + 1 :]
    return word.casefold() in _ABBREVIATIONS or (len(word) == 1 and "A" <= word <= "Z")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the stretch of `text`, in whole sentences, that encloses `start` to `end`."""
    touched = [span for span in sentences(text) if span[0] < end and span[1] > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)
