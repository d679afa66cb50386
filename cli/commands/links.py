"""`papers links`."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice, pairwise

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json, one_key
from cli.console import json_line, say
from cli.database import is_empty, open_to_read
from cli.options import Database, Json, MostCited, OptionalLimit, OptionalName, PathTo, WithQuery
from cli.selection import keys_matching
from corpus_index.domain.link import PaperLink
from corpus_index.domain.paper import Paper
from corpus_index.errors import PapersError
from corpus_index.store import Store, read
from corpus_index.store.linked import naming_keys

_Links = Iterable[tuple[Paper, PaperLink]]


def run(
    name: OptionalName = None,
    *,
    db: Database = None,
    to: PathTo = None,
    query: WithQuery = None,
    most_cited: MostCited = False,
    limit: OptionalLimit = None,
    json: Json = False,
) -> int:
    """Show what a paper builds on and what builds on it, with the sentences.

    \b
    Without a name: every link in the index, or those of the papers of --query.
    With one, --query says of which other papers. With --to, a shortest way from
    one paper to another, whichever way the links lead.

    \b
    Examples:
      papers links MiMo-V2-Flash
      papers links MiMo-7B --to MiMo-Audio
      papers links --most-cited --limit 5
      papers links --query 'model:Qwen*' --json
    """
    _check(name, to, most_cited)
    asked = named(name) if name else None
    with open_to_read(db) as store, no_name_as_json(json):
        if most_cited:
            return _print_most_cited(store, query, limit, json=json)
        key = one_key(store, asked, json=json) if asked else None
        if asked and key is None:
            return NOTHING_FOUND
        if key and to is not None:
            end = one_key(store, to, json=json)
            links = None if end is None else list(_way(store, key, end))[:limit]
        else:
            links = list(islice(_of(store, key, keys_matching(store, query)), limit))
        empty = is_empty(store)
    if links is None:
        return NOTHING_FOUND
    _print(links, json=json)
    if not links and not empty:
        way = f" from {key} to {end}" if key and to is not None else f" of {key}" if key else ""
        say(f"papers: no links{way}", "quiet")
    return DONE if links else NOTHING_FOUND


def _check(name: list[str] | None, to: str | None, most_cited: bool) -> None:
    if most_cited and (name or to is not None):
        raise PapersError("--most-cited", "is about all papers", "leave out the name, or use --query")
    if to is not None and not name:
        raise PapersError("--to", "needs the paper to start from", "papers links NAME --to NAME")


def _of(store: Store, key: str | None, chosen: Collection[str] | None) -> Iterator[tuple[Paper, PaperLink]]:
    if key is not None:
        paper = read.paper(store, key)
        yield from ((paper, link) for link in paper.links if chosen is None or link.key in chosen)
        return
    for paper in read.papers(store, [each for each in naming_keys(store) if chosen is None or each in chosen]):
        yield from ((paper, link) for link in paper.links if link.direction == "out")


def _way(store: Store, start: str, end: str) -> Iterator[tuple[Paper, PaperLink]]:
    """Give the surest link of each step."""
    from corpus_index.report.graph import shortest_path

    for here, there in pairwise(shortest_path(store, start, end)):
        paper = read.paper(store, here)
        yield paper, max((link for link in paper.links if link.key == there), key=lambda link: link.confidence)


def _print(links: _Links, *, json: bool) -> None:
    if json:
        from cli.render.json_lists import dumped
        from corpus_index.domain.plain import plain

        json_line(dumped([{"of": paper.key, **plain(link)} for paper, link in links]))
        return
    from cli.render.links import print_link

    for paper, link in links:
        print_link(paper.key, link)


def _print_most_cited(store: Store, query: str | None, limit: int | None, *, json: bool) -> int:
    from corpus_index.report.graph import most_cited

    found = most_cited(store, keys_matching(store, query))
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(found[:limit]))
    else:
        from cli.render.graph_tables import print_cited

        print_cited(found[:limit])
    return DONE if found else NOTHING_FOUND
