"""One work made of its records: title, abstract, authors, trust and repetitions."""

from collections.abc import Sequence

import pytest
from gold_records import made_record, seed_records

from corpus_index.domain.facts import (
    ArtefactKind,
    BenchmarkMention,
    Facts,
    Introduction,
    ModelMention,
    Result,
    ResultKind,
    Role,
    Spec,
    Trust,
)
from corpus_index.domain.work import FactRef, KnownRecord
from corpus_index.resolve import assemble

_TEXT = "We sort pebbles with BeachBalance. BeachBalance is fast, and BeachBalance-XL is faster than WaveNet-2."


def _introduced(*names: str, start: int = 0) -> Facts:
    return Facts(
        introduces=tuple(
            Introduction(name=name, kind=ArtefactKind.METHOD, evidence=name, start=start + at, end=start + at + 1)
            for at, name in enumerate(names)
        )
    )


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Pebbles"], "Pebbles"),
        ([None, "Pebbles"], "Pebbles"),
        (["PEBBLES", "Pebbles"], "Pebbles"),
        (["Pebbles of", "Pebbles of", "Pebbles of the Sea"], "Pebbles of"),
        (["Pebbles of the ...", "Pebbles"], "Pebbles"),
        (["Pebbles", "Pebbles: A Study"], "Pebbles: A Study"),
        (["  Pebbles \n of  Sand "], "Pebbles of Sand"),
    ],
)
def test_printed_titles(titles: Sequence[str | None], expected: str) -> None:
    records = [made_record(at, title=title, text=_TEXT) for at, title in enumerate(titles)]
    for order in (records, records[::-1]):
        work = assemble(order)
        assert (work.title, work.title_inferred) == (expected, False)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (_TEXT, ["BeachBalance", "BeachBalance-XL"], "BeachBalance"),
        (_TEXT, ["Score", "BeachBalance"], "BeachBalance"),
        (_TEXT, ["XY", "Z"], "XY"),
        ("Pebbles are hard.", [], "Pebbles are hard."),
        ("Hard, round pebbles, " * 9, [], "Hard, round pebbles, Hard, round pebbles, Hard, round pebbles, Hard…"),
        ("x" * 300, [], "x" * 72 + "…"),
        ("", [], "Untitled"),
    ],
)  # fmt: skip
def test_inferred_titles(text: str, names: list[str], expected: str) -> None:
    work = assemble([made_record(1, text=text, facts=_introduced(*names))])
    assert (work.title, work.title_inferred) == (expected, True)


def test_titles_of_the_bare_seed_page() -> None:
    titles = [assemble([known]).title for known in seed_records() if known.page.startswith("001")]
    assert titles[:9] == [
        "ARL-Tangram",
        "HySparse",
        "JudgeRLVR",
        "MiMo-V2-Flash",
        "MiMo-Audio",
        "SALE",
        "MiMo-7B",
        "BePre",
        "OEM",
    ]
    assert titles[9].startswith("The plane wave based")
    assert titles[9].endswith("…")


def test_a_summary_is_no_abstract_and_its_introductions_name_nothing() -> None:
    summary = made_record(1, text="A machine's words.", page="p", summarises=1, facts=_introduced("Claimed"))
    abstract = made_record(2, text=_TEXT, page="p", ordinal=1, facts=_introduced("BeachBalance"))
    work = assemble([summary, abstract])
    assert (work.abstract, work.summary, work.title) == (_TEXT, "A machine's words.", "BeachBalance")
    alone = assemble([summary])
    assert (alone.abstract, alone.summary, alone.title) == (None, "A machine's words.", "Claimed")
    bare = made_record(3, text=_TEXT)
    assert assemble([summary, bare]).title.startswith("We sort pebbles")


def test_the_abstract_is_the_one_that_most_records_print_whole() -> None:
    texts = [
        "Pebbles are round and wet.",
        "PEBBLES are round, and wet.",
        "Pebbles are round and wet and old.",
        "Pebbles are…",
    ]
    records = [made_record(at, text=text) for at, text in enumerate(texts)]
    assert assemble(records).abstract == "PEBBLES are round, and wet."
    assert assemble([*records[2:], made_record(9, text="  ")]).abstract == "Pebbles are round and wet and old."


def test_authors_are_joined_complete_lists_first() -> None:
    some = made_record(1, title="T", authors=["Ben Rock"], complete=False, page="a")
    whole = made_record(2, title="T", authors=["A. Kivi", "Ben Rock"], page="b")
    fuller = made_record(3, title="T", authors=["Anna Kivi"], complete=False, page="c")
    work = assemble([some, whole, fuller])
    assert (work.authors, work.authors_complete, work.year) == (("Anna Kivi", "Ben Rock"), True, None)
    assert not assemble([some]).authors_complete


def _result(value: float, *, subject: str | None = None, baseline: str | None = None) -> Result:
    return Result(
        value=value, kind=ResultKind.SCORE, subject=subject, baseline=baseline, evidence=str(value), start=0, end=1
    )


