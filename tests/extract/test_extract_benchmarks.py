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
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names(text: str, expected: list[str]) -> None:
    assert [benchmark.name for benchmark in facts(text).benchmarks] == expected
