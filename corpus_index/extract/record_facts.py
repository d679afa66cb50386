"""All facts of one record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus_index.domain.facts import Abbreviation, BenchmarkMention, Fact, Facts, Introduction, ModelMention, Term, Url
from corpus_index.domain.folding import fold
from corpus_index.domain.record import RawRecord
from corpus_index.extract.artefacts.introductions import Artefact, introductions
from corpus_index.extract.bindings.actors import cast
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.mentions.benchmarks import benchmark_names
from corpus_index.extract.mentions.model_roles import role_of
from corpus_index.extract.mentions.models import ModelName, model_names, occurrences
from corpus_index.extract.reading.abbreviations import Pair, abbreviations
from corpus_index.extract.reading.terms import terms
from corpus_index.extract.reading.text import Text
from corpus_index.extract.reading.urls import urls
from corpus_index.extract.results import results
from corpus_index.extract.specs.described import specs


@dataclass(frozen=True, slots=True)
class Explained:
    """The facts of a record, and for each fact the names of the rules that made it."""

    facts: Facts
    rules: Mapping[Fact, tuple[str, ...]]


def facts_of(record: RawRecord) -> Facts:
    """Extract what a record states, from its own title and abstract alone; the same record gives the same facts."""
    return explain(record).facts


def explain(record: RawRecord) -> Explained:
    """Extract what a record states, and say of each fact by which rules."""
    text = Text.of(record)
    pairs = abbreviations(text)
    artefacts = introductions(text, pairs)
    models = model_names(text, artefacts)
    benchmarks = benchmark_names(text, artefacts, pairs, models)
    address_spans = list(urls(text.raw))
    names = [(model.start, model.end) for model in models]
    names += [(benchmark.start, benchmark.end) for benchmark in benchmarks]
    names += [span for artefact in artefacts for span in occurrences(text.clean, artefact.name)]
    who = cast(text, artefacts, models, benchmarks)
    outcomes = tuple(results(text, names + address_spans, benchmarks, artefacts, who))
    described = tuple(specs(text, names + address_spans, [span for _, span, _ in outcomes], who))
    presented = [(_introduction(text, artefact), (artefact.rule,)) for artefact in artefacts]
    named = [*_model_mentions(text, models, artefacts), *_benchmark_mentions(text, benchmarks)]
    rules: dict[Fact, tuple[str, ...]] = {result: made for result, _, made in outcomes}
    rules.update((spec, (rule,)) for spec, rule in described)
    rules.update((*presented, *named))
    facts = Facts(
        introduces=tuple(fact for fact, _ in presented),
        models=tuple(fact for fact, _ in named if isinstance(fact, ModelMention)),
        benchmarks=tuple(fact for fact, _ in named if isinstance(fact, BenchmarkMention)),
        results=tuple(result for result, _, _ in outcomes),
        specs=tuple(spec for spec, _ in described),
        urls=tuple(Url(**text.address(start, end)) for start, end in address_spans),
        abbreviations=tuple(_abbreviation(text, pair) for pair in pairs),
        terms=tuple(Term(name=name.text, **text.address(name.start, name.end)) for name in terms(text)),
    )
    return Explained(facts, rules)


def _introduction(text: Text, artefact: Artefact) -> Introduction:
    return Introduction(
        name=artefact.name, kind=artefact.kind, long=artefact.long, **text.address(artefact.start, artefact.end)
    )


def _model_mentions(
    text: Text, names: tuple[ModelName, ...], artefacts: tuple[Artefact, ...]
) -> Iterator[tuple[ModelMention, tuple[str, ...]]]:
    own = {fold(artefact.name) for artefact in artefacts}
    by_name: dict[str, list[ModelName]] = {}
    for name in names:
        by_name.setdefault(fold(name.name), []).append(name)
    for folded, found in by_name.items():
        first = next((name for name in found if name.start >= text.body), found[0])
        role = role_of(text, found, introduced=folded in own)
        yield ModelMention(name=first.name, role=role, **text.address(first.start, first.end)), (first.rule,)


def _benchmark_mentions(
    text: Text, names: tuple[BenchmarkName, ...]
) -> Iterator[tuple[BenchmarkMention, tuple[str, ...]]]:
    first: dict[str, BenchmarkName] = {}
    for name in names:
        first.setdefault(name.name, name)
    for name in first.values():
        yield BenchmarkMention(name=name.name, **text.address(name.start, name.end)), (name.rule,)


def _abbreviation(text: Text, pair: Pair) -> Abbreviation:
    return Abbreviation(short=pair.short, long=pair.long, **text.address(pair.start, pair.end))
