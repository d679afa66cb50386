"""`papers index`."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Optional

import typer

from cli.boundary import DONE
from cli.console import raw, say
from cli.database import is_demonstration, open_to_read
from cli.options import Database, Force
from cli.output_file import replace_file
from cli.progress import shown_count
from corpus_index.domain.wording import counted
from corpus_index.errors import PapersError
from corpus_index.report import INDEX_MARK, index_page, index_pages, parts_folder

Target = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - for standard output.")]
Folder = Annotated[
    Optional[str],  # noqa: UP045  typer 0.26 needs it
    typer.Option("--pages", metavar="FOLDER", help="Where the pages are, seen from the file."),
]


def run(output: Target = "INDEX.md", pages: Folder = None, force: Force = False, db: Database = None) -> int:
    """Write the whole index as Markdown, INDEX.md.

    \b
    Papers with links to their pages and lines, models, leaderboards, links
    between papers, and contradictions. The same index gives the same text. Where
    there are more than 500 papers, INDEX.md leads to parts in a folder beside it,
    INDEX-parts. A file that this command did not write is left as it is, unless
    --force is given.

    \b
    Examples:
      papers index
      papers index --output - | less
      papers index --pages saved-pages --output pages.md
    """
    folder = pages if pages is not None else "seeds" if is_demonstration(db) else ""
    if output != "-" and not force:
        _refuse_foreign(Path(output))
    with open_to_read(db) as store:
        if output == "-":
            raw(index_page(store, folder))
            return DONE
        target, written = Path(output), []
        with shown_count("pages written") as progress:
            for name, text in index_pages(store, target.name, folder):
                path = target.parent / name
                if not force:
                    _refuse_foreign(path)
                if path.parent != target.parent and target.parent.is_dir():
                    path.parent.mkdir(exist_ok=True)
                replace_file(str(path), text)
                written.append(path)
                if progress is not None:
                    progress(name, len(written))
    _take_away(target.parent / parts_folder(target.name), written)
    parts = f", and {counted(len(written) - 1, 'part')} in {written[0].parent}" if len(written) > 1 else ""
    say(f"papers: written to {output}{parts}", "quiet")
    return DONE


def _take_away(parts: Path, written: Collection[Path]) -> None:
    """Remove the parts of an earlier, larger index, and their folder where nothing is left in it."""
    for part in parts.glob("*.md"):
        if part not in written and _is_ours(part):
            part.unlink()
    with suppress(OSError):
        parts.rmdir()


def _refuse_foreign(path: Path) -> None:
    """Refuse to replace a file that does not begin as what this command writes."""
    if path.is_file() and not _is_ours(path):
        raise PapersError(str(path), "exists and was not written by papers index", "give another --output, or --force")


def _is_ours(path: Path) -> bool:
    mark = INDEX_MARK.encode()
    with path.open("rb") as file:
        return file.read(len(mark)) == mark
