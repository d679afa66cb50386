"""Short forms find their long forms."""

import pytest
from made_abstracts import facts


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("We use Sliding Window Attention (SWA) here.", "SWA", "Sliding Window Attention"),
        ("It relies on large language models (LLMs) a lot.", "LLM", "large language models"),
        ("We call it LARK (Light Adaptive Ranking Kernel) here.", "LARK", "Light Adaptive Ranking Kernel"),
        ("It uses Hybrid Sparse Attention (HySparse) today.", "HySparse", "Hybrid Sparse Attention"),
        ("A Mixture-of-Experts (MoE) model.", "MoE", "Mixture-of-Experts"),
    ],
)
def test_pairs(text: str, short: str, long: str) -> None:
    assert [(pair.short, pair.long) for pair in facts(text).abbreviations] == [(short, long)]


@pytest.mark.parametrize("text", ["We test it (see Table 2).", "A remark (in passing) is made.", "It is good (GOOD)."])
def test_no_pairs(text: str) -> None:
    assert facts(text).abbreviations == ()
