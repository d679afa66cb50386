"""`papers bench`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json
from cli.console import say
from cli.database import open_to_read
from cli.options import (
    Database,
    Json,
    OptionalLimit,
    OptionalName,
    Plot,
    SortUses,
    TableAs,
    TableFormat,
    UsesSort,
    WithQuery,
)
from cli.selection import keys_matching
from cli.table_format import format_of, print_file
from corpus_index.domain.board import Leaderboard
from corpus_index.errors import PapersError
from corpus_index.report import benchmarks, leaderboard


def run(
    name: OptionalName = None,
    *,
    db: Database = None,
    query: WithQuery = None,
    sort: SortUses = UsesSort.PAPERS,
    limit: OptionalLimit = None,
    form: TableAs = TableFormat.TEXT,
    plot: Plot = None,
    json: Json = False,
) -> int:
    """Rank what papers report on a benchmark, or list the benchmarks.

    \b
    Each number comes with who reached it, which paper says so, the words of the
    page, and how far to trust it: a paper's own result, one that it quotes, or
    the claim of a summary. Only numbers of one metric and unit are ranked
    together.

    \b
    Examples:
      papers bench
      papers bench "AIME 2024"
      papers bench aime24 --query 'model:Qwen*' --json
      papers bench aime24 --format latex --limit 5
    """
    form = format_of(form, json=json)
    if name is None:
        if plot is not None:
            raise PapersError("--plot", "draws one benchmark", "give its NAME")
        return _overview(db, query, sort, limit, form)
    asked = named(name)
    with open_to_read(db) as store, no_name_as_json(form is TableFormat.JSON):
        board = leaderboard(store, asked, keys_matching(store, query))
    if plot is not None:
        _draw(board, plot)
    if form is TableFormat.TEXT:
        from cli.render.boards import print_board

        print_board(board, limit)
    else:
        from corpus_index.report.tabulating import board_table, short_board_table

        make = board_table if form is TableFormat.CSV else short_board_table
        print_file(form, board, lambda: make(board, limit))
    return DONE if board.rankings or board.others or board.joint or board.mentions else NOTHING_FOUND


def _overview(db: str | None, query: str | None, sort: UsesSort, limit: int | None, form: TableFormat) -> int:
    with open_to_read(db) as store:
        found = benchmarks(store, keys_matching(store, query))
    if sort is UsesSort.NAME:
        found = tuple(sorted(found, key=lambda summary: summary.name.casefold()))
    shown = found[:limit]
    if form is TableFormat.TEXT:
        from cli.render.tables import print_benchmarks

        print_benchmarks(shown)
    else:
        from corpus_index.report.tabulating import benchmarks_table

        print_file(form, shown, lambda: benchmarks_table(shown))
    return DONE if shown else NOTHING_FOUND


def _draw(board: Leaderboard, file: str) -> None:
    from cli.output_file import replace_file
    from corpus_index.report.plotting import PLOT_FORMATS, plot

    ending = file.rpartition(".")[2].lower()
    if ending not in PLOT_FORMATS:
        raise PapersError(file, "is no picture that can be drawn", "give a name that ends in .svg or .png")
    replace_file(file, plot(board, ending))
    say(f"papers: the scores are drawn in {file}", "quiet")
