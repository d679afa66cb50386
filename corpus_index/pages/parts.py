"""Files that are too large for one page: JSON Lines are read as a row of pages, a part of the lines at a time.

Which lines make a part depends on the file alone, so that reading it again gives the same parts.
"""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from corpus_index.domain.page import PageDigest
from corpus_index.domain.record import ReadPage
from corpus_index.errors import PageTooLarge
from corpus_index.pages.composing import compose
from corpus_index.pages.decode import MOST_BYTES
from corpus_index.pages.entry import Entry
from corpus_index.pages.line_readers import LineReader, line_reader_of, value_of
from corpus_index.pages.reader import BROKEN
from corpus_index.pages.source import Source

LINES = 1000
"""How many lines make a part, or fewer where they have `MOST_BYTES`."""
MOST_LINES = 5_000_000
"""Lines of a file: all of arXiv has three million. Each takes about a millisecond to store."""
LONGEST_LINE = 8 * 1024 * 1024
"""Bytes of a line that is read; of a longer one the beginning is kept, to be shown among what holds no paper."""
_BEGINNING = 1000


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


@dataclass(frozen=True, slots=True)
class Extent:
    """The identity of a whole file, and how many lines it has."""

    digest: PageDigest
    lines: int


def extent_of(source: Source) -> Extent:
    """Read a large source whole once, for its identity and its length. Raises `PageTooLarge` above `MOST_LINES`."""
    assert source.reopen is not None  # noqa: S101  only large sources have parts
    found = hashlib.sha256()
    ends = 0
    last = b"\n"
    with source.reopen() as file:
        while block := file.read(1 << 20):
            found.update(block)
            ends += block.count(b"\n")
            if ends > MOST_LINES:
                what = f"has more than the {MOST_LINES:,} lines that are read of one file"
                raise PageTooLarge(source.name, what, "split it into smaller files")
            last = block[-1:]
    return Extent(PageDigest(found.hexdigest()), ends + (last != b"\n"))


def line_reader(source: Source) -> LineReader:
    """Say how the lines of a large source are read. Raises `PageError` where they are no papers in JSON."""
    return line_reader_of(source.name, source.data)


def parts(source: Source, digest: PageDigest) -> Iterator[Part]:
    """Give the parts of a large source in order, not read yet; `digest` is that of the whole."""
    assert source.reopen is not None  # noqa: S101  only large sources have parts
    with source.reopen() as file:
        buffered = io.BufferedReader(file, 1 << 20)  # type: ignore[type-var]
        first = 1
        while lines := _lines(buffered):
            yield Part(first, PageDigest(hashlib.sha256(f"{digest}/{first}".encode()).hexdigest()), lines)
            first += len(lines)


def _lines(file: BinaryIO) -> list[bytes]:
    """Read the lines of the next part, in bounded memory whatever the file holds."""
    lines: list[bytes] = []
    size = 0
    while len(lines) < LINES and size < MOST_BYTES and (line := file.readline(LONGEST_LINE)):
        if len(line) == LONGEST_LINE:
            end = line
            while end and not end.endswith(b"\n"):
                end = file.readline(LONGEST_LINE)
            line = line[:_BEGINNING]
        lines.append(line)
        size += len(line)
    return lines


def read_part(source: str, reader: LineReader, part: Part) -> ReadPage:
    """Read the lines of a part of the source of this name; a line that is no paper is skipped, with its number."""
    rest: list[tuple[str, str]] = []
    name = f"{source}, lines {part.first}-{part.last}"
    return compose(name, part.digest, reader.name, _entries(reader, part, rest), rest)


def _entries(reader: LineReader, part: Part, rest: list[tuple[str, str]]) -> Iterator[Entry]:
    """Read the papers, and put what holds none, and why, into the `rest`."""
    for number, line in enumerate(part.lines, part.first):
        value = value_of(line)
        if reader.is_entry(value):
            yield reader.entry_of(value)  # type: ignore[arg-type]
        elif not line.isspace():
            what = BROKEN if value is None else "is no paper with a title"
            rest.append((_shown(line), f"line {number} {what}"))


def _shown(line: bytes) -> str:
    return " ".join(line.decode(errors="replace").replace("\0", "\ufffd").split())
