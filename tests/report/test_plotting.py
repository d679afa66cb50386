"""Pictures of scores over the years, drawn for real."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from made_index import MadeIndex, made_index

from corpus_index.errors import PapersError
from corpus_index.report import leaderboard
from corpus_index.report.plotting import plot


@pytest.fixture
def index() -> Iterator[MadeIndex]:
    """Three papers of three years with scores of made-up models."""
    with made_index() as made:
        for year, value, trust in ((2023, 60.0, "own"), (2024, 55.0, "quoted"), (2025, 72.5, "summary")):
            record = made.paper(f"p{year}", f"Paper {year}", year=year)
            made.score(record, "Loaf", value, subject=f"<b>$x_{year}$", trust=trust)
        undated = made.paper("undated", "No Year")
        made.score(undated, "Crumb", 1.0)
        yield made


def test_a_picture_has_its_text_and_the_same_bytes_each_time(index: MadeIndex) -> None:
    board = leaderboard(index.store, "Loaf")
    drawn = plot(board, "svg")
    assert drawn == plot(board, "svg")
    texts = {element.text for element in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")}  # noqa: S314
    assert {"Loaf", "accuracy (%)", "best so far", "its own result", "quoted"} <= texts
    # Whoever was the best once is named, as printed, and who never was is not.
    assert {"<b>$x_2023$", "<b>$x_2025$"} <= texts
    assert "<b>$x_2024$" not in texts


def test_png(index: MadeIndex) -> None:
    assert plot(leaderboard(index.store, "Loaf"), "png").startswith(b"\x89PNG")


def test_scores_without_years_cannot_be_drawn(index: MadeIndex) -> None:
    with pytest.raises(PapersError, match="has a year"):
        plot(leaderboard(index.store, "Crumb"), "svg")
