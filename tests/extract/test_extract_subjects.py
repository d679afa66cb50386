"""Whose number it is: the paper's own work, the name or description in the sentence, or nobody's."""

import pytest
from made_abstracts import facts

INTRO = "We propose TrellisKV, a cache for transformers. "
STUDY = "We study several classifiers of tree rings. "

OF_THE_PAPER = [
    "The accuracy rises to 85.0%.",
    "We reach an accuracy of 85.0%.",
    "Our method reaches an accuracy of 85.0%.",
    "The proposed cache reaches an accuracy of 85.0%.",
    "It reaches an accuracy of 85.0%.",
    "This approach reaches an accuracy of 85.0%.",
    "Experiments on Zarp-7B show an accuracy of 85.0%.",
    "Experiments on Zarp-7B show that the accuracy is 85.0%.",
    "Compared with Zarp-7B, our method reaches an accuracy of 85.0%.",
    "On Zarp-7B, TrellisKV reaches an accuracy of 85.0%.",
    "TrellisKV, a new cache, reaches an accuracy of 85.0%.",
    "TrellisKV outperforms Zarp-7B, reaching an accuracy of 85.0%.",
    "TrellisKV beats Zarp-7B and reaches an accuracy of 85.0%.",
    "The accuracy of TrellisKV is 85.0%.",
    "The accuracy of our method is 85.0%.",
    "It is found that the accuracy is 85.0%.",
    "Models trained with TrellisKV reach an accuracy of 85.0%.",
    "The runtime of Zarp-7B, Quil-8B, and Mox-2B is reduced by 85.0%.",
    "Zarp-7B fails, but our method reaches an accuracy of 85.0%.",
    "It helps Zarp-7B, and on Mox it reaches an accuracy of 85.0%.",
    "TrellisKV scores 0.6 under Zarp-7B, which is an improvement of 3.7 points.",
    "Removing the eviction head reduces accuracy by 85.0%.",
    "The success rate reaches 85.0%.",
    "Evaluation on a public corpus reaches an accuracy of 85.0%.",
    "The enhanced approach reaches an accuracy of 85.0%.",
]


@pytest.mark.parametrize("text", OF_THE_PAPER)
def test_of_the_paper(text: str) -> None:
    found = facts(INTRO + text).results
    assert found
    assert {result.subject for result in found} == {"TrellisKV"}


