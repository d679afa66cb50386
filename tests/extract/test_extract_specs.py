"""Numbers that describe."""

import pytest
from made_abstracts import facts

CASES = [
    (
        "It has 309B total parameters and 15B active parameters.",
        [("total parameters", 309e9), ("active parameters", 15e9)],
    ),
    ("It is pre-trained on 27 trillion tokens.", [("training tokens", 27e12)]),
    (
        "It has a native 32k context length and is extended to 256k.",
        [("native context length", 32000), ("context length", 256000)],
    ),
    ("It has a 128-token sliding window under a 5:1 hybrid ratio.", [("window size", 128), ("ratio", 5)]),
    ("It has 49 total layers.", [("layers", 49)]),
    ("It has three MTP layers.", [("layers", 3)]),
    ("We train on 8 NVIDIA A100 GPUs within 24 hours.", [("hardware", 8), ("training cost", 24)]),
    ("We fine-tune using only 7,000 samples.", [("training samples", 7000)]),
    ("The dataset contains 1,043 images in 14 languages.", [("dataset size", 1043), ("other", 14)]),
    (
        "It has 1,043 images (50 real, 993 synthetic).",
        [("dataset size", 1043), ("dataset size", 50), ("dataset size", 993)],
    ),
    ("We evaluate on 325 formalized problems.", [("problems", 325)]),
    ("We run DeepSeek-R1 671B in 390GB memory.", [("total parameters", 671e9), ("other", 390)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_attributes_and_values(text: str, expected: list[tuple[str, float]]) -> None:
    found = facts(f"We present Larkspur, a language model. {text}").specs
    assert [(spec.attribute, spec.value) for spec in found] == expected


def test_a_size_apart_belongs_to_the_name_before_it() -> None:
    (spec,) = facts("We prune DeepSeek-R1 671B.").specs
    assert spec.subject == "DeepSeek-R1"
