"""`papers backup`."""

from pathlib import Path
from typing import Annotated

import typer

from cli.boundary import DONE
from cli.console import json_line, put
from cli.database import own_path
from cli.options import Database, Json
from cli.progress import shown_progress
from cli.render.json_lists import dumped
from corpus_index.domain.wording import counted
from corpus_index.store.backup import backup

Target = Annotated[str, typer.Argument(metavar="FILE", help="The file to write.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")]


def run(target: Target, *, force: Force = False, db: Database = None, json: Json = False) -> int:
    """Copy the index to a file, also while others read and write it.

    \b
    The copy is the index as it is at one moment. It is written beside its place
    and put there whole. To go back to it, put it where papers info says the index
    is, while no command runs; it can also be used as it is, with --db.

    \b
    Examples:
      papers backup papers-monday.db
      papers backup last.db --force
    """
    with shown_progress() as progress:
        report = backup(Path(own_path(db)), Path(target).expanduser(), force=force, progress=progress)
    if json:
        json_line(dumped(report))
    else:
        put(
            (f"{counted(report.papers, 'paper')} in {report.path}", "heading"),
            (f"  {report.bytes / 1e6:.1f} MB", "quiet"),
        )
    return DONE
