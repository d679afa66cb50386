"""Where a number belongs: the benchmark of each result, or none."""

import pytest
from made_abstracts import facts

INTRO = "We propose TrellisKV, a caching framework. "

IN_ONE_SENTENCE = [
    ("On GSM8K, MMLU, and GPQA, it reaches 91.5%, 80.2%, and 60.0%.", ["GSM8K", "MMLU", "GPQA"]),
    ("It reaches 91.5%, 80.2%, and 60.0% on GSM8K, MMLU, and GPQA.", ["GSM8K", "MMLU", "GPQA"]),
    ("It gains 4.5% and 2.5% on GSM8K and the harder GPQA, respectively.", ["GSM8K", "GPQA"]),
    (
        "Tests on GSM8K (grade school) and GPQA (science) show F1 scores of 0.93 and 0.97, respectively.",
        ["GSM8K", "GPQA"],
    ),
    ("On GSM8K and MMLU, TrellisKV gets 81.7% top-1 and 95.7% top-5 accuracy.", ["GSM8K + MMLU"] * 2),
    ("On GSM8K and MMLU, it gains 2.9% and 4.3% for small and large models, respectively.", ["GSM8K + MMLU"] * 2),
    ("It gains 8.7%, 6.1%, and 19.8% on GSM8K, our own quizzes, and MMLU, respectively.", ["GSM8K", None, "MMLU"]),
    ("It gets 94.4% on GSM8K and 70.1% on MMLU.", ["GSM8K", "MMLU"]),
    ("It leads (GSM8K: 94.4%, MMLU: 70.1%).", ["GSM8K", "MMLU"]),
    ("It leads on GSM8K (F1 of 94.4%) and MMLU (F1 of 70.1%).", ["GSM8K", "MMLU"]),
    ("It gets competitive results (94.4% on GSM8K) and leads elsewhere (70.1% on MMLU).", ["GSM8K", "MMLU"]),
    ("It reaches a 94.4% GSM8K accuracy.", ["GSM8K"]),
    (
        "It improves GSM8K accuracy from 61.2% to 70.3% and MMLU accuracy from 50.1% to 52.2%.",
        ["GSM8K"] * 2 + ["MMLU"] * 2,
    ),
    ("It lifts Zarp-7B from 45.1 to 49.5 on GSM8K and from 36.8 to 42.7 on MMLU.", ["GSM8K"] * 2 + ["MMLU"] * 2),
    ("It improves recall by 13.0% and precision by 22.2% on GSM8K.", ["GSM8K", "GSM8K"]),
    ("It gets 99.2% precision with only 1.1% errors on GSM8K.", ["GSM8K", "GSM8K"]),
    ("It gains 4.2 points on average across GSM8K and MMLU.", ["GSM8K + MMLU"]),
    ("It gets 61.2% on GSM8K, ahead of the best baseline by 3.4%.", ["GSM8K", "GSM8K"]),
    ("It gets 54% on GSM8K and 70% on MMLU, ahead of others by 5% and 7%.", ["GSM8K", "MMLU", "GSM8K", "MMLU"]),
    ("It gets 61.2% on GSM8K, compared with 55.1% for Zarp-7B.", ["GSM8K", "GSM8K"]),
    ("On GSM8K it gets 61.2%, and on MMLU it gets 70.1%.", ["GSM8K", "MMLU"]),
    ("Tested on GSM8K, achieving 61.2% accuracy, and on MMLU, achieving 70.1%, it leads.", ["GSM8K", "MMLU"]),
    ("It rises from 73.9 to 78.3 on GSM8K, and from 28.8 to 34.4 on College Quiz.", ["GSM8K"] * 2 + [None] * 2),
    ("It gains 3.1% on GSM8K and cuts token usage by 40%.", ["GSM8K", None]),
    ("It gains 3.1 points in recall and 2.4 points in depth on GSM8K.", ["GSM8K", "GSM8K"]),
    ("It gains 3.1% over the best baseline with small models, as tested in GSM8K.", ["GSM8K"]),
    ("It gets 61.2% on its own quiz and 70.1% on GSM8K.", [None, "GSM8K"]),
    ("It gets 61.2%, but others lead on GSM8K.", [None]),
    ("It gets 61.2% while keeping what is known of GSM8K.", [None]),
    ("It gets 61.2% on GSM8K and 70.1% on MMLU, ahead of the rest by 3.4%.", ["GSM8K", "MMLU", "GSM8K + MMLU"]),
    ("On GSM8K it gets 61.2%, then 70.1% on MMLU at a cost of 21 ms.", ["GSM8K", "MMLU", "MMLU"]),
    (
        "We gain 5.1% on MMLU. We also tried GSM8K, which is much harder compared to MMLU, and got 61.2%.",
        ["MMLU", "GSM8K"],
    ),
    ("It gets 61.2% on the Grade School Math (GSM8K) dataset and 70.1% on MMLU.", ["GSM8K", "MMLU"]),
    ("It gains 3.1% on puzzles and long school problems (e.g., GSM8K, MMLU).", ["GSM8K + MMLU"]),
    ("It gains 3.1% across nine quizzes and tasks and leads on GSM8K.", [None]),
    ("It gains 3.1% on notes that GSM8K lacks.", [None]),
    ("It leads on GSM8K (61.2% accuracy), Wuppet (70.3% accuracy), and keeps 55.5% recall.", ["GSM8K", None, None]),
    ("On GSM8K it runs 2.1x faster on Quadro cards.", ["GSM8K"]),
    ("On GSM8K it gains 3.1% and cuts token usage by 40%.", ["GSM8K", "GSM8K"]),
    ("It reaches 62.1% vs. 58.9% on GSM8K and 44.0% vs. 40.2% on MMLU.", ["GSM8K"] * 2 + ["MMLU"] * 2),
    ("It gets 94.1% accuracy (F1 0.93) on GSM8K and 70.1% (F1 0.68) on MMLU.", ["GSM8K"] * 2 + ["MMLU"] * 2),
    ("It has a pixel error (PE) of 5.4% and a corner error (CE) of 4.0% on ScanNet.", ["ScanNet"] * 2),
    ("It beats others by 4.0% achieving 43.1% mAP on COCO.", ["COCO", "COCO"]),
    ("It gains 3.1% on five benchmarks, including GSM8K and MMLU.", ["GSM8K + MMLU"]),
    ("On GSM8K, it gets 45.2%, on MMLU 80.1%, and on GPQA 95.0%.", ["GSM8K", "MMLU", "GPQA"]),
    (
        "It cuts perplexity on WikiText-103 from 20.1 to 18.2 and on Numbers from 12.1 to 11.0.",
        ["WikiText-103"] * 2 + [None] * 2,
    ),
    ("It gets 3.6% in GSM8K, 2.6% in MMLU, and 18.4% in Numbers.", ["GSM8K", "MMLU", None]),
    ("It leads on GSM8K (61.2% accuracy), Wuppet (70.3% accuracy), and MMLU (50.1%).", ["GSM8K", None, "MMLU"]),
    ("On GSM8K it gets 61.2% (2.4% better), whereas Zarp-7B stays at 55.1%.", ["GSM8K"] * 3),
    ("It gets 78% on simple MNIST but fails on the harder ADE20K, where others reach 94%.", ["MNIST", "ADE20K"]),
    ("Under a fixed budget, replacing GSM8K data with ours gains 5.2%.", ["GSM8K"]),
    (
        "Tests on GSM8K and MMLU show BLEU scores of 26.1 and 22.8, and ROUGE scores of 61.0 and 57.8, respectively.",
        ["GSM8K", "MMLU", "GSM8K", "MMLU"],
    ),
]

