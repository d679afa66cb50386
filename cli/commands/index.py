"""`papers index`."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from cli.boundary import DONE
from cli.console import raw, say
from cli.database import is_demonstration, open_to_read
from cli.options import Database, Force
from cli.output_file import replace_file
from corpus_index.errors import PapersError
from corpus_index.report import INDEX_MARK, index_page

Target = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - for standard output.")]
Folder = Annotated[
    Optional[str],  # noqa: UP045  typer 0.26 needs it
    typer.Option("--pages", metavar="FOLDER", help="Where the pages are, seen from the file."),
]


def run(output: Target = "INDEX.md", pages: Folder = None, force: Force = False, db: Database = None) -> int:
    """Write the whole index as one page of Markdown, INDEX.md.

    \b
    Papers with links to their pages and lines, models, leaderboards, links
    between papers, and contradictions. The same index gives the same text. A file
    that this command did not write is left as it is, unless --force is given.

    \b
    Examples:
      papers index
      papers index --output - | less
      papers index --pages saved-pages --output pages.md
    """
    folder = pages if pages is not None else "seeds" if is_demonstration(db) else ""
    if output != "-" and not force:
        _refuse_foreign(output)
    with open_to_read(db) as store:
        text = index_page(store, folder)
    if output == "-":
        raw(text)
    else:
        replace_file(output, text)
        say(f"papers: written to {output}", "quiet")
    return DONE


def _refuse_foreign(output: str) -> None:
    """Refuse to replace a file that does not begin as what this command writes."""
    path = Path(output)
    if not path.is_file():
        return
    mark = INDEX_MARK.encode()
    with path.open("rb") as file:
        if file.read(len(mark)) != mark:
            raise PapersError(output, "exists and was not written by papers index", "give another --output, or --force")
