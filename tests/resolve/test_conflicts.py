"""Where the records of one paper contradict each other, and where they do not."""

from itertools import combinations

import pytest
from gold_records import made_record, seed_records

from corpus_index.domain.conflict import Grade
from corpus_index.domain.facts import Abbreviation, ArtefactKind, Facts, Introduction, Result, ResultKind, Spec
from corpus_index.domain.work import KnownRecord, WorkConflict
from corpus_index.resolve import assemble, cluster, compare
from corpus_index.resolve.numerals import printed_number


def _spec(value: float, attribute: str, subject: str | None = None, evidence: str = "", unit: str = "tokens") -> Spec:
    return Spec(
        subject=subject,
        attribute=attribute,
        value=value,
        unit=unit,
        evidence=evidence or f"{value:.0f}",
        start=0,
        end=1,
    )


def _size(value: float, printed: str) -> Spec:
    return _spec(value, "total parameters", None, printed, "parameters")


def _result(value: float, metric: str, high: float | None = None) -> Result:
    return Result(
        value=value, value_high=high, kind=ResultKind.LEVEL, unit="x", metric=metric, evidence=metric, start=0, end=1
    )


def _records(abstract: Facts, other: Facts, *, summary: bool = True) -> list[KnownRecord]:
    named = Introduction(name="Pebble-1", kind=ArtefactKind.MODEL, evidence="Pebble-1", start=0, end=8)
    own = Facts(
        introduces=(named, *abstract.introduces),
        specs=abstract.specs,
        results=abstract.results,
        abbreviations=abstract.abbreviations,
    )
    return [
        made_record(1, text="Pebble-1 is a stone.", page="p", ordinal=1, facts=own),
        made_record(2, text="Other.", page="p" if summary else "q", summarises=1 if summary else None, facts=other),
        made_record(3, text="Pebble-1 is a stone.", page="z", ordinal=1, facts=own),
    ]


def _found(abstract: Facts, other: Facts, *, summary: bool = True) -> tuple[WorkConflict, ...]:
    records = _records(abstract, other, summary=summary)
    conflicts = assemble(records).conflicts
    assert assemble(records[::-1]).conflicts == conflicts
    return conflicts


@pytest.mark.parametrize(
    ("abstract", "summary", "grade"),
    [
        ([_spec(256e3, "context length", "Pebble-1")], [_spec(3.6e6, "context length")], Grade.CONTRADICTION),
        ([_spec(256e3, "context length")], [_spec(3.6e6, "context length", "pebble-1")], Grade.CONTRADICTION),
        ([_size(7e9, "7B")], [_size(7.6e9, "7.6B")], Grade.DIFFERENCE),
        ([_size(300e9, "300B")], [_size(309e9, "309B")], Grade.CONTRADICTION),
        ([_size(0.3e12, "0.3T")], [_size(309e9, "309B")], None),
        ([_spec(3e3, "dataset size")], [_spec(9e3, "dataset size")], Grade.DIFFERENCE),
        ([_spec(128e3, "context length")], [_spec(131072, "context length")], None),
        ([_spec(27e12, "training tokens")], [_spec(28e12, "training tokens", None, "28T")], Grade.CONTRADICTION),
        ([_spec(1, "layers"), _spec(2, "layers")], [_spec(2, "layers"), _spec(5, "layers")], None),
        ([_spec(256e3, "context length")], [_spec(32e3, "native context length")], None),
        ([_spec(256e3, "context length", "Pebble-1")], [_spec(1e3, "context length", "Wave-2")], None),
        ([_spec(4, "ratio")], [_spec(5, "ratio")], None),
        ([_spec(4, "other")], [_spec(5, "other")], None),
        ([_spec(4, "hardware", unit="GPUs")], [_spec(80, "hardware", unit="GB")], None),
        ([], [_spec(5, "layers")], None),
    ],
)  # fmt: skip
def test_specifications(abstract: list[Spec], summary: list[Spec], grade: Grade | None) -> None:
    found = _found(Facts(specs=tuple(abstract)), Facts(specs=tuple(summary)))
    assert [each.grade for each in found] == ([grade] if grade else [])
    for each in found:
        assert (each.a.record_id, each.b.record_id) == (2, 1)


def test_a_summary_that_gives_a_length_to_a_method_means_the_model() -> None:
    method = Introduction(name="MTP", kind=ArtefactKind.METHOD, evidence="MTP", start=0, end=3)
    told = Facts(introduces=(method,), specs=(_spec(3.6e6, "context length", "MTP"), _spec(9, "layers", "MTP")))
    own = Facts(specs=(_spec(256e3, "context length", "Pebble-1"), _spec(3, "layers", "Pebble-1")))
    assert [each.attribute for each in _found(own, told)] == ["context length"]


