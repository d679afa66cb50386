"""Which mention links to which introduction: the rules of the guide, one case each."""

from dataclasses import replace

import pytest

from corpus_index.domain.facts import ArtefactKind, Role, Trust
from corpus_index.domain.link import LinkKind
from corpus_index.domain.work import NameUse
from corpus_index.resolve import link, linkable
from corpus_index.resolve.linking import speaks_of_family

_EXACT, _FAMILY, _NONE = "exact", "family", None


def _introduced(name: str, kind: ArtefactKind = ArtefactKind.MODEL, **more: object) -> NameUse:
    values: dict[str, object] = {
        "work": 2,
        "field": "introduces",
        "name": name,
        "kind": kind,
        "role": None,
        "trust": Trust.OWN,
        "long": None,
        "fact_id": 20,
        "context": f"We present {name}.",
        "claimed": True,
    }
    return NameUse(**{**values, **more})  # type: ignore[arg-type]


def _mentioned(name: str, field: str = "models", **more: object) -> NameUse:
    values: dict[str, object] = {
        "work": 1,
        "field": field,
        "name": name,
        "kind": None,
        "role": Role.BASE if field == "models" else None,
        "trust": Trust.OWN,
        "long": None,
        "fact_id": 10,
        "context": f"We use {name} here.",
        "claimed": False,
    }
    return NameUse(**{**values, **more})  # type: ignore[arg-type]


def _kind(uses: list[NameUse]) -> str | None:
    links = link(uses)
    known = [use for use in uses if use.field == "introduces" or use.claimed]
    names = linkable(known, [(use.field, use.name) for use in uses])
    assert link([use for use in uses if use in known or use.name in names]) == links  # the others are not even read
    assert len(links) <= 1
    return links[0].kind.value if links else None


