"""Reported outcomes: what, on what, of whom."""

import pytest
from made_abstracts import facts

from corpus_index.domain.facts import Result

INTRO = "We propose TrellisKV, a caching framework. "

CASES = [
    ("It reaches 94.4% on AIME'24.", [(94.4, "%", "score", "AIME 2024", "TrellisKV")]),
    ("TrellisKV gains +4.79 on AIME'25.", [(4.79, None, "change", "AIME 2025", "TrellisKV")]),
    ("TrellisKV cuts latency by up to 70%.", [(-70, "%", "change", None, "TrellisKV")]),
    ("TrellisKV improves accuracy by 10% on the AMC23 benchmark.", [(10, "%", "change", "AMC 2023", "TrellisKV")]),
    ("We see a 12% drop in memory.", [(-12, "%", "change", None, "TrellisKV")]),
    ("TrellisKV gives a 2.6x speedup.", [(2.6, "x", "factor", None, "TrellisKV")]),
    ("It keeps 95% of the performance.", [(95, "%", "level", None, "TrellisKV")]),
    ("It needs only 20% of the tokens.", [(20, "%", "level", None, "TrellisKV")]),
    ("It solves 49 out of 658 problems from PutnamBench.", [(49, "problems", "count", "PutnamBench", "TrellisKV")]),
    ("TrellisKV trains for a $42 cost.", [(42, "USD", "cost", None, "TrellisKV")]),
    (
        "On GSM8K, MMLU and GPQA, TrellisKV reaches 91.5%, 80.2% and 60.0%, respectively.",
        [
            (91.5, "%", "score", "GSM8K", "TrellisKV"),
            (80.2, "%", "score", "MMLU", "TrellisKV"),
            (60.0, "%", "score", "GPQA", "TrellisKV"),
        ],
    ),
    (
        "With AIME24 & 25 scores of 74.0 and 60.2, TrellisKV surpasses others.",
        [(74.0, None, "score", "AIME 2024", "TrellisKV"), (60.2, None, "score", "AIME 2025", "TrellisKV")],
    ),
    (
        "AMC23 accuracy rises from 63% to 80% here.",
        [(63, "%", "score", "AMC 2023", "TrellisKV"), (80, "%", "score", "AMC 2023", "TrellisKV")],
    ),
    (
        "TrellisKV lifts Llama-3.1-8B and Qwen3-4B by 8.8% and 11.6% on MATH500, respectively.",
        [(8.8, "%", "change", "MATH-500", "Llama-3.1-8B"), (11.6, "%", "change", "MATH-500", "Qwen3-4B")],
    ),
    (
        "It achieves 77.8% mAP (+9.4%) and 86.1% mAP (+2.9%) on MNIST and ADE20K, respectively.",
        [
            (77.8, "%", "score", "MNIST", "TrellisKV"),
            (9.4, "%", "change", "MNIST", "TrellisKV"),
            (86.1, "%", "score", "ADE20K", "TrellisKV"),
            (2.9, "%", "change", "ADE20K", "TrellisKV"),
        ],
    ),
    (
        "It beats Llama-3-8B by 3.2 points and Qwen3-4B by 7.7 points on MATH-500.",
        [(3.2, "points", "change", "MATH-500", "TrellisKV"), (7.7, "points", "change", "MATH-500", "TrellisKV")],
    ),
    (
        "It gains 5.5 and 5.0 pp.",
        [(5.5, "points", "change", None, "TrellisKV"), (5.0, "points", "change", None, "TrellisKV")],
    ),
    (
        "It reaches a 90.2% success rate compared to 88.4% for the best baseline.",
        [(90.2, "%", "score", None, "TrellisKV"), (88.4, "%", "score", None, "best baseline")],
    ),
    (
        "It obtains 55.5% on HellaSwag and 60.1% on PIQA, compared with 54.0% and 59.8% for Mamba-1.4B.",
        [
            (55.5, "%", "score", "HellaSwag", "TrellisKV"),
            (60.1, "%", "score", "PIQA", "TrellisKV"),
            (54.0, "%", "score", "HellaSwag", "Mamba-1.4B"),
            (59.8, "%", "score", "PIQA", "Mamba-1.4B"),
        ],
    ),
    (
        "On LongBench, it improves the performance of Qwen3-4B by 14% and Llama-3-8B by 28%.",
        [(14, "%", "change", "LongBench", "Qwen3-4B"), (28, "%", "change", "LongBench", "Llama-3-8B")],
    ),
    (
        "It reduces the error by 9% ($-$7.4\\%).",
        [(-9, "%", "change", None, "TrellisKV"), (-7.4, "%", "change", None, "TrellisKV")],
    ),
    ("It achieves 50 points on AIME 2024.", [(50, "points", "score", "AIME 2024", "TrellisKV")]),
    (
        "It lifts accuracy on GSM8K from 61.2% to 70.3% and reduces latency by 40%.",
        [
            (61.2, "%", "score", "GSM8K", "TrellisKV"),
            (70.3, "%", "score", "GSM8K", "TrellisKV"),
            (-40, "%", "change", None, "TrellisKV"),
        ],
    ),
    ("On COCO, we obtain 45.6 mAP.", [(45.6, None, "score", "COCO", "TrellisKV")]),
    ("Perplexity on WikiText-103 falls to 17.5.", [(17.5, None, "score", "WikiText-103", "TrellisKV")]),
    ("TrellisKV reaches 1,842 on MME.", [(1842, None, "score", "MME", "TrellisKV")]),
    ("In 2023, 45% of the memory was saved by us.", [(-45, "%", "change", None, "TrellisKV")]),
    ("It improves the signal by 3.49 dB.", [(3.49, "dB", "change", None, "TrellisKV")]),
    ("It uses only 4% GPU memory.", [(4, "%", "level", None, "TrellisKV")]),
    ("The error has a median of 0.6 m.", [(0.6, "m", "score", None, "TrellisKV")]),
    ("It needs 2.5 ms for inference.", [(2.5, "ms", "cost", None, "TrellisKV")]),
    ("It achieves a Spearman correlation of 0.81.", [(0.81, None, "score", None, "TrellisKV")]),
    (
        "It raises recall on GSM8K (73% to 89%) from a mere 13.3% to over 88.5%.",
        [
            (73.0, "%", "score", "GSM8K", "TrellisKV"),
            (89.0, "%", "score", "GSM8K", "TrellisKV"),
            (13.3, "%", "score", "GSM8K", "TrellisKV"),
            (88.5, "%", "score", "GSM8K", "TrellisKV"),
        ],
    ),
    ("It helps models from 0.5B to 7B parameters.", []),
    (
        "It runs at 47 FPS and has an overhead of 2.1%.",
        [(47, "FPS", "score", None, "TrellisKV"), (2.1, "%", "level", None, "TrellisKV")],
    ),
    ("It correlates with it (r = +0.91).", [(0.91, None, "score", None, "TrellisKV")]),
    (
        "It has a recall of 0.91 (F1 = 0.87, p < 0.01).",
        [
            (0.91, None, "score", None, "TrellisKV"),
            (0.87, None, "score", None, "TrellisKV"),
        ],
    ),
    ("It shows average improvements in recall of 6.2%.", [(6.2, "%", "change", None, "TrellisKV")]),
    (
        "It loses 3% and prunes 40% of the heads.",
        [(-3, "%", "change", None, "TrellisKV"), (-40, "%", "change", None, "TrellisKV")],
    ),
    (
        "It reduces the error from 15.6 mm to 0.2 mm.",
        [(15.6, "mm", "score", None, "TrellisKV"), (0.2, "mm", "score", None, "TrellisKV")],
    ),
    ("It uses 125M fewer parameters.", [(-125e6, "parameters", "change", None, "TrellisKV")]),
    ("It passes 12/15 tasks.", [(12, "tasks", "count", None, "TrellisKV")]),
    ("It ranks 2nd overall.", [(2, None, "score", None, "TrellisKV")]),
    ("It answers in less than half a minute.", [(0.5, "minutes", "cost", None, "TrellisKV")]),
    ("It cuts memory by a factor of 2.5.", [(2.5, "x", "factor", None, "TrellisKV")]),
    ("It recovers 94% of clean prefixes.", [(94, "%", "score", None, "TrellisKV")]),
    ("It costs 30 to 50% less on MATH-500.", [(-30, "%", "change", "MATH-500", "TrellisKV")]),
]


