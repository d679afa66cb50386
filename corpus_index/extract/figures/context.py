"""What the sentences around a number say of it: whose work they report, and on which benchmark."""

import re
from dataclasses import dataclass

from corpus_index.domain.facts import ArtefactKind, ResultKind
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.figures.actors import Cast
from corpus_index.extract.figures.placing import Group, Place
from corpus_index.extract.figures.readings import Reading
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.reading.text import Text


def is_background(text: Text, sentence: tuple[int, int], who: Cast) -> bool:
    """Say whether a sentence stands before the paper speaks of itself; what it reports is the work of others."""
    own = re.compile(
        r"\b(?:we|our|this (?:paper|work|study|report|article)|in this|here|"
        r"us|is proposed|are proposed|achiev\w+|outperform\w+)\b",
        re.IGNORECASE,
    )
    if text.summary:
        return False
    before = text.clean[text.body : sentence[1]]
    if own.search(before):
        return False
    return not any(actor.name == who.main and text.body <= actor.start < sentence[1] for actor in who.actors)


@dataclass(frozen=True, slots=True)
class Default:
    """The benchmark that a paper presents, or the only one it names, for results that no sentence places."""

    benchmark: str | None
    kinds: frozenset[ResultKind]


def default_benchmark(benchmarks: tuple[BenchmarkName, ...], artefacts: tuple[Artefact, ...]) -> Default:
    """Find it: scores, changes and counts belong to the paper's own benchmark, only scores to one that it uses."""
    own = [artefact.name for artefact in artefacts if artefact.kind is ArtefactKind.BENCHMARK]
    if own:
        return Default(own[0], frozenset((ResultKind.SCORE, ResultKind.CHANGE, ResultKind.COUNT)))
    names = list(dict.fromkeys(name.name for name in benchmarks))
    return Default(names[0] if len(names) == 1 else None, frozenset((ResultKind.SCORE,)))


def referred(text: Text, reading: Reading, standing: Place | None) -> Place | None:
    """`solves 8 of these problems`: those of the number before."""
    refers = re.match(r"\s+(?:of\s+)?(?:them|these|those)\b", text.clean[reading.number.end :])
    return Place(standing.benchmark, reading.number.start, reading.number.start) if refers and standing else None


def near(listed: list[Group], reading: Reading) -> Place | None:
    """The only benchmark of a sentence, where it stands before a score."""
    if reading.measure.kind is not ResultKind.SCORE or len(listed) != 1 or listed[0].end > reading.number.start:
        return None
    return Place(listed[0].joint, listed[0].start, listed[0].end)


def announcement(text: Text, sentence: tuple[int, int], listed: list[Group], readings: list[Reading]) -> Group | None:
    """`We evaluate it on A.` says where the numbers of the next sentences were measured."""
    if readings or len(listed) != 1:
        return None
    evaluates = re.search(r"\b(?:evaluat|experiment|test|validat|assess|benchmark)\w*", text.clean[slice(*sentence)])
    return listed[0] if evaluates else None


def announced_place(reading: Reading, announced: Group | None) -> Place | None:
    """The benchmark that an earlier sentence announced, for scores and changes."""
    if announced is None or reading.measure.kind not in (ResultKind.SCORE, ResultKind.CHANGE):
        return None
    return Place(announced.joint, reading.number.start, reading.number.start)


def default_place(reading: Reading, default: Default) -> Place | None:
    """The paper's default benchmark, for the kinds of result that it takes."""
    if default.benchmark is None or reading.measure.kind not in default.kinds:
        return None
    return Place(default.benchmark, reading.number.start, reading.number.start)