@pytest.mark.parametrize(
    ("mention", "introduced", "expected"),
    [
        # The same name.
        ("QwQ-32B", "QwQ-32B", _EXACT),
        ("QWQ-32B", "QwQ-32B", _EXACT),
        ("Deepseek R1", "DeepSeek-R1", _EXACT),
        ("Phi-4-mini-Flash-Reasoning", "Phi4-mini-Flash-Reasoning", _EXACT),
        ("Meta-Llama-3-8B", "Llama-3-8B", _EXACT),
        ("Qwen2.5-Math-7B-Instruct", "Qwen2.5-Math-Instruct-7B", _EXACT),
        ("Qwen-2.5", "Qwen2.5", _EXACT),
        ("MiMo", "MiMo", _EXACT),
        # A member: a size or a variant more.
        ("Qwen2.5-Math-7B", "Qwen2.5-Math", _FAMILY),
        ("Qwen2.5-Math-7B-Instruct", "Qwen2.5-Math", _FAMILY),
        ("Qwen2.5-7B-Instruct", "Qwen2.5-Instruct", _FAMILY),
        ("Qwen2.5-Math-7B", "Qwen2.5", _FAMILY),
        ("Qwen3-30B-A3B", "Qwen3", _FAMILY),
        ("Llama-7B", "Llama", _FAMILY),
        ("MiMo-7B-RL", "MiMo-7B", _FAMILY),
        ("Light-R1-32B-DS", "Light-R1-32B", _FAMILY),
        ("GPT-4-Turbo", "GPT-4", _FAMILY),
        ("QwQ-32B-Preview", "QwQ-32B", _FAMILY),
        ("DeepSeek-R1-Distill-Qwen-7B", "DeepSeek-R1", _FAMILY),
        ("Phi-4-Reasoning-Plus", "Phi-4", _FAMILY),
        # A distilled model is no member of the family that it was distilled into.
        ("DeepSeek-R1-Distill-Qwen-7B", "Qwen", _NONE),
        ("DeepSeek-R1-Distill-Qwen-7B", "Qwen-7B", _NONE),
        # The version left out.
        ("Qwen-Math", "Qwen2.5-Math", _FAMILY),
        ("Qwen-Math-7B", "Qwen2.5-Math", _FAMILY),
        ("Claude Sonnet", "Claude 3.5 Sonnet", _FAMILY),
        ("DeepSeek-Prover", "DeepSeek-Prover-V2", _FAMILY),
        # A parent or a sibling.
        ("Qwen", "Qwen2.5", _NONE),
        ("Qwen2.5", "Qwen2.5-Math", _NONE),
        ("Qwen-2.5", "Qwen2.5-Math", _NONE),
        ("Qwen2.5-7B", "Qwen2.5-Math", _NONE),
        ("Qwen2.5-7B-Instruct", "Qwen2.5-Math-Instruct", _NONE),
        ("Qwen2.5-32B-Instruct", "Qwen2.5-Math", _NONE),
        ("MiMo-7B", "MiMo-7B-RL", _NONE),
        ("MiMo-Audio-7B-Base", "MiMo-7B", _NONE),
        ("MiMo-72B", "MiMo-7B", _NONE),
        ("Phi-4-Reasoning-Plus", "Phi4-mini-Flash-Reasoning", _NONE),
        ("Phi4-mini-Reasoning", "Phi4-mini-Flash-Reasoning", _NONE),
        ("QwQ", "QwQ-32B", _NONE),
        ("MiMo", "MiMo-V2-Flash", _NONE),
        ("DeepSeek-Prover-V2", "DeepSeek-V2", _NONE),
        # Another version.
        ("DeepSeek-V3.2", "DeepSeek-V3", _NONE),
        ("GPT-4o", "GPT-4", _NONE),
        ("GPT-3.5", "GPT-3", _NONE),
        ("DeepSeek-R1", "DeepSeek-V3", _NONE),
        ("DeepSeek-R1", "DeepSeek", _NONE),
        ("Qwen2.5", "Qwen", _NONE),
        ("Qwen2.5-Math-7B", "Qwen-Math", _NONE),
        ("Qwen2-Math", "Qwen2.5-Math", _NONE),
        ("Kimi-K2", "Kimi-K1", _NONE),
        # Only the folded case agrees, or the word is ordinary or short.
        ("MIMO", "MiMo", _NONE),
        ("MIMO", "MiMo-V2-Flash", _NONE),
        ("Start", "START", _NONE),
        ("START", "START", _NONE),
        ("Tina", "Tina", _NONE),
        ("Tina-Large", "Tina", _NONE),
        ("s1", "s1", _NONE),
        ("s1-32B", "s1", _NONE),
        ("Multiverse", "Multiverse-32B", _NONE),
        # Another word.
        ("Llama-3.1-8B", "Qwen2.5-Math", _NONE),
    ],
)
def test_models(mention: str, introduced: str, expected: str | None) -> None:
    assert _kind([_mentioned(mention), _introduced(introduced)]) == expected


@pytest.mark.parametrize(
    ("mention", "sentence", "introduced", "expected"),
    [
        ("MiMo", "deployed to train the MiMo series models.", "MiMo-V2-Flash", _FAMILY),
        ("MiMo", "the MiMo family", "MiMo-7B-RL", _FAMILY),
        ("MiMo", "the family of MiMo models", "MiMo-Audio", _FAMILY),
        ("MiMo", "the MiMo model family", "MiMo-Audio", _FAMILY),
        ("Qwen2.5", "on the Qwen2.5 series", "Qwen2.5-Math", _FAMILY),
        ("Qwen", "the Qwen, Llama-3 and Gemma families", "Qwen2.5-Math", _FAMILY),
        ("Qwen-Math", "the Qwen-Math series", "Qwen2.5-Math", _FAMILY),
        ("Qwen2.5", "based on the Qwen2.5 architecture", "Qwen2.5-Math", _NONE),
        ("Qwen2.5", "the Qwen2.5 models", "Qwen2.5-Math", _NONE),
        ("Qwen2", "the Qwen2 series", "Qwen2.5-Math", _NONE),
        ("MIMO", "the MIMO family", "MiMo-Audio", _NONE),
        ("MiMo", "MiMo on a time series", "MiMo-Audio", _NONE),
        ("MiMo", "the MiMo-Audio family and MiMo", "MiMo-7B", _NONE),
    ],
)
def test_whole_families(mention: str, sentence: str, introduced: str, expected: str | None) -> None:
    assert _kind([_mentioned(mention, context=sentence), _introduced(introduced)]) == expected