def short(result: Result) -> tuple[float, str | None, str, str | None, str | None]:
    return (result.value, result.unit, result.kind.value, result.benchmark, result.subject)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_results(text: str, expected: list[tuple[float, str | None, str, str | None, str | None]]) -> None:
    assert [short(result) for result in facts(INTRO + text).results] == expected


@pytest.mark.parametrize(
    "text",
    [
        "We use 4 GPUs and five datasets.",
        "We use 5-fold cross-validation.",
        "We try missing ratios from 30% to 70%.",
        "Annotators give a score from 0% to 100% here.",
        "The results hold at the 95% confidence level.",
        "We follow the 80/20 rule of GPT-3.",
        "The work of 2024 is improved here.",
        "We test noise levels of 5% and 10%.",
        "We use frames of 256 x 256 on 8x A100.",
        "We rate it on a 5-point Likert scale.",
        "We set the learning rate to 0.001 and k = 0.5.",
        "We repeat it 5 times until 29 August 2026.",
        "Our method is two-fold.",
        "At an undersampling rate of 4x we see artefacts.",
        "We train on a 20% subset.",
    ],
)
def test_set_up_is_no_outcome(text: str) -> None:
    assert facts(INTRO + text).results == ()


def test_what_others_reached_before_is_no_outcome() -> None:
    text = "Search agents have saturated, with the strongest ones passing 90% accuracy. We propose TrellisKV."
    assert facts(text).results == ()


