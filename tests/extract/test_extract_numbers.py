"""Figures in running text: values, units, signs, ranges and bounds."""

import pytest
from gold_records import made_record

from corpus_index.domain.facts import Bound
from corpus_index.extract import facts_of
from corpus_index.extract.reading.markup import flatten
from corpus_index.extract.reading.numbers import numbers


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
        ("improves it by 12%~18% on it", (12, 18, "%", 0, None)),
        (r"of 424\ 829 sources", (424829, None, None, 0, None)),
        ("with 1 Million samples", (1_000_000, None, None, 0, None)),
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
        ("a 33-46.6 percentage-point gap", (33, 46.6, "points", 0, None)),
        ("61.3 +/- 0.7% of it", (61.3, None, "%", 0, None)),
        (r"is $0.65 \pm 0.04M_{\odot}$ here", (0.65, None, None, 0, None)),
        (r"finds $69^{+7}_{-6}$ here", (69, None, None, 0, None)),
        ("reaches 1.36(10) here", (1.36, None, None, 0, None)),
        (r"is $2.4 \times 10^{-5}$ here", (2.4e-5, None, None, 0, None)),
        ("is 3 times 10^9 here", (3e9, None, None, 0, None)),
        ("is 1.5e-4 here", (1.5e-4, None, None, 0, None)),
        (r"$(1.8\pm0.5)\times10^{-6}$ here", (1.8e-6, None, None, 0, None)),
        (r"$(81.5 \pm 9.4)\,\%$ here", (81.5, None, "%", 0, None)),
        (r"of $\geq(0.11-2.0)\times10^{-9}$ here", (1.1e-10, 2e-9, None, 0, Bound.AT_LEAST)),
        (r"worst $\le 0.001$ here", (0.001, None, None, 0, Bound.UP_TO)),
        (r"of $1{,}536$ rows", (1536, None, None, 0, None)),
        ("between 1.5 and 2.0 here", (1.5, 2.0, None, 0, None)),
        (r"with 95.5~\% of it", (95.5, None, "%", 0, None)),
        ("by a factor of three here", (3, None, "x", 0, None)),
        ("cut by more than 2.7x times", (2.7, None, "x", 0, Bound.AT_LEAST)),
        ("takes 21ms here", (21, None, None, 0, None)),
        ("no more than 3% of it", (3, None, "%", 0, Bound.UP_TO)),
        ("a budget of $1 here", (1, None, "USD", 0, None)),
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
        "IEEE802.15 and S^2",
        "the triple store",
    ],
)
def test_no_number_inside_names_and_marks(text: str) -> None:
    assert numbers(flatten(text), 0, len(text)) == ()


def test_a_list_gives_its_unit_once() -> None:
    found = numbers("gains of 42.3 and 28.7 percents", 0, 31)
    assert [(n.value, n.unit) for n in found] == [(42.3, "%"), (28.7, "%")]


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        (r"$5 to $10 and $x$", "€5 to €10 and  x "),
        (r"$1 \leq l < 2$, costs $2", " 1    ≤ l < 2 , costs €2"),
        (r"$1420.7 \pm 0.1$ MHz", " 1420.7   ± 0.1  MHz"),
        (r"\textbf{+6.6\%} gain", "        +6.6 %  gain"),
        ("2.1~dB of <i>noise</i>", "2.1 dB of    noise    "),
    ],
)
def test_markup_becomes_plain(text: str, flat: str) -> None:
    assert flatten(text) == flat


@pytest.mark.parametrize(
    "piece",
    ["7", "1,111", "1.", "(1", "1 ± 2 ", "1 to ", "5%, ", "$1 a ", r"\textbf{a}", "1 x 10^{-3} ", "half ", "[9,"],
)
def test_long_repetitions_are_read_to_the_end(piece: str) -> None:
    flat = flatten(piece * (80_000 // len(piece)))
    assert all(0 <= found.start < found.end <= len(flat) for found in numbers(flat, 0, len(flat)))


def test_flattening_keeps_every_position() -> None:
    text = r"It costs \$9, gains $2.16$ points (10\%$\times$) and – at “worst” – $\sim$3."
    assert len(flatten(text)) == len(text)
