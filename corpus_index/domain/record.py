"""What a reader finds on a page: records of papers, and what it passed over.

Records and their parts are named tuples, as spans are: files of millions of papers are made of them.
"""

from dataclasses import dataclass
from typing import NamedTuple

from corpus_index.domain.identifier import PaperId
from corpus_index.domain.page import Page
from corpus_index.domain.record_kind import RecordKind as RecordKind  # noqa: PLC0414  a part of this module
from corpus_index.domain.span import Span


class PrintedYear(NamedTuple):
    """The year of publication, and where the page says it."""

    value: int
    start: int
    end: int


class PrintedId(NamedTuple):
    """An identifier of the paper, and where the page prints it."""

    id: PaperId
    start: int
    end: int


class PrintedDetail(NamedTuple):
    """A field of how the paper was published, named as in `publication`, and what the page says there."""

    name: str
    span: Span


class Reference(NamedTuple):
    """A work that the paper cites, as the page lists it, with the identifiers that stand there."""

    span: Span
    ids: tuple[PaperId, ...]


class RawRecord(NamedTuple):
    """One paper as one page prints it.

    `ordinal` counts the records of the page from 0 in printed order. `start` and `end` enclose all that
    belongs to the record (title, label, abstract). `title` and `abstract` are slices of the page's text; the abstract
    is empty where the page prints none.
    `authors` are the names that the page gives; `authors_complete` says that these are all of them.
    `summarises` is the ordinal of the record on the same page that this one sums up.
    `urls` are addresses of the paper that stand outside its abstract; `key` is a citation key that the page gives it.
    `publication` says how it was published, each field once.
    """

    ordinal: int
    kind: RecordKind
    start: int
    end: int
    title: Span | None
    abstract: Span
    authors: tuple[Span, ...] = ()
    authors_complete: bool = False
    summarises: int | None = None
    year: PrintedYear | None = None
    venue: Span | None = None
    ids: tuple[PrintedId, ...] = ()
    urls: tuple[Span, ...] = ()
    key: Span | None = None
    references: tuple[Reference, ...] = ()
    publication: tuple[PrintedDetail, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of the page that is in no record, and why; runs of white space alone are not reported."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page split by the reader called `reader`; `records` and `skipped` cover every non-blank character."""

    page: Page
    reader: str
    records: tuple[RawRecord, ...]
    skipped: tuple[Skipped, ...]