ACROSS_SENTENCES = [
    ("We evaluate it on GSM8K. It improves accuracy by 5.1%.", ["GSM8K"]),
    ("We evaluate it on GSM8K and MMLU. It gains 4.7% and 10.5%, respectively.", ["GSM8K", "MMLU"]),
    ("We evaluate it on GSM8K and MMLU. It gains 4.7% on average.", ["GSM8K + MMLU"]),
    ("We evaluate it on GSM8K. It gains 6.3% on planning tasks.", [None]),
    ("We evaluate it on GSM8K. It gains 6.3% with 30% less latency and 50% fewer tokens.", ["GSM8K", None, None]),
    ("We evaluate it on GSM8K. It gains 6.3% on College Quiz.", [None]),
    ("It is tuned for GSM8K. It takes 2.5 seconds per answer.", ["GSM8K"]),
    ("It is tuned for GSM8K. It takes 2.5 hours of training.", [None]),
    ("We evaluate it on GSM8K and MMLU. It gives a 2.1x speedup.", ["GSM8K + MMLU"]),
    ("We evaluate it on GSM8K. It gains 5.1% and reduces latency by 40%.", ["GSM8K", None]),
    ("We evaluate it on GSM8K. Across seven coding benchmarks, it gains 5.1%.", [None]),
    ("It gains 3.4% on GSM8K. Its accuracy under shift is 81.0%.", ["GSM8K", "GSM8K"]),
    ("We test it on GSM8K and MMLU. It is a 46x smaller network.", ["GSM8K + MMLU"]),
    ("We test it on GSM8K. We also test it on nine other datasets. It gains 2.1% in planning.", [None]),
    ("We test it on GSM8K. It gains 2.1% with half of the training data.", ["GSM8K", None]),
    ("It gains 3.4% on the QA benchmark MMLU and 2.1% on 500 GSM8K questions.", ["MMLU", "GSM8K"]),
    ("It gains 8.7% and 6.1% on GSM8K and our private data, respectively.", ["GSM8K", None]),
    ("For example, it gains 3.4% on GSM8K. Debugging gains 2.1% under shift.", ["GSM8K", None]),
    ("Accuracy rises by 5.1%. We also try GSM8K.", [None]),
    ("On GSM8K, it gains 3.4%. Ablations show a loss of 2.1%.", ["GSM8K", "GSM8K"]),
    ("We evaluate it on GSM8K. On Quiz, it gains 3.4%.", [None]),
    ("We evaluate it on GSM8K. On the test set, it gains 3.4%.", ["GSM8K"]),
    ("We evaluate it on GSM8K. It gains 3.4% success in real-world trials.", [None]),
    ("It is tuned for GSM8K. On long legal corpora, it gains 3.4% in recall.", [None]),
    ("It is tuned for GSM8K. In cross-domain evaluation, it gains 3.4% in recall.", [None]),
    ("It is tuned for GSM8K. On the held-out test set, it gains 3.4% in recall.", ["GSM8K"]),
    ("It gains 3.4% over the rest with a 0.5% GSM8K loss. On Zarp-7B, its recall is 61.2%.", [None, "GSM8K", None]),
    ("It reaches 61.2% recall with a drop of 0.5% in GSM8K accuracy. Its depth is 55.5%.", ["GSM8K"] * 3),
    ("We study it on two tasks: answers on GSM8K and notes on private data. It gains 3.4% and 2.1%.", [None, None]),
    ("It is tuned for GSM8K and Quiz. It gains 3.4% in recall.", [None]),
    ("It is tuned for the GSM8K, Riddle, and Quiz sets. It gains 3.4% in recall.", [None]),
    ("It is tuned for GSM8K. It gains 3.4% over all others in three datasets.", [None]),
    ("It is tuned for GSM8K. In transfer to real-world questions, it gains 3.4%.", [None]),
    ("We use ImageNet pre-trained encoders. They gain 3.4% in recall.", [None]),
    ("It gets 61.2% on GSM8K and loses on MMLU. Under shift, it gets 55.5%.", ["GSM8K", "GSM8K"]),
    ("It gets 61.2% on GSM8K, unlike on our MMLU. Moreover, it gets 55.5% accuracy with noise.", ["GSM8K", "GSM8K"]),
    ("It gets 61.2% on GSM8K, unlike on our MMLU. It keeps 55.5% on long legal corpora.", ["GSM8K", None]),
    ("We investigate it on GSM8K and MMLU. It gains 3.4% in recall.", ["GSM8K + MMLU"]),
    ("It gets 61.2% (std dev 0.3%) on GSM8K.", ["GSM8K", "GSM8K"]),
    ("Post-training raises GSM8K accuracy by 2.5%.", ["GSM8K"]),
]


@pytest.mark.parametrize(("text", "expected"), IN_ONE_SENTENCE + ACROSS_SENTENCES)
def test_places(text: str, expected: list[str | None]) -> None:
    assert [result.benchmark for result in facts(INTRO + text).results] == expected


def test_the_paper_s_own_benchmark_takes_what_names_no_other() -> None:
    text = (
        "We introduce ZorboBench, a benchmark of 400 puzzles. The best model reaches 41.5%, and 12.5% on the hardest."
    )
    assert {result.benchmark for result in facts(text).results} == {"ZorboBench"}
