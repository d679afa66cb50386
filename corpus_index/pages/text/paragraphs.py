"""The non-blank paragraphs of a page with their places: what all readers of plain text share.

A paragraph is a line. Only text that was wrapped at a fixed width is put together again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus_index.pages.text.prose import is_title_case

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\n|\r")
# Widths at which programs wrap text; shorter lines are headings and menus, longer ones are whole paragraphs.
_NARROWEST, _WIDEST = 50, 130
# How far the last word of a wrapped line can stay from the margin.
_RAGGED = 24
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Code points `start` to `end` of a page without white space at either end; `gap` counts blank lines above it."""

    start: int
    end: int
    text: str
    gap: int


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Split a text at its line ends (`\\n`, `\\r\\n` or `\\r`); every non-blank character is in one paragraph."""
    return tuple(_unwrap(text, list(_lines(text))))


def _lines(text: str) -> Iterator[Paragraph]:
    breaks = 0
    last = 0
    for match in _LINE.finditer(text):
        breaks += len(_BREAK.findall(text, last, match.start()))
        last = match.end()
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield Paragraph(start, start + len(stripped), stripped, max(breaks - 1, 0))
            breaks = 0


def _unwrap(text: str, lines: list[Paragraph]) -> Iterator[Paragraph]:
    index = 0
    while index < len(lines):
        end = _wrapped(lines, index)
        if end > index:
            first, last = lines[index], lines[end]
            yield Paragraph(first.start, last.end, text[first.start : last.end], first.gap)
        else:
            yield lines[index]
        index = end + 1


def _wrapped(lines: list[Paragraph], first: int) -> int:
    """Return the index of the last line of the wrapped paragraph that begins at `first`, or `first` for none."""
    if not _full(lines[first]) or is_title_case(lines[first].text):
        return first
    widths = [len(lines[first].text)]
    index = first
    while index + 1 < len(lines) and lines[index + 1].gap == 0:
        width = len(lines[index + 1].text)
        even = max(*widths, width) - min(*widths, width) <= _RAGGED
        if _full(lines[index + 1]) and even:
            widths.append(width)
            index += 1
            continue
        if width < min(widths) + _RAGGED and width <= max(widths) and _runs_on(lines[index].text):
            index += 1
        break
    runs_on = sum(not line.text[0].isupper() for line in lines[first + 1 : index + 1])
    return index if index - first + 1 >= _FEWEST and runs_on > (index - first) / 2 else first


def _full(line: Paragraph) -> bool:
    return _NARROWEST <= len(line.text) <= _WIDEST


def _runs_on(line: str) -> bool:
    return line[-1] not in ".!?:"
