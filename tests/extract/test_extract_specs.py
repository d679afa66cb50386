"""Numbers that describe."""

import importlib
import inspect
import pkgutil

import pytest
from made_abstracts import facts, record

import corpus_index.extract.specs
from corpus_index.extract import explain
from corpus_index.extract.specs.phrase import PhraseRule

CASES = [
    # sizes of models
    (
        "It has 309B total parameters and 15B active parameters.",
        [("total parameters", 309e9), ("active parameters", 15e9)],
    ),
    ("We release models with 70M-30B parameters.", [("total parameters", 70e6), ("total parameters", 30e9)]),
    ("It has 30B total and 3B active parameters.", [("total parameters", 30e9), ("active parameters", 3e9)]),
    ("It activates about 5 billion per token.", [("active parameters", 5e9)]),
    ("It has 0.26M CNN parameters.", [("total parameters", 0.26e6)]),
    ("It is fine-tuned on 10k in-domain examples.", [("training samples", 10e3)]),
    ("We study 48 data centre scenarios and a sample of 1,500.", [("dataset size", 48), ("dataset size", 1500)]),
    ("It is built on a corpus with over 53.5 billion tokens.", [("training tokens", 53.5e9)]),
    ("It runs on one RTX 3090 GPU.", []),
    ("We train it with 400 K parameters.", [("total parameters", 400e3)]),
    (
        "It comes in three sizes: 0.6B, 1.7B, and 4B.",
        [("total parameters", 0.6e9), ("total parameters", 1.7e9), ("total parameters", 4e9)],
    ),
    ("It helps across models up to 30B.", [("total parameters", 30e9)]),
    ("It has 0.5 B parameters.", [("total parameters", 0.5e9)]),
    ("We run DeepSeek-R1 671B in 390GB memory.", [("total parameters", 671e9), ("other", 390)]),
    ("We test nine models (3B-14B).", [("total parameters", 3e9), ("total parameters", 14e9)]),
    ("We fine-tune 7B and 14B language models.", [("total parameters", 7e9), ("total parameters", 14e9)]),
    ("We test four 7-8B models.", [("total parameters", 7e9), ("total parameters", 8e9)]),
    ("It fails at 7B-scale.", []),
    ("It outperforms 7B and 13B models.", []),
    ("We show that a 1B LLM can exceed a 405B LLM.", []),
    ("It outperforms even larger 32B models.", []),
    ("It needs only 0.4M additional parameters.", [("other", 0.4e6)]),
    # tokens and layers
    ("It is pre-trained on 27 trillion tokens.", [("training tokens", 27e12)]),
    (
        "It has a native 32k context length and is extended to 256k.",
        [("native context length", 32000), ("context length", 256000)],
    ),
    ("It has a 128-token sliding window under a 5:1 hybrid ratio.", [("window size", 128), ("ratio", 5)]),
    ("It has 49 total layers.", [("layers", 49)]),
    ("It has three MTP layers.", [("layers", 3)]),
    ("It changes direction every two layers.", []),
    ("We compress a page into 64 or 128 tokens.", [("other", 64), ("other", 128)]),
    # resources
    ("We train on 8 NVIDIA A100 GPUs within 24 hours.", [("hardware", 8), ("training cost", 24)]),
    ("We need only 300 GPU hours.", [("training cost", 300)]),
    ("We synthesize it in a 40nm CMOS process at a 62.5MHz frequency.", [("hardware", 40), ("hardware", 62.5)]),
    ("Our run costs 300 GPU hours.", [("training cost", 300)]),
    ("We run it with 512 tokens of context and a 200 MHz clock.", [("context length", 512), ("hardware", 200)]),
    # collections
    ("We test it on the full benchmark (n = 525).", [("problems", 525)]),
    ("We train it on a 372M-token, 80/20 English-French mixture.", [("training tokens", 372e6), ("ratio", 80)]),
    ("We use 3x3 kernels on 512x512 pictures.", [("other", 3), ("other", 512)]),
    ("It processes 4K UHD images.", []),
    ("We create a dataset of 3,040 annotated essays.", [("dataset size", 3040)]),
    ("The dataset contains 1,043 images in 14 languages.", [("dataset size", 1043), ("other", 14)]),
    (
        "It has 1,043 images (50 real, 993 synthetic).",
        [("dataset size", 1043), ("dataset size", 50), ("dataset size", 993)],
    ),
    ("It is a benchmark of 1,164 puzzles.", [("problems", 1164)]),
    ("We use a separate test dataset (110 patients).", [("dataset size", 110)]),
    ("Our graph has 35,000 nodes and 646,000 edges.", [("dataset size", 35000), ("dataset size", 646000)]),
    ("We test it on a 100-entry benchmark.", [("dataset size", 100)]),
    ("We test it on a 302-problem subset of another suite.", [("problems", 302)]),
    ("We collect 17.6 hours of speech.", [("dataset size", 17.6)]),
    ("We evaluate on 325 formalized problems.", [("problems", 325)]),
    ("We validate it on 193,000+ moderation decisions.", [("dataset size", 193000)]),
    ("We compare 120 short, clear, and simple answers.", [("dataset size", 120)]),
    # training
    ("We fine-tune using only 7,000 samples.", [("training samples", 7000)]),
    ("It is fine-tuned on 6 million query-document tuples.", [("training samples", 6e6)]),
    (
        "We use 26 transcripts for training and 50 transcripts for testing.",
        [("training samples", 26), ("dataset size", 50)],
    ),
    # described counts
    ("We collected labels from 13 participants.", [("dataset size", 13)]),
    ("We ask 12 developers.", [("other", 12)]),
    ("The task attracted 48 submissions from 13 teams.", [("other", 48), ("other", 13)]),
    ("We read 16 channels over a 10 ms window.", [("other", 16), ("window size", 10)]),
    ("It maps hands to a 22-DoF interface.", [("other", 22)]),
    ("We generate frames of 512x512 pixels.", [("other", 512)]),
    ("It works under bandwidths as low as 10 Mbps.", [("other", 10)]),
    ("The sender and the receiver stand at 5 cm and 10 cm.", [("other", 5), ("other", 10)]),
    ("We follow ten users over a period of 7 months.", [("other", 7)]),
    ("It reaches an error of 7.6 mm.", []),
    # what describes nothing
    ("We evaluate 18 models on 13 benchmarks from 8 datasets.", []),
    ("It solves 119 complex bugs.", []),
    ("It wins in 17 of 20 combinations.", []),
    ("It ranks 7th among 106 teams.", []),
    ("We meet in 2024 conferences of note.", []),
    ("It serves 300 requests per second.", []),
    ("Theorem 7 gives conditions.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_attributes_and_values(text: str, expected: list[tuple[str, float]]) -> None:
    found = facts(f"We present Larkspur, a language model. {text}").specs
    assert [(spec.attribute, spec.value) for spec in found] == expected


def test_a_size_apart_belongs_to_the_name_before_it() -> None:
    (spec,) = facts("We prune DeepSeek-R1 671B.").specs
    assert spec.subject == "DeepSeek-R1"


def test_what_others_did_before_is_not_read() -> None:
    assert facts("Social networks have 200 million users. We present Larkspur, a language model.").specs == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We tune a 1.7B guardrail.", [("total parameters", 1.7e9)]),
        ("Our way lifts the 14B Quil-4 model.", [("total parameters", 14e9)]),
        ("A dataset of 150 scans was collected in clinics. We read them.", [("dataset size", 150)]),
        ("Sizes span 64M to 3B parameters and 1M tokens.", [("total parameters", 64e6), ("total parameters", 3e9)]),
        ("We rank a 5-model pool.", []),
    ],
)
def test_what_has_which_size(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(spec.attribute, spec.value) for spec in facts(text).specs] == expected


