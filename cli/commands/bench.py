"""`papers bench`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json
from cli.console import json_line
from cli.database import open_to_read
from cli.options import Database, Json, OptionalLimit, OptionalName, SortUses, UsesSort, WithQuery
from cli.selection import keys_matching
from corpus_index.report import benchmarks, leaderboard


def run(
    name: OptionalName = None,
    *,
    db: Database = None,
    query: WithQuery = None,
    sort: SortUses = UsesSort.PAPERS,
    limit: OptionalLimit = None,
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
    """
    asked = named(name) if name else None
    with open_to_read(db) as store, no_name_as_json(json):
        keys = keys_matching(store, query)
        if asked is None:
            found = benchmarks(store, keys)
            if sort is UsesSort.NAME:
                found = tuple(sorted(found, key=lambda summary: summary.name.casefold()))
            shown = found[:limit]
        else:
            board = leaderboard(store, asked, keys)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(board if name else shown))
    elif name:
        from cli.render.boards import print_board

        print_board(board, limit)
    else:
        from cli.render.tables import print_benchmarks

        print_benchmarks(shown)
    if name:
        return DONE if board.rankings or board.others or board.joint or board.mentions else NOTHING_FOUND
    return DONE if shown else NOTHING_FOUND
