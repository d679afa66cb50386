"""Numbers of one measure in one setting that have nothing in common are contradictions, and others are not."""

from typing import Any

import pytest
from gold_records import made_record

from corpus_index.domain.conflict import Grade
from corpus_index.domain.facts import ArtefactKind, Bound, Facts, Introduction, Result, ResultKind, Spec
from corpus_index.domain.work import KnownRecord, WorkConflict
from corpus_index.resolve import assemble

_PEBBLE = Introduction(name="Pebble-1", kind=ArtefactKind.MODEL, evidence="Pebble-1", start=0, end=8)


def _score(printed: str, **values: Any) -> Result:
    given: dict[str, Any] = {"kind": ResultKind.SCORE, "benchmark": "HellaSwag"} | values
    return Result(evidence=printed, start=0, end=1, value=float(printed.removesuffix(" %")), **given)


def _factor(value: float, metric: str | None, **values: Any) -> Result:
    return Result(
        evidence=f"{value}x", start=0, end=1, value=value, unit="x", kind=ResultKind.FACTOR, metric=metric, **values
    )


def _change(value: float, **values: Any) -> Result:
    return Result(evidence=f"{value}", start=0, end=1, value=value, unit="%", kind=ResultKind.CHANGE, **values)


def _records(*told: tuple[Result, ...], summary: bool = True) -> list[KnownRecord]:
    """One abstract, printed twice, and other records; the first of them sums the abstract up."""
    own, *others = told
    facts = Facts(introduces=(_PEBBLE,), results=own)
    return [
        made_record(1, text="Pebble-1 is a stone.", page="p", ordinal=1, facts=facts),
        made_record(2, text="Pebble-1 is a stone.", page="q", facts=facts),
        *(
            made_record(number, text="Other.", page=f"z{number}", summarises=1 if summary else None,
                        facts=Facts(results=results))
            for number, results in enumerate(others, 3)
        ),
    ]  # fmt: skip


def _found(*told: tuple[Result, ...], summary: bool = True) -> tuple[WorkConflict, ...]:
    records = _records(*told, summary=summary)
    conflicts = assemble(records).conflicts
    assert assemble(records[::-1]).conflicts == conflicts
    return conflicts


@pytest.mark.parametrize("summary", [True, False])
def test_a_score_against_another_one(summary: bool) -> None:
    a, b = (_score(printed, metric="accuracy", subject="Pebble-1") for printed in ("69.0", "68.0"))
    (found,) = _found((a,), (b,), summary=summary)
    assert (found.attribute, found.grade) == ("accuracy on HellaSwag", Grade.CONTRADICTION)
    assert (found.a.claim, found.b.claim) == ("68", "69")
    assert (found.a.record_id, found.b.record_id) == (3, 1)


@pytest.mark.parametrize(
    ("own", "told", "grade"),
    [
        ([_score("69.0")], [_score("68.0", subject="pebble-1")], Grade.CONTRADICTION),
        ([_score("69.0", metric="accuracy")], [_score("68.0", metric="Average accuracy")], Grade.CONTRADICTION),
        ([_score("69.0", metric="accuracy")], [_score("68.0 %", unit="%")], Grade.CONTRADICTION),
        ([_score("69.0")], [_score("69")], None),
        ([_score("69.04")], [_score("69.0")], None),
        ([_score("69.0")], [_score("69.4")], Grade.CONTRADICTION),
        ([_score("69")], [_score("69.4")], None),
        ([_score("69")], [_score("69.8")], Grade.DIFFERENCE),
        ([_score("69.0"), _score("71.0")], [_score("71.0")], None),
        ([_score("69.0"), _score("71.0")], [_score("72.0")], Grade.CONTRADICTION),
        ([_score("69.0")], [_score("68.0", benchmark="PIQA")], None),
        ([_score("69.0")], [_score("68.0", subject="Wave-2")], None),
        ([_score("69.0", metric="accuracy")], [_score("68.0", metric="pass@1")], None),
        ([_score("69.0", metric="accuracy"), _score("50.0", metric="pass@1")], [_score("68.0")], None),
        ([_score("69.0", baseline="before")], [_score("80.0")], None),
        ([_score("69.0")], [_score("0.68")], None),
        ([_score("60.0", value_high=70.0)], [_score("65.0")], None),
        ([_score("60.0", value_high=70.0)], [_score("75.0")], Grade.CONTRADICTION),
    ],
)
def test_scores(own: list[Result], told: list[Result], grade: Grade | None) -> None:
    assert [each.grade for each in _found(tuple(own), tuple(told))] == ([grade] if grade else [])


