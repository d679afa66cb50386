"""Reported outcomes: numbers with what they measure, on which benchmark, of whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus_index.domain.facts import Result, ResultKind
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.figures.actors import Cast
from corpus_index.extract.figures.baselines import baseline
from corpus_index.extract.figures.context import (
    announced_place,
    announcement,
    default_benchmark,
    default_place,
    is_background,
    near,
    referred,
)
from corpus_index.extract.figures.metrics import Metric, metric
from corpus_index.extract.figures.outcome import Measure
from corpus_index.extract.figures.placing import Group, Place, groups, leave_to_rivals, place
from corpus_index.extract.figures.readings import Reading, readings_of
from corpus_index.extract.figures.rivals import rivals
from corpus_index.extract.figures.subjects import Site, subject
from corpus_index.extract.figures.turns import models_in_turn
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.reading.text import Text


@dataclass(frozen=True, slots=True)
class Setting:
    """Whose outcome it is, what it is compared with, and what it measures."""

    subject: str | None
    baseline: str | None
    metric: Metric | None
    rule: str = ""


def results(
    text: Text,
    spans: list[tuple[int, int]],
    benchmarks: tuple[BenchmarkName, ...],
    artefacts: tuple[Artefact, ...],
    who: Cast,
) -> Iterator[tuple[Result, tuple[int, int], tuple[str, ...]]]:
    """Give the outcomes of the abstract in order, each with its span and the rules that read, placed and bound it.

    `spans` are names and URLs, in which no number is read.
    """
    previous: str | None = None
    standing: Place | None = None
    announced: Group | None = None
    last = Setting(None, None, None)
    default = default_benchmark(benchmarks, artefacts)
    for sentence in text.sentences:
        if sentence[0] < text.body or is_background(text, sentence, who):
            continue
        readings = list(readings_of(text, sentence, spans, benchmarks))
        spots = [(reading.number.start, reading.measure.end) for reading in readings]
        listed = groups(text, benchmarks, *sentence)
        alike = [_are_alike(a.measure, b.measure) for a, b in pairwise(readings)]
        places = place(text, spots, listed, alike)
        inside = [actor for actor in who.actors if sentence[0] <= actor.start < sentence[1]]
        turns = models_in_turn(text, who, sentence, spots)
        others = rivals(text.clean, sentence, spots)
        own = spots[: others.first] if others else spots
        if others:
            leave_to_rivals(places, others)
        for index, reading in enumerate(readings):
            rival = others if others and others.first <= index < others.end else None
            if rival:
                name = rival.owner
            else:
                site = Site(text.clean, sentence, spots[index], own[-1], inside)
                name = turns.subjects.get(index) or subject(site, who, previous)
            where = places[index] or referred(text, reading, standing) or near(listed, reading)
            where = where or (
                None if listed else announced_place(reading, announced) or default_place(reading, default)
            )
            against = "before" if reading.before else turns.baselines.get(index)
            against = against or baseline(text, sentence, spots, index)
            what = metric(text.clean, sentence, spots[index], reading.measure.kind, who.tests)
            if index and alike[index - 1]:
                what, against = what or last.metric, against or (last.baseline if _joined(text, spots, index) else None)
            last = Setting(name, against, what)
            rules = (reading.measure.rule, where.rule if where else "", last.rule)
            yield _result(text, sentence, reading, where, last), spots[index], tuple(filter(None, rules))
            previous = previous if rival else name
            standing = where or standing
        announced = announcement(text, sentence, listed, readings) or announced


def _joined(text: Text, spots: list[tuple[int, int]], index: int) -> bool:
    """Say whether a number goes on with a list, so that what was said of the one before is said of it."""
    gap = text.clean[spots[index - 1][1] : spots[index][0]]
    return len(gap) < 60 and bool(re.search(r"(?:,|\band)\s+(?:by\s+)?[+-]?$", gap))


def _are_alike(a: Measure, b: Measure) -> bool:
    """Scores and differences of scores speak of the same benchmark; costs, factors and shares need not."""
    if a.kind is ResultKind.SCORE and b.kind is ResultKind.CHANGE and b.value < 0:
        return False  # "accuracy from 61% to 70% and reduces latency by 40%"
    levels = (ResultKind.SCORE, ResultKind.CHANGE)
    same = a.kind is b.kind and a.unit == b.unit
    return same or (a.kind in levels and b.kind in levels and {a.unit, b.unit} <= {"%", "points", None})


def _result(text: Text, sentence: tuple[int, int], reading: Reading, where: Place | None, setting: Setting) -> Result:
    outcome, number = reading.measure, reading.number
    start, end = number.start, outcome.end
    what = setting.metric
    if what:
        start, end = min(start, what.start), max(end, what.end)
    if where and sentence[0] <= where.start < sentence[1]:
        start, end = min(start, where.start), max(end, where.end)
    return Result(
        value=outcome.value,
        value_high=outcome.high,
        unit=outcome.unit,
        kind=outcome.kind,
        bound=outcome.bound,
        metric=what.text if what else None,
        benchmark=where.benchmark if where else None,
        subject=setting.subject,
        baseline=setting.baseline,
        total=outcome.total,
        **text.address(start, end),
    )
