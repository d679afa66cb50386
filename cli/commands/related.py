"""`papers related`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json, one_key
from cli.console import json_line, say
from cli.database import open_to_read
from cli.options import Database, Json, Limit, Name, WithQuery
from cli.selection import keys_matching
from corpus_index.search.related import related


def run(name: Name, *, db: Database = None, query: WithQuery = None, limit: Limit = 10, json: Json = False) -> int:
    """Show the papers that are nearest to one, each with the reasons.

    \b
    Near are papers that build on it or that it builds on, that cite it or that it
    cites, that cite the same works, and that name the same models, benchmarks or
    rare words.

    \b
    Examples:
      papers related LongSpec
      papers related MiMo-V2-Flash --query -cites:MiMo-V2-Flash --limit 3
    """
    asked = named(name)
    with open_to_read(db) as store, no_name_as_json(json):
        key = one_key(store, asked, json=json)
        if key is None:
            return NOTHING_FOUND
        found = related(store, key, keys_matching(store, query))
    shown = found[:limit]
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(shown))
    else:
        from cli.render.related import print_related

        print_related(shown)
    if not found:
        say(f"papers: nothing is near {key}", "quiet")
    elif len(found) > len(shown):
        say(f"papers: {len(found) - len(shown)} more", "quiet")
    return DONE if found else NOTHING_FOUND
