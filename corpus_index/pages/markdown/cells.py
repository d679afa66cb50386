"""Rows of tables in Markdown and in the HTML within it."""

import re
from collections.abc import Sequence
from itertools import pairwise

_ROW = re.compile(r"<tr\b[^<>]{0,1000}>", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^<>]{0,1000}>", re.IGNORECASE)
_ENDS = re.compile(r"</(?:t[dhr]|table|tbody|thead)\s{0,3}>", re.IGNORECASE)
_DELIMITER = re.compile(r"[\s|:-]+")
# Bars within these are no ends of cells, whatever the standard says: people write them so.
_WHOLE = re.compile(r"(?<![\\$])\$[^$\n]{1,400}\$|`[^`\n]{1,400}`")


def rows_of_lines(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Split the lines of a table into cells; the first row is the header, and the line below it is left out."""
    lines = [line for line in lines if not _DELIMITER.fullmatch(line)]
    width = len(_cells(lines[0])) if lines else 0
    return tuple(_fitted(_cells(line), line, width) for line in lines)


def is_html_table(text: str) -> bool:
    """Say whether a stretch of HTML has rows of a table."""
    return _ROW.search(text) is not None


def rows_of_html(text: str) -> tuple[tuple[str, ...], ...]:
    """Split the rows of HTML tables into cells, with the markup in them."""
    return tuple(
        tuple(_ENDS.sub("", cell).strip() for cell in _CELL.split(row)[1:]) for row in _ROW.split(text)[1:] if row
    )


def _cells(line: str) -> tuple[str, ...]:
    """Split at the bars that are no part of a formula, of code or of a `<details>`."""
    hidden = _WHOLE.sub(lambda match: "x" * len(match[0]), line.replace("\\|", "xx"))
    start = hidden.find("<details")
    while start >= 0:
        end = hidden.find("</details", start)
        if end < 0:
            break
        hidden = f"{hidden[:start]}{'x' * (end - start)}{hidden[end:]}"
        start = hidden.find("<details", end)
    return _cut(line, hidden)


def _fitted(row: tuple[str, ...], line: str, width: int) -> tuple[str, ...]:
    """Split at every bar where that gives the header's width and the careful way does not."""
    if len(row) == width:
        return row
    plain = _cut(line, line.replace("\\|", "xx"))
    return plain if len(plain) == width else row


def _cut(line: str, hidden: str) -> tuple[str, ...]:
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    start += hidden.startswith("|", start)
    end -= end > start and hidden[end - 1] == "|"
    edges = [start - 1, *(match.start() for match in re.finditer(r"\|", hidden[:end]) if match.start() >= start), end]
    return tuple(line[left + 1 : right].strip() for left, right in pairwise(edges))
