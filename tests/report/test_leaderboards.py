"""Leaderboards rank what can be compared, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_index import MadeIndex, made_index

from corpus_index.domain.facts import ResultKind, Trust
from corpus_index.errors import NoSuchName
from corpus_index.report import benchmarks, leaderboard
from corpus_index.report.leaderboards import every_leaderboard
from corpus_index.report.metrics import folded_metric, lower_is_better
from corpus_index.store import open_store


@pytest.fixture
def index() -> Iterator[MadeIndex]:
    """Three papers with results on made-up benchmarks."""
    with made_index() as made:
        one = made.paper("one", "Paper One")
        two = made.paper("two", "Paper Two")
        three = made.paper("three", "THREE", inferred=True)
        made.fact(one, "benchmarks", name="AIME 2024")
        made.fact(three, "benchmarks", name="AIME 2024")
        made.score(one, "AIME 2024", 70.5, subject="A")
        made.score(two, "AIME 2024", 81.3, subject="B", trust="quoted")
        made.score(two, "AIME 2024", 70.5, unit=None, subject="C", trust="summary")
        made.score(two, "AIME 2024", 0.9, unit=None, subject="D")
        made.score(one, "AIME 2024", 99.0, metric="Pass@1 accuracy")
        made.score(one, "AIME 2024", 50.0, metric="score")
        made.score(one, "AIME 2024", 10.0, kind="change")
        made.score(one, "AIME 2024", 49.0, kind="count", unit="problems", metric="problems solved", total=60.0)
        made.score(two, "AIME 2024", 12.0, kind="count", unit="problems", metric="problems solved", total=15.0)
        made.score(two, "AIME 2024 + AIME 2025", 88.0)
        made.score(three, "AMC12", 3.0)
        made.score(one, "LibriTest", 3.1, metric="WER")
        made.score(two, "LibriTest", 2.5, metric="WER")
        repeated = made.score(one, "GSM8K", 90.0)
        made.score(one, "GSM8K", 90.0, repeats=repeated)
        yield made


def test_scores_that_can_be_compared_are_ranked_together(index: MadeIndex) -> None:
    board = leaderboard(index.store, "AIME 2024")
    first = board.rankings[0]
    assert (first.kind, first.metric, first.unit) == (ResultKind.SCORE, "accuracy", "%")
    assert [(entry.rank, entry.value, entry.subject, entry.key) for entry in first.entries] == [
        (1, 81.3, "B", "two"),
        (2, 70.5, "A", "one"),
        (2, 70.5, "C", "two"),
    ]
    assert [entry.trust for entry in first.entries] == [Trust.QUOTED, Trust.OWN, Trust.SUMMARY]


def test_metrics_units_and_totals_are_never_mixed(index: MadeIndex) -> None:
    board = leaderboard(index.store, "AIME 2024")
    scales = [(ranking.kind.value, ranking.metric, ranking.unit, ranking.total) for ranking in board.rankings]
    assert scales == [
        ("score", "accuracy", "%", None),
        ("score", None, "%", None),
        ("score", "accuracy", None, None),
        ("score", "pass@1", "%", None),
        ("count", "problems solved", "problems", 15.0),
        ("count", "problems solved", "problems", 60.0),
    ]


def test_changes_and_joint_results_stand_apart(index: MadeIndex) -> None:
    board = leaderboard(index.store, "AIME 2024")
    assert [result.value for result in board.others] == [10.0]
    assert [(result.value, result.benchmark) for result in board.joint] == [(88.0, "AIME 2024 + AIME 2025")]
    assert [mention.key for mention in board.mentions] == ["three"]
    assert board.similar == ()


def test_place_of_an_entry(index: MadeIndex) -> None:
    entry = leaderboard(index.store, "AIME 2024").rankings[0].entries[1]
    assert (entry.page, entry.record, entry.first_line, entry.last_line) == ("day.txt", "day.txt#0", 1, 2)
    assert (entry.evidence, entry.start, entry.end, entry.title_inferred) == ("as it says", 5, 15, False)


@pytest.mark.parametrize("name", ["aime24", "AIME'24", "AIME ’24", "aime-2024", "AIME 2024", "ＡＩＭＥ 24"])
def test_spellings_of_one_name(index: MadeIndex, name: str) -> None:
    assert leaderboard(index.store, name).benchmark == "AIME 2024"


def test_a_number_that_is_no_year_stays(index: MadeIndex) -> None:
    assert leaderboard(index.store, "AMC 12").benchmark == "AMC12"


@pytest.mark.parametrize(("name", "close"), [("AIM 2024", "AIME 2024"), ("GSM8", "GSM8K")])
def test_unknown_name_is_answered_with_close_ones(index: MadeIndex, name: str, close: str) -> None:
    with pytest.raises(NoSuchName) as caught:
        leaderboard(index.store, name)
    assert close in caught.value.hint


@pytest.mark.parametrize("name", ["", "  ", "-", "'"])
def test_a_name_without_letters_is_unknown(index: MadeIndex, name: str) -> None:
    with pytest.raises(NoSuchName):
        leaderboard(index.store, name)


def test_only_the_papers_asked_for(index: MadeIndex) -> None:
    board = leaderboard(index.store, "AIME 2024", ["two"])
    assert {entry.key for ranking in board.rankings for entry in ranking.entries} == {"two"}
    assert leaderboard(index.store, "AIME 2024", []).rankings == ()


def test_lower_is_better_where_the_metric_says_so(index: MadeIndex) -> None:
    (ranking,) = leaderboard(index.store, "LibriTest").rankings
    assert ranking.lower_is_better
    assert [entry.value for entry in ranking.entries] == [2.5, 3.1]


def test_repeated_facts_count_once(index: MadeIndex) -> None:
    (ranking,) = leaderboard(index.store, "GSM8K").rankings
    assert len(ranking.entries) == 1


def test_benchmarks_by_papers(index: MadeIndex) -> None:
    found = {row.name: (row.papers, row.scores, row.others, row.joint) for row in benchmarks(index.store)}
    assert next(iter(found)) == "AIME 2024"
    assert found["AIME 2024"] == (3, 8, 1, 1)
    assert found["AIME 2025"] == (1, 0, 0, 1)
    assert {row.name for row in benchmarks(index.store, ["three"])} == {"AIME 2024", "AMC12"}


@pytest.mark.parametrize(
    ("metric", "folded"),
    [
        (None, None),
        ("scores", None),
        ("Average Accuracy", "accuracy"),
        ("Pass@1 accuracy", "pass@1"),
        ("average pass@64", "pass@64"),
        ("pass ratio", "pass rate"),
        ("average", "average"),
        ("F1 score", "f1"),
        ("accuracy rates", "accuracy"),
        ("Accuracy score", "accuracy"),
        ("overall average accuracy", "accuracy"),
        ("mean accuracies", "accuracy"),
        ("average acc.", "accuracy"),
        ("win rate score", "win rate"),
        ("success rate", "success rate"),
        ("math accuracy", "math accuracy"),
        ("Elo score", "elo score"),
    ],
)
def test_folded_metrics(metric: str | None, folded: str | None) -> None:
    assert folded_metric(metric) == folded


@pytest.mark.parametrize(
    ("metric", "lower"), [(None, False), ("accuracy", False), ("word error rate", True), ("perplexity", True)]
)
def test_direction_of_a_metric(metric: str | None, lower: bool) -> None:
    assert lower_is_better(metric) is lower


def scales(index: MadeIndex, name: str, keys: list[str] | None = None) -> list[tuple[str | None, str | None, int]]:
    """Metric, unit and number of entries of the rankings."""
    return [(each.metric, each.unit, len(each.entries)) for each in leaderboard(index.store, name, keys).rankings]


def test_bare_numbers_are_percentages_where_all_scores_are_shares(index: MadeIndex) -> None:
    record = index.paper("four", "Paper Four")
    for metric, unit, value in (
        ("accuracy rates", "%", 66.7),
        ("average accuracy", None, 46.7),
        ("Pass@1", "%", 43.3),
        (None, "%", 94.4),
        (None, None, 74.0),
        ("score", None, 56.7),
        (None, None, 0.7),
    ):
        index.score(record, "ShareTest", value, metric=metric, unit=unit)
    whole = [(None, "%", 3), ("accuracy", "%", 2), (None, None, 1), ("pass@1", "%", 1)]
    assert scales(index, "ShareTest") == whole
    other = index.paper("five", "Paper Five")
    index.score(other, "ShareTest", 12.0, metric=None, unit=None)
    assert scales(index, "ShareTest", ["five"]) == [(None, "%", 1)]


@pytest.mark.parametrize(
    "others",
    [
        [],
        [("Elo", None, 1200.0)],
        [("accuracy", "%", 80.0), ("judge rating", None, 8.0)],
        [(None, "points", 40.0)],
    ],
)
def test_bare_numbers_stay_bare_elsewhere(index: MadeIndex, others: list[tuple[str | None, str | None, float]]) -> None:
    record = index.paper("four", "Paper Four")
    index.score(record, "Arena", 70.0, metric=None, unit=None)
    for metric, unit, value in others:
        index.score(record, "Arena", value, metric=metric, unit=unit)
    assert (None, None, 1) in scales(index, "Arena")


def test_all_leaderboards_at_once_are_those_of_each_name(seed_index: Path) -> None:
    with open_store(seed_index) as store:
        assert list(every_leaderboard(store)) == [leaderboard(store, each.name) for each in benchmarks(store)]
