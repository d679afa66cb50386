"""What all readers of saved text share: HTML is read as its text, and papers get their identifiers and references.

A line with an identifier belongs to the paper that it stands in. Between two papers it belongs to the one above it or
to the one below it, which the first and the last line of that kind on the page decide, or the empty lines around it;
where neither does, it is left out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus_index.domain.record import PrintedId, RawRecord, ReadPage, RecordKind
from corpus_index.pages.reader import Fit, Reader, Sheet, cover
from corpus_index.pages.text.cited_works import CitedWorks, cited_works
from corpus_index.pages.text.furniture import Reason
from corpus_index.pages.text.glued import unglued
from corpus_index.pages.text.identifier_lines import identifiers_of_line
from corpus_index.pages.text.paragraphs import Paragraph

_WIDEST_JOINT = 10
_SHARE_OF_HTML = 0.85


@dataclass(frozen=True, slots=True)
class _Prepared:
    """`every` paragraph of the text, and the `sheet` that a reader is given, which lacks the works cited."""

    every: Sheet
    sheet: Sheet
    works: Sequence[CitedWorks]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line with identifiers; `leans` is above 0 where it stands closer to what is below it, below 0 for above."""

    paragraph: Paragraph
    ids: tuple[PrintedId, ...]
    leans: int

    @property
    def start(self) -> int:
        return self.paragraph.start

    @property
    def end(self) -> int:
        return self.paragraph.end


def of_saved_text(reader: Reader) -> Reader:
    """Make a reader of text one of whatever text is saved as."""

    def sniff(sheet: Sheet) -> Fit:
        fit = reader.sniff(_prepared(sheet).sheet)
        # A reader of HTML that fits as well knows more: the text has lost its links.
        return fit if sheet.html is None else replace(fit, score=fit.score * _SHARE_OF_HTML)

    def read(sheet: Sheet) -> ReadPage:
        prepared = _prepared(sheet)
        return _completed(prepared, reader.read(prepared.sheet))

    return Reader(reader.name, sniff, read)


@lru_cache(maxsize=1)
def _prepared(sheet: Sheet) -> _Prepared:
    readable = sheet.readable
    every = Sheet(readable.page, tuple(unglued(readable.paragraphs)))
    works = cited_works(every.paragraphs)
    cited = {each.start for section in works for each in (section.heading, *section.works)}
    kept = tuple(each for each in every.paragraphs if each.start not in cited)
    return _Prepared(every, Sheet(readable.page, kept) if works else every, works)


def _completed(prepared: _Prepared, read: ReadPage) -> ReadPage:
    """Give the records what stands around them."""
    lines = _lines_with_ids(prepared.sheet.paragraphs)
    if not prepared.works and not lines:
        return read
    records = _with_works(list(read.records), prepared.works)
    records = _with_ids(read.page.text, records, lines)
    reasons: dict[int, Reason] = {}
    skipped = iter(read.skipped)
    stretch = next(skipped, None)
    for paragraph in prepared.sheet.paragraphs:
        while stretch is not None and stretch.end <= paragraph.start:
            stretch = next(skipped, None)
        if stretch is not None and stretch.start <= paragraph.start:
            reasons[paragraph.start] = Reason(stretch.reason)
    reasons |= {each.start: Reason.SECTION for section in prepared.works for each in (section.heading, *section.works)}
    return cover(prepared.every, read.reader, records, reasons)


def _with_works(records: list[RawRecord], works: Sequence[CitedWorks]) -> list[RawRecord]:
    """Give each section of references to the paper whose abstract is the last text above it."""
    starts = [record.start for record in records]
    for section in works:
        at = bisect_left(starts, section.heading.start) - 1
        if at < 0 or records[at].kind is not RecordKind.ABSTRACT:
            continue
        record = records[at]
        following = starts[at + 1] if at + 1 < len(starts) else section.end
        if record.abstract.end <= section.heading.start and section.end <= following:
            references = (*record.references, *section.references())
            records[at] = record._replace(end=max(record.end, section.end), references=references)
    return records


def _lines_with_ids(paragraphs: Sequence[Paragraph]) -> list[_Numbered]:
    gaps = [each.gap for each in paragraphs[1:]] + [0]
    found = (
        (each, identifiers_of_line(each.text, each.start), gap) for each, gap in zip(paragraphs, gaps, strict=True)
    )
    return [_Numbered(each, ids, each.gap - gap) for each, ids, gap in found if ids]


def _with_ids(text: str, records: list[RawRecord], lines: Sequence[_Numbered]) -> list[RawRecord]:
    starts = [record.start for record in records]
    loose = []
    glued = 0
    for line in lines:
        above = bisect_right(starts, line.start) - 1
        below = above + 1
        if above >= 0 and line.start < records[above].end:
            if not records[above].abstract.start <= line.start < records[above].abstract.end:
                records[above] = _with(records[above], line)
        elif below < len(records) and _is_joint(text[line.end : starts[below]][: _WIDEST_JOINT + 1]):
            records[below] = _with(records[below], line)
            glued += 1
        else:
            loose.append((line, above))
    leads = glued or any(above < 0 for _, above in loose)
    trails = any(above == len(records) - 1 for _, above in loose)
    for line, above in loose:
        leans = (1 if leads else -1) if bool(leads) != trails else line.leans
        at = above + 1 if leans > 0 else above if leans < 0 else -1
        at = 0 if len(records) == 1 else at
        if 0 <= at < len(records):
            records[at] = _with(records[at], line)
    return records


def _is_joint(between: str) -> bool:
    return len(between) <= _WIDEST_JOINT and not between.strip() and "\n" not in between and "\r" not in between


def _with(record: RawRecord, line: _Numbered) -> RawRecord:
    """Make a line a part of a record; of one scheme a paper has one identifier, the first."""
    known = {printed.id.scheme for printed in record.ids}
    new = tuple(printed for printed in line.ids if printed.id.scheme not in known)
    return record._replace(start=min(record.start, line.start), end=max(record.end, line.end), ids=(*record.ids, *new))
