"""Shapes of JSON Lines that are read a line at a time, so that a file of them may have millions."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from corpus_index.errors import NoReaderFits
from corpus_index.pages.decode import too_large
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds import (
    arxiv_snapshot,
    crossref,
    json_papers,
    openalex,
    paper_export,
    semantic_scholar,
)

_SAMPLE = 20
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class LineReader:
    """A shape of JSON Lines: which objects are papers of it, and how one is read."""

    name: str
    is_entry: Callable[[object], bool]
    entry_of: Callable[[Mapping[str, Any]], Entry]


LINE_READERS = tuple(
    LineReader(shape.READER.name, shape.is_entry, shape.entry_of)
    for shape in (arxiv_snapshot, paper_export, semantic_scholar, openalex, crossref, json_papers)
)
"""The most particular ones first, as most of their papers are also what the last one reads."""


def line_reader_of(name: str, beginning: bytes) -> LineReader:
    """Say how the lines of a file that begins so are read. Raises `PageError` where they are no papers in JSON."""
    lines = beginning.splitlines()[:_SAMPLE]
    values = [value for value in map(value_of, lines) if value is not None]
    if len(values) < len(lines) / 2:
        raise too_large(name)
    for reader in LINE_READERS:
        if sum(map(reader.is_entry, values)) >= len(values) / 2:
            return reader
    shapes = ", ".join(reader.name for reader in LINE_READERS)
    raise NoReaderFits(name, "no papers found: its lines are JSON of a shape that is not known", f"looked for {shapes}")


def value_of(line: bytes) -> Any | None:
    """Read a line of JSON; `None` for one that is broken."""
    try:
        text = line.decode("utf-8", "surrogatepass")
        # Of `json.loads`, a third of the time goes into finding the encoding and white space around the value.
        value, end = _DECODER.raw_decode(text)
        return value if text[end:].isspace() or end == len(text) else None
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
