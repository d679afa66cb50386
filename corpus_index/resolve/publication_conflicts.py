"""Titles and years that records of one work print and that do not agree."""

from collections.abc import Iterator, Sequence

from corpus_index.domain.conflict import Grade
from corpus_index.domain.facts import Fact
from corpus_index.domain.identifier import Scheme
from corpus_index.domain.published import month_of_arxiv
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import Claim, KnownRecord, WorkConflict
from corpus_index.resolve.publishing import is_published, publication
from corpus_index.resolve.titles import printed_title
from corpus_index.resolve.words import squeezed

_USUAL_DELAY = 1
"""Years between a preprint and its publication that are no disagreement."""
_YEAR_DIGITS = 4

_Said = tuple[KnownRecord, Span]


def publication_conflicts(records: Sequence[KnownRecord]) -> Iterator[WorkConflict]:
    """Find titles that have other words than the chosen one, and years that are far from the chosen one.

    Each wording and each year is told once, against the record that the chosen one comes from. A title that breaks off,
    or that a summary makes up, is no other title; a year that only an arXiv number tells is no other year, nor is an
    earlier one of the preprint.
    """
    yield from _titles(records)
    yield from _years(records)


def _titles(records: Sequence[KnownRecord]) -> Iterator[WorkConflict]:
    chosen = squeezed(printed_title(records, publication(records)) or "")
    printed = [
        (known, known.record.title)
        for known in records
        if known.record.title and known.record.kind is RecordKind.ABSTRACT
    ]
    trusted = next((each for each in printed if squeezed(each[1].text) == chosen), None)
    if trusted is None:
        return
    told = {chosen}
    for known, title in printed:
        wording = squeezed(title.text)
        if wording not in told and not chosen.startswith(wording):
            told.add(wording)
            yield _differ("title", (known, title), trusted)


def _years(records: Sequence[KnownRecord]) -> Iterator[WorkConflict]:
    published = publication(records)
    if published is None or published.year is None:
        return
    chosen = published.year.value
    printed = [
        (known, Span(year.start, year.end, str(year.value)))
        for known in records
        if (year := known.record.year) and year.end - year.start == _YEAR_DIGITS
    ]
    trusted = next((each for each in printed if each[1].text == str(chosen)), None)
    if trusted is None:
        return
    told: set[str] = set()
    for known, span in printed:
        if abs(int(span.text) - chosen) <= _USUAL_DELAY or span.text in told:
            continue
        if int(span.text) > chosen or not _of_preprint(known.record, span.text):
            told.add(span.text)
            yield _differ("year", (known, span), trusted)


def _of_preprint(record: RawRecord, year: str) -> bool:
    """Tell whether a year is that of a preprint: the record is of one, or its number of arXiv is of that year."""
    if record.venue is not None and not is_published(record):
        return True
    numbers = (each.id.value for each in record.ids if each.id.scheme is Scheme.ARXIV)
    return any(month_of_arxiv(number).startswith(year) for number in numbers)


def _differ(attribute: str, said: _Said, trusted: _Said) -> WorkConflict:
    return WorkConflict(attribute=attribute, grade=Grade.DIFFERENCE, a=_claim(*said), b=_claim(*trusted))


def _claim(known: KnownRecord, span: Span) -> Claim:
    fact = Fact(evidence=span.text, start=span.start, end=span.end)
    return Claim(record_id=known.id, claim=" ".join(span.text.split()), fact=fact)
