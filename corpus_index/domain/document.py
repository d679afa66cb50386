"""The JSON form of a record, as `parse` writes it and a gold file holds it."""

from dataclasses import dataclass

from corpus_index.domain.facts import BenchmarkMention, Facts, Introduction, ModelMention, Result, Spec
from corpus_index.domain.record import RawRecord, RecordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDocument:
    """One record with its facts; positions are code points in the text of the page called `page`."""

    page: str
    ordinal: int
    title: str | None
    kind: RecordKind
    abstract: str
    start: int
    end: int
    authors: tuple[str, ...]
    introduces: tuple[Introduction, ...]
    models: tuple[ModelMention, ...]
    benchmarks: tuple[BenchmarkMention, ...]
    results: tuple[Result, ...]
    specs: tuple[Spec, ...]
    urls: tuple[str, ...]


def document(page: str, record: RawRecord, facts: Facts) -> RecordDocument:
    """Join what a reader found with the facts in it."""
    return RecordDocument(
        page=page,
        ordinal=record.ordinal,
        title=record.title.text if record.title else None,
        kind=record.kind,
        abstract=record.abstract.text,
        start=record.start,
        end=record.end,
        authors=tuple(author.text for author in record.authors),
        introduces=facts.introduces,
        models=facts.models,
        benchmarks=facts.benchmarks,
        results=facts.results,
        specs=facts.specs,
        urls=tuple(dict.fromkeys(url.evidence for url in facts.urls)),
    )