NAMED = [
    ("Zarp-7B reaches an accuracy of 85.0%.", ["Zarp-7B"]),
    ("Even the much larger Zarp-7B reaches only 85.0% accuracy.", ["Zarp-7B"]),
    ("Our Zarp-7B student reaches an accuracy of 85.0%.", ["Zarp-7B"]),
    ("The best open model (Zarp-7B) reaches an accuracy of 85.0%.", ["Zarp-7B"]),
    ("The best open model, Zarp-7B, reaches an accuracy of 85.0%.", ["Zarp-7B"]),
    ("The best retriever, MuxDPR, reaches an accuracy of 85.0%.", ["MuxDPR"]),
    ("Zarp-7B, which is small, reaches an accuracy of 85.0%.", ["Zarp-7B"]),
    ("MuxNet outperforms all others with an accuracy of 85.0%.", ["MuxNet"]),
    ("The accuracy of Zarp-7B reaches 85.0%.", ["Zarp-7B"]),
    ("It is good, whereas Zarp-7B drops to 45.0% accuracy.", ["Zarp-7B"]),
    ("It helps, with Zarp-7B achieving 85.0% accuracy.", ["Zarp-7B"]),
    ("With an accuracy of 85.0%, Zarp-7B is the best.", ["Zarp-7B"]),
    ("An accuracy of 85.0% was achieved by Zarp-7B.", ["Zarp-7B"]),
    ("Zarp-7B reaches 70.1% accuracy and the larger Quil-8B only 60.2%.", ["Zarp-7B", "Quil-8B"]),
    ("MuxNet reduces the gap by 6.0% and MuxDPR by 3.0%.", ["MuxNet", "MuxDPR"]),
    ("It improves Zarp-7B by 6.0% and Quil-8B by 3.0% in accuracy.", ["TrellisKV", "TrellisKV"]),
    ("Zarp-7B reaches 70.1% accuracy, while Quil-8B reaches 80.2%.", ["Zarp-7B", "Quil-8B"]),
    ("The best models are Zarp-7B (70.1% accuracy) and Quil-8B (80.2% accuracy).", ["Zarp-7B", "Quil-8B"]),
    ("Accuracy is 70.1% for Zarp-7B and 80.2% for Quil-8B.", ["Zarp-7B", "Quil-8B"]),
    ("Zarp-7B and Quil-8B reach 70.1% and 80.2% accuracy, respectively.", ["Zarp-7B", "Quil-8B"]),
    ("It improves Zarp-7B from 70.1% to 80.2% accuracy.", ["Zarp-7B", "Zarp-7B"]),
    ("It reaches 85.0% accuracy, surpassing Zarp-7B (80.2% accuracy).", ["TrellisKV", "Zarp-7B"]),
    ("It reaches 85.0% accuracy, ahead of Zarp-7B at 80.2%.", ["TrellisKV", "Zarp-7B"]),
    ("It reaches 85.0% accuracy, compared with 80.2% for Zarp-7B.", ["TrellisKV", "Zarp-7B"]),
    ("It reaches 85.0% accuracy versus 80.2% and 70.1% for Zarp-7B.", ["TrellisKV", "Zarp-7B", "Zarp-7B"]),
    ("It reaches 85.0% accuracy versus 80.2% for Zarp-7B and 70.1% for MuxNet.", ["TrellisKV", "Zarp-7B", "MuxNet"]),
    ("It reaches 85.0% accuracy against Zarp-7B's 80.2%.", ["TrellisKV", "Zarp-7B"]),
    ("It outperforms Zarp-7B (an accuracy of 85.0% vs. 80.2%).", ["TrellisKV", "Zarp-7B"]),
    ("It reaches 85.0% accuracy compared to 80.2%.", ["TrellisKV", None]),
    ("TrellisKV is the only method that reaches an accuracy of 85.0%.", ["TrellisKV"]),
    ("TrellisKV serves as a cache that reaches an accuracy of 85.0%.", ["TrellisKV"]),
    ("TrellisKV reaches 85.0% accuracy, surpassing Zarp-7B which reaches 80.2%.", ["TrellisKV", "Zarp-7B"]),
    ("TrellisKV (where the eviction filter achieves much) reaches an accuracy of 85.0%.", ["TrellisKV"]),
    ("No zero-shot baseline exceeds an accuracy of 85.0%.", ["zero-shot baseline"]),
    ("The deployed predictor runs at 85.0% accuracy.", ["TrellisKV"]),
    ("It reaches 85.0% accuracy, surpassing Mux (80.2% accuracy).", ["TrellisKV", "Mux"]),
    ("It reaches 85.0% accuracy, far over the 80.2% zero-shot baseline.", ["TrellisKV", "zero-shot baseline"]),
    ("It reaches 85.0% accuracy, far over the baseline (80.2% accuracy).", ["TrellisKV", "baseline"]),
    ("It gains much with our small network (an accuracy of 85.0%).", ["TrellisKV"]),
    ("It outperforms Mux (an accuracy of 85.0% vs. 80.2%).", ["TrellisKV", "Mux"]),
    ("It reaches 85.0% accuracy versus 80.2% from Zarp-7B, with little cost.", ["TrellisKV", "Zarp-7B"]),
    ("It raises the accuracy for Zarp-7B by +6.0%.", ["Zarp-7B"]),
]


@pytest.mark.parametrize(("text", "subjects"), NAMED)
def test_named_in_the_sentence(text: str, subjects: list[str | None]) -> None:
    assert [result.subject for result in facts(INTRO + text).results] == subjects


