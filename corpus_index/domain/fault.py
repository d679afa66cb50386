"""What is wrong with an index."""

from enum import StrEnum

from corpus_index.domain.dataclass import dataclass


class FaultKind(StrEnum):
    """Where a fault lies, and so what helps."""

    FILE = "file"
    """SQLite cannot read a part of the file."""
    REFERENCE = "reference"
    """A row names another one that is not there."""
    QUOTE = "quote"
    """A page does not read at a place what was quoted from there: its text, or the quotation, has changed."""
    FULL_TEXT = "full text"
    """What searching looks into is not what the papers say."""
    DERIVED = "derived"
    """A table is not what follows from the records."""
    INCOMPLETE = "incomplete"
    """Adding a large file was interrupted; nothing is wrong with what is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault in one line, and what to do about it."""

    kind: FaultKind
    what: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """How many pages, records and papers were looked at, and what is wrong, the worst first."""

    path: str
    pages: int
    records: int
    papers: int
    faults: tuple[Fault, ...]
