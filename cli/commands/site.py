"""`papers site`."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from cli.boundary import DONE, listen_for_termination
from cli.console import say
from cli.database import is_demonstration, open_to_read, own_path
from cli.options import Database
from cli.progress import shown_progress
from corpus_index.domain.wording import counted
from corpus_index.errors import StoreError
from corpus_index.site.building import build_site
from corpus_index.store import read

Target = Annotated[str, typer.Argument(metavar="DIR", help="The folder to write; it is made, or replaced as a whole.")]
Force = Annotated[bool, typer.Option("--force", help="Replace the folder whatever is in it.")]


def run(folder: Target, force: Force = False, db: Database = None) -> int:
    """Write the whole index as web pages that need no server.

    \b
    Search as you type, a page for each paper with every fact marked in its
    abstract, leaderboards to sort, models, the graph of links, and what sources
    disagree on. Open index.html from the folder, or copy the folder to any host.
    The pages ask nothing of any other host. As in an export, citation keys never
    change again.

    \b
    Examples:
      papers site public
      papers site --force public
    """
    listen_for_termination()
    with open_to_read(db) as store:
        with shown_progress() as show:
            pages = build_site(store, Path(folder), force=force, progress=show)
        keys = read.keys(store)
    if not is_demonstration(db):
        _freeze(Path(own_path(db)), keys)
    say(f"papers: {counted(pages, 'page')} written to {folder}; open {Path(folder) / 'index.html'}", "quiet")
    return DONE


def _freeze(path: Path, keys: Collection[str]) -> None:
    """Let the keys that stand in the BibTeX of the pages never change again."""
    from corpus_index.store.freezing import freeze_keys

    try:
        freeze_keys(path, keys)
    except StoreError as error:
        say(f"papers: the keys may change later, because the index cannot be written ({error.what})", "warning")
