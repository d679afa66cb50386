"""Reported outcomes: numbers with what they measure, on which benchmark, of whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus_index.domain.facts import Result
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.bindings.actors import Cast
from corpus_index.extract.bindings.baselines import baseline
from corpus_index.extract.bindings.benchmark_groups import groups_of
from corpus_index.extract.bindings.placing import place
from corpus_index.extract.bindings.rivals import rivals
from corpus_index.extract.bindings.scenes import Scene
from corpus_index.extract.bindings.sentence import Place, Sentence, speak_alike
from corpus_index.extract.bindings.sites import Site
from corpus_index.extract.bindings.standing import standing_after, standing_at_first
from corpus_index.extract.bindings.stated_figures import figures_of
from corpus_index.extract.bindings.subjects import subject
from corpus_index.extract.bindings.turns import models_in_turn
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.outcomes.background import is_background
from corpus_index.extract.outcomes.metrics import Metric, metric
from corpus_index.extract.outcomes.ranks import ordinals
from corpus_index.extract.outcomes.readings import Reading, readings_of
from corpus_index.extract.reading.numbers import numbers
from corpus_index.extract.reading.text import Text

_EXPLAINED = re.compile(r"[^.;()\d]{0,40}\(from\s+$")
_GOES_ON = re.compile(r"(?:,|\band)\s+(?:by\s+)?[+-]?$")


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
    if not any(read(text.clean, text.body, len(text.clean)) for read in (numbers, ordinals)):
        return  # most abstracts of arXiv state none
    previous: str | None = None
    last = Setting(None, None, None)
    standing = standing_at_first(benchmarks, artefacts)
    for sentence, readings in _sentences_read(text, spans, benchmarks, who):
        if not (readings or benchmarks or standing.holds):
            continue
        spots = [(reading.number.start, reading.measure.end) for reading in readings]
        measures = [reading.measure for reading in readings]
        scene = Scene.of(text.clean, sentence, spots, who)
        turns, others = models_in_turn(text, who, sentence, spots), rivals(scene)
        listed = groups_of(text.clean, benchmarks, sentence, spots)
        figures = figures_of(text.clean, spots, [group.start for group in listed])
        read = Sentence(text.clean, sentence, figures, measures, listed, scene.inside, others, standing)
        places = list(place(read))
        for index, reading in enumerate(readings):
            site = Site(scene, index, turns, others, reading.measure.kind, previous)
            name, rule = subject(site)
            where = places[index]
            against = "before" if reading.before else baseline(site)
            what = metric(text.clean, sentence, spots[index], reading.measure.kind, who.tests)
            if index and _is_explained(text, spots, index, readings):
                what = last.metric or what
            elif index and speak_alike(measures[index - 1], measures[index]):
                goes_on = not site.rival and _joined(text, spots, index)
                what = _shared(what, last.metric, spots[index - 1], goes_on=goes_on)
                against = against or (last.baseline if goes_on else None)
            last = Setting(name, against, what, rule)
            rules = (reading.measure.rule, where.rule if where else "", last.rule)
            yield _result(text, sentence, reading, where, last), spots[index], tuple(filter(None, rules))
            previous = previous if site.rival else name
        standing = standing_after(standing, read)


def _sentences_read(
    text: Text, spans: list[tuple[int, int]], benchmarks: tuple[BenchmarkName, ...], who: Cast
) -> list[tuple[tuple[int, int], list[Reading]]]:
    """Give the sentences on the paper's own work with their readings, up to the last that has any.

    Those before it may leave a benchmark standing for it; those behind it are spared.
    """
    read = [
        (sentence, list(readings_of(text, sentence, spans, benchmarks)))
        for sentence in text.sentences
        if sentence[0] >= text.body and not is_background(text, sentence, who)
    ]
    while read and not read[-1][1]:
        read.pop()
    return read


def _shared(own: Metric | None, last: Metric | None, previous: tuple[int, int], *, goes_on: bool) -> Metric | None:
    """Give the metric of a number that is like the previous one: in a list its own only if printed behind that one."""
    if own is None or (goes_on and last is not None and not own.own and own.start < previous[0]):
        return last
    return own


def _is_explained(text: Text, spots: list[tuple[int, int]], index: int, readings: list[Reading]) -> bool:
    """Say whether a number tells what the one before it comes from: `85% less error (from 1.33 mm to 0.20 mm)`."""
    bracketed = _EXPLAINED.fullmatch(text.clean, spots[index - 1][1], spots[index][0])
    return readings[index - 1].before or bool(readings[index].before and bracketed)


def _joined(text: Text, spots: list[tuple[int, int]], index: int) -> bool:
    """Say whether a number goes on with a list, so that what was said of the one before is said of it."""
    gap = text.clean[spots[index - 1][1] : spots[index][0]]
    return len(gap) < 60 and bool(_GOES_ON.search(gap))


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
