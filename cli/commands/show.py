"""`papers show`: kept free of imports that it does not need."""

from __future__ import annotations

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json, one_key
from cli.console import json_line
from cli.database import open_to_read
from corpus_index.store import read
from corpus_index.store.revisions import revisions_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cli.options import Database, Json, Name, Sources
    from corpus_index.domain.paper import Paper
    from corpus_index.store import Store


def run(name: Name, db: Database = None, sources: Sources = False, json: Json = False) -> int:
    """Show all that is known about one paper, each fact with its evidence.

    \b
    The abstract, summaries (marked, a machine may have written them), facts with
    the words of the page and their place, the pages that it was read from, links
    to and from other papers, and contradictions between its sources.

    \b
    Examples:
      papers show MiMo-V2-Flash
      papers show mimo v2 flsh            the beginning or a typo will do
      papers show MiMo-V2-Flash --json | jq .results
      papers show MiMo-V2-Flash --sources

    \b
    Where a name fits several papers, or one only somewhere in its name, these are
    listed, and the exit code is 1.
    """
    asked = named(name)
    with open_to_read(db) as store, no_name_as_json(json):
        key = one_key(store, asked, json=json)
        if key is None:
            return NOTHING_FOUND
        paper = read.paper(store, key)
        if sources:
            return _show_sources(store, paper, json=json)
        revisions = revisions_of(store.connection, key)
    if json:
        from json import dumps

        from corpus_index.domain.plain import plain

        json_line(dumps(plain(paper), ensure_ascii=False))
    else:
        from cli.render.paper import print_paper

        print_paper(paper, revisions)
    return DONE


def _show_sources(store: Store, paper: Paper, *, json: bool) -> int:
    from corpus_index.report.sources import field_sources

    fields = field_sources(store, paper)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(fields))
    else:
        from cli.render.sources import print_sources

        print_sources(fields)
    return DONE
