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
    # names that are a part of another, words of a name that look like a cue, somebody's earlier work
    ("Building on our previous MOP framework, we propose RUMOP, a lifter.", "RUMOP: A Lifter", {"RUMOP": "method"}),
    ("Aided by Zarp Data Release 3, SIMBALD, and charts, we list stars.", None, {}),
    ("We use prompts and win.", "A Technical Report on the Second Place", {}),
    ("We study a failure mode that we term shelf drift.", "Shelf Drift: Why Libraries Fail", {}),
    # what a capitalised phrase behind a name says of it is no second name
    ("We propose MORN-GAT, a Multi-Step Morning Graph Attention Network.", None, {"MORN-GAT": "method"}),
    (
        "We present KedVQA and KedVQA-manual. KedVQA-manual is small.",
        None,
        {"KedVQA": "method", "KedVQA-manual": "method"},
    ),
    (
        "We propose ideas: (1) IcePuff stabilizes training; (2) D3PA++ improves use.",
        None,
        {"IcePuff": "method", "D3PA++": "method"},
    ),
    ("We propose a novel visual projector, PVOC. It wins.", None, {"PVOC": "method"}),
    ("We release the KOSOKO dataset--the first of its kind.", None, {"KOSOKO": "dataset"}),
    ("Our proposed network, the JANUS, wins.", None, {"JANUS": "method"}),
    ("Here a glove named PERLA (prototype) was designed.", None, {"PERLA": "method"}),
    ("We present SenWaver, a novel dataset specifically made for tests.", None, {"SenWaver": "dataset"}),
    ("PolliSky holds posts.", "PolliSky: Spoken Weather Dataset with Labels", {"PolliSky": "dataset"}),
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
    ("Moss grows. AURORA improves it.", "AURORA: Moss for All", {"AURORA": "method"}),
    (
        "We propose FernNet. It beats the Depth Anything 2 (DA2) with a Cycle Gate (CycleGAN).",
        None,
        {"FernNet": "method"},
    ),
    ("To this end, we therefore present MossCut, a pruner.", None, {"MossCut": "method"}),
    ("We propose a paradigm of Layered Moss Hashing (LMH).", None, {"LMH": "method"}),
    ("We introduce a novel metric, Degree of Mossiness and a ranking by it.", None, {"Degree of Mossiness": "method"}),
    (
        "We introduce three models for moss: (i) the Moss Growth Network (MGN), and (ii) the Fern Network (FENTa).",
        None,
        {"MGN": "model", "FENTa": "model"},
    ),
    (
        "We propose FernNet. It raises the Moss Removal Ratio (MRR2) and the Stem Error (SE2).",
        None,
        {"FernNet": "method"},
    ),
    ("We propose FernNet with a Moss Sorter Agent that helps.", None, {"FernNet": "method"}),
    ("To close the gap, we construct FernQuest. It consists of 279 hard problems.", None, {"FernQuest": "benchmark"}),
    ("GRPO, a popular algorithm, is compared with PPO.", None, {}),
    ("Recent work proposes ManyThings for this. We only study it.", None, {}),
    ("We train a reward model (RM) on human feedback.", None, {}),
    ("We introduce \\textsc{Pomelo}, a novel framework for repair.", None, {"Pomelo": "method"}),
    ("To close the gap, we present \\textbf{QuillNet}, which sorts.", None, {"QuillNet": "method"}),
    ("We propose 5KView, a new benchmark of pictures.", None, {"5KView": "benchmark"}),
    ("We propose the multi-stage vision gate (M2Gater) for speech.", None, {"M2Gater": "method"}),
    ("We propose a learning-like framework, Voting over Words (VoW), that votes.", None, {"VoW": "method"}),
    ("A new method, called the Rank Familiarity, was developed.", None, {"Rank Familiarity": "method"}),
    ("We build a light core, dQLAX, that is fast.", None, {"dQLAX": "method"}),
    (
        "We release ModX. In addition, a fine-tuned encoder, ModX-Vision, is tested.",
        None,
        {"ModX": "method", "ModX-Vision": "model"},
    ),
    ("Existing frameworks introduce ManyThings. We test them.", None, {}),
    ("We introduce Spatio-Temporal Fern Grounding (STFG), a novel task.", None, {}),
    ("We consider the problem of Active Fern Sorting (AFS) in fields.", None, {}),
    ("We present FernNet. We test it with Random Vector Trees (RVT).", None, {"FernNet": "method"}),
    ("We propose a retrieval-augmented generation (RAG) system.", None, {}),
    ("Our results show how SORTER fails.", None, {}),
    ("On FernQA, our method achieves gains.", None, {}),
    ("We evaluate two models, namely VGG-16 and ResNet-50.", None, {}),
    ("This paper presents dpile, a framework.", "Dpile: Stacks of Proofs", {"Dpile": "method"}),
    ("Ferns grow. We present its results.", "The MOSSY Corpus: Plants in Text", {}),
    ("We study MOSSY in depth.", "The MOSSY Corpus: Plants in Text", {"MOSSY": "dataset"}),
    ("We introduce Astro. Astro joins Astro-VL with text.", None, {"Astro": "method", "Astro-VL": "method"}),
    ("We introduce SafeFern, a framework with SafeFernTrain.", None, {"SafeFern": "method", "SafeFernTrain": "method"}),
    ("We propose AXB v1.0 (a protocol) and test AXB v2.0.", None, {"AXB v1.0": "method"}),
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


