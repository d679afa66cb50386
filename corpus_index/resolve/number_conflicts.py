"""Numbers that records of one work give for one thing and that have nothing in common."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from corpus_index.domain.amounts import amount
from corpus_index.domain.conflict import Grade
from corpus_index.domain.facts import Result, Spec
from corpus_index.domain.work import Claim, KnownRecord, WorkConflict
from corpus_index.resolve.agreement import Agreement, agreement, ratio, reading
from corpus_index.resolve.judging import ONE_OF_A_MODEL, about
from corpus_index.resolve.measures import comparable, measure, setting
from corpus_index.resolve.numerals import printed_number

# Of these an artefact can have several numbers, for several parts or runs.
_SEVERAL = frozenset({"layers", "dataset size", "training samples", "training cost", "hardware", "problems"})

_Numbered = TypeVar("_Numbered", Result, Spec)


class _Said(NamedTuple, Generic[_Numbered]):
    """A number, and the record that gives it."""

    known: KnownRecord
    fact: _Numbered


_Side = list[_Said[_Numbered]]


def spec_conflicts(records: Sequence[KnownRecord], main: str | None) -> Iterator[WorkConflict]:
    """Find attributes of one artefact whose values have nothing in common; `records` are in order of trust.

    Several values of one attribute of which a thing can have many only differ.
    """

    def place(known: KnownRecord, spec: Spec) -> Hashable:
        return spec.attribute, about(known, spec, main), spec.unit

    specs = [
        [_Said(known, spec) for spec in known.facts.specs if spec.attribute in ONE_OF_A_MODEL | _SEVERAL]
        for known in records
    ]
    for sides in _by_place(specs, place):
        for a, b, grade in _disjoint([[side] for side in sides], lambda _a, _b, _alone: True):
            attribute = a.fact.attribute
            at_most = Grade.DIFFERENCE if attribute in _SEVERAL else grade
            yield _conflict(attribute, at_most, (a, printed_number(a.fact)), (b, printed_number(b.fact)))


def result_conflicts(records: Sequence[KnownRecord], main: str | None) -> Iterator[WorkConflict]:
    """Find results of one measure in one setting whose values have nothing in common; `records` as above."""

    def place(known: KnownRecord, result: Result) -> Hashable:
        return setting(known, result, main)

    results = [[_Said(known, result) for result in known.facts.results] for known in records]
    for sides in _by_place(results, place):
        for a, b, grade in _disjoint([_by_measure(side) for side in sides], _comparable):
            yield _conflict(_measured(b.fact), grade, (a, amount(a.fact)), (b, amount(b.fact)))


def _by_place(
    records: Sequence[_Side[_Numbered]], place: Callable[[KnownRecord, _Numbered], Hashable]
) -> Iterator[list[_Side[_Numbered]]]:
    """Group what is of one thing; in each group one side for each record that says something of it."""
    groups: defaultdict[Hashable, list[_Side[_Numbered]]] = defaultdict(list)
    for record in records:
        of_record: defaultdict[Hashable, _Side[_Numbered]] = defaultdict(list)
        for said in record:
            of_record[place(said.known, said.fact)].append(said)
        for where, side in of_record.items():
            groups[where].append(side)
    yield from groups.values()


def _by_measure(side: _Side[Result]) -> list[_Side[Result]]:
    measures: defaultdict[Hashable, _Side[Result]] = defaultdict(list)
    for said in side:
        measures[measure(said.fact)].append(said)
    return list(measures.values())


def _comparable(a: Result, b: Result, alone: bool) -> bool:
    return comparable(a, b, alone=alone)


def _disjoint(
    records: Sequence[list[_Side[_Numbered]]], comparable: Callable[[_Numbered, _Numbered, bool], bool]
) -> Iterator[tuple[_Said[_Numbered], _Said[_Numbered], Grade]]:
    """Compare the sides of each record with what the records before it say.

    A side that agrees with one of them is no new side. Of one that agrees with none, the closest two numbers are told,
    once however many records repeat it.
    """
    told: list[_Said[_Numbered]] = []
    for at, sides in enumerate(records):
        for side in sides:
            pairs = [
                (a, b)
                for others in records[:at]
                for other in others
                for a in side
                for b in other
                if comparable(a.fact, b.fact, len(sides) == len(others) == 1)
            ]
            if not pairs or any(_agreement(a, b) is Agreement.SAME for a, b in pairs):
                continue
            a, b = min(pairs, key=lambda pair: _apart(*pair))
            if not any(_agreement(a, before) is Agreement.SAME for before in told):
                told.append(a)
                yield a, b, Grade.DIFFERENCE if _agreement(a, b) is Agreement.NEAR else Grade.CONTRADICTION


def _agreement(a: _Said[_Numbered], b: _Said[_Numbered]) -> Agreement:
    return agreement(reading(a.known.record, a.fact), reading(b.known.record, b.fact))


def _apart(a: _Said[_Numbered], b: _Said[_Numbered]) -> float:
    return ratio(reading(a.known.record, a.fact), reading(b.known.record, b.fact))


def _measured(result: Result) -> str:
    """Say what a result is of: `accuracy on GSM8K`."""
    what = result.metric or result.kind.value
    return f"{what} on {result.benchmark}" if result.benchmark else what


def _conflict(
    attribute: str, grade: Grade, a: tuple[_Said[_Numbered], str], b: tuple[_Said[_Numbered], str]
) -> WorkConflict:
    first, second = (Claim(record_id=said.known.id, claim=claim, fact=said.fact) for said, claim in (a, b))
    return WorkConflict(attribute=attribute, grade=grade, a=first, b=second)
