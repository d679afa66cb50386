"""`papers links`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json, one_key
from cli.console import json_line, say
from cli.database import open_to_read
from cli.options import Database, Json, OptionalLimit, OptionalName, WithQuery
from cli.selection import keys_matching
from corpus_index.store import read


def run(
    name: OptionalName = None,
    *,
    db: Database = None,
    query: WithQuery = None,
    limit: OptionalLimit = None,
    json: Json = False,
) -> int:
    """Show what a paper builds on and what builds on it, with the sentences.

    \b
    Without a name: every link in the index, or those of the papers of --query.
    With one, --query says of which other papers.

    \b
    Examples:
      papers links MiMo-V2-Flash
      papers links
      papers links --query 'model:Qwen*' --json
      papers links Qwen2.5-Math --query title:resa
    """
    asked = named(name) if name else None
    with open_to_read(db) as store, no_name_as_json(json):
        if asked is not None:
            key = one_key(store, asked, json=json)
            if key is None:
                return NOTHING_FOUND
            papers, chosen = [read.paper(store, key)], keys_matching(store, query)
            links = [(papers[0], link) for link in papers[0].links if chosen is None or link.key in chosen]
        else:
            chosen = keys_matching(store, query)
            papers = list(read.papers(store, None if chosen is None else sorted(chosen)))
            links = [(paper, link) for paper in papers for link in paper.links if link.direction == "out"]
    shown = links[:limit]
    if json:
        from cli.render.json_lists import dumped
        from corpus_index.domain.plain import plain

        json_line(dumped([{"of": paper.key, **plain(link)} for paper, link in shown]))
    else:
        from cli.render.links import print_link

        for paper, link in shown:
            print_link(paper.key, link)
    if papers and not links:
        say("papers: no links" + (f" of {papers[0].key}" if name else ""), "quiet")
    return DONE if links else NOTHING_FOUND
