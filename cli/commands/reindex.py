"""`papers reindex`."""

from pathlib import Path
from typing import Annotated

import typer

from cli.boundary import DONE
from cli.console import json_line, put
from cli.database import own_path
from cli.options import Database, Json
from cli.progress import shown_progress
from corpus_index.domain.wording import counted
from corpus_index.errors import PapersError
from corpus_index.pipeline import reindex_meaning

Semantic = Annotated[bool, typer.Option("--semantic", help="Make the vectors that papers search --semantic compares.")]


def run(semantic: Semantic = False, db: Database = None, json: Json = False) -> int:
    """Make what searching needs beside the index's own full text.

    \b
    --semantic makes a vector of what each paper means, for papers that have none
    yet: some ten a second. It can be stopped with Ctrl-C and goes on there.
    From then on papers add and papers enrich keep the vectors in step. It needs
    an extra: pip install 'corpus-index[semantic]'. See docs/semantic-search.md.

    \b
    Examples:
      papers reindex --semantic
    """
    if not semantic:
        raise PapersError("reindex", "there is nothing to make", "say what: --semantic")
    with shown_progress() as progress:
        made = reindex_meaning(Path(own_path(db)), progress)
    if json:
        from json import dumps

        json_line(dumps({"vectors": made}))
    else:
        put((f"{counted(made, 'vector')} made", "heading"))
    return DONE
