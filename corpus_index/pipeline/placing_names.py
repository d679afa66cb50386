"""The names in a paper with the sentence around each, as places in the page."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus_index import resolve
from corpus_index.domain.facts import Fact
from corpus_index.domain.work import FactRef, KnownRecord, NameUse, Work
from corpus_index.extract.reading.sentences import sentences
from corpus_index.store.paper_rows import PlacedUse


def placed_names(
    paper: int, work: Work, records: Sequence[KnownRecord], facts: Mapping[FactRef, int]
) -> list[PlacedUse]:
    """Find the uses of names in the records of a paper; `facts` are the rows of their facts."""
    uses = resolve.name_uses(paper, work, records, facts, _sentence_around)
    if not uses:
        return []
    by_id = {known.id: known for known in records}
    places = {row: (by_id[ref.record_id], _fact(by_id[ref.record_id], ref)) for ref, row in facts.items()}
    return [PlacedUse(use, resolve.family(use.name), *_sentence_place(use, *places[use.fact_id])) for use in uses]


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give what `extract.sentence_around` gives; the names in one text come one after the other."""
    touched = [span for span in _sentences(text) if span[0] < end and span[1] > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


@lru_cache(maxsize=4)
def _sentences(text: str) -> list[tuple[int, int]]:
    return sentences(text)


def _fact(known: KnownRecord, ref: FactRef) -> Fact:
    fact: Fact = getattr(known.facts, ref.field)[ref.index]
    return fact


def _sentence_place(use: NameUse, known: KnownRecord, fact: Fact) -> tuple[int, int]:
    """Code points in the page of the sentence in which a name is used."""
    title, abstract = known.record.title, known.record.abstract
    span = title if title and title.start <= fact.start < title.end else abstract
    at = span.text.rfind(use.context, 0, fact.start - span.start + len(use.context))
    if at < 0:
        return fact.start, fact.end
    return span.start + at, span.start + at + len(use.context)
