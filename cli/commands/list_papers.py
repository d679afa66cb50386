"""`papers list`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import json_line, say
from cli.database import open_to_read
from cli.options import Database, Json, ListSort, OptionalLimit, OptionalQuery, SortPapers
from cli.selection import keys_matching
from corpus_index.store import read


def run(
    query: OptionalQuery = None,
    *,
    db: Database = None,
    sort: SortPapers = ListSort.KEY,
    limit: OptionalLimit = None,
    json: Json = False,
) -> int:
    """List papers, all or those that match a query.

    \b
    Examples:
      papers list
      papers list kind:benchmark --sort title
      papers list author:duo --json
    """
    with open_to_read(db) as store:
        chosen = keys_matching(store, " ".join(query or ()))
        ordered = [key for key in read.keys(store, read.Sort(sort.value)) if chosen is None or key in chosen]
        shown = ordered[:limit]
        papers = list(read.papers(store, shown))
    if json:
        from cli.render.json_lists import paper_rows

        json_line(paper_rows(papers))
    else:
        from cli.render.tables import print_papers

        print_papers(papers)
        if len(ordered) > len(shown):
            say(f"papers: {len(ordered) - len(shown)} more", "quiet")
    return DONE if papers else NOTHING_FOUND
