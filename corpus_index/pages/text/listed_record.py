"""One paper of a listing: what the lines around its title and its authors say."""

import re
from collections.abc import Iterator, Sequence

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.record import PrintedId, PrintedYear, RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.fields.years import year_of_number
from corpus_index.pages.text.furniture import furniture
from corpus_index.pages.text.listed_lines import Byline, title_of, year_of
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.prose import Look, is_ended, is_scholarly, label_end, look_of
from corpus_index.pages.text.wording import word_list

_VENUE = re.compile(r"(?:in:?\s+)?(?P<venue>[^\W\d][^\d\t\[(|]{3,150}?)[\s,.:;'’|–-]*(?=[\d\t\[(|]|$)", re.IGNORECASE)
_NO_VENUE = re.compile(r"(?:year|published|submitted|cited|copyright|accepted|posted|comments)\b", re.IGNORECASE)


def record_of(lines: Sequence[Paragraph], title: int, named: int, byline: Byline, ordinal: int) -> RawRecord:
    """Read the lines of one paper, of which those at `title` and `named` are its title and its authors."""
    below = lines[named:]
    told = next((at for at, line in enumerate(below[1:], 1) if _is_text(line)), None)
    dated = next((found for line in below[: told or len(below)] if (found := year_of(line))), None)
    dated = dated or next((found for line in (*lines[title:named], *lines[:title]) if (found := year_of(line))), None)
    ids = tuple(_ids(line for line in lines if not _is_text(line)))
    kind, text = _text_of(below, told)
    venue = next((found for line in below[1:3] if (found := _venue(line))), None)
    ends = [below[0].end, *(each.end for each in ids), *(each.end for each in (dated, text, venue) if each)]
    starts = [lines[title].start, *(each.start for each in ids), *(each.start for each in (dated,) if each)]
    first = next(line.start for line in lines if line.end > min(starts))
    last = next(line.end for line in reversed(lines) if line.start < max(ends))
    return RawRecord(
        ordinal=ordinal,
        kind=kind,
        start=first,
        end=last,
        title=title_of(lines[title]),
        abstract=text or Span(last, last, ""),
        authors=byline.names,
        authors_complete=byline.complete,
        year=_year(dated, ids),
        venue=venue,
        ids=ids,
    )


def _is_text(line: Paragraph) -> bool:
    return look_of(line.text) in (Look.PROSE, Look.LABELLED, Look.OVERLONG)


def _text_of(below: Sequence[Paragraph], told: int | None) -> tuple[RecordKind, Span | None]:
    """Give the abstract below the authors, or what a heading calls a summary; a text that is cut is neither."""
    for at, line in enumerate(below[1:], 1):
        if word_list("summary").holds(below[at - 1].text):
            return RecordKind.SUMMARY, Span(line.start, line.end, line.text)
    if told is None or not is_ended(below[told].text):
        return RecordKind.ABSTRACT, None
    line, label = below[told], label_end(below[told].text)
    whole = line.text.rstrip().endswith(("…", "...")) is False and (label or is_scholarly(line.text))
    return RecordKind.ABSTRACT, Span(line.start + label, line.end, line.text[label:]) if whole else None


def _ids(lines: Iterator[Paragraph]) -> Iterator[PrintedId]:
    seen = set()
    for line in lines:
        for value, start, end in identifiers(line.text):
            if value.scheme not in seen:
                seen.add(value.scheme)
                yield PrintedId(value, line.start + start, line.start + end)


def _venue(line: Paragraph) -> Span | None:
    if _is_text(line) or furniture(line.text) is not None or _NO_VENUE.match(line.text):
        return None
    if not (year_of(line) or word_list("venue").holds(line.text)):
        return None
    found = _VENUE.match(line.text)
    return Span(line.start + found.start("venue"), line.start + found.end("venue"), found["venue"]) if found else None


def _year(printed: Span | None, ids: Sequence[PrintedId]) -> PrintedYear | None:
    """Give the year that the lines print, but of a paper on arXiv that of its number."""
    for each in ids:
        told = year_of_number(each.id.value) if each.id.scheme is Scheme.ARXIV else None
        if told and (printed is None or int(printed.text) < told):
            return PrintedYear(told, each.start, each.end)
    return PrintedYear(int(printed.text), printed.start, printed.end) if printed else None
