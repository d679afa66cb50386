"""`papers reindex`."""

from pathlib import Path
from typing import Annotated, Optional

import typer

from cli.boundary import DONE
from cli.console import json_line, put
from cli.database import path_to_change
from cli.options import Database, Json
from cli.progress import shown_progress
from cli.render.json_lists import dumped
from corpus_index.domain.wording import counted
from corpus_index.errors import PapersError
from corpus_index.pipeline import ENGINES, reindex, reindex_meaning

Engine = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--engine", metavar="ENGINE", help="fts5 or tantivy; without it, the one that ranks now."),
]
Semantic = Annotated[bool, typer.Option("--semantic", help="Make the vectors that papers search --semantic compares.")]
_MADE = {"fts5": "the full text in the index", "tantivy": "a folder beside the index, made of what is in it"}


def run(engine: Engine = None, semantic: Semantic = False, db: Database = None, json: Json = False) -> int:
    """Make anew what searching ranks from, or choose the engine.

    \b
    FTS5 ranks from the index itself. Tantivy ranks a million papers as fast, from
    a folder beside the index: DB.tantivy. It needs an extra:
    pip install 'corpus-index[scale]'. Both find the same. Adding and removing
    keeps the folder in step. Where it is missing, behind or torn, a search says
    so and FTS5 answers; nothing is ever lost.

    \b
    --semantic makes a vector of what each paper means, for papers that have none
    yet: some ten a second. It can be stopped with Ctrl-C and goes on there.
    From then on papers add and papers enrich keep the vectors in step. It needs
    an extra: pip install 'corpus-index[semantic]'. See docs/semantic-search.md.

    \b
    Examples:
      papers reindex
      papers reindex --engine tantivy
      papers reindex --engine fts5
      papers reindex --semantic
    """
    if engine is not None and (engine not in ENGINES or semantic):
        what = "is not for --semantic" if semantic else f"there is no engine {engine}"
        raise PapersError("--engine", what, f"one of {', '.join(ENGINES)}, without --semantic")
    if semantic:
        return _with_vectors(path_to_change(db), json=json)
    with shown_progress() as progress:
        report = reindex(str(path_to_change(db)), engine, progress)
    if json:
        json_line(dumped(report))
    else:
        put((f"{report.engine} ranks, from {_MADE[report.engine]}", "heading"))
    return DONE


def _with_vectors(path: Path, *, json: bool) -> int:
    with shown_progress() as progress:
        made = reindex_meaning(path, progress)
    if json:
        json_line(dumped({"vectors": made}))
    else:
        put((f"{counted(made, 'vector')} made", "heading"))
    return DONE