def test_a_name_without_its_version_links_only_where_one_family_fits() -> None:
    mention = _mentioned("Qwen-Math")
    one = _introduced("Qwen2.5-Math")
    other = _introduced("Qwen2-Math", work=4, fact_id=40)
    assert [(each.target.work, each.kind) for each in link([mention, one])] == [(2, LinkKind.FAMILY)]
    assert link([mention, one, other]) == []


def test_a_name_that_two_papers_claim_is_linked_to_neither() -> None:
    one, again = _introduced("JudgeRLVR", kind=ArtefactKind.METHOD), _introduced("JudgeRLVR", work=3, fact_id=30)
    mention = _mentioned("JudgeRLVR", "terms")
    assert [each.target.work for each in link([mention, one])] == [2]
    assert link([mention, one, again]) == []
    assert [each.target.work for each in link([mention, one, replace(again, claimed=False)])] == [2]


@pytest.mark.parametrize(
    ("change", "linked"),
    [
        ({}, True),
        ({"since": "2024-05"}, True),
        ({"since": "2026"}, True),
        ({"preceded": True}, False),
        ({"claimed": False}, False),
        ({"since": "2027"}, False),
        ({"since": "2026-05"}, False),
    ],
)
def test_a_link_leads_to_where_a_name_comes_from(change: dict[str, object], linked: bool) -> None:
    mention = _mentioned("JudgeRLVR", "terms", since="2026-03")
    assert bool(link([mention, _introduced("JudgeRLVR", ArtefactKind.METHOD, **change)])) is linked


def test_a_family_that_began_elsewhere_is_not_linked_as_a_whole() -> None:
    mention = _mentioned("MiMo", context="the MiMo series")
    later = _introduced("MiMo-Audio", work=3, fact_id=30, family_preceded=True)
    assert link([mention, later]) == []
    assert [each.target.work for each in link([mention, _introduced("MiMo-7B"), later])] == [2, 3]


@pytest.mark.parametrize(
    ("sentence", "linked"),
    [
        ("We test on ScanNet and on ScanNet++.", True),
        ("We test on ScanNet-based scenes.", True),
        ("We test on ScanNet++.", False),
        ("We call it zvScanNet.", False),
        ("It has two components: ScanNet and a planner.", False),
    ],
)
def test_a_part_of_a_longer_name_is_not_a_mention(sentence: str, linked: bool) -> None:
    known = _introduced("ScanNet", ArtefactKind.DATASET)
    assert bool(link([_mentioned("ScanNet", "terms", context=sentence), known])) is linked


def test_a_member_is_not_linked_where_the_mention_has_a_paper_of_its_own() -> None:
    family, member = _introduced("MiMo"), _introduced("MiMo-Audio", work=3, fact_id=30)
    assert [each.target.work for each in link([_mentioned("MiMo-Audio"), family, member])] == [3]


@pytest.mark.parametrize(
    ("mention", "introduced", "kind", "expected"),
    [
        ("ProverBench", "ProverBench", ArtefactKind.BENCHMARK, _EXACT),
        ("MMLU", "MMLU", ArtefactKind.BENCHMARK, _EXACT),
        ("miniF2F", "MiniF2F", ArtefactKind.BENCHMARK, _EXACT),
        ("PRM800K", "PRM800K", ArtefactKind.DATASET, _EXACT),
        ("MiniF2F-test", "MiniF2F", ArtefactKind.BENCHMARK, _FAMILY),
        ("GPQA-Diamond", "GPQA", ArtefactKind.BENCHMARK, _FAMILY),
        ("LiveCodeBench-V5", "LiveCodeBench", ArtefactKind.BENCHMARK, _FAMILY),
        ("MMLU-Pro", "MMLU", ArtefactKind.BENCHMARK, _NONE),
        ("MATH", "MATH-500", ArtefactKind.BENCHMARK, _NONE),
        ("Math", "MATH", ArtefactKind.BENCHMARK, _NONE),
        ("AIME", "AIME", ArtefactKind.METHOD, _NONE),
    ],
)
def test_benchmarks(mention: str, introduced: str, kind: ArtefactKind, expected: str | None) -> None:
    assert _kind([_mentioned(mention, "benchmarks"), _introduced(introduced, kind)]) == expected


