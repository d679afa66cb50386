"""Numbers with their nouns, and texts that are cut."""

import pytest

from corpus_index.domain.wording import counted, shortened


@pytest.mark.parametrize(
    ("number", "noun", "plural", "text"),
    [
        (0, "paper", "", "0 papers"),
        (1, "paper", "", "1 paper"),
        (2, "paper", "", "2 papers"),
        (1, "paper has", "papers have", "1 paper has"),
        (3, "paper has", "papers have", "3 papers have"),
    ],
)
def test_counted(number: int, noun: str, plural: str, text: str) -> None:
    assert counted(number, noun, plural) == text


def test_shortened() -> None:
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 59 + "…"
