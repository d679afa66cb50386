"""What a reader is, and how its records become a page of which nothing is lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus_index.domain.record import RawRecord, ReadPage, Skipped
from corpus_index.pages.composing import compose
from corpus_index.pages.entry import Entry
from corpus_index.pages.sheet import Sheet
from corpus_index.pages.text.furniture import Reason

__all__ = ["BROKEN", "Fit", "Reader", "Sheet", "cover", "entries_reader", "share_of_text"]


BROKEN = "is no whole JSON object"
"""What is said of such a line behind its number."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a reader fits a page: `score` is 0 for not at all and at most 1; `why` is for people.

    `holds_none` says that the page is of the reader's own shape and holds no paper (an error, an empty result), so that
    `why` is the reason that a person is given.
    """

    score: float
    why: str
    holds_none: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """One page shape; `read` is only asked where `sniff` scores."""

    name: str
    sniff: Callable[[Sheet], Fit]
    read: Callable[[Sheet], ReadPage]


def _nothing(_: Sheet) -> Iterable[str]:
    return ()


def entries_reader(
    name: str,
    sniff: Callable[[Sheet], Fit],
    entries: Callable[[Sheet], Iterable[Entry]],
    rest: Callable[[Sheet], Iterable[str]] = _nothing,
) -> Reader:
    """Make a reader of a structured source: `entries` gives its papers, which are laid out as a page of their own.

    `rest` gives the items of the source that are no papers, to be reported.
    """

    def read(sheet: Sheet) -> ReadPage:
        broken = ((line, f"line {number} {BROKEN}") for number, line in sheet.no_json)
        others = ((line, Reason.NO_PAPER.value) for line in rest(sheet) if line.strip())
        return compose(sheet.page.name, sheet.page.digest, name, entries(sheet), chain(broken, others))

    return Reader(name, sniff, read)


def cover(sheet: Sheet, reader: str, records: Sequence[RawRecord], reasons: Mapping[int, Reason]) -> ReadPage:
    """Join records and reasons to a page on which every non-blank character is accounted for.

    `reasons` is by the start of a paragraph; neighbours with one reason become one stretch. A paragraph with
    neither a record nor a reason is reported as text without a title or label.
    """
    skipped: list[Skipped] = []
    ordered = iter(sorted(records, key=lambda record: record.start))
    record = next(ordered, None)
    fresh = True
    for paragraph in sheet.paragraphs:
        while record is not None and record.end <= paragraph.start:
            record = next(ordered, None)
            fresh = True
        if record is not None and record.start <= paragraph.start:
            continue
        reason = reasons.get(paragraph.start, Reason.LOOSE_TEXT).value
        if skipped and not fresh and skipped[-1].reason == reason:
            skipped[-1] = Skipped(skipped[-1].start, paragraph.end, reason)
        else:
            skipped.append(Skipped(paragraph.start, paragraph.end, reason))
        fresh = False
    return ReadPage(sheet.page, reader, tuple(records), tuple(skipped))


def share_of_text(sheet: Sheet, taken: Sequence[tuple[int, int]]) -> float:
    """Return which share of the page's non-blank text lies in the stretches `taken` (start, end)."""
    total = sum(len(paragraph.text) for paragraph in sheet.paragraphs)
    return min(1.0, sum(end - start for start, end in taken) / total) if total else 0.0
