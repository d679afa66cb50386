"""`papers models`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json
from cli.console import json_line, say
from cli.database import open_to_read
from cli.options import Database, Json, OptionalLimit, OptionalName, SortUses, UsesSort, WithQuery
from cli.selection import keys_matching
from corpus_index.domain.folding import fold
from corpus_index.domain.wording import shortened
from corpus_index.report import models


def run(
    name: OptionalName = None,
    *,
    db: Database = None,
    query: WithQuery = None,
    sort: SortUses = UsesSort.PAPERS,
    limit: OptionalLimit = None,
    json: Json = False,
) -> int:
    """Show where models are introduced, used and compared.

    \b
    Used is a model that a paper trains, tunes or runs; compared is one that it
    names beside its own. With a name: the evidence too.

    \b
    Examples:
      papers models
      papers models QwQ-32B
      papers models qwen --query 'bench:AIME' --json
    """
    asked = named(name) if name else None
    with open_to_read(db) as store, no_name_as_json(json):
        found = models(store, asked, keys_matching(store, query))
    if asked and found:
        _say_what_is_taken(asked, [use.name for use in found])
    if sort is UsesSort.NAME:
        found = tuple(sorted(found, key=lambda use: use.name.casefold()))
    shown = found[:limit]
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(shown))
    elif name:
        from cli.render.model_uses import print_uses

        print_uses(shown)
    else:
        from cli.render.tables import print_models

        print_models(shown)
    if len(found) > len(shown):
        say(f"papers: {len(found) - len(shown)} more", "quiet")
    return DONE if shown else NOTHING_FOUND


def _say_what_is_taken(asked: str, names: list[str]) -> None:
    """Say which models stand for a name that none of them has."""
    if fold(asked) in map(fold, names):
        return
    taken = names[0] if len(names) == 1 else f"{len(names)} models with it in their names"
    say(f"papers: {shortened(asked)} is taken for {taken}", "quiet")
