"""One result under a shorter and a longer name of its subject."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from gold_records import made_record

from corpus_index.domain.facts import Facts, Result, ResultKind
from corpus_index.domain.work import FactRef, KnownRecord
from corpus_index.resolve import assemble
from corpus_index.resolve.same_results import is_part_of_name

_SCORE = Result(
    value=57, unit="%", kind=ResultKind.SCORE, benchmark="Sand", subject="Wave-32B", evidence="57%", start=0, end=3
)


def _record(number: int, page: str, *changes: dict[str, Any], **made: Any) -> KnownRecord:
    results = tuple(replace(_SCORE, start=at, **change) for at, change in enumerate(changes))
    return made_record(number, text="We reach 57% on Sand.", page=page, facts=Facts(results=results), **made)


def _kept(*records: KnownRecord) -> list[tuple[int, int]]:
    judgements = assemble(records).judgements
    first = {judgement.repeats for judgement in judgements.values()} - {None}
    assert all(judgements[ref].repeats is None for ref in first if ref is not None)
    return sorted((ref.record_id, ref.index) for ref, judgement in judgements.items() if judgement.repeats is None)


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ({}, {}, [(1, 0)]),
        ({"subject": "Wave"}, {}, [(2, 0)]),
        ({}, {"subject": "wave"}, [(1, 0)]),
        ({"subject": None}, {}, [(2, 0)]),
        ({"subject": "Wave", "baseline": "Tide-1"}, {}, [(2, 0)]),
        ({"subject": "Wave", "baseline": "Tide-1"}, {"baseline": "Tide-2"}, [(1, 0), (2, 0)]),
        ({"subject": "Wave-3"}, {}, [(1, 0), (2, 0)]),
        ({"subject": "Wave", "value": 58}, {}, [(1, 0), (2, 0)]),
        ({"subject": "Wave", "unit": None}, {}, [(1, 0), (2, 0)]),
        ({"subject": "Wave", "metric": "pass@1"}, {}, [(1, 0), (2, 0)]),
        ({"subject": "Wave", "benchmark": "Silt"}, {}, [(1, 0), (2, 0)]),
        ({"subject": "Wave", "kind": ResultKind.CHANGE}, {}, [(1, 0), (2, 0)]),
    ],
)
def test_two_records(one: dict[str, Any], other: dict[str, Any], kept: list[tuple[int, int]]) -> None:
    records = _record(1, "a", one), _record(2, "b", other)
    assert _kept(*records) == _kept(*reversed(records)) == kept


def test_what_one_record_says_twice_stays_twice() -> None:
    assert _kept(_record(1, "a", {}, {"subject": "Wave"})) == [(1, 0), (1, 1)]
    assert _kept(_record(1, "a", {}, {"subject": "Wave"}), _record(2, "b", {})) == [(1, 0), (1, 1)]


def test_an_abstract_goes_before_a_summary_with_a_longer_name() -> None:
    assert _kept(_record(1, "a", {}, summarises=2), _record(2, "b", {"subject": "Wave"})) == [(2, 0)]


def test_repetitions_of_repetitions_point_to_the_one_that_stays() -> None:
    records = [_record(1, "a", {"subject": "Wave"}), _record(2, "b", {"subject": "Wave"}), _record(3, "c", {})]
    for order in permutations(records):
        judgements = assemble(order).judgements
        repeats = [judgements[FactRef(number, "results", 0)].repeats for number in (1, 2, 3)]
        assert repeats == [FactRef(3, "results", 0), FactRef(3, "results", 0), None]


@pytest.mark.parametrize(
    ("a", "b", "part"),
    [
        ("s1", "s1-32B", True),
        ("s1-32B", "S1", True),
        ("s1", "s10", False),
        ("Wave 2", "Wave-2", True),
        ("Wave", "Tide", False),
        (None, "Wave", True),
        (None, None, True),
    ],
)
def test_parts_of_names(a: str | None, b: str | None, part: bool) -> None:
    assert is_part_of_name(a, b) is part
