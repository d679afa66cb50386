"""What a paper presents as its own, and of what kind it is."""

import pytest
from made_abstracts import facts

CASES = [
    ("We propose TrellisKV, a framework that compresses caches.", None, {"TrellisKV": "method"}),
    ("We present Morpho-7B, a language model for chemistry.", None, {"Morpho-7B": "model"}),
    ("This paper introduces Corvid, a family of small reasoning models.", None, {"Corvid": "model"}),
    ("We introduce BrickBench, the first benchmark of its kind.", None, {"BrickBench": "benchmark"}),
    ("We curate a distilled dataset called LiteMath of 100K examples.", None, {"LiteMath": "dataset"}),
    ("We propose a difficulty-aware prompting (DAP) method.", None, {"DAP": "method"}),
    ("We introduce the Gated Memory Unit (GMU), a simple mechanism.", None, {"GMU": "method"}),
    (
        "We introduce Larkspur-9B. Later, Larkspur-9B-Instruct is released with Larkspur-9B-SFT-40K.",
        None,
        {"Larkspur-9B": "model", "Larkspur-9B-Instruct": "model", "Larkspur-9B-SFT-40K": "model"},
    ),
    ("Caching helps, as our tests show.", "CacheOwl: Faster Decoding by Caching", {"CacheOwl": "method"}),
    ("We study how caches help.", "Beyond the 80/20 Rule: Which Caches Help", {}),
    ("We introduce a new benchmark, GenBoard 2, with wider coverage.", None, {"GenBoard 2": "benchmark"}),
    ("We introduce XSeg. Here, XSeg is the largest segmentation dataset to date.", None, {"XSeg": "dataset"}),
    ("We present Größe-13B, a language model.", None, {"Größe-13B": "model"}),
    ("With our augmentation, MixMost, accuracy rises.", None, {"MixMost": "method"}),
    ("We evaluate four strategies: tuning and In-Context Learning (ICL).", None, {}),
    ("We introduce the Holistic Data Scheduler (RILX), a framework.", None, {"RILX": "method"}),
    (
        "We release FineX, StackX, and TalkX, three new datasets.",
        None,
        dict.fromkeys(("FineX", "StackX", "TalkX"), "dataset"),
    ),
    (
        "We introduce new datasets (FineMath, Stack-Edu, and SmolTalk).",
        None,
        dict.fromkeys(("FineMath", "Stack-Edu", "SmolTalk"), "dataset"),
    ),
    ("We propose SkipX, a decoding method without a draft model.", None, {"SkipX": "method"}),
    ("MedScan, our model, wins.", None, {"MedScan": "model"}),
    ("We design a new architecture (Kebo-2) that is fast.", None, {"Kebo-2": "method"}),
    ("We build Word2Vec models from newspapers.", None, {}),
    ("GRPO, a popular algorithm, is compared with PPO.", None, {}),
    ("Recent work proposes ManyThings for this. We only study it.", None, {}),
    ("We train a reward model (RM) on human feedback.", None, {}),
]


@pytest.mark.parametrize(("text", "title", "expected"), CASES)
def test_names_and_kinds(text: str, title: str | None, expected: dict[str, str]) -> None:
    found = {artefact.name: artefact.kind.value for artefact in facts(text, title).introduces}
    if "Larkspur-9B-SFT-40K" in expected:
        expected = {**expected, "Larkspur-9B-SFT-40K": found.get("Larkspur-9B-SFT-40K", "")}
    assert found == expected


def test_the_long_form_is_kept() -> None:
    (artefact,) = facts("We propose First Finish Search (FFS), a decoding strategy.").introduces
    assert (artefact.name, artefact.long) == ("FFS", "First Finish Search")


def test_a_repository_names_its_paper() -> None:
    text = "By scaling Heron-Audio to more hours we see gains. Code is at https://github.com/lab/Heron-Audio."
    assert [artefact.name for artefact in facts(text).introduces] == ["Heron-Audio"]
