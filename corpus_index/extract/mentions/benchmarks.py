"""Named benchmarks: by listed name, by shape, by edition, and by how sentences use names that no list knows."""

from collections.abc import Iterator
from dataclasses import replace

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.benchmark_contexts import used_in_context
from corpus_index.extract.mentions.benchmark_definitions import DEFINITION_RULES
from corpus_index.extract.mentions.benchmark_enumerations import enumerations
from corpus_index.extract.mentions.benchmark_exclusions import (
    means_another_thing,
    only_trains,
    other_things,
    places,
    without_overlaps,
)
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.mentions.benchmark_shapes import SHAPE_RULES
from corpus_index.extract.mentions.benchmark_vocabulary import listed_names, needs_a_cue
from corpus_index.extract.mentions.competitions import EDITION_RULES, dated_series
from corpus_index.extract.mentions.models import ModelName
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.lexicon import benchmark_spellings
from corpus_index.extract.reading.text import Text

_MEASURED = (
    *("achiev", "learning", "train", "scor", "valuat", "enchmark", "ataset", "ccurac", "neural", " task", "utperform"),
    *("our method", "solve", "LLM", "anguage model", "state-of-the-art", "aseline", "data set", "reaches", "esults on"),
    *("% on ", "corpus", "corpora", "est on", "passes", "xperiments on", "classif", "F1", "mAP", "BLEU"),
)
"""Of what a text speaks, by parts of words, that evaluates something on data: there, names are read by context."""
NAME_RULES = (*EDITION_RULES, listed_names)


def benchmark_names(
    text: Text, artefacts: tuple[Artefact, ...], pairs: tuple[Pair, ...], models: tuple[ModelName, ...]
) -> tuple[BenchmarkName, ...]:
    """Find every occurrence of a benchmark's name in title and abstract, in order, without overlaps."""
    taken = other_things(text, artefacts, pairs, models)
    own = [name for rule in DEFINITION_RULES for name in rule(text, artefacts, pairs)]
    shaped = [name for rule in SHAPE_RULES for name in rule(text)]
    taken = [span for span in taken if not _is_begun_by(span, shaped)]
    named = [*own, *(name for rule in NAME_RULES for name in rule(text)), *shaped]
    free = [name for name in without_overlaps(named) if name in own or not _is_taken(name, taken)]
    known = [name for name in free if not means_another_thing(text, name, artefacts)]
    data = [name for name in _own_data(text, artefacts) if not _is_taken(name, [(k.start, k.end) for k in known])]
    found = [name for name in known if not needs_a_cue(name.name) and not only_trains(text, name)]
    if any(word in text.clean for word in _MEASURED):
        found += _in_sentences(text, [*known, *data], taken, artefacts)
    found = _abbreviated([*found, *_named_again(text, found, taken)], pairs)
    read = without_overlaps(dated_series(text, sorted(found, key=_place)))
    return tuple(sorted(read, key=_place))


def _place(name: BenchmarkName) -> tuple[int, int]:
    return name.start, name.end


def _in_sentences(
    text: Text, known: list[BenchmarkName], taken: list[tuple[int, int]], artefacts: tuple[Artefact, ...]
) -> Iterator[BenchmarkName]:
    for group in enumerations(text, known, taken):
        for name in used_in_context(group):
            if not means_another_thing(text, name, artefacts):
                yield name


def _named_again(text: Text, found: list[BenchmarkName], taken: list[tuple[int, int]]) -> Iterator[BenchmarkName]:
    """The other places of a name in the abstract: what one sentence makes a benchmark is one in all of them."""
    there = {name.start for name in found}
    printed = {text.clean[name.start : name.end]: name for name in reversed(found)}
    for words, name in printed.items():
        for start, end in places(text.clean, words):
            again = replace(name, start=start, end=end)
            if start >= text.body and start not in there and not _is_taken(again, taken):
                yield again


def _own_data(text: Text, artefacts: tuple[Artefact, ...]) -> Iterator[BenchmarkName]:
    """What the paper introduces as data: a benchmark where a sentence evaluates on it."""
    for artefact in artefacts:
        if artefact.kind is ArtefactKind.DATASET:
            for start, end in places(text.clean, artefact.name):
                yield BenchmarkName(artefact.name, start, end)


def _is_taken(name: BenchmarkName, taken: list[tuple[int, int]]) -> bool:
    return any(low < name.end and name.start < high for low, high in taken)


def _is_begun_by(span: tuple[int, int], shaped: list[BenchmarkName]) -> bool:
    """Say whether a benchmark's name goes on from there in one word: `VorleLM-Bench` begins as a model's name does."""
    return any(name.start == span[0] and span[1] < name.end for name in shaped)


def _abbreviated(found: list[BenchmarkName], pairs: tuple[Pair, ...]) -> list[BenchmarkName]:
    """Give the usual name where an abbreviation of it is printed: `Penn Treebank (PTB)`."""
    usual = {
        pair.short: benchmark_spellings()[fold(pair.long)] for pair in pairs if fold(pair.long) in benchmark_spellings()
    }
    return [replace(name, name=usual[name.name]) if name.name in usual else name for name in found]
