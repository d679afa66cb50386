"""Named models, completed names and roles."""

import pytest
from made_abstracts import facts

CASES = [
    ("We fine-tune Llama-3.1-8B on our data.", {"Llama-3.1-8B": "base"}),
    ("We run Llama-3.1-8B and 70B Instruct models.", {"Llama-3.1-8B": "base", "Llama-3.1-70B": "base"}),
    ("Our tuned model surpasses GPT-4o and Gemini 2.5 Pro.", {"GPT-4o": "compared", "Gemini 2.5 Pro": "compared"}),
    ("We reach results on par with OpenAI o1-mini.", {"o1-mini": "compared"}),
    ("We train DeepSeek-R1 671B further.", {"DeepSeek-R1": "base"}),
    ("Deepseek R1 is used as the base model in our tests.", {"Deepseek R1": "base"}),
    ("We test it with the QwQ model.", {"QwQ": "base"}),
    ("Our Qwen-2.5-based system works.", {"Qwen-2.5": "base"}),
    ("We obtain 55.5% on PIQA, compared with 54.0% for Mamba-1.4B.", {"Mamba-1.4B": "compared"}),
    (
        "It is comparable to the open model QwQ-32B and the proprietary model o1-Preview.",
        {"QwQ-32B": "compared", "o1-Preview": "compared"},
    ),
    (
        "We tune Zarp-R1-Distill-32B and compare it with Zarp-R1.",
        {"Zarp-R1-Distill-32B": "base", "Zarp-R1": "compared"},
    ),
    ("LLMs such as Kebo-4 and Duro-2.5 are popular.", {"Kebo-4": "compared", "Duro-2.5": "compared"}),
    ("The best score is 23.3%, with Kebo-5 achieving it for language models.", {"Kebo-5": "base"}),
    ("We propose Decoupled Clip for language models with FP16.", {}),
    ("We use massive-MIMO antennas and correlated MIMO channels.", {}),
    ("We train a Transformer and an LSTM with LoRA and GRPO.", {}),
    ("In the seed we saw a falcon and a llama at the opera.", {}),
    ("We observe the Gemini North telescope at night.", {}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_and_roles(text: str, expected: dict[str, str]) -> None:
    assert {model.name: model.role.value for model in facts(text).models} == expected


def test_sizes_that_share_a_name() -> None:
    found = facts("We present Quill2.5-Math-Instruct-1.5B/7B/72B, a series of language models.")
    assert [model.name for model in found.models] == [
        "Quill2.5-Math-Instruct-1.5B",
        "Quill2.5-Math-Instruct-7B",
        "Quill2.5-Math-Instruct-72B",
    ]
    assert {model.role.value for model in found.models} == {"introduced"}
