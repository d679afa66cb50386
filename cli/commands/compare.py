"""`papers compare`."""

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import no_name_as_json
from cli.console import say
from cli.database import open_to_read
from cli.options import ComparedNames, Database, Json, OptionalLimit, TableAs, TableFormat, WithQuery
from cli.selection import keys_matching
from cli.table_format import format_of, print_file
from corpus_index.errors import PapersError
from corpus_index.report import comparison

_NAMED = 5


def run(
    names: ComparedNames,
    *,
    db: Database = None,
    query: WithQuery = None,
    limit: OptionalLimit = None,
    form: TableAs = TableFormat.TEXT,
    json: Json = False,
) -> int:
    """Set the numbers of models, methods or papers side by side.

    \b
    A row holds numbers that may be compared: one benchmark, metric and unit.
    Rows that most of the names share come first. Each number has its proof
    below the table, and says whose word it is where it is not the paper's own.

    \b
    Examples:
      papers compare Qwen2.5-7B-Instruct Xolver START
      papers compare FFS LIMR --format latex
      papers compare DAP Tina --json
    """
    form = format_of(form, json=json)
    distinct = list(dict.fromkeys(name for name in names if name.strip()))
    if len(distinct) < 2:
        raise PapersError("NAME", "is one name only", "give two or more, each one word or in quotes")
    with open_to_read(db) as store, no_name_as_json(form is TableFormat.JSON):
        compared = comparison(store, distinct, keys_matching(store, query), limit)
    if form is not TableFormat.TEXT:
        from corpus_index.report.tabulating import comparison_table

        print_file(form, compared, lambda: comparison_table(compared))
    elif compared.rows:
        from cli.render.comparison import print_comparison

        print_comparison(compared)
    for name, near in compared.unknown.items():
        hint = f"; close names: {', '.join(near)}" if near else ""
        say(f"papers: {name} is left out: no model, method or paper with results has this name{hint}", "warning")
    for name, sized in compared.variants.items():
        more = f" and {len(sized) - _NAMED} more" if len(sized) > _NAMED else ""
        say(f"papers: {name} itself has no numbers; these have: {', '.join(sized[:_NAMED])}{more}", "warning")
    if not compared.rows:
        say("papers: there are no numbers of these", "quiet")
        return NOTHING_FOUND
    return DONE
