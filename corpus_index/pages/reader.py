"""What a reader is, and how its records become a page of which nothing is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus_index.domain.page import Page
from corpus_index.domain.record import RawRecord, ReadPage, Skipped
from corpus_index.domain.span import Span
from corpus_index.pages.furniture import Reason
from corpus_index.pages.paragraphs import Paragraph, paragraphs_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its paragraphs: what a reader is given."""

    page: Page
    paragraphs: tuple[Paragraph, ...]

    @classmethod
    def of(cls, page: Page) -> "Sheet":
        """Split a page into paragraphs."""
        return cls(page, paragraphs_of(page.text))

    def span(self, start: int, end: int) -> Span:
        """Quote the page from `start` to `end`."""
        return Span(start, end, self.page.text[start:end])


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a reader fits a page: `score` is 0 for not at all and at most 1; `why` is for people."""

    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Reader:
    """One page shape. `looks_for` completes "a page of papers is ..."; `read` is only asked where `sniff` scores."""

    name: str
    looks_for: str
    sniff: Callable[[Sheet], Fit]
    read: Callable[[Sheet], ReadPage]


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