def test_a_range_keeps_both_ends_and_its_sign() -> None:
    (result,) = facts(INTRO + "TrellisKV reduces FLOPs by 30 to 50%.").results
    assert (result.value, result.value_high) == (-30, -50)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("None of the models exceeds 50% on GSM8K.", "up to"),
        ("Neither system reaches more than 12% on GSM8K.", "up to"),
        ("No model reaches at least 80% on GSM8K.", "up to"),
        ("TrellisKV exceeds 50% on GSM8K.", "at least"),
    ],
)
def test_a_denied_bound_turns_round(text: str, bound: str) -> None:
    (result,) = facts(INTRO + text).results
    assert result.bound is not None
    assert result.bound.value == bound


@pytest.mark.parametrize(
    ("text", "metric", "baseline"),
    [
        ("TrellisKV boosts LiveCodeBench accuracy by 2% over GPT-4.", "accuracy", "GPT-4"),
        ("It gives 2.6x lower numerical error.", "lower numerical error", None),
        ("It is 2.5 points above Qwen2.5-1.5B.", None, "Qwen2.5-1.5B"),
        ("TrellisKV scores 68.7%.", None, None),
        ("It gives +3.7 points average accuracy gain.", "average accuracy", None),
        ("It gives -42% average generation length.", "average generation length", None),
        ("Compared to Vanilla RLVR, TrellisKV gains 4.5 points.", None, "Vanilla RLVR"),
        ("It saves 20% on sequences longer than 64K.", None, None),
        ("The reasoning runtime of QwQ-32B is improved by 70%.", "reasoning runtime", None),
    ],
)
def test_metric_and_baseline(text: str, metric: str | None, baseline: str | None) -> None:
    (result,) = facts(INTRO + text).results
    assert (result.metric, result.baseline) == (metric, baseline)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # numbers in coordination share what stands before the first and behind the last
        ("TrellisKV is a fast cache, shown by GSM8K & MMLU scores of 54% and 46%, respectively.", ["scores", "scores"]),
        ("It has a recall of 54%, 46%, and 41% on trees.", ["recall", "recall", "recall"]),
        ("It reaches 58.8% / 54.0% mIoU.", ["mIoU", "mIoU"]),
        ("It yields gains of +3.0%, +14.1% accuracy.", ["accuracy", "accuracy"]),
        (
            "It cuts the training costs by 20x to $3 and run time by 4x.",
            ["training costs", "training costs", "run time"],
        ),
        # nouns that look like verbs, plurals, factors
        ("It reduces training costs by 45%.", ["training costs"]),
        ("It cuts tail latencies by 51%.", ["tail latencies"]),
        ("It reaches a held-out solve rate of 45.1%.", ["held-out solve rate"]),
        ("It cuts the decoding latency by up to a factor of 3.", ["decoding latency"]),
        ("It gives a 3.1x speedup in online use.", ["speedup"]),
        # what is no metric
        ("It has a modest gain of 1.2%.", [None]),
        ("It improves the backbone by 7.4 points.", [None]),
        ("It gains 1.9% on average using the same context length.", [None]),
        ("It answers within 12.5/12.9 ms per sample.", [None, None]),
    ],
)
def test_metrics(text: str, expected: list[str | None]) -> None:
    assert [result.metric for result in facts(INTRO + text).results] == expected


def test_rivals_in_turn_by_name() -> None:
    found = facts(INTRO + "TrellisKV outperforms LIMO and S2 by 13.0% and 22.2% on MATH500.").results
    assert [result.baseline for result in found] == ["LIMO", "S2"]


def test_rivals_in_turn_are_baselines() -> None:
    text = "TrellisKV rivals GPT-4 and Qwen3-4B, despite using only 1/2 and 1/3 of their parameters, respectively."
    found = facts(INTRO + text).results
    assert [(result.value, result.subject, result.baseline) for result in found] == [
        (0.5, "TrellisKV", "GPT-4"),
        (0.333333, "TrellisKV", "Qwen3-4B"),
    ]


def test_the_total_of_a_count() -> None:
    (result,) = facts(INTRO + "It solves 49 of 658 problems.").results
    assert result.total == 658
