"""`papers missing`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import json_line, say
from cli.database import open_to_read
from cli.options import Database, Json, Limit, OptionalQuery
from cli.selection import keys_matching
from corpus_index.report.graph import missing


def run(query: OptionalQuery = None, *, limit: Limit = 20, db: Database = None, json: Json = False) -> int:
    """List what several papers name or cite and no paper here is about.

    \b
    Models and benchmarks that papers use and none in the index introduces, and
    works of which they give only the number or DOI: what to read or add next.
    With a query, only papers that match count as naming it.

    \b
    Examples:
      papers missing --limit 5
      papers missing 'bench:AIME24' --json
    """
    with open_to_read(db) as store:
        found = missing(store, keys_matching(store, " ".join(query or ())))
    shown = found[:limit]
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(shown))
    else:
        from cli.render.graph_tables import print_missing

        print_missing(shown)
    if len(found) > len(shown):
        say(f"papers: {len(found) - len(shown)} more: --limit {len(found)}", "quiet")
    elif not found:
        say("papers: nothing is missing", "quiet")
    return DONE if found else NOTHING_FOUND
