"""`papers undo`."""

from cli.boundary import DONE
from cli.console import json_line, put
from cli.database import path_to_change
from cli.options import Database, DryRun, Json
from cli.progress import shown_progress
from corpus_index.domain.wording import counted
from corpus_index.pipeline import undo


def run(*, db: Database = None, dry_run: DryRun = False, json: Json = False) -> int:
    """Take back what the last command changed.

    \b
    Again, the one before it, up to the last hundred: add, enrich, remove, merge,
    split, set, tag, note, and rebuild where it gave other facts. Keys that were
    given out stay so.

    \b
    Examples:
      papers undo --dry-run      says what would be taken back
      papers undo
    """
    with shown_progress() as progress:
        report = undo(path_to_change(db), dry_run=dry_run, progress=progress)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return DONE
    put(("would take back " if dry_run else "took back ", "heading"), report.command, (f"  of {report.at}", "quiet"))
    out, back = (counted(number, "page") for number in (report.taken_out, report.put_back))
    holds = "would hold" if dry_run else "holds"
    pages = f"{out} out, {back} back in; " if report.taken_out or report.put_back else ""
    put((f"{pages}the index {holds} {counted(report.left, 'paper')}", "quiet"))
    return DONE
