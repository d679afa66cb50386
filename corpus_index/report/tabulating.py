"""Leaderboards, models and comparisons as tables, a row a number or a name, with where each stands."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus_index.domain.amounts import amount, number
from corpus_index.domain.board import (
    BenchmarkSummary,
    ComparedRow,
    Comparison,
    Leaderboard,
    ModelUses,
    PlacedMention,
    PlacedResult,
)
from corpus_index.domain.table import Table


class _Row(NamedTuple):
    """A result and the scale that it is ranked on; `rank` is 0 where it is not ranked."""

    rank: int
    metric: str | None
    result: PlacedResult


_BOARD = ("rank", "benchmark", "kind", "metric", "bound", "value", "high", "unit", "total", "subject", "baseline",
          "trust", "paper", "year", "page", "first line", "evidence")  # fmt: skip
_BOARD_NUMBERS = frozenset({0, 5, 6, 8, 13, 15})


def board_table(board: Leaderboard, limit: int | None = None) -> Table:
    """A row a result: those of the rankings with their rank, then changes and costs, then joint results.

    Of each ranking, and of each of the others, at most `limit`.
    """
    rows = [
        *(_Row(entry.rank, of.metric, entry) for of in board.rankings for entry in of.entries[:limit]),
        *(_Row(0, result.metric, result) for part in (board.others, board.joint) for result in part[:limit]),
    ]
    return Table(
        title=board.benchmark,
        columns=_BOARD,
        numbers=_BOARD_NUMBERS,
        rows=tuple(_board_row(row) for row in rows),
    )


def _board_row(row: _Row) -> tuple[str, ...]:
    result = row.result
    return (
        str(row.rank or ""),
        result.benchmark or "",
        result.kind,
        row.metric or "",
        result.bound or "",
        number(result.value),
        _number(result.value_high),
        result.unit or "",
        _number(result.total),
        result.subject or "",
        result.baseline or "",
        result.trust,
        result.key,
        str(result.year or ""),
        result.page,
        str(result.first_line),
        result.evidence,
    )


def short_board_table(board: Leaderboard, limit: int | None = None) -> Table:
    """The rankings alone, as a manuscript has room for: rank, metric, number, who, against what, whose word, paper."""
    return Table(
        title=f"Scores on {board.benchmark}",
        columns=("", "metric", "score", "model or method", "against", "trust", "paper", "year"),
        numbers=frozenset({0, 2, 7}),
        rows=tuple(
            (
                str(entry.rank),
                ranking.metric or "",
                amount(entry),
                entry.subject or "",
                entry.baseline or "",
                entry.trust,
                entry.key,
                str(entry.year or ""),
            )
            for ranking in board.rankings
            for entry in ranking.entries[:limit]
        ),
    )


def benchmarks_table(summaries: Iterable[BenchmarkSummary]) -> Table:
    """A row a benchmark."""
    return Table(
        title="Benchmarks",
        columns=("benchmark", "papers", "models", "scores", "other", "joint"),
        numbers=frozenset(range(1, 6)),
        rows=tuple((of.name, *map(str, (of.papers, of.models, of.scores, of.others, of.joint))) for of in summaries),
    )


def models_table(uses: Iterable[ModelUses]) -> Table:
    """A row a model, with the keys of the papers that introduce, use and compare it."""
    return Table(
        title="Models",
        columns=("model", "introduced by", "used by", "compared by"),
        numbers=frozenset(),
        rows=tuple((use.name, _keys(use.introduced), _keys(use.base), _keys(use.compared)) for use in uses),
    )


def comparison_table(compared: Comparison) -> Table:
    """A row a scale, and a column a name: its most trusted number, and which paper says so."""
    return Table(
        title="Comparison of " + ", ".join(compared.names),
        columns=("benchmark", "metric", *compared.names),
        numbers=frozenset(range(2, 2 + len(compared.names))),
        rows=tuple((row.benchmark or "", measured(row), *map(_cell, row.cells)) for row in compared.rows),
    )


def measured(row: ComparedRow) -> str:
    """What a row of a comparison measures: metric, unit, total, and the kind where it is no score."""
    words = [row.metric or "", "" if row.kind == "score" else f"({row.kind.value})"]
    return " ".join(word for word in words if word)


def _cell(results: Sequence[PlacedResult]) -> str:
    return f"{amount(results[0])} [{results[0].key}]" if results else ""


def _keys(mentions: Iterable[PlacedMention]) -> str:
    return ", ".join(dict.fromkeys(mention.key for mention in mentions))


def _number(value: float | None) -> str:
    return "" if value is None else number(value)
