"""Figures in running text: values, units, signs, ranges and bounds."""

import pytest
from gold_records import made_record

from corpus_index.domain.facts import Bound
from corpus_index.extract import facts_of
from corpus_index.extract.reading.numbers import numbers
from corpus_index.extract.reading.text import flatten


@pytest.mark.parametrize("digits", [20, 41, 400, 5000])
@pytest.mark.parametrize(
    "sentence",
    [
        "FooLM-3B is trained on {} tokens.",
        "FooLM-3B reaches a {}x speedup.",
        "FooLM-3B uses {} GPUs at a cost of ${}.",
        "FooLM-3B solves {} out of {} problems in {} trillion steps.",
        "FooLM-3B uses a {}:1 ratio and {}/64 sparsity with Qwen {} here, from {} to {}%.",
    ],
)
def test_numbers_beyond_measure_are_left_alone(sentence: str, digits: int) -> None:
    text = "We present FooLM-3B, a language model. " + sentence.replace("{}", "9" * digits)
    facts = facts_of(made_record(1, text=text).record)
    assert [artefact.name for artefact in facts.introduces] == ["FooLM-3B"]
    figures = [result.value for result in facts.results] + [spec.value for spec in facts.specs]
    assert max(figures, default=0) <= 10**18


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reaches 94.4% on it", (94.4, None, "%", 0, None)),
        (r"reaches 97.2\% on it", (97.2, None, "%", 0, None)),
        (r"within $12\%$ of it", (12, None, "%", 0, Bound.UP_TO)),
        (r"by up to 4.3$\times$ more", (4.3, None, "x", 0, Bound.UP_TO)),
        ("a 2.6× speedup", (2.6, None, "x", 0, None)),
        ("is 3.5 times faster", (3.5, None, "x", 0, None)),
        ("a five-fold rise", (5, None, "x", 0, None)),
        ("gains +3.7 points", (3.7, None, "points", 1, None)),
        ("gains 2 percentage points", (2, None, "points", 0, None)),
        ("falls by -42% in all", (42, None, "%", -1, None)),
        ("cuts 30 to 50% of it", (30, 50, "%", 0, None)),
        ("gains 3-13% more", (3, 13, "%", 0, None)),
        ("+5.0--17.5pp in all", (5.0, 17.5, "points", 1, None)),
        ("costs $42 in all", (42, None, "USD", 0, None)),
        (r"costs only \$9 USD", (9, None, "USD", 0, None)),
        ("has 309B parameters", (309 * 10**9, None, None, 0, None)),
        ("on 27 trillion tokens", (27 * 10**12, None, None, 0, None)),
        ("a 1.5-billion-parameter model", (15 * 10**8, None, None, 0, None)),
        ("just 1,389 samples", (1389, None, None, 0, None)),
        ("serving 20+ countries", (20, None, None, 0, Bound.AT_LEAST)),
        ("nearly 10x less", (10, None, "x", 0, Bound.ABOUT)),
        (r"about $\sim$77\% of it", (77, None, "%", 0, Bound.ABOUT)),
        ("retains >97% of it", (97, None, "%", 0, Bound.AT_LEAST)),
        ("fewer than 4k tokens", (4000, None, None, 0, Bound.BELOW)),
        ("using only 1/3 of it", (0.333333, None, "x", 0, None)),
        ("which doubles the score", (2, None, "x", 0, None)),
        ("one-half to one-third of it", (0.333333, 0.5, "x", 0, None)),
    ],
)
def test_one_number(text: str, expected: tuple[float, float | None, str | None, int, Bound | None]) -> None:
    found = numbers(flatten(text), 0, len(text))
    assert [(n.value, n.high, n.unit, n.sign, n.bound) for n in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-3 and o1-mini",
        "AIME24",
        "(1) first and (2) second",
        "as shown in [25]",
        "the R1 model",
        "Qwen2.5-7B",
        "x_2",
    ],
)
def test_no_number_inside_names_and_marks(text: str) -> None:
    assert numbers(flatten(text), 0, len(text)) == []


def test_flattening_keeps_every_position() -> None:
    text = r"It costs \$9, gains $2.16$ points (10\%$\times$) and – at “worst” – $\sim$3."
    assert len(flatten(text)) == len(text)
