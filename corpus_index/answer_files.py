"""Answers of a library as the text of files: tables, graphs and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_index.domain.board import BenchmarkSummary, Comparison, Leaderboard, ModelUses
from corpus_index.domain.graph import Graph
from corpus_index.errors import PapersError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_index.domain.table import Table

    Answer = Leaderboard | Comparison | Graph | Sequence[BenchmarkSummary] | Sequence[ModelUses]


def as_text(answer: Answer, form: str) -> str:
    """Write an answer as `csv`, `markdown` or `latex` (a table for booktabs), or a graph as `dot`, `graphml`, `mermaid`
    or `svg`, and either as `json`.

    Raises `PapersError` for a format that it cannot have, and `ExtraMissing` for `svg` without the extra `graph`.
    """
    if form == "json":
        import json

        from corpus_index.domain.plain import plain

        return json.dumps(plain(answer), ensure_ascii=False, allow_nan=False) + "\n"
    if isinstance(answer, Graph):
        from corpus_index.export.graphs import graph_file

        return "".join(graph_file(answer, form))
    from corpus_index.report.table_files import TABLE_FILES

    if form not in TABLE_FILES:
        raise PapersError(form, "is no format of a table", f"give one of {', '.join(TABLE_FILES)}, json")
    return TABLE_FILES[form](_table(answer, form))


def _table(answer: Leaderboard | Comparison | Sequence[BenchmarkSummary] | Sequence[ModelUses], form: str) -> Table:
    from corpus_index.report import tabulating

    if isinstance(answer, Leaderboard):
        return tabulating.board_table(answer) if form == "csv" else tabulating.short_board_table(answer)
    if isinstance(answer, Comparison):
        return tabulating.comparison_table(answer)
    models = [row for row in answer if isinstance(row, ModelUses)]
    if models:
        return tabulating.models_table(models)
    return tabulating.benchmarks_table(row for row in answer if isinstance(row, BenchmarkSummary))
