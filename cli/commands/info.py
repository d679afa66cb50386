"""`papers info`."""

from pathlib import Path
from typing import Annotated

import typer

from cli.boundary import DONE, NOTHING_FOUND
from cli.console import blank, json_line, put
from cli.database import open_to_read
from cli.options import Database, Json, OptionalLimit
from corpus_index.outdated import is_outdated
from corpus_index.store import read

Verify = Annotated[bool, typer.Option("--verify", help="Look for faults in all of the index instead.")]


def run(db: Database = None, limit: OptionalLimit = None, verify: Verify = False, json: Json = False) -> int:
    """Show where the index is and what it holds.

    \b
    --verify reads all of it: whether the file is whole, whether pages read what
    was quoted from them, and whether papers, links and full text are what follows
    from the records. A part of that happens in a temporary copy, which takes as
    much space. Exit code 1 where a fault is found; papers repair helps.

    \b
    Examples:
      papers info
      papers info --json
      papers info --verify
    """
    if verify:
        return _verified(db, limit, json=json)
    with open_to_read(db) as store:
        counts, pages, path = read.counts(store), read.pages(store), store.path
        outdated = is_outdated(store)
    size = Path(path).stat().st_size
    if json:
        from cli.render.json_lists import dumped
        from corpus_index.domain.plain import plain

        file = {"path": path, "bytes": size, "outdated": outdated}
        json_line(dumped({**file, **plain(counts), "stored_pages": plain(pages[:limit])}))
        return DONE
    from cli.render.tables import print_pages
    from corpus_index.domain.wording import counted

    put((path, "title"), (f" {size / 1e6:.1f} MB", "quiet"))
    papers, records = counted(counts.papers, "paper"), counted(counts.records, "record")
    put(f"{papers} from {records} on {counted(counts.pages, 'page')}")
    put(
        f"{counted(counts.introduces, 'introduced artefact')}, {counted(counts.models, 'model')}, "
        f"{counted(counts.benchmarks, 'benchmark')}, {counted(counts.results, 'result')}, "
        f"{counted(counts.specs, 'specification')}"
    )
    put(
        f"{counted(counts.links, 'link')}, "
        f"{counted(counts.conflicts, 'contradiction or difference', 'contradictions or differences')}, "
        f"{counted(counts.inferred_titles, 'inferred title')}"
    )
    if outdated:
        put(("made by an earlier version, which recognises fewer papers: papers rebuild", "warning"))
    if pages:
        blank()
        print_pages(pages[:limit])
    return DONE


def _verified(db: str | None, limit: int | None, *, json: bool) -> int:
    from cli.progress import shown_progress
    from cli.render.faults import print_faults
    from corpus_index.pipeline import verify

    with open_to_read(db) as store:
        path = Path(store.path)
    with shown_progress() as progress:
        report = verify(path, progress=progress)
    print_faults(report, limit, json=json)
    return NOTHING_FOUND if report.faults else DONE