@pytest.mark.parametrize(
    ("mention", "introduced", "expected"),
    [
        ("JudgeRLVR", "JudgeRLVR", _EXACT),
        ("LongSpec", "Longspec", _NONE),
        ("SEED-GRPO", "SEED-GRPO", _EXACT),
        ("SEED-GRPO", "GRPO", _NONE),
        ("Infra", "Infra", _NONE),
        ("GRPO", "GRPO", _NONE),
        ("TS", "TS", _NONE),
        ("mode-decomposition", "mode-decomposition", _NONE),
    ],
)
def test_methods_by_terms(mention: str, introduced: str, expected: str | None) -> None:
    assert _kind([_mentioned(mention, "terms"), _introduced(introduced, ArtefactKind.METHOD)]) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("First Finish Search", "first-finish search", _EXACT),
        ("First Finish Search", "Fast Fourier Sum", _NONE),
        ("First Finish Search", None, _NONE),
        (None, "First Finish Search", _NONE),
    ],
)
def test_acronyms_need_the_same_long_form(ours: str | None, theirs: str | None, expected: str | None) -> None:
    mention = _mentioned("FFS", "terms", long=ours)
    assert _kind([mention, _introduced("FFS", ArtefactKind.METHOD, long=theirs)]) == expected


def test_what_only_a_summary_claims_is_neither_target_nor_source() -> None:
    known = _introduced("QwQ-32B")
    assert link([_mentioned("QwQ-32B"), _introduced("QwQ-32B", trust=Trust.SUMMARY)]) == []
    assert link([_mentioned("QwQ-32B", trust=Trust.SUMMARY), known]) == []
    assert len(link([_mentioned("QwQ-32B"), known])) == 1


def test_a_paper_does_not_link_by_what_it_introduces_itself() -> None:
    other = _introduced("MiMo-7B")
    own = _introduced("MiMo-7B", work=1, fact_id=11)
    assert link([_mentioned("MiMo-7B"), own]) == []
    assert link([_mentioned("MiMo-7B"), own, other]) == []
    assert link([_mentioned("MiMo-7B-RL"), own, other]) == []
    assert link([_mentioned("MiMo-7B", role=Role.INTRODUCED), other]) == []


def test_a_paper_may_speak_of_the_family_of_its_own_model() -> None:
    own = _introduced("MiMo-Audio", work=1, fact_id=11)
    mention = _mentioned("MiMo", context="one of the MiMo series")
    assert [each.target.name for each in link([mention, own, _introduced("MiMo-7B")])] == ["MiMo-7B"]


def test_one_link_for_each_pair_of_works_and_mention_to_the_nearest_name() -> None:
    targets = [
        _introduced(name, fact_id=20 + at)
        for at, name in enumerate(("Qwen2.5-Math", "Qwen2.5-Math-Instruct", "Qwen2.5-Math-Instruct-7B"))
    ]
    links = link([_mentioned("Qwen2.5-Math-Instruct-7B-GGUF"), *targets])
    assert [(each.target.name, each.kind) for each in links] == [("Qwen2.5-Math-Instruct-7B", LinkKind.FAMILY)]


def test_names_with_characters_of_patterns_are_only_text() -> None:
    assert not speaks_of_family("C++(", "the C++ series")
    assert speaks_of_family("C++", "of the C++ series")