def _spec(value: float, subject: str | None = None, attribute: str = "layers") -> Spec:
    return Spec(subject=subject, attribute=attribute, value=value, unit="layers", evidence=str(value), start=0, end=1)


def test_trust_of_own_quoted_and_summarised_statements() -> None:
    facts = Facts(
        models=(
            ModelMention(name="WaveNet-2", role=Role.COMPARED, evidence="w", start=0, end=1),
            ModelMention(name="Llama-3", role=Role.BASE, evidence="l", start=0, end=1),
        ),
        results=(
            _result(1),
            _result(2, subject="WaveNet 2"),
            _result(3, subject="Llama-3"),
            _result(4, baseline="before"),
            _result(5, baseline="WaveNet-2"),
        ),
        specs=(_spec(1), _spec(2, "WaveNet-2")),
    )
    judgements = assemble([made_record(1, text=_TEXT, facts=facts)]).judgements
    trusts = [judgements[FactRef(1, "results", at)].trust.value for at in range(5)]
    assert trusts == ["own", "quoted", "own", "quoted", "own"]
    assert [judgements[FactRef(1, "specs", at)].trust.value for at in range(2)] == ["own", "quoted"]
    summary = assemble([made_record(1, text=_TEXT, facts=facts, summarises=4)]).judgements
    assert {judgement.trust for judgement in summary.values()} == {Trust.SUMMARY}


def _twins() -> list[KnownRecord]:
    facts = Facts(
        introduces=(
            Introduction(name="BeachBalance", kind=ArtefactKind.METHOD, evidence="BeachBalance", start=21, end=33),
        ),
        benchmarks=(BenchmarkMention(name="Sand", evidence="Sand", start=0, end=1),),
        specs=(_spec(3), _spec(3)),
    )
    told = Facts(
        introduces=(Introduction(name="Beach-Balance", kind=ArtefactKind.METHOD, evidence="B", start=0, end=1),),
        specs=(_spec(3, "BeachBalance"), _spec(3), _spec(3)),
    )
    return [
        made_record(1, text="Machine.", page="a", ordinal=0, summarises=1, facts=told),
        made_record(2, text=_TEXT, page="c", facts=facts),
        made_record(3, text=_TEXT, page="b", facts=facts),
    ]


def test_repetitions_point_to_the_most_trusted_then_first_record() -> None:
    judgements = assemble(_twins()).judgements
    repeats = {(ref.record_id, ref.field, ref.index): judgement.repeats for ref, judgement in judgements.items()}
    assert repeats[3, "introduces", 0] is None
    assert repeats[2, "introduces", 0] == FactRef(3, "introduces", 0)
    assert repeats[1, "introduces", 0] == FactRef(3, "introduces", 0)
    assert repeats[3, "specs", 0] is None
    assert repeats[3, "specs", 1] is None, "what one record says twice stays twice"
    assert repeats[2, "specs", 1] == FactRef(3, "specs", 1)
    assert repeats[1, "specs", 2] is None, "the third one says more than any abstract"
    assert all(judgements[ref].repeats is None for ref in filter(None, repeats.values()))


def test_the_summary_of_a_seed_page_repeats_what_the_abstract_says() -> None:
    records = [known for known in seed_records() if known.page.startswith("003")]
    summary = records[0]
    judgements = assemble(records).judgements
    own = [
        spec.attribute
        for at, spec in enumerate(summary.facts.specs)
        if judgements[FactRef(summary.id, "specs", at)].repeats is None
    ]
    assert own == ["context length"]


@pytest.mark.parametrize(
    ("subject", "role", "introduced", "trust"),
    [
        ("Wave-2", Role.COMPARED, (), "quoted"),
        ("wave 2", Role.COMPARED, (), "quoted"),
        ("Wave-2", Role.COMPARED, ("Wave-2",), "own"),
        ("Wave-2", Role.BASE, (), "own"),
        ("Wave-2", Role.INTRODUCED, ("Wave-2",), "own"),
        ("our approach", Role.COMPARED, (), "own"),
        (None, Role.COMPARED, (), "own"),
    ],
)
def test_numbers_of_a_rival_are_quoted(
    subject: str | None, role: Role, introduced: tuple[str, ...], trust: str
) -> None:
    address = {"evidence": "61.2%", "start": 0, "end": 5}
    facts = Facts(
        introduces=_introduced(*introduced).introduces,
        models=(ModelMention(name="Wave-2", role=role, evidence="Wave-2", start=9, end=15),),
        results=(Result(value=61.2, unit="%", kind=ResultKind.SCORE, subject=subject, **address),),  # type: ignore[arg-type]
        specs=(Spec(subject=subject, attribute="layers", value=3, unit="layers", **address),),  # type: ignore[arg-type]
    )
    judgements = assemble([made_record(1, text="Against Wave-2.", facts=facts)]).judgements
    assert {judgements[FactRef(1, field, 0)].trust.value for field in ("results", "specs")} == {trust}
