"""Names: their parts, their family, and which of them are names without doubt."""

import pytest
from gold_records import made_record, sentence_around

from corpus_index.domain.facts import (
    Abbreviation,
    ArtefactKind,
    BenchmarkMention,
    Facts,
    Introduction,
    ModelMention,
    Role,
    Term,
    Trust,
)
from corpus_index.domain.work import NameUse
from corpus_index.resolve import assemble, family, name_uses
from corpus_index.resolve.naming import is_acronym, is_distinctive, is_plain_word, mentions, parse_model


@pytest.mark.parametrize(
    ("name", "word", "stem", "number", "tail"),
    [
        ("Qwen2.5-Math-7B-Instruct", "Qwen", (), "2.5", ("math", "7b", "instruct")),
        ("Qwen-Math", "Qwen", (), "", ("math",)),
        ("MiMo", "MiMo", (), "", ()),
        ("MiMo-V2-Flash", "MiMo", (), "v2", ("flash",)),
        ("Phi4-mini", "Phi", (), "4", ("mini",)),
        ("Phi-4-mini", "Phi", (), "4", ("mini",)),
        ("DeepSeek-Prover-V2-671B", "DeepSeek", ("prover",), "v2", ("671b",)),
        ("DeepSeek-R1-Distill-Qwen-7B", "DeepSeek", (), "r1", ("distill", "qwen", "7b")),
        ("GPT-4o", "GPT", (), "4o", ()),
        ("o1-mini", "o", (), "1", ("mini",)),
        ("OpenAI-o1", "o", (), "1", ()),
        ("Gemini 2.5 Pro", "Gemini", (), "2.5", ("pro",)),
        ("Qwen3-30B-A3B", "Qwen", (), "3", ("30b", "a3b")),
        ("Mixtral-8x7B", "Mixtral", (), "", ("8x7b",)),
        ("Light-R1-32B-DS", "Light", (), "r1", ("32b", "ds")),
        ("", "", (), "", ()),
    ],
)
def test_parts_of_model_names(name: str, word: str, stem: tuple[str, ...], number: str, tail: tuple[str, ...]) -> None:
    parts = parse_model(name)
    assert (parts.word, parts.stem, parts.number, parts.tail) == (word, stem, number, tail)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Qwen2.5-Math", "qwen"),
        ("Qwen-Math", "qwen"),
        ("MATH-500", "math"),
        ("MATH500", "math"),
        ("AIME 2024", "aime"),
        ("Meta-Llama-3-8B", "llama"),
        ("3D-VLA", "3d"),
        ("Élan-2", "élan"),
        ("千问2.5", "千问"),
        ("-", ""),
    ],
)
def test_family_is_the_first_word_folded(name: str, expected: str) -> None:
    assert family(name) == expected


@pytest.mark.parametrize(
    ("name", "distinctive"),
    [
        ("JudgeRLVR", True),
        ("HySparse", True),
        ("ARL-Tangram", True),
        ("PRM800K", True),
        ("Multi-Token", True),
        ("GRPO", False),
        ("LLMs", False),
        ("START", False),
        ("Tina", False),
        ("s1", False),
        ("QwQ", False),
        ("fine-tuning", False),
        ("", False),
    ],
)
def test_distinctive_names(name: str, distinctive: bool) -> None:
    assert is_distinctive(name) is distinctive


def test_plain_words_and_acronyms() -> None:
    assert [name for name in ("Tina", "START", "Qwen", "QwQ", "o1", "MiMo", "SEED-GRPO") if is_plain_word(name)] == [
        "Tina",
        "START",
        "Qwen",
    ]
    assert [name for name in ("START", "LLMs", "PRM800K", "SEED-GRPO", "Tina", "") if is_acronym(name)] == [
        "START",
        "LLMs",
    ]


def test_members_count_as_mentions_and_longer_words_do_not() -> None:
    assert mentions("MiMo-7B", "MiMo-7B and MiMo-7B-RL, but not XMiMo-7B, MiMo-7Bs or mimo-7b") == 2


def test_uses_have_long_forms_and_sentences_and_no_repetitions() -> None:
    text = "Nothing here. We propose Gated Memory (GMX) for TestBench-2. It builds on Llama-3.1-8B."

    def at(part: str) -> dict[str, object]:
        return {"evidence": part, "start": text.index(part), "end": text.index(part) + len(part)}

    facts = Facts(
        introduces=(Introduction(name="GMX", kind=ArtefactKind.METHOD, **at("GMX")),),  # type: ignore[arg-type]
        models=(ModelMention(name="Llama-3.1-8B", role=Role.BASE, **at("Llama-3.1-8B")),),  # type: ignore[arg-type]
        benchmarks=(BenchmarkMention(name="TestBench-2", **at("TestBench-2")),),  # type: ignore[arg-type]
        abbreviations=(Abbreviation(short="GMX", long="Gated Memory", **at("Gated Memory (GMX)")),),  # type: ignore[arg-type]
        terms=(Term(name="TestBench-2", **at("TestBench-2")),),  # type: ignore[arg-type]
    )
    records = [made_record(number, text=text, facts=facts) for number in (1, 2)]
    work = assemble(records)
    ids = {ref: number for number, ref in enumerate(work.judgements)}
    uses = name_uses(7, work, records, ids, sentence_around)
    by_field = {use.field: use for use in uses}
    assert len(uses) == len(by_field) == 4
    assert by_field["introduces"] == NameUse(
        work=7,
        field="introduces",
        name="GMX",
        kind=ArtefactKind.METHOD,
        role=None,
        trust=Trust.OWN,
        long="Gated Memory",
        fact_id=by_field["introduces"].fact_id,
        context="We propose Gated Memory (GMX) for TestBench-2.",
        claimed=True,
    )
    assert by_field["models"].role is Role.BASE
    assert by_field["models"].context == "It builds on Llama-3.1-8B."
