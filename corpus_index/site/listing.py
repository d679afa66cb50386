"""The facts of a paper as its page lists them: numbered, so that the marks in its texts lead to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from corpus_index.domain.amounts import result_line, spec_line
from corpus_index.domain.facts import Trust
from corpus_index.domain.paper import (
    Paper,
    SourcedBenchmarkMention,
    SourcedFact,
    SourcedIntroduction,
    SourcedModelMention,
    SourcedResult,
    SourcedSpec,
)
from corpus_index.site.marking import Segment, segments
from corpus_index.store.boards import JOINED
from corpus_index.store.fact_places import ABSTRACT, Address, FactPlace


@dataclass(frozen=True, slots=True)
class ListedFact:
    """A fact in one line, with its `number` on the page, and the model or benchmarks that it is about."""

    number: int
    field: str
    line: str
    trust: Trust
    evidence: str
    source: int
    start: int
    end: int
    model: str | None = None
    benchmarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """All facts of a paper by the heading they stand under, and its texts cut into marked segments."""

    groups: dict[str, tuple[ListedFact, ...]]
    abstract: list[Segment]
    summaries: list[tuple[int, list[Segment]]]


def listing(paper: Paper, places: Mapping[str, Sequence[FactPlace]]) -> Listing:
    """Number the facts of a paper from 1 in the order of its page, and mark them in its abstract and summaries."""
    sources = {source.id: number for number, source in enumerate(paper.records, start=1)}
    groups: dict[str, tuple[ListedFact, ...]] = {}
    numbers: dict[Address, list[int]] = defaultdict(list)
    counter = count(1)
    for heading, field, facts in _fields(paper):
        listed = []
        for fact, number in zip(facts, counter, strict=False):
            numbers[Address(fact.record, field, fact.start, fact.end)].append(number)
            listed.append(_listed(number, field, fact, sources[fact.record]))
        if listed:
            groups[heading] = tuple(listed)

    def marked(text: str, name: str) -> list[Segment]:
        spans = ((at.start, at.end, number) for at in places.get(name, ()) for number in numbers[at.fact])
        return segments(text, spans)

    return Listing(
        groups=groups,
        abstract=marked(paper.abstract, ABSTRACT) if paper.abstract else [],
        summaries=[(sources[each.record], marked(each.text, each.record)) for each in paper.summaries],
    )


def _fields(paper: Paper) -> Iterable[tuple[str, str, Sequence[SourcedFact]]]:
    yield "Introduces", "introduces", paper.introduces
    yield "Results", "results", paper.results
    yield "Numbers that describe it", "specs", paper.specs
    yield "Models", "models", paper.models
    yield "Benchmarks", "benchmarks", paper.benchmarks


def _listed(number: int, field: str, fact: SourcedFact, source: int) -> ListedFact:
    model: str | None = None
    benchmarks: tuple[str, ...] = ()
    match fact:
        case SourcedIntroduction():
            line = f"{fact.name} = {fact.long} ({fact.kind})" if fact.long else f"{fact.name} ({fact.kind})"
            model = fact.name
        case SourcedModelMention():
            line, model = f"{fact.name} ({fact.role})", fact.name
        case SourcedBenchmarkMention():
            line, benchmarks = fact.name, (fact.name,)
        case SourcedResult():
            line = result_line(fact)
            benchmarks = tuple(fact.benchmark.split(JOINED)) if fact.benchmark else ()
        case SourcedSpec():
            line = spec_line(fact)
    return ListedFact(
        number=number,
        field=field,
        line=line,
        trust=fact.trust,
        evidence=fact.evidence,
        source=source,
        start=fact.start,
        end=fact.end,
        model=model,
        benchmarks=benchmarks,
    )
