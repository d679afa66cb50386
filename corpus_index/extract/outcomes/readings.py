"""The numbers of a sentence that state an outcome, read with what they are joined to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.outcomes.counts import thing_counted
from corpus_index.extract.outcomes.directions import direction_of
from corpus_index.extract.outcomes.lists import LIST_RULES, Read, are_joined, from_to, is_varied, leave_set_ups
from corpus_index.extract.outcomes.measures import measure
from corpus_index.extract.outcomes.metric_words import is_metric, words_of
from corpus_index.extract.outcomes.outcome import Measure, Spot, spot_of
from corpus_index.extract.outcomes.ranks import ordinals
from corpus_index.extract.outcomes.setups import is_set_up
from corpus_index.extract.reading.numbers import Number, numbers
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.text import Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a sentence and the outcome it states; `before` marks the first of a from-to pair."""

    number: Number
    measure: Measure
    before: bool = False


_SHARES_BOUND = re.compile(r"(?:\s+[a-z-]+){1,3}\s+and\s+")  # "up to 3.6 acceptance length and 2.6x speedup"
_BEFORE_NUMBER = re.compile(r"[\s(:=]*[~+-]?")
_FROM = re.compile(r"\bfrom\s+(?:(?:an?|the|its|their)\s+)?(?:(?!(?:to|of|and)\b)[a-z][a-z-]*\s+){0,2}?[~<>]?\s*[+-]?$")
_CHANGED_WITHIN = 100  # how far before a pair the verb that changes it may stand, in characters
_NO_NOUN = re.compile(r"\s*(?:[),.;]|$|(?:models?|parameters?|params|backbones?)\b)")
_SMALLEST_MODEL = 10**6  # parameters
_ON = re.compile(r"\s+on\s+(?:the\s+)?")
_ABOUT = re.compile(r"(?:~|about|around|approximately)\s*\d")


def readings_of(
    text: Text, sentence: tuple[int, int], spans: Sequence[tuple[int, int]], benchmarks: tuple[BenchmarkName, ...]
) -> Iterator[Reading]:
    """Give the numbers of a sentence that state an outcome, in order; numbers inside `spans` are parts of names."""
    found = [*numbers(text.clean, *sentence), *ordinals(text.clean, *sentence)]
    if not found:
        return
    found.sort(key=attrgetter("start"))
    masked = _masked(text.clean, tuple(spans))
    spans = [span for span in spans if span[0] < sentence[1] and span[1] > sentence[0]]
    names = [name for name in benchmarks if sentence[0] <= name.start < sentence[1]]
    reads: list[Read] = []
    for number in found:
        if any(low <= number.start < high for low, high in spans):
            continue
        if (reads and number.start < reads[-1].end) or _is_version(text.clean, number, names):
            continue
        spot = spot_of(number, masked, sentence, beside=any(_stands_beside(text.clean, name, number) for name in names))
        reads += _moved(spot, text.clean[number.low_end : number.end]) or [Read(spot, measure(spot))]
    leave_set_ups(reads, masked)
    for rule in LIST_RULES:
        rule(reads, masked)
    _name_counted(reads, text.clean)
    yield from _bounded(reads, masked)


@lru_cache(maxsize=4)
def _masked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Make the digits and points of names letters, so that a grammar may ask for words without numbers."""
    masked = list(text)
    for start, end in spans:
        masked[start:end] = ["N" if char.isdigit() else "_" if char == "." else char for char in text[start:end]]
    return "".join(masked)


def _is_version(text: str, number: Number, names: list[BenchmarkName]) -> bool:
    """`ML-SUPERB 2.0`: one digit, a point and a nought right behind the name of a benchmark are a part of it."""
    version = number.end - number.start == 3 and text[number.start + 1 : number.end] == ".0"
    return version and any(name.end + 1 == number.start and text[name.end] == " " for name in names)


def _stands_beside(text: str, name: BenchmarkName, number: Number) -> bool:
    if name.end <= number.start:
        return bool(_BEFORE_NUMBER.fullmatch(text, name.end, number.start))
    return name.start >= number.end and bool(_ON.fullmatch(text, number.end, name.start))


def _moved(spot: Spot, printed_as: str) -> list[Read]:
    """Give the two levels of `from A to B` and `A -> B`; nothing where the number is no such pair."""
    number, read = spot.number, Read(spot, None)
    arrow = ">" in number.joint or "→" in number.joint
    if number.high is None or not (
        arrow or ("to" in number.joint and (_FROM.search(spot.before) or _is_pair_of(spot)))
    ):
        return []
    money = number.unit == "USD"
    sizes = number.value >= _SMALLEST_MODEL and _NO_NOUN.match(spot.after)
    if number.scaled and not number.unit and (sizes or not direction_of(spot.clause[-_CHANGED_WITHIN:])):
        return []  # "models from 0.5B to 7B" spans sizes
    if is_set_up(spot) or is_varied(spot, None if money else read.unit):
        return []
    kind = {"x": ResultKind.FACTOR, "USD": ResultKind.COST}.get(number.unit or "", ResultKind.SCORE)
    if number.sign and number.high_sign and number.unit and not arrow:
        return []  # "from +2.1% to +6.5%" spans differences
    if number.sign and number.high_sign and number.unit:
        kind = ResultKind.CHANGE
    late = Bound.ABOUT if _ABOUT.search(printed_as) else None
    first = read.level(name_of(from_to))._replace(kind=kind, high=None)
    return [
        Read(spot, first, before=True),
        Read(spot, first._replace(value=number.high * (-1 if number.high_sign < 0 else 1), bound=late)),
    ]


def _is_pair_of(spot: Spot) -> bool:
    """`raises recall on A (73% to 89%)`: alone in brackets behind what was raised, a pair has moved."""
    alone = spot.cue == "(" and spot.after.startswith(")") and spot.number.unit in ("%", "points", None)
    if not alone or not direction_of(spot.before[-160:]):
        return False
    if spot.number.high is not None and spot.number.high < spot.number.value:
        return True  # "cuts failures by half (0.333 to 0.167)"
    words = words_of(spot.lead[-40:])
    return spot.beside or bool(words and is_metric(words[-1]))


def _name_counted(reads: list[Read], text: str) -> None:
    """Give counts whose noun is not printed beside them the noun of the whole that they are out of."""
    named: dict[float, str] = {}
    for read in reads:
        said = read.measure
        if said is None or said.kind is not ResultKind.COUNT or said.total is None:
            continue
        unit = said.unit or named.get(said.total) or thing_counted(text, read.spot.before, int(said.total))
        named[said.total] = unit
        read.measure = said._replace(unit=unit)


def _bounded(reads: list[Read], text: str) -> Iterator[Reading]:
    """`up to 40% and 70%`: the numbers of one list share the bound of its first."""
    last: Measure | None = None
    for read in reads:
        if read.measure is None:
            continue
        outcome, start = read.measure, read.spot.number.start
        shared = last and (are_joined(text, last.end, start) or _SHARES_BOUND.fullmatch(text, last.end, start))
        if last and shared and last.bound in (Bound.UP_TO, Bound.AT_LEAST) and not outcome.bound:
            outcome = outcome._replace(bound=last.bound)
        last = outcome
        yield Reading(read.spot.number, outcome, read.before)