@pytest.mark.parametrize(
    ("text", "title", "long"),
    [
        ("We introduce MicTok, a Mixed Continuous Tokenizer for images.", None, "Mixed Continuous Tokenizer"),
        ("We test it.", "FERN: Fast Edge Routing Nets for Maps", "Fast Edge Routing Nets"),
        ("We propose FernKV, a method.", None, None),
    ],
)
def test_a_long_form_is_read_without_brackets(text: str, title: str | None, long: str | None) -> None:
    (artefact,) = facts(text, title).introduces
    assert artefact.long == long


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We propose FernNet, a vision-language model (VLM) agent framework.", "FernNet", "method"),
        (
            "We propose FernDet, a lightweight and efficient object detection model tailored to ferns.",
            "FernDet",
            "model",
        ),
        ("We introduce FernTok, a state tokenizer that learns from data.", "FernTok", "method"),
        ("The resulting model, named FernHD, is fast. We release it.", "FernHD", "model"),
        ("We introduce FernEyes. The pre-trained FernEyes sees ferns.", "FernEyes", "model"),
        ("We release FernSet, a fine-tuned image encoder.", "FernSet", "model"),
        ("We present \\textsc{Sticks}, a benchmark of puzzles.", "Sticks", "benchmark"),
        ("Our benchmark, SticksQA, is hard.", "SticksQA", "benchmark"),
        ("We propose FernCut. On the Moss benchmark, FernCut wins.", "FernCut", "method"),
        ("We propose FernCut. Trained on one moss dataset, FernCut wins.", "FernCut", "method"),
        ("We introduce Fern Gate Tuning (FGT). An FGT model wins.", "FGT", "method"),
        ("We introduce FGN (Fern Gate Network), a small model for moss.", "FGN", "model"),
        ("We develop FernSeeker, a search agent fine-tuned from a larger one.", "FernSeeker", "model"),
        ("We introduce the Fern Scheduler (FES), a novel online data mixing framework.", "FES", "method"),
        ("We present Fern Tower 3 (FT3), a model for moss.", "FT3", "model"),
        ("We introduce FernHELM, a framework for moss.", "FernHELM", "method"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    assert {artefact.name: artefact.kind.value for artefact in facts(text).introduces} == {name: kind}


def test_a_macro_tells_the_kind_of_the_title() -> None:
    (artefact,) = facts("We introduce \\ours, a dataset of ferns.", "FernTraces: Many Ferns").introduces
    assert (artefact.name, artefact.kind.value) == ("FernTraces", "dataset")


def test_a_repository_names_its_paper() -> None:
    text = "By scaling Heron-Audio to more hours we see gains. Code is at https://github.com/lab/Heron-Audio."
    assert [artefact.name for artefact in facts(text).introduces] == ["Heron-Audio"]