def test_numbers_of_two_abstracts_contradict_each_other() -> None:
    a, b = Facts(specs=(_spec(1e6, "context length"),)), Facts(specs=(_spec(2e6, "context length", "Pebble-1"),))
    assert [each.grade for each in _found(a, b, summary=False)] == [Grade.CONTRADICTION]


def test_wordings_of_two_abstracts_differ_and_do_not_contradict() -> None:
    a, b = (
        Facts(abbreviations=(Abbreviation(short="GPO", long=long, evidence=long, start=0, end=1),))
        for long in ("Group Policy Optimization", "Greedy Pebble Ordering")
    )
    assert [each.grade for each in _found(a, b, summary=False)] == [Grade.DIFFERENCE]


@pytest.mark.parametrize(
    ("own", "told", "conflict"),
    [
        ("Multi-Teacher On-Policy Distillation", "multi-teacher online policy distillation", True),
        ("Multi-Teacher On-Policy Distillation", "multi teacher on-policy distillations", False),
        ("Beamforming and Pre-detection", "joint beamforming and pre-detection", False),
        ("Path Optimization", "path optimisation", False),
        ("Group Policy Optimization", "Greedy Pebble Ordering", True),
    ],
)
def test_long_forms(own: str, told: str, conflict: bool) -> None:
    abbreviation = Abbreviation(short="GPO", long=told, evidence=told, start=0, end=1)
    introduction = Introduction(name="GPO", kind=ArtefactKind.METHOD, long=own, evidence=own, start=9, end=10)
    other = Introduction(name="GPO", kind=ArtefactKind.METHOD, long=told, evidence=told, start=0, end=1)
    found = _found(Facts(introduces=(introduction,)), Facts(introduces=(other,), abbreviations=(abbreviation,)))
    assert [(each.attribute, each.a.claim, each.b.claim) for each in found] == (
        [("long form of GPO", told, own)] if conflict else []
    )


@pytest.mark.parametrize(
    ("own", "told", "conflict"),
    [
        ([_result(0.5, "total parameters"), _result(0.3, "total parameters")],
         [_result(0.3, "activated parameters", 0.5)], True),
        ([_result(0.5, "total parameters")], [_result(0.4, "activated parameters")], False),
        ([_result(0.5, "total parameters")], [_result(0.5, "total parameters")], False),
        ([_result(0.5, "parameters")], [_result(0.5, "total parameters")], False),
        ([_result(2.6, "decoding speedup")], [_result(2.6, "inference")], False),
        ([_result(2, "training cost"), _result(2, "inference cost")], [_result(2, "inference cost")], False),
        ([_result(2, "training cost")], [_result(2, "inference cost")], True),
    ],
)  # fmt: skip
def test_the_same_values_of_another_quantity(own: list[Result], told: list[Result], conflict: bool) -> None:
    found = _found(Facts(results=tuple(own)), Facts(results=tuple(told)))
    assert len(found) == conflict


@pytest.mark.parametrize(
    ("evidence", "value", "unit", "expected"),
    [
        ("up to 3.6 million tokens", 3.6e6, "tokens", "3.6 million tokens"),
        ("extended to 256k", 256e3, "tokens", "256k tokens"),
        ("from 4 to 8 GPUs", 8, "GPUs", "8 GPUs"),
        ("5:1 hybrid ratio", 5, ":1", "5:1"),
        ("over one hundred hours", 100, "hours", "over one hundred hours"),
        ("1,389 samples", 1389, None, "1,389"),
    ],
)
def test_numbers_as_printed(evidence: str, value: float, unit: str | None, expected: str) -> None:
    spec = Spec(subject=None, attribute="other", value=value, unit=unit, evidence=evidence, start=0, end=1)
    assert printed_number(spec) == expected


def test_seed_papers_have_the_contradictions_of_the_gold_file_and_no_others() -> None:
    records = seed_records()
    pairs = [(a.id, b.id) for a, b in combinations(records, 2) if compare(a, b).same]
    found = [
        (work.title, each)
        for group in cluster([known.id for known in records], pairs)
        for work in [assemble([records[member] for member in group])]
        for each in work.conflicts
    ]
    assert {title for title, _ in found} == {"MiMo-V2-Flash Technical Report"}
    assert [(each.attribute, each.a.claim, each.b.claim) for _, each in found] == [
        ("context length", "3.6 million tokens", "256k tokens"),
        ("long form of MOPD", "multi-teacher online policy distillation", "Multi-Teacher On-Policy Distillation"),
        ("total parameters or activated parameters", "activated parameters", "total parameters"),
    ]
    assert {each.grade for _, each in found} == {Grade.CONTRADICTION}
    assert "3.6 million" in found[0][1].a.fact.evidence
    assert "256k" in found[0][1].b.fact.evidence
