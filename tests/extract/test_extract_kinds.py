"""Which numbers are outcomes, and whether they are scores, differences, factors, shares or counts."""

import pytest
from made_abstracts import facts

INTRO = "We propose TrellisKV, a caching framework. "

CASES = [
    # differences in a list, across digits of metrics and the same prepositions
    ("It gains up to 12.56% in MRR@5 and 6.06% in Recall@20.", [(12.56, "%", "change"), (6.06, "%", "change")]),
    (
        "It brings a 7.7% improvement in recall on trees and a 13.8% on graphs.",
        [(7.7, "%", "change"), (13.8, "%", "change")],
    ),
    ("It improves recall by 3.2% with prefetching and 2.0% with eviction.", [(3.2, "%", "change"), (2, "%", "change")]),
    (
        "It cuts latency by 10% with prefetching and reaches 92% with eviction.",
        [(-10, "%", "change"), (92, "%", "score")],
    ),
    ("It is ahead by +12.0 / +6.0 pp.", [(12, "points", "change"), (6, "points", "change")]),
    ("It beats others by 7.9 DS and 15% SR.", [(7.9, None, "change"), (15, "%", "change")]),
    ("It gains +7.0 over Zarp and +10.7 points over Quil.", [(7, "points", "change"), (10.7, "points", "change")]),
    ("It lifts trees (+2.6 pts).", [(2.6, "points", "change")]),
    (
        "It raises recall by 4.1 percent on Task 1 and 3.4 percent on Task 2.",
        [(4.1, "%", "change"), (3.4, "%", "change")],
    ),
    ("It suffers a drop of 0.1% versus 6.2% for others.", [(-0.1, "%", "change"), (-6.2, "%", "change")]),
    ("It gains on ripe trees (F1: 92.6%/93.5%).", [(92.6, "%", "score"), (93.5, "%", "score")]),
    ("It enlarges its margin in 88% of the cases.", [(88, "%", "score")]),
    ("It only requires 18.4% inference time and 12.4% input tokens.", [(18.4, "%", "level"), (12.4, "%", "level")]),
    ("It has a 2.5x speedup using just 18.9% of the cache.", [(2.5, "x", "factor"), (18.9, "%", "level")]),
    ("It nearly halves wasted steps.", [(0.5, "x", "factor")]),
    ("It has 2x higher sample efficiency.", [(2, "x", "factor")]),
    ("It makes 164000 predictions per hour, reaching a new speed.", []),
    ("It reaches 164000 predictions per hour.", [(164000, "predictions per hour", "score")]),
    ("At a subsampling rate of 5%, it reaches 61.2%.", [(61.2, "%", "score")]),
    ("It beats others by ~2% and ~7%.", [(2, "%", "change"), (7, "%", "change")]),
    ("It brings improvements of 25.3% (trees) and 18.1% (graphs).", [(25.3, "%", "change"), (18.1, "%", "change")]),
    ("It yields 22% gains at dawn and 13% at dusk.", [(22, "%", "change"), (13, "%", "change")]),
    ("It cuts latency by 8.9% on average (up to 12.8%).", [(-8.9, "%", "change"), (-12.8, "%", "change")]),
    ("It improves recall by on an average 9.7%.", [(9.7, "%", "change")]),
    ("It reaches 68% (+- 7.7) recall.", [(68, "%", "score")]),
    ("It recovers 95% of the retrieval recall.", [(95, "%", "level")]),
    ("It gets there with only 30% of the 2.6M data.", [(30, "%", "level")]),
    # which way
    ("It reduces the risk of stalls by 42%.", [(-42, "%", "change")]),
    ("It improves the recall of pruned caches by 3%.", [(3, "%", "change")]),
    ("It improves cutting-edge caches by 3%.", [(3, "%", "change")]),
    ("It offers 16% increased recall and 30% reduced latency.", [(16, "%", "change"), (-30, "%", "change")]),
    ("It gains 3.58%p in recall.", [(3.58, "points", "change")]),
    ("It is ahead on trees (+0.055 MacroF1).", [(0.055, None, "change")]),
    ("Its correlation is about r ~ -0.4.", [(-0.4, None, "score")]),
    ("Its NMSE is -20.3 dB.", [(-20.3, "dB", "score")]),
    # levels on a test set, against each other, behind a benchmark
    ("It achieves 98.7% test accuracy.", [(98.7, "%", "score")]),
    ("It achieves the highest 93.2% recall, where 66% of users prefer it.", [(93.2, "%", "score"), (66, "%", "score")]),
    ("It hedges more (0.50 vs. 0.34).", [(0.5, None, "score"), (0.34, None, "score")]),
    ("It scores 93.4 on GSM8K and 2029 on CodeForces.", [(93.4, None, "score"), (2029, None, "score")]),
    ("It gives a 4.2x CPU speedup on 8x A100.", [(4.2, "x", "factor")]),
    # shares
    ("It retains 95.0% on MMLU and 94.8% on GSM8K.", [(95, "%", "level"), (94.8, "%", "level")]),
    ("It maintains 97.2% accuracy on MMLU.", [(97.2, "%", "score")]),
    ("It tunes only 18% of the weights and adds 5% training time.", [(18, "%", "level"), (5, "%", "level")]),
    ("Its runtime is 46% of the rival's execution time.", [(46, "%", "level")]),
    ("It is right only 52% of the time.", [(52, "%", "score")]),
    # counts
    ("Success was 14/24 when a tool named the file.", [(14, "problems", "count")]),
    # set-ups
    ("At an SNR of -5 dB, it reaches 61.2%.", [(61.2, "%", "score")]),
    ("It reaches a precision of 99.5% at 50% IoU.", [(99.5, "%", "score")]),
    ("It reaches 77.2% mAP@0.5:0.95 and 61.0% mAP@[0.5:0.95].", [(77.2, "%", "score"), (61, "%", "score")]),
    ("It copes with up to 17 concurrent reward signals, from 8,191 high-quality public packages.", []),
    ("It takes low values (c = 0.1 or 0.2).", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_kinds(text: str, expected: list[tuple[float, str | None, str]]) -> None:
    found = facts(INTRO + text).results
    assert [(each.value, each.unit, each.kind.value) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (r"It gains $3.0\%\sim 5.4\%$ on MMLU.", 3.0, 5.4),
        ("Its improvement ranges from +4.1% to +7.7% on MMLU, and from +2.1% to +6.5% on GSM8K.", 4.1, 7.7),
    ],
)
def test_ranges_of_differences(text: str, low: float, high: float) -> None:
    found = facts(INTRO + text).results
    assert (found[0].value, found[0].value_high, found[0].kind.value) == (low, high, "change")
    assert all(each.value_high for each in found)


def test_versions_of_benchmarks_are_no_outcomes() -> None:
    found = facts(INTRO + "It is 9.7% better on ML-SUPERB 2.0, and best on MMLU.").results
    assert [each.value for each in found] == [9.7]
