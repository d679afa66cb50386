"""Named benchmarks in their usual spelling."""

import pytest
from made_abstracts import facts

CASES = [
    ("We evaluate on AIME'24 and MATH500.", ["AIME 2024", "MATH-500"]),
    ("We evaluate on AIME24 & 25.", ["AIME 2024", "AIME 2025"]),
    ("We evaluate on AIME24/25 and AMC23.", ["AIME 2024", "AIME 2025", "AMC 2023"]),
    ("We test on AIME25-I and AIME25-II.", ["AIME 2025-I", "AIME 2025-II"]),
    ("It includes recent AIME competitions (years 24-25).", ["AIME 2024", "AIME 2025"]),
    ("We score well on GPQA_diamond and GPQA.", ["GPQA-Diamond", "GPQA"]),
    ("We evaluate on miniF2F-test.", ["MiniF2F-test"]),
    ("We report SWE-Bench Verified numbers.", ["SWE-bench Verified"]),
    ("We score 83.4 on MATH.", ["MATH"]),
    ("We take part in the WMT20 News Translation Task.", ["WMT 2020 News Translation Task"]),
    ("Results on TrebleBench and Chess-Eval are good.", ["TrebleBench", "Chess-Eval"]),
    ("Experiments on DriftTrack, EmberMOT, and JLDB show gains.", ["DriftTrack", "EmberMOT", "JLDB"]),
    ("On SCHEMA5 (857 questions), our system reaches 92.3%.", ["SCHEMA5"]),
    ("Results on text-to-SQL tasks are good.", []),
    ("We score 54% and 46% on HOLM24 & 25.", ["HOLM 2024", "HOLM 2025"]),
    ("We test on MATH-500, HOLM'24, and RUMO-Zidar.", ["MATH-500", "HOLM 2024", "RUMO-Zidar"]),
    (
        "It gains on four benchmarks (HOLM24 56.7, Lubitir 34.2, and SobiBoard 48.0).",
        ["HOLM 2024", "Lubitir", "SobiBoard"],
    ),
    ("It gains 4.0% on general reasoning (DIZOR).", ["DIZOR"]),
    ("Across three benchmarks, OSPlanet, WebTrail, and AgentTour, it wins.", ["OSPlanet", "WebTrail", "AgentTour"]),
    ("It is published at ICML 2024 and CVPR 2025.", []),
    ("It beats others on AIME24 and outperforms LIMO.", ["AIME 2024"]),
    ("We measure throughput on A100 GPUs and on H100.", []),
    ("Results improve over the Zero-RL baseline.", []),
    ("We study binary black hole (BBH) mergers.", []),
    ("We find approaches such as BCO and AIME lacking, and propose AIME-v2 upon AIME.", []),
    ("The spider drives a race in the pope's mobile.", []),
    ("Its heads use grouped-query attention (GQA).", []),
    # the noun beside the name
    ("Results on the Vorle and TasBo data sets improve.", ["Vorle", "TasBo"]),
    ("We report accuracy on the Tasmin Lake (TLK) dataset.", ["TLK"]),
    ("It leads the MTEB English leaderboard.", ["MTEB English"]),
    ("Prior benchmarks such as Wexel's VORD and Tas-1K are saturated.", ["VORD", "Tas-1K"]),
    ("We evaluate on three public data sets: (i) Vorle; (ii) TasBo.", ["Vorle", "TasBo"]),
    ("VorleTrack, a hard benchmark of planning, stays unsolved.", ["VorleTrack"]),
    ("Experiments on four QTA datasets show gains.", []),
    ("We test it on an Estonian corpus and a Bengali dataset.", []),
    ("The task faces two Vorle challenges in accuracy.", []),
    # what something is evaluated on
    ("In an evaluation on a subset of TasBo and VorleMath, accuracy rises.", ["TasBo", "VorleMath"]),
    (
        "It reaches 1,733.6 on VOR-P, 61.4 on TasImo, and 2.1 WER on MerLudo test-pilir.",
        ["VOR-P", "TasImo", "MerLudo test-pilir"],
    ),
    ("On TasBo-3D, VorleNet improves accuracy over the baseline.", ["TasBo-3D"]),
    ("It boosts accuracy by 3 points over TasBo-Pro and VOLT-2.", []),
    ("Our method was implemented on ZORB boards, with high accuracy.", []),
    ("We test it on MRI and EEG signals and evaluate it with ROUGE.", []),
    ("We fine-tune the model on TasBo-1K and evaluate it on VorleMath.", ["VorleMath"]),
    ("We introduce TasBo-1K, a dataset of tales.", []),
    ("We introduce TasBo-1K, a dataset of tales. Models reach 40% accuracy on TasBo-1K.", ["TasBo-1K"]),
    ("It solves 41 VORD2 problems and 9 problems from TasBo.", ["VORD2", "TasBo"]),
    ("It gains 4.5% on VorleTrack, 42.2% on Mergel and 16.1% on Tasmin.", ["VorleTrack", "Mergel", "Tasmin"]),
    ("It saves 20% on Mergel and 30% on Tasmin, as accuracy rises.", []),
    ("On Mergel Tasmin, VorleNet reaches 99.8% accuracy.", ["Mergel Tasmin"]),
    ("It attains 84.4% VorleTrack top-1 accuracy.", ["VorleTrack"]),
    ("Across fact checking (LORV) and tagging (TasBo), accuracy rises.", ["LORV", "TasBo"]),
    (
        "Evaluated on TasBo, Danish News Mergel, and Tasmin Lakes, it wins.",
        ["TasBo", "Danish News Mergel", "Tasmin Lakes"],
    ),
    ("Results on TasBo 2.0 and VorleTrack 3.0 benchmarks improve.", ["TasBo 2.0", "VorleTrack 3.0"]),
    ("We correlate with established benchmarks including NORV-Pro and GOLA.", ["NORV-Pro", "GOLA"]),
    ("In code generation (TasBo, VorleTrack), accuracy rises.", ["TasBo", "VorleTrack"]),
    ("It generalizes across tas-bench and leaves a micro-bench, with gains.", ["tas-bench"]),
    ("We compare systems by the Vorle Mira benchmark and the Tasmin benchmark.", ["Vorle Mira", "Tasmin"]),
    ("We take part in VorTas-2021 Task 9.", ["VorTas-2021 Task 9"]),
    ("Two datasets, TasBo and TasBo v2.0, were used, with high accuracy.", ["TasBo", "TasBo v2.0"]),
    # names of other things
    ("It reaches state-of-the-art results on GOE-TRU (0.354) and DOW (26.15) metrics.", []),
    ("Experiments on LORTA, a strong video language model for planning, show gains.", []),
    ("It drew 290 submissions to the evaluation on the WAVO 2024 conference.", []),
    ("It wins the Vorle AIM 2024 challenge.", ["Vorle AIM 2024"]),
    ("We test safety and CLU command validation, with gains.", []),
    (
        "It gains 3.1 points on TasBo (54.2%) over baselines and improves on VorleTrack across models.",
        ["TasBo", "VorleTrack"],
    ),
    ("Success falls from 85.2% on Type-I patches to 24.0% on Type-IV.", []),
    ("Our experiments are based on the TORV evaluation methodology, with high accuracy.", []),
    ("A study of evaluation that focuses on both MerLudo and VorImo, with gains.", []),
    ("The results hold in a Zarland Department of Tasmin corpus of 54 documents.", []),
    ("Experiments on three Tas-VQA datasets for Tasmin Question Answering (Tas-VQA) show gains.", []),
    # editions, versions, parts
    ("It wins the Vorle 2023 Challenge and the MerTS19 challenge.", ["Vorle 2023 Challenge", "MerTS 2019"]),
    ("It improves by 3.9% on VOKA 24/25 benchmarks.", ["VOKA 2024", "VOKA 2025"]),
    ("We reach 60% on MMAU-mini and 12 mIoU on NYU Depth v2.", ["MMAU-mini", "NYU Depth V2"]),
    ("The best model resolves 61% on Tas-bench Verified.", ["Tas-bench Verified"]),
    # listed names that are ordinary words, and names of data in another sense
    ("Results on Cora, Merlin and VorleGraph agree.", ["Cora", "Merlin", "VorleGraph"]),
    ("Yelp and Reddit are visited daily.", []),
    ("The backbone was trained on ImageNet.", []),
    ("Metrics such as G-Eval and Ref-F1 agree.", []),
    ("It gains 3.1% on BLEU-1 over the baseline.", []),
    ("Accuracy was measured on TiO2 and SrTiO3 films and on MgB2.", []),
    ("It beats benchmarks including LSTM, Vor-NETS, and PatchVor in accuracy.", []),
    ("Little Red Dots and Animal Pose estimation are hard to learn.", []),
    ("We evaluate the controller on the quadruped robot VorleQuad.", []),
    ("It is shared at https://vorle.org/r/TrebleBench-9F for evaluation.", []),
    ("We train on problems in the Vorle data set (Tasmin et al., 2021).", []),
    # parts printed again, joined names, lists with what tells the members apart
    (
        "Accuracy on CIFAR-10/100 and on ImageNet-C, -R, and -A rises.",
        [
            "CIFAR-10",
            "CIFAR-100",
            "ImageNet-C",
            "ImageNet-R",
            "ImageNet-A",
        ],
    ),
    (
        "Experiments on three benchmarks (SWE-bench Verified, Multilingual, and Lite) agree.",
        [
            "SWE-bench Verified",
            "SWE-bench Multilingual",
            "SWE-bench Lite",
        ],
    ),
    ("We evaluate the method on CoLA/SST-2/MRPC.", ["CoLA", "SST-2", "MRPC"]),
    (
        "Accuracy rises on tense-focused TasBo, safety-oriented VorleTrust, and world-wide MMLU.",
        ["TasBo", "VorleTrust", "MMLU"],
    ),
    (
        "Across fact checking (Lorvin), tagging (SST-5), and triage (Mergel), accuracy rises.",
        [
            "Lorvin",
            "SST-5",
            "Mergel",
        ],
    ),
    ("It gains on benchmarks (MATH-500, Olympiad, and GSM8K).", ["MATH-500", "OlympiadBench", "GSM8K"]),
    # names that the text defines
    ("It leads the Open Vorle Leaderboard (OVOL).", ["OVOL"]),
    ("To enable fair evaluation, we introduce TasBo-1K, a new dataset of tales.", ["TasBo-1K"]),
    # years
    ("It wins gold at the 2025 IMO and scores 80% on HMMT Feb 2025.", ["IMO 2025", "HMMT Feb 2025"]),
    ("It passes the 2023 Vorle Radiation and Cancer Biology exam.", ["2023 Vorle Radiation and Cancer Biology exam"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names(text: str, expected: list[str]) -> None:
    assert [benchmark.name for benchmark in facts(text).benchmarks] == expected
