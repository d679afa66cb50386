"""Reported outcomes: numbers with what they measure, on which benchmark, of whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus_index.domain.facts import ArtefactKind, Bound, Result, ResultKind
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.figures.actors import Cast
from corpus_index.extract.figures.baselines import baseline
from corpus_index.extract.figures.measures import is_set_up, measure
from corpus_index.extract.figures.metrics import metric
from corpus_index.extract.figures.outcome import Measure
from corpus_index.extract.figures.placing import Group, Place, groups, place
from corpus_index.extract.figures.subjects import Site, subject
from corpus_index.extract.figures.turns import models_in_turn
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.reading.numbers import Number, numbers
from corpus_index.extract.reading.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a sentence and the outcome it states; `before` marks the first of a from-to pair."""

    number: Number
    measure: Measure
    before: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose outcome it is, and what it is compared with."""

    subject: str | None
    baseline: str | None


def results(
    text: Text,
    spans: list[tuple[int, int]],
    benchmarks: tuple[BenchmarkName, ...],
    artefacts: tuple[Artefact, ...],
    who: Cast,
) -> Iterator[tuple[Result, tuple[int, int]]]:
    """Give the outcomes of the abstract in order; `spans` are names and URLs, in which no number is read."""
    previous: str | None = None
    standing: Place | None = None
    announced: Group | None = None
    default = default_benchmark(benchmarks, artefacts)
    for sentence in text.sentences:
        if sentence[0] < text.body or is_background(text, sentence, who):
            continue
        readings = list(_readings(text, sentence, spans, benchmarks))
        spots = [(reading.number.start, reading.measure.end) for reading in readings]
        listed = groups(text, benchmarks, *sentence)
        alike = [_are_alike(a.measure, b.measure) for a, b in pairwise(readings)]
        places = place(text, spots, listed, alike)
        inside = [actor for actor in who.actors if sentence[0] <= actor.start < sentence[1]]
        turns = models_in_turn(
            text, who, sentence, [(reading.number.start, reading.measure.end) for reading in readings]
        )
        for index, reading in enumerate(readings):
            name = turns.subjects.get(index) or subject(
                Site(text.clean, sentence, spots[index], spots[-1], inside), who, previous
            )
            where = places[index] or _referred(text, reading, standing) or _near(listed, reading)
            where = where or (None if listed else _announced(reading, announced) or _default_place(reading, default))
            against = "before" if reading.before else turns.baselines.get(index)
            against = against or baseline(text, sentence, spots[index])
            yield _result(text, sentence, reading, where, Owner(name, against)), spots[index]
            previous = name
            standing = where or standing
        announced = _announcement(text, sentence, listed, readings) or announced


def is_background(text: Text, sentence: tuple[int, int], who: Cast) -> bool:
    """Say whether a sentence stands before the paper speaks of itself; what it reports is the work of others."""
    own = re.compile(
        r"\b(?:we|our|this (?:paper|work|study|report|article)|in this|here|"
        r"us|is proposed|are proposed|achiev\w+|outperform\w+)\b",
        re.IGNORECASE,
    )
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


def _are_alike(a: Measure, b: Measure) -> bool:
    """Scores and differences of scores speak of the same benchmark; costs, factors and shares need not."""
    levels = (ResultKind.SCORE, ResultKind.CHANGE)
    same = a.kind is b.kind and a.unit == b.unit
    return same or (a.kind in levels and b.kind in levels and {a.unit, b.unit} <= {"%", "points", None})


def _referred(text: Text, reading: Reading, standing: Place | None) -> Place | None:
    """`solves 8 of these problems`: those of the number before."""
    refers = re.match(r"\s+(?:of\s+)?(?:them|these|those)\b", text.clean[reading.number.end :])
    return Place(standing.benchmark, reading.number.start, reading.number.start) if refers and standing else None


def _near(listed: list[Group], reading: Reading) -> Place | None:
    """The only benchmark of a sentence, where it stands before a score."""
    if reading.measure.kind is not ResultKind.SCORE or len(listed) != 1 or listed[0].end > reading.number.start:
        return None
    return Place(listed[0].joint, listed[0].start, listed[0].end)


def _announcement(text: Text, sentence: tuple[int, int], listed: list[Group], readings: list[Reading]) -> Group | None:
    """`We evaluate it on A.` says where the numbers of the next sentences were measured."""
    if readings or len(listed) != 1:
        return None
    evaluates = re.search(r"\b(?:evaluat|experiment|test|validat|assess|benchmark)\w*", text.clean[slice(*sentence)])
    return listed[0] if evaluates else None


def _announced(reading: Reading, announced: Group | None) -> Place | None:
    if announced is None or reading.measure.kind not in (ResultKind.SCORE, ResultKind.CHANGE):
        return None
    return Place(announced.joint, reading.number.start, reading.number.start)


def _default_place(reading: Reading, default: Default) -> Place | None:
    if default.benchmark is None or reading.measure.kind not in default.kinds:
        return None
    return Place(default.benchmark, reading.number.start, reading.number.start)


_JOINED = re.compile(
    r"\s*(?:,|and|,\s*and|or|/)\s*(?:by\s+|up to\s+|an?\s+)?|(?:\s+(?!achiev|"
    r"reach|while)[a-z-]+){0,4}?\s+(?:(?:on|in|for|across|over)\s+(?:(?!achiev|"
    r"reach|while|attain|obtain|outperform|improv|reduc)[^.;:\d])*?)(?:,|"
    r"\band)\s+(?:by\s+|and\s+)*"
)


_SIMPLY_JOINED = re.compile(r"\s*(?:,|and|,\s*and|or|/)\s*(?:[A-Z][\w.-]*\s+){0,2}")


def _is_bare_score(outcome: Measure) -> bool:
    return outcome.kind is ResultKind.SCORE and outcome.unit is None


def _readings(
    text: Text, sentence: tuple[int, int], spans: list[tuple[int, int]], benchmarks: tuple[BenchmarkName, ...]
) -> Iterator[Reading]:
    start, end = sentence
    last: Reading | None = None
    for number in numbers(text.clean, start, end):
        if any(span[0] <= number.start < span[1] for span in spans) or (last and number.start < last.measure.end):
            continue
        beside = any(_stands_beside(text.clean, name, number) for name in benchmarks)
        readings = list(_split(text, number, start, end, beside=beside))
        joined = last is not None and _SIMPLY_JOINED.fullmatch(text.clean[last.measure.end : number.start])
        if not readings and last and joined and _is_bare_score(last.measure) and isinstance(number.value, float):
            readings = [Reading(number, replace(last.measure, value=number.value, end=number.end))]
        for reading in readings:
            outcome = reading
            coordinated = last and _JOINED.fullmatch(_blanked(text.clean, last.measure.end, number.start, spans))
            if last and coordinated and last.measure.unit == outcome.measure.unit:
                outcome = replace(outcome, measure=_alike(outcome.measure, last.measure))
            if (
                last
                and coordinated
                and last.measure.bound in (Bound.UP_TO, Bound.AT_LEAST)
                and not outcome.measure.bound
            ):
                outcome = replace(outcome, measure=replace(outcome.measure, bound=last.measure.bound))
            last = outcome
            yield outcome


def _stands_beside(text: str, name: BenchmarkName, number: Number) -> bool:
    if name.end <= number.start:
        return bool(re.fullmatch(r"[\s(:=]*[~+-]?", text[name.end : number.start]))
    return name.start >= number.end and bool(re.fullmatch(r"\s+on\s+(?:the\s+)?", text[number.end : name.start]))


def _blanked(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """Give the text with the names in it made unreadable, so that their digits and words do not count."""
    gap = text[start:end]
    for low, high in spans:
        if start <= low and high <= end:
            gap = gap[: low - start] + "X" * (high - low) + gap[high - start :]
    return gap


def _alike(outcome: Measure, last: Measure) -> Measure:
    """A number joined to another by `and` says the same kind of thing, in the same direction."""
    if outcome.kind is last.kind or last.kind not in (ResultKind.CHANGE, ResultKind.SCORE):
        sign = -1 if last.kind is ResultKind.CHANGE and last.value < 0 else 1
        same = outcome.kind is ResultKind.CHANGE and last.kind is ResultKind.CHANGE and outcome.value > 0
        return replace(outcome, value=sign * outcome.value) if same else outcome
    sign = -1 if last.kind is ResultKind.CHANGE and last.value < 0 else 1
    return replace(outcome, kind=last.kind, value=sign * abs(outcome.value), bound=outcome.bound)


def _split(text: Text, number: Number, start: int, end: int, *, beside: bool) -> Iterator[Reading]:
    """Give one reading, two for `from A to B`, none where the number is no outcome."""
    before, after = text.clean[start : number.start], text.clean[number.end : end]
    moved = (
        number.high is not None
        and ("to" in number.joint or ">" in number.joint or "→" in number.joint)
        and (
            re.search(r"\bfrom\s*(?:about|around|nearly|just|only|~)?\s*$", before)
            or ">" in number.joint
            or "→" in number.joint
        )
    )
    if (
        number.high is None
        or not moved
        or re.search(r"\b(?:rang\w+|var(?:y|ies|ying)|spann?\w*)\s+from\s*~?\s*$", before)
    ):
        outcome = measure(number, before, after, beside=beside)
        if outcome:
            yield Reading(number, outcome)
        return
    unit = number.unit
    whole_scale = unit == "%" and (number.value, number.high) == (0, 100)
    if whole_scale or is_set_up(before, after):
        return
    if (
        unit is None
        and not re.search(r"\d\.\d", text.clean[number.start : number.end])
        and not re.search(
            (
                r"\b(?:accuracy|scores?|F1|performance|improv\w+|increas\w+|boost\w+|"
                r"ris\w+|rais\w+)\b"
            ),
            before,
        )
    ):
        return
    bound = number.bound or (Bound.ABOUT if re.search(r"~\s*$", before) else None)
    late = Bound.ABOUT if re.search(r"~\s*\d", text.clean[number.low_end : number.end]) else None
    kind = ResultKind.FACTOR if unit == "x" else ResultKind.SCORE
    cost = unit == "USD"
    first = Measure(ResultKind.COST if cost else kind, number.value, None, unit, bound, number.end)
    yield Reading(number, first, before=True)
    yield Reading(number, replace(first, value=number.high, bound=late))


def _result(text: Text, sentence: tuple[int, int], reading: Reading, where: Place | None, owner: Owner) -> Result:
    outcome, number = reading.measure, reading.number
    start, end = number.start, outcome.end
    what = metric(text.clean, sentence, (number.start, outcome.end), outcome.kind)
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
        subject=owner.subject,
        baseline=owner.baseline,
        total=outcome.total,
        **text.address(start, end),
    )
