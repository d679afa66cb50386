"""`papers remove`."""

from typing import Annotated

import typer

from cli.boundary import DONE
from cli.choice import no_name_as_json
from cli.console import json_line, put
from cli.database import own_path
from cli.options import Database, Json
from corpus_index.domain.wording import counted
from corpus_index.pipeline import remove

Targets = Annotated[
    list[str], typer.Argument(metavar="PAGE|KEY...", help="Names or digests of pages, or keys of papers.")
]


def run(targets: Targets, db: Database = None, json: Json = False) -> int:
    """Take pages or papers out of the index.

    \b
    A page goes with all its revisions and all that was read from it; papers that
    stand on other pages too stay, with what those say. A paper goes with all its
    records; a page that holds others stays without them, and adding it again
    brings nothing back. To get such a paper back, remove the page and add it:
    papers remove PAGE, then papers add PAGE. All targets go, or none.

    \b
    Examples:
      papers remove saved-pages/today.txt
      papers remove JudgeRLVR "my pages/today.txt"
    """
    with no_name_as_json(json):
        report = remove(own_path(db), targets)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return DONE
    for page in report.pages:
        put(("page ", "quiet"), page)
    for paper in report.papers:
        put(("paper ", "quiet"), (paper, "key"))
    if report.changed:
        put(("changed ", "quiet"), (", ".join(report.changed), "key"))
    for page in report.kept_pages:
        put(("kept ", "quiet"), page, (" without them; to bring them back: papers remove, then papers add", "quiet"))
    gone = f"{counted(len(report.pages), 'page')}, {counted(len(report.papers), 'paper')}"
    left = counted(report.left, "paper")
    put((f"removed {gone} and {counted(report.records, 'record')}; the index holds {left}", "heading"))
    return DONE