@pytest.mark.parametrize(
    ("own", "told", "conflict"),
    [
        ([_factor(2.6, "decoding speedup")], [_factor(3.6, "inference", bound=Bound.UP_TO)], True),
        ([_factor(2.6, "decoding speedup")], [_factor(2.6, "inference", bound=Bound.UP_TO)], False),
        ([_factor(2.6, "decoding speedup")], [_factor(3.6, "inference speed")], True),
        ([_factor(2.6, "decoding speedup")], [_factor(3.6, "speedup")], True),
        ([_factor(2.6, "decoding speedup")], [_factor(3.6, None)], False),
        ([_factor(2.6, "decoding speedup")], [_factor(3.6, "training speed")], False),
        ([_factor(2.6, "decoding speedup"), _factor(2, "training speed")], [_factor(3.6, "speedup")], False),
        ([_factor(2.6, "decoding speedup", bound=Bound.UP_TO)], [_factor(1.9, "inference")], False),
        ([_factor(2.6, "decoding speedup", bound=Bound.UP_TO)],
         [_factor(1.9, "inference", bound=Bound.UP_TO)], True),
        ([_factor(2.6, "decoding speedup")], [_factor(2.5, "inference", bound=Bound.AT_LEAST)], False),
        ([_factor(2.6, "decoding speedup", bound=Bound.ABOUT)], [_factor(2.5, "inference")], False),
        ([_factor(2.6, "speedup", baseline="Wave-2")], [_factor(3.6, "speedup", baseline="Sand-3")], False),
        ([_factor(2.6, "speedup", baseline="Wave-2")], [_factor(3.6, "speedup", baseline="wave 2")], True),
    ],
)  # fmt: skip
def test_factors(own: list[Result], told: list[Result], conflict: bool) -> None:
    assert len(_found(tuple(own), tuple(told))) == conflict


@pytest.mark.parametrize(
    ("own", "told", "conflict"),
    [
        (_change(-42, metric="length"), _change(-50, metric="length"), True),
        (_change(-42, metric="length"), _change(42, metric="length"), True),
        (_change(-42, metric="length", bound=Bound.UP_TO), _change(-30, metric="length"), False),
        (_change(5), _change(6), False),
        (_change(5, metric="improvement"), _change(6, metric="gain"), False),
    ],
)
def test_changes(own: Result, told: Result, conflict: bool) -> None:
    assert len(_found((own,), (told,))) == conflict


def test_a_value_that_several_records_repeat_is_one_side() -> None:
    found = _found((_score("69.0"),), (_score("68.0"),), (_score("68.0"),))
    assert [(each.a.record_id, each.b.record_id) for each in found] == [(3, 1)]


def test_who_agrees_with_a_trusted_record_takes_its_side() -> None:
    first, second = _score("69.0"), _score("68.0")
    records = _records((first,), (second,), summary=False)
    summary = made_record(9, text="Sum.", page="zz", summarises=1, facts=Facts(results=(second,)))
    assert len(assemble([*records, summary]).conflicts) == 1


@pytest.mark.parametrize(
    ("text", "grades"),
    [
        ("It has 300B parameters.", [Grade.CONTRADICTION]),
        ("It has about 300B parameters.", []),
        ("It has over 300B parameters.", []),
        ("It has ~300B parameters.", []),
        ("It has more than 250B parameters.", [Grade.DIFFERENCE]),
        ("It has nearly 200B parameters.", [Grade.CONTRADICTION]),
    ],
)
def test_words_that_loosen_a_size(text: str, grades: list[Grade]) -> None:
    printed = next(word for word in text.replace("~", " ").split() if word.endswith("B"))
    own, told = (
        Spec(subject=None, attribute="total parameters", value=float(size[:-1]) * 1e9, unit="parameters",
             evidence=size, start=at, end=at + 4)
        for size, at in (("309B", 0), (printed, text.index(printed)))
    )  # fmt: skip
    records = [
        made_record(1, text="309B Pebble-1.", page="p", ordinal=1, facts=Facts(introduces=(_PEBBLE,), specs=(own,))),
        made_record(2, text=text, page="p", summarises=1, facts=Facts(specs=(told,))),
    ]
    assert [each.grade for each in assemble(records).conflicts] == grades