def test_a_paper_that_never_says_we_is_read_whole() -> None:
    (spec,) = facts("Data from 1737 patients are examined with networks.").specs
    assert (spec.attribute, spec.value) == ("dataset size", 1737)


def phrase_rules() -> list[PhraseRule]:
    """All rules of the tables of phrases."""
    names = [found.name for found in pkgutil.iter_modules(corpus_index.extract.specs.__path__)]
    modules = [importlib.import_module(f"corpus_index.extract.specs.{name}") for name in names]
    tables = [table for module in modules for name, table in inspect.getmembers(module) if name.endswith("_RULES")]
    return [rule for table in tables for rule in table if isinstance(rule, PhraseRule)]


@pytest.mark.parametrize("rule", phrase_rules(), ids=lambda rule: rule.name)
def test_phrase_rule_reads_its_example(rule: PhraseRule) -> None:
    read = explain(record(rule.example))
    lines = [f"{spec.attribute} {spec.value:.12g} {spec.unit or ''}".strip() for spec in read.facts.specs]
    assert "; ".join(lines) == rule.reads
    assert rule.name in [name for spec in read.facts.specs for name in read.rules[spec]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our model is pre-trained on 27 trillion tokens.", ["pre-trained on 27 trillion tokens"]),
        ("Our model has a native 32k context length.", ["native 32k context length"]),
        ("We see that its context window is later extended to 256k.", ["context window is later extended to 256k"]),
        ("Our model reads sequences longer than 64K while sorting.", ["sequences longer than 64K"]),
        ("We tune it for 3 hours.", ["tune it for 3 hours"]),
        ("We get it within 3 minutes of training.", ["within 3 minutes of training"]),
        ("We release models in three sizes: 1B and 4B.", ["sizes: 1B", "sizes: 1B and 4B"]),
        ("We use a dataset of 3,040 essays.", ["dataset of 3,040 essays"]),
        ("Our benchmark comprises 160 tasks.", ["benchmark comprises 160 tasks"]),
        ("We fine-tune it on 130 collected episodes.", ["fine-tune it on 130 collected episodes"]),
        ("We compress a page into 64 or 128 tokens.", ["into 64 or 128 tokens", "into 64 or 128 tokens"]),
    ],
)
def test_evidence_holds_what_says_what_the_number_is(text: str, expected: list[str]) -> None:
    assert [spec.evidence for spec in facts(text).specs] == expected
