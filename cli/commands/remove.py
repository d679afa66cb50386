"""`papers remove`."""

from typing import Annotated, Optional

import typer

from cli.boundary import DONE, NOTHING_FOUND
from cli.choice import no_name_as_json
from cli.console import json_line, put
from cli.database import path_to_change
from cli.options import Database, DryRun, Json
from cli.selection import keys_to_change
from corpus_index.domain.wording import counted
from corpus_index.errors import PapersError
from corpus_index.pipeline import RemoveReport, remove
from corpus_index.store import open_store

Targets = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(metavar="[PAGE|KEY]...", help="Names or digests of pages, or keys of papers.", show_default=False),
]
ByQuery = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--query", metavar="QUERY", help="All papers that match; the language of search."),
]


def run(
    targets: Targets = None,
    *,
    db: Database = None,
    query: ByQuery = None,
    dry_run: DryRun = False,
    json: Json = False,
) -> int:
    """Take pages or papers out of the index.

    \b
    A page goes with all its revisions and all that was read from it, or by digest
    with one of them; papers that stand on other pages too stay, with what those
    say, and with your tags, notes and corrections. A paper goes with all its
    records; a page that holds others stays without them, and adding it again
    brings nothing back. To get such a paper back, remove the page and add it:
    papers remove PAGE, then papers add PAGE. All targets go, or none; and none
    where --query is not read as it is written.

    \b
    Examples:
      papers remove saved-pages/today.txt
      papers remove JudgeRLVR "my pages/today.txt"
      papers remove --query 'year:<2010 -has:link' --dry-run
    """
    path = path_to_change(db)
    if query is None and not targets:
        raise PapersError("", "nothing to remove is given", "give a page, a key or --query QUERY")
    keys: list[str] = []
    if query is not None:
        with open_store(path) as store:
            keys = keys_to_change(store, query)
    with no_name_as_json(json):
        report = remove(path, targets or (), keys, dry_run=dry_run)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
    elif targets or keys:
        _print(report, dry_run=dry_run)
    return DONE if targets or keys else NOTHING_FOUND


def _print(report: RemoveReport, *, dry_run: bool) -> None:
    for page in report.pages:
        put(("page ", "quiet"), page)
    for paper in report.papers:
        put(("paper ", "quiet"), (paper, "key"))
    if report.changed:
        put(("changed ", "quiet"), (", ".join(report.changed), "key"))
    for page in report.kept_pages:
        put(("kept ", "quiet"), page, (" without them; to bring them back: papers remove, then papers add", "quiet"))
    gone = f"{counted(len(report.pages), 'page')}, {counted(len(report.papers), 'paper')}"
    done, holds = ("would remove", "would hold") if dry_run else ("removed", "holds")
    left = counted(report.left, "paper")
    put((f"{done} {gone} and {counted(report.records, 'record')}; the index {holds} {left}", "heading"))