DESCRIBED = [
    ("The random forest reaches an accuracy of 85.0%.", "random forest"),
    ("Only the best open-source model reaches an accuracy of 85.0%.", "best open-source model"),
    ("A transformer-based network trained from scratch reaches an accuracy of 85.0%.", "transformer-based network"),
    ("Fine-tuning an open 5B model on it reaches an accuracy of 85.0%.", "open 5B model"),
    ("Our contrastive network reaches an accuracy of 85.0%.", "contrastive network"),
    ("The accuracy of the random forest is 85.0%.", "random forest"),
    ("The accuracy is 85.0% for all methods.", "all methods"),
    ("An evaluation of frontier coding models shows that accuracy saturates at 85.0%.", "frontier coding models"),
    ("The IMU-based TCN reaches an accuracy of 85.0%.", "IMU-based TCN"),
    ("Random Forest reaches an accuracy of 85.0%.", "Random Forest"),
    ("Here, CNNs reach an accuracy of 85.0%.", "CNNs"),
    ("We find that Merlin reaches an accuracy of 85.0%.", "Merlin"),
    ("An accuracy of 85.0% is reached using logistic regression.", "logistic regression"),
    ("The full interleaved trace reaches an accuracy of 85.0%.", "full interleaved trace"),
    ("XGBoost reaches an accuracy of 85.0%.", "XGBoost"),
    ("At low rates, Merlin improves the accuracy by 85.0%.", "Merlin"),
    ("Applying Merlin only to hidden layers raises accuracy by 85.0%. In short, Merlin helps.", "Merlin"),
    (
        "Models with explicit airlight constraints reduce the error by 85.0%.",
        "Models with explicit airlight constraints",
    ),
    (
        "The fine-tuned classifier, which uses a cache and a table, reaches an accuracy of 85.0%.",
        "fine-tuned classifier",
    ),
    ("The success rate reaches 85.0%.", None),
    ("Recall improves from a low level to 85.0%.", None),
    ("The proposed model reaches an accuracy of 85.0%.", None),
    ("Most LLMs reach an accuracy of 85.0%.", None),
    ("The model reaches an accuracy of 85.0%.", None),
    ("The accuracy reaches 85.0%.", None),
    ("All 18 models reach an accuracy of 85.0%.", None),
    ("Experiment 1 produced an accuracy of 85.0%.", None),
    ("We reach an accuracy of 85.0%.", None),
    ("The F1 score of this study reaches 85.0%.", None),
]


def test_described_before_brackets() -> None:
    text = "A linear regression (accuracy 85.0%, precision 70.1%) and a random forest (accuracy 80.2%) do well."
    subjects = [result.subject for result in facts(STUDY + text).results]
    assert subjects == ["linear regression", "linear regression", "random forest"]


@pytest.mark.parametrize(("text", "subject"), DESCRIBED)
def test_described_in_a_paper_without_a_name(text: str, subject: str | None) -> None:
    (result,) = facts(STUDY + text).results
    assert result.subject == subject


@pytest.mark.parametrize(
    ("title", "abstract", "main"),
    [
        ("TrellisKV: Caches with Memory", "We propose a Quil loss (QL) and TrellisKV. Accuracy is 85.0%.", "TrellisKV"),
        ("Caches", "We propose TrellisKV, a cache. TrellisKV uses QuilNet. Accuracy is 85.0%.", "TrellisKV"),
        ("Caches", "We propose the Quil layer (QLay) and the Mux loss (MLos). Accuracy is 85.0%.", None),
        ("Caches", "We release TrellisQA, a dataset of questions. Accuracy is 85.0%.", "TrellisQA"),
        ("Caches", "We compare caches. Accuracy is 85.0%.", None),
    ],
)
def test_what_the_paper_is_about(title: str, abstract: str, main: str | None) -> None:
    (result,) = facts(abstract, title).results
    assert result.subject == main


AGAINST = [
    ("It improves accuracy by 5.1% over the zero-shot baseline.", ["zero-shot baseline"]),
    ("It improves accuracy by 5.1% over the strong baseline MuxNet on maps.", ["MuxNet"]),
    ("It improves accuracy over the Zarp-7B backbone by 5.1%.", ["Zarp-7B"]),
    ("It beats existing caches significantly by 5.1%.", ["existing caches"]),
    ("Relative to models without memory, it improves accuracy by 5.1%.", ["models without memory"]),
    ("It reaches 85.0% accuracy, compared with 80.2% for the zero-shot baseline.", ["zero-shot baseline", None]),
    ("It reaches 85.0% accuracy, surpassing Zarp-7B.", ["Zarp-7B"]),
    ("It reaches 85.0% accuracy, outperforming strong baselines.", [None]),
    ("It reaches 85.0% accuracy, outperforming strong baselines by 5.1%.", [None, "strong baselines"]),
    ("It lifts accuracy from 80.2% to 85.0%.", ["before", None]),
]


@pytest.mark.parametrize(("text", "baselines"), AGAINST)
def test_what_it_is_compared_with(text: str, baselines: list[str | None]) -> None:
    assert [result.baseline for result in facts(INTRO + text).results] == baselines
