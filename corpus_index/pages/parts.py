"""Files that are too large for one page: JSON Lines are read as a row of pages, a part of the lines at a time.

Which lines make a part depends on the file alone, so that reading it again gives the same parts.
"""

import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from corpus_index.domain.page import PageDigest
from corpus_index.domain.record import ReadPage
from corpus_index.errors import NoReaderFits
from corpus_index.pages.composing import compose
from corpus_index.pages.decode import too_large
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds import arxiv_snapshot
from corpus_index.pages.source import Source

LINES = 1000
"""How many lines make a part."""
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class LineReader:
    """A shape of JSON Lines: which objects are papers of it, and how one is read."""

    name: str
    is_entry: Callable[[object], bool]
    entry_of: Callable[[Mapping[str, Any]], Entry]


LINE_READERS = (LineReader("arxiv-snapshot", arxiv_snapshot.is_entry, arxiv_snapshot.entry_of),)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file: its `lines`, of which the first is line `first` of the file, counted from 1.

    `digest` is that of the page that they make.
    """

    first: int
    digest: PageDigest
    lines: list[bytes]

    @property
    def last(self) -> int:
        """The last line."""
        return self.first + len(self.lines) - 1


def digest_of(source: Source) -> PageDigest:
    """Read a large source whole once, for its identity."""
    assert source.reopen is not None  # noqa: S101  only large sources have parts
    found = hashlib.sha256()
    with source.reopen() as file:
        while block := file.read(1 << 20):
            found.update(block)
    return PageDigest(found.hexdigest())


def line_reader(source: Source) -> LineReader:
    """Say how the lines of a large source are read. Raises `PageError` where they are no papers in JSON."""
    lines = source.data.splitlines()[:_SAMPLE]
    values = [value for value in map(_value, lines) if value is not None]
    if len(values) < len(lines) / 2:
        raise too_large(source.name)
    for reader in LINE_READERS:
        if sum(map(reader.is_entry, values)) >= len(values) / 2:
            return reader
    shapes = ", ".join(reader.name for reader in LINE_READERS)
    raise NoReaderFits(
        source.name, "no papers found: its lines are JSON of a shape that is not known", f"looked for {shapes}"
    )


def parts(source: Source, digest: PageDigest) -> Iterator[Part]:
    """Give the parts of a large source in order, not read yet; `digest` is that of the whole."""
    assert source.reopen is not None  # noqa: S101  only large sources have parts
    with source.reopen() as file:
        buffered = io.BufferedReader(file, 1 << 20)  # type: ignore[type-var]
        first = 1
        while lines := list(islice(buffered, LINES)):
            yield Part(first, PageDigest(hashlib.sha256(f"{digest}/{first}".encode()).hexdigest()), lines)
            first += len(lines)


def read_part(source: str, reader: LineReader, part: Part) -> ReadPage:
    """Read the lines of a part of the source of this name; a line that is no paper is left out."""
    values = filter(reader.is_entry, map(_value, part.lines))
    name = f"{source}, lines {part.first}-{part.last}"
    return compose(name, part.digest, reader.name, (reader.entry_of(value) for value in values))  # type: ignore[arg-type]


def _value(line: bytes) -> Any | None:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
