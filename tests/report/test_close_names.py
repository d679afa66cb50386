"""Names that are suggested are those that a person may have meant."""

import pytest

from corpus_index.report.naming import close

NAMES = ["AIME", "AIME 2024", "DeepSeek-R1", "GSM8K", "LiveCodeBench", "MATH-500", "OlympiadBench", "ProcessBench"]


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("nosuch", []),
        ("bench", []),
        ("aimee", ["AIME", "AIME 2024"]),
        ("gsm", ["GSM8K"]),
        ("deepsek", ["DeepSeek-R1"]),
        ("MATH 500x", ["MATH-500"]),
        ("olympiad bnech", ["OlympiadBench"]),
        ("?!", []),
    ],
)
def test_typos_and_beginnings_are_close_and_common_letters_are_not(asked: str, near: list[str]) -> None:
    assert close(asked, NAMES) == near
