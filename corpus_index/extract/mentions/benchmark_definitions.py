"""Benchmarks that the text itself defines: introduced, or with their short form spelled out."""

import re
from collections.abc import Iterator

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.benchmark_exclusions import places
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.text import Text

_NOUN_AT_END = re.compile(
    r"\b(?:Benchmark|Challenge|Competition)\s(?:for|of|on)\s|\b(?:Benchmark|Leaderboard|Arena|Exam|Examination|Olympiad|Competition|(?:Test|Evaluation|Benchmark)\s(?:Suite|Set))$"
)
_NAMED = 2
"""How many capitals the long form of a name has at least."""
_FOR_EVALUATION = re.compile(
    r"\b(?:for|to|of|ensure|enable|support|facilitate|rigorous|unbiased|fair|comprehensive|systematic)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:evaluat|benchmark|assess|test(?:s|ing)?\b)"
)


def introduced_as_one(text: Text, artefacts: tuple[Artefact, ...], _pairs: tuple[Pair, ...]) -> Iterator[BenchmarkName]:
    """What the paper introduces as a benchmark.

    >>> benchmarks("We introduce Vorle, a benchmark for planning.")
    Vorle (introduced as one)
    """
    for artefact in artefacts:
        if artefact.kind is ArtefactKind.BENCHMARK:
            yield from _wherever_printed(text, artefact.name, name_of(introduced_as_one))


def introduced_for_evaluation(
    text: Text, artefacts: tuple[Artefact, ...], _pairs: tuple[Pair, ...]
) -> Iterator[BenchmarkName]:
    """Data that the paper introduces in a sentence that gives evaluation as its purpose.

    >>> benchmarks("To enable fair evaluation of parsers, we introduce Vorle-9, a new dataset of trees.")
    Vorle-9 (introduced for evaluation)
    """
    for artefact in artefacts:
        if artefact.kind is ArtefactKind.DATASET:
            start, end = text.sentence(artefact.start)
            if artefact.start < text.body or text.clean.find("train", start, end) >= 0:
                continue
            if _FOR_EVALUATION.search(text.clean, start, end):
                yield from _wherever_printed(text, artefact.name, name_of(introduced_for_evaluation))


def spelled_out(text: Text, artefacts: tuple[Artefact, ...], pairs: tuple[Pair, ...]) -> Iterator[BenchmarkName]:
    """A short form whose long form is a name that ends in `Benchmark`, `Leaderboard`, `Exam`, or goes on with `for`.

    >>> benchmarks("It leads the Open Vorle Leaderboard (OVOL) by far.")
    OVOL (spelled out)
    """
    own = {artefact.name for artefact in artefacts if artefact.kind is not ArtefactKind.DATASET}
    for pair in pairs:
        if pair.short in own or not _NOUN_AT_END.search(pair.long):
            continue
        if sum(word[0].isupper() for word in pair.long.split()) >= _NAMED:
            yield from _wherever_printed(text, pair.short, name_of(spelled_out))


def _wherever_printed(text: Text, name: str, rule: str) -> Iterator[BenchmarkName]:
    for printed in dict.fromkeys((name, name.upper(), name.lower(), name.title())):
        for start, end in places(text.clean, printed):
            yield BenchmarkName(name, start, end, rule)


DEFINITION_RULES = (introduced_as_one, introduced_for_evaluation, spelled_out)
