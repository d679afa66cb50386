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
        ("It is non-negative matrix factorization (NMF).", "NMF", "non-negative matrix factorization"),
        ("It has a Ternary Lookup Table (TL) inside.", "TL", "Ternary Lookup Table"),
        ("It has Int2 with a Scale (I2_S) inside.", "I2_S", "Int2 with a Scale"),
        ("It is Multi-chain Graph Sorting & Selection (MGSS).", "MGSS", "Multi-chain Graph Sorting & Selection"),
        ("It is a Depthwise-Dilated Adapter (DD-Adapter).", "DD-Adapter", "Depthwise-Dilated Adapter"),
        ("It is an annotation of spans (hereafter AOS) here.", "AOS", "annotation of spans"),
    ],
)
def test_pairs(text: str, short: str, long: str) -> None:
    assert [(pair.short, pair.long) for pair in facts(text).abbreviations] == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "We test it (see Table 2).",
        "A remark (in passing) is made.",
        "It is good (GOOD).",
        "It sorts trees of text (OT).",
    ],
)
def test_no_pairs(text: str) -> None:
    assert facts(text).abbreviations == ()
