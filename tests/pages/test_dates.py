"""Which lines are dates."""

import pytest

from corpus_index.pages.text.dates import is_date

DATES = """
Jul 31 | July 31, 2025 | JULY 31 2025 | 31 July | 31 Jul 2025 | 1st of May | 2025-07-31 | 2025/7/1 | 31.07.2025
Thu, 31 Jul 2025 | Thursday, July 31 | Oct 3, 2025 2 | Sept. 5th, 2024 | July 2025 | Week 31 | Week 31, 2025
2025-W31 | Published on Jul 31 | Submitted on 31 Jul 2025 | Jul 28 - Aug 3 | 2025-07-31T00:00:00Z | 2025年7月31日
"""
OTHERS = """
31 | July | May | May the Force | March of the Models | AIME 2025 | July 31 was hot | 1.5-2.0 | Sunday | May 5 Papers
GPT-4 3 | 2025 | Week after Week
"""


def entries(table: str) -> list[str]:
    """The entries of a table of lines."""
    return [entry.strip() for line in table.strip().splitlines() for entry in line.split("|")]


@pytest.mark.parametrize("line", entries(DATES))
def test_dates(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize("line", ["", "x" * 10_000, *entries(OTHERS)])
def test_other_lines(line: str) -> None:
    assert not is_date(line)
