"""`papers rebuild`."""

from cli.boundary import DONE
from cli.console import json_line, put
from cli.database import path_to_change
from cli.options import Database, DryRun, Json
from cli.progress import shown_progress
from corpus_index.domain.wording import counted
from corpus_index.pipeline import rebuild


def run(*, db: Database = None, dry_run: DryRun = False, json: Json = False) -> int:
    """Extract, compare and link anew what is on the stored pages.

    \b
    For after an upgrade of this program. Keys that were given out stay, and so
    does what is your own: corrections, tags, notes, and decisions. How a page was
    split into records stays, too; to split it anew, remove it and add it. It can
    be stopped at any moment, and started again. papers undo puts the former facts
    back, and --dry-run says how many records would have others.

    \b
    Example:
      papers rebuild
    """
    with shown_progress() as progress:
        report = rebuild(path_to_change(db), dry_run=dry_run, progress=progress)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(report))
        return DONE
    read = f"{counted(report.pages, 'page')} with {counted(report.records, 'record')} read anew"
    holds = "would hold" if dry_run else "holds"
    put((f"{read}; the index {holds} {counted(report.now, 'paper')}, and held {report.were}", "heading"))
    put((f"{counted(report.changed, 'record')} with other facts than before", "quiet"))
    return DONE
