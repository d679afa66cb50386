"""`papers models`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import named, no_name_as_json
from cli.console import say
from cli.database import open_to_read
from cli.options import Database, Json, OptionalLimit, OptionalName, SortUses, TableAs, TableFormat, UsesSort, WithQuery
from cli.selection import keys_matching
from cli.table_format import format_of, print_file
from corpus_index.domain.folding import fold
from corpus_index.domain.wording import shortened
from corpus_index.report import models, profiles


def run(
    name: OptionalName = None,
    *,
    db: Database = None,
    query: WithQuery = None,
    sort: SortUses = UsesSort.PAPERS,
    limit: OptionalLimit = None,
    form: TableAs = TableFormat.TEXT,
    json: Json = False,
) -> int:
    """Show where models are introduced, used and compared.

    \b
    Used is a model that a paper trains, tunes or runs; compared is one that it
    names beside its own. With a name: the evidence too, the model's results,
    and its family: what it is made from and what is made from it, as far as
    papers that introduce a model say which one they build on.

    \b
    Examples:
      papers models
      papers models QwQ-32B
      papers models qwen --query 'bench:AIME' --json
    """
    form = format_of(form, json=json)
    asked = named(name) if name else None
    with open_to_read(db) as store, no_name_as_json(form is TableFormat.JSON):
        keys = keys_matching(store, query)
        found = models(store, asked, keys)
        if sort is UsesSort.NAME:
            found = tuple(sorted(found, key=lambda use: use.name.casefold()))
        shown = found[:limit]
        detailed = profiles(store, shown, keys) if asked else ()
    if asked and found:
        _say_what_is_taken(asked, [use.name for use in found])
    if form is TableFormat.TEXT and asked:
        from cli.render.model_uses import print_profiles

        print_profiles(detailed)
    elif form is TableFormat.TEXT:
        from cli.render.tables import print_models

        print_models(shown)
    else:
        from corpus_index.report.tabulating import models_table

        print_file(form, detailed or shown, lambda: models_table(shown))
    if len(found) > len(shown):
        say(f"papers: {len(found) - len(shown)} more", "quiet")
    return DONE if shown else NOTHING_FOUND


def _say_what_is_taken(asked: str, names: list[str]) -> None:
    """Say which models stand for a name that none of them has."""
    if fold(asked) in map(fold, names):
        return
    taken = names[0] if len(names) == 1 else f"{len(names)} models with it in their names"
    say(f"papers: {shortened(asked)} is taken for {taken}", "quiet")
