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
    # versions and suffixes that stand apart belong to the name, a size does not
    ("We prompt the LLMs Claude Opus 4.6 and Llama 3.1 8B.", {"Claude Opus 4.6": "base", "Llama 3.1": "base"}),
    ("We distil Stable Diffusion XL 1.0 into Stable Diffusion.", {"Stable Diffusion XL 1.0": "base"}),
    ("Our chatbot runs llama3.1:8b and kebo-4b-it, two LLMs.", {"llama3.1:8b": "base", "kebo-4b-it": "base"}),
    ("We prompt the language model Duro V2 and Kebo 3.1 8B.", {"Duro V2": "base", "Kebo 3.1": "base"}),
    ("We fine-tune BERT 12 layers deep and GPT 3 times.", {"BERT": "base", "GPT": "base"}),
    # what is no model, though it begins like one
    ("We test LLMs on olmOCR-bench and Alpaca Eval 2.0 and by CLIP Score.", {}),
    ("We prompt LLMs. The largest open dataset, ScaleCUA, is small.", {}),
    (
        "We test speech recognition models (Whisper-large-v3, Google Chirp 3).",
        {"Whisper-large-v3": "base", "Chirp 3": "base"},
    ),
    # roles
    (
        "We train Zarp-7B. It outperforms all methods trained on the same data, including Kebo-7B and Duro-7B.",
        {"Zarp-7B": "base", "Kebo-7B": "compared", "Duro-7B": "compared"},
    ),
    ("We demonstrate that Zap scales the training of the ResNet-50 model.", {"ResNet-50": "base"}),
    (
        "Our attack reaches 82% against leading commercial LLMs, OpenAI o1 and DeepSeek R1.",
        {"o1": "base", "DeepSeek R1": "base"},
    ),
    # one name for several versions
    ("We test GPT-4 and 4o, and ResNet-18/50.", dict.fromkeys(("GPT-4", "GPT-4o", "ResNet-18", "ResNet-50"), "base")),
    ("We tune the Qwen-2.5/3 series of LLMs.", {"Qwen-2.5": "base", "Qwen-3": "base"}),
    # what a word in small letters behind a family makes of it, and a capitalised one
    ("Our DINO-guided masks for pre-training use CLIP-style losses.", {"DINO": "base", "CLIP": "compared"}),
    ("We propose to fine-tune with a CLIP-Adapter for few-shot learning.", {}),
    # other spellings need a digit, words need a text that speaks of models
    ("We fine-tune Minimax-M2 and phi-3.", {"Minimax-M2": "base", "phi-3": "base"}),
    ("The Minimax theorem and the Palm measure of Albert.", {}),
    ("We prompt Gemini and Claude.", {}),
    ("We prompt chatbots: Gemini and Claude.", {"Gemini": "base", "Claude": "base"}),
    # a bare family behind one of its members means that member
    ("We prompt GPT-4o with riddles. On hard ones GPT fails.", {"GPT-4o": "base"}),
    # lists
    (
        "We evaluate VLMs (Duro, KeboDrive, and Vexo) on roads.",
        {"Duro": "base", "KeboDrive": "base", "Vexo": "base"},
    ),
    ("Large language models (LLMs) and diffusion models (KDMs) are large.", {}),
    ("Fine-tuning Language Models: Attacks, Defenses and Outlook.", {}),
    ("We test GPT-4o, LoRA and BLEU.", {"GPT-4o": "base"}),
    ("We test detectors on CLIP, KeboFake and Chameleon datasets.", {}),
    # data, scores, tools and licences in the shape of a model's name
    ("We train LLMs on the Kebo-4B dataset and on Duro-1M.", {}),
    ("We report the CLIP score of images under CC-BY-4.0.", {}),
    ("Our LLM agents run in Claude Code and Google Colab.", {}),
    # roles: the governing word decides
    ("Existing LLMs such as Kebo-4 fail. We train Duro-7B.", {"Kebo-4": "compared", "Duro-7B": "base"}),
    ("We evaluate models such as Kebo-4 and other LLMs.", {"Kebo-4": "base"}),
    (
        "Our method outperforms baselines on LLMs, including Kebo-7B. It beats Duro-7B by 2 and Vexo-7B by 3 points.",
        {"Kebo-7B": "base", "Duro-7B": "compared", "Vexo-7B": "compared"},
    ),
    ("Our gains are larger than 5% (Kebo-7B) and over 3% with Duro-7B.", {"Kebo-7B": "base", "Duro-7B": "base"}),
    ("We gain 3% over Kebo-7B, improving on Duro-7B.", {"Kebo-7B": "compared", "Duro-7B": "compared"}),
    ("Kebo-7B has shown much. Here, we study why.", {"Kebo-7B": "compared"}),
    (
        "It is good compared to other LLMs on these benchmarks, including Kebo-7B and Duro-7B.",
        {"Kebo-7B": "compared", "Duro-7B": "compared"},
    ),
    ("Our score is 3, outperforming its Kebo-7B base by 2.", {"Kebo-7B": "base"}),
    ("Our attacks achieve 66.5% ASR against Kebo-7B.", {"Kebo-7B": "base"}),
    ("It beats Kebo-7B by +7.0 and Duro-7B by +10.7 points.", {"Kebo-7B": "compared", "Duro-7B": "compared"}),
    ("We use SiT-XL/2 and ViT-B/16 in image generation.", {"SiT-XL/2": "base", "ViT-B/16": "base"}),
    ("We compute metrics of images: PSNR, SSIM, SAM, and ERGAS with diffusion models.", {}),
    ("We tune Qwen3-8B. One effect (Qwen3) is weak.", {"Qwen3-8B": "base"}),
    ("We serve the LLM Mixtral-8$\\times$22B under Apache-2.0.", {"Mixtral-8x22B": "base"}),
    ("Our LLM knows the songs of Florence Price.", {}),
    ("LLMs read PaddleOCR 91.37 percent of pages.", {"PaddleOCR": "base"}),
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
