"""All facts of one record."""

from corpus_index.domain.facts import Abbreviation, BenchmarkMention, Facts, Introduction, ModelMention, Term, Url
from corpus_index.domain.folding import fold
from corpus_index.domain.record import RawRecord
from corpus_index.extract.artefacts.introductions import Artefact, introductions
from corpus_index.extract.figures.actors import cast
from corpus_index.extract.figures.results import results
from corpus_index.extract.figures.specs import specs
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.mentions.benchmarks import benchmark_names
from corpus_index.extract.mentions.model_roles import role_of
from corpus_index.extract.mentions.models import ModelName, model_names, occurrences
from corpus_index.extract.reading.abbreviations import Pair, abbreviations
from corpus_index.extract.reading.terms import terms
from corpus_index.extract.reading.text import Text
from corpus_index.extract.reading.urls import urls


def facts_of(record: RawRecord) -> Facts:
    """Extract what a record states, from its own title and abstract alone; the same record gives the same facts."""
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
    return Facts(
        introduces=tuple(_introduction(text, artefact) for artefact in artefacts),
        models=_model_mentions(text, models, artefacts),
        benchmarks=_benchmark_mentions(text, benchmarks),
        results=tuple(result for result, _ in outcomes),
        specs=tuple(specs(text, names + address_spans, [span for _, span in outcomes], who)),
        urls=tuple(Url(**text.address(start, end)) for start, end in address_spans),
        abbreviations=tuple(_abbreviation(text, pair) for pair in pairs),
        terms=tuple(Term(name=name.text, **text.address(name.start, name.end)) for name in terms(text)),
    )


def _introduction(text: Text, artefact: Artefact) -> Introduction:
    return Introduction(
        name=artefact.name, kind=artefact.kind, long=artefact.long, **text.address(artefact.start, artefact.end)
    )


def _model_mentions(
    text: Text, names: tuple[ModelName, ...], artefacts: tuple[Artefact, ...]
) -> tuple[ModelMention, ...]:
    own = {fold(artefact.name) for artefact in artefacts}
    by_name: dict[str, list[ModelName]] = {}
    for name in names:
        by_name.setdefault(fold(name.name), []).append(name)
    mentions = []
    for folded, found in by_name.items():
        first = next((name for name in found if name.start >= text.body), found[0])
        role = role_of(text, found, introduced=folded in own)
        mentions.append(ModelMention(name=first.name, role=role, **text.address(first.start, first.end)))
    return tuple(mentions)


def _benchmark_mentions(text: Text, names: tuple[BenchmarkName, ...]) -> tuple[BenchmarkMention, ...]:
    first: dict[str, BenchmarkName] = {}
    for name in names:
        first.setdefault(name.name, name)
    return tuple(BenchmarkMention(name=name.name, **text.address(name.start, name.end)) for name in first.values())


def _abbreviation(text: Text, pair: Pair) -> Abbreviation:
    return Abbreviation(short=pair.short, long=pair.long, **text.address(pair.start, pair.end))
