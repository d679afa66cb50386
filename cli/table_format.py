"""The one choice of `--format` and `--json` that `bench`, `models` and `compare` share."""

from collections.abc import Callable

from cli.console import json_line, raw
from cli.options import TableFormat
from corpus_index.domain.table import Table
from corpus_index.errors import PapersError


def format_of(form: TableFormat, *, json: bool) -> TableFormat:
    """Give the format that both options together ask for. Raises `PapersError` where they contradict each other."""
    if not json:
        return form
    if form not in (TableFormat.TEXT, TableFormat.JSON):
        raise PapersError("--json", f"contradicts --format {form.value}", "give one of them")
    return TableFormat.JSON


def print_file(form: TableFormat, value: object, table: Callable[[], Table]) -> None:
    """Print `value` as JSON, or the table made of it in another format for files."""
    if form is TableFormat.JSON:
        from cli.render.json_lists import dumped

        json_line(dumped(value))
    else:
        from corpus_index.report.table_files import TABLE_FILES

        raw(TABLE_FILES[form.value](table()))
