"""Entries of a structured source laid out as a page, so that every field has a place that reads back.

One block of lines for each entry: title, authors, year, venue, how it was published, identifiers, addresses, abstract,
references, summary; a line that an entry lacks is left out, and an empty line ends the block.
"""

from collections.abc import Iterable, Sequence

from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.domain.page import Page, PageDigest
from corpus_index.domain.record import (
    PrintedDetail,
    PrintedId,
    PrintedYear,
    RawRecord,
    ReadPage,
    RecordKind,
    Reference,
    Skipped,
)
from corpus_index.domain.span import Span
from corpus_index.errors import PageTooLarge
from corpus_index.pages.entry import Cited, Entry
from corpus_index.pages.fields.identifiers import PREFIXES, identifier, identifiers
from corpus_index.pages.fields.years import year_of_number
from corpus_index.pages.repeats import without_repeats
from corpus_index.pages.text.furniture import Reason

MOST_RECORDS = 100_000
"""Records of a page, each of which takes some ten kilobytes of memory while it is stored."""
_SUMMARY = "Summary: "


def compose(
    name: str, digest: PageDigest, reader: str, entries: Iterable[Entry], rest: Iterable[tuple[str, str]] = ()
) -> ReadPage:
    """Write the entries in their order as one page; those without a title, an abstract or a summary are skipped.

    So is the `rest`: lines in which no entry could be read, each with the reason. It is asked for behind the entries.
    Raises `PageTooLarge` above `MOST_RECORDS`.
    """
    writer = _Writer()
    records: list[RawRecord] = []
    skipped: list[Skipped] = []
    for entry in without_repeats(each.tidy() for each in entries):
        told = entry.title or entry.abstract or entry.summary
        if not told and entry == Entry():
            continue
        written = _records(writer, entry, len(records))
        if told:
            records += written
            if len(records) > MOST_RECORDS:
                what = f"holds more than the {MOST_RECORDS:,} papers that are read at once"
                raise PageTooLarge(name, what, "split it, or give JSON Lines, which may have millions")
        else:
            skipped.append(Skipped(written[0].start, written[0].end, Reason.UNTITLED.value))
        writer.end_block()
    for line, reason in rest:
        unread = writer.line(line.strip())
        skipped.append(Skipped(unread.start, unread.end, reason))
    return ReadPage(Page(name, digest, writer.text()), reader, tuple(records), tuple(skipped))


class _Writer:
    """Text that grows line by line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.position = 0

    def line(self, text: str, *, label: str = "") -> Span:
        """Write a line; the label in front of it is no part of the span."""
        start = self.position + len(label)
        end = start + len(text)
        # A long text is not copied here, but only once, when all parts are joined.
        self._parts += (label, text, "\n")
        self.position = end + 1
        return Span(start, end, text)

    def items(self, texts: Sequence[str], joint: str) -> tuple[Span, ...]:
        """Write several texts on one line."""
        if not texts:
            return ()
        spans = []
        start = self.position
        for text in texts:
            end = start + len(text)
            spans.append(Span(start, end, text))
            start = end + len(joint)
        self._parts.append(f"{joint.join(texts)}\n")
        self.position = end + 1
        return tuple(spans)

    def end_block(self) -> None:
        self._parts.append("\n")
        self.position += 1

    def text(self) -> str:
        return "".join(self._parts)


def _records(writer: _Writer, entry: Entry, ordinal: int) -> list[RawRecord]:
    """Write an entry; its summary, if it has one, is a record of its own beside an abstract."""
    start = writer.position
    title = writer.line(entry.title) if entry.title else None
    authors = writer.items(entry.authors, "; ")
    year = writer.line(str(entry.year)) if entry.year is not None else None
    venue = writer.line(entry.venue) if entry.venue else None
    publication = tuple(PrintedDetail(name, writer.line(text, label=f"{name}: ")) for name, text in entry.publication)
    key = writer.line(entry.key, label="Key: ") if entry.key else None
    read = [identifier(each) for each in entry.ids]
    ids = writer.items([_spelled(each, found) for each, found in zip(entry.ids, read, strict=True)], ", ")
    urls = writer.items(entry.urls, " ") if entry.urls else ()
    printed = _printed_ids(read, ids, urls)
    abstract = writer.line(entry.abstract) if entry.abstract else None
    references = tuple(_reference(writer, cited) for cited in entry.references) if entry.references else ()
    summary = writer.line(entry.summary, label=_SUMMARY) if entry.summary and not abstract else None
    main = RawRecord(
        ordinal=ordinal,
        kind=RecordKind.SUMMARY if summary else RecordKind.ABSTRACT,
        start=start,
        end=writer.position - 1,
        title=title,
        abstract=abstract or summary or Span(writer.position - 1, writer.position - 1, ""),
        authors=authors,
        authors_complete=bool(authors) and entry.authors_complete,
        year=_year(entry.year, year, printed),
        venue=venue,
        ids=printed,
        urls=urls,
        key=key,
        references=references,
        publication=publication,
    )
    if not (entry.summary and abstract):
        return [main]
    told = writer.line(entry.summary, label=_SUMMARY)
    also = RawRecord(
        ordinal=ordinal + 1,
        kind=RecordKind.SUMMARY,
        start=told.start - len(_SUMMARY),
        end=told.end,
        title=None,
        abstract=told,
        summarises=ordinal,
    )
    return [main, also]


def _year(value: int | None, span: Span | None, ids: Iterable[PrintedId]) -> PrintedYear | None:
    """Give the year that the source says, else the one that an arXiv number begins with."""
    if value is not None and span:
        return PrintedYear(value, span.start, span.end)
    for printed in ids:
        told = year_of_number(printed.id.value) if printed.id.scheme is Scheme.ARXIV else None
        if told:
            return PrintedYear(told, printed.start, printed.end)
    return None


def _spelled(printed: str, found: PaperId | None) -> str:
    """Write an identifier so that its scheme shows (`arXiv:2401.00001`)."""
    if found is None or printed.startswith(PREFIXES[found.scheme]):
        return printed
    bare = found.value.casefold() == printed.casefold().removesuffix(found.version or "")
    return f"{PREFIXES[found.scheme]}{printed}" if bare else printed


def _printed_ids(read: Iterable[PaperId | None], ids: Iterable[Span], urls: Iterable[Span]) -> tuple[PrintedId, ...]:
    """Give each identifier once, where it is printed first: those of the fields `ids`, then those in addresses."""
    printed = [PrintedId(value, span.start, span.end) for value, span in zip(read, ids, strict=True) if value]
    if len(printed) < 2 and not urls:
        return tuple(printed)
    found: dict[tuple[Scheme, str], PrintedId] = {}
    for each in printed:
        found.setdefault((each.id.scheme, each.id.value), each)
    for span in urls:
        for value, start, end in identifiers(span.text):
            found.setdefault((value.scheme, value.value), PrintedId(value, span.start + start, span.start + end))
    return tuple(found.values())


def _reference(writer: _Writer, cited: Cited) -> Reference:
    said = list(dict.fromkeys(value for value, _, _ in identifiers(cited.text)))
    given = [(each, identifier(each)) for each in cited.ids]
    more = [_spelled(printed, found) for printed, found in given if found not in said]
    span = writer.line(" ".join((cited.text, *more)).strip(), label="- ")
    return Reference(span, tuple(dict.fromkeys((*said, *(found for _, found in given if found)))))
