"""The numbers of a sentence that state an outcome, read with what they are joined to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.figures.measures import is_set_up, measure
from corpus_index.extract.figures.outcome import Measure
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.reading.numbers import Number, numbers
from corpus_index.extract.reading.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a sentence and the outcome it states; `before` marks the first of a from-to pair."""

    number: Number
    measure: Measure
    before: bool = False


_JOINED = re.compile(
    r"\s*(?:,|and|,\s*and|or|/)\s*(?:by\s+|up to\s+|an?\s+)?|(?:\s+(?!achiev|"
    r"reach|while)[a-z-]+){0,4}?\s+(?:(?:on|in|for|across|over)\s+(?:(?!achiev|"
    r"reach|while|attain|obtain|outperform|improv|reduc)[^.;:\d])*?)(?:,|"
    r"\band)\s+(?:by\s+|and\s+)*"
)
_SHARES_BOUND = re.compile(r"(?:\s+[a-z-]+){1,3}\s+and\s+")  # "up to 3.6 acceptance length and 2.6x speedup"
_SIMPLY_JOINED = re.compile(r"(?:\s+for\s+[^,;.\d]{2,40})?\s*(?:,|and|,\s*and|or|/)\s*(?:[A-Z][\w.-]*\s+){0,2}")


def readings_of(
    text: Text, sentence: tuple[int, int], spans: list[tuple[int, int]], benchmarks: tuple[BenchmarkName, ...]
) -> Iterator[Reading]:
    """Give the numbers of a sentence that state an outcome, in order; numbers inside `spans` are parts of names."""
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
            shared = last and (coordinated or _SHARES_BOUND.fullmatch(text.clean[last.measure.end : number.start]))
            if last and shared and last.measure.bound in (Bound.UP_TO, Bound.AT_LEAST) and not outcome.measure.bound:
                outcome = replace(outcome, measure=replace(outcome.measure, bound=last.measure.bound))
            last = outcome
            yield outcome


def _is_bare_score(outcome: Measure) -> bool:
    return outcome.kind is ResultKind.SCORE and outcome.unit is None


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
