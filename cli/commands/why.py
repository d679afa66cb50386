"""`papers why`."""

from typing import Annotated, Optional

import typer

from cli.boundary import DONE
from cli.choice import no_name_as_json
from cli.console import json_line
from cli.database import open_to_read
from cli.options import Database, Json
from corpus_index.pipeline import why

First = Annotated[str, typer.Argument(metavar="A", help="A key, or the name of a record (page#ordinal).")]
Second = Annotated[
    Optional[str],  # noqa: UP045
    typer.Argument(metavar="[B]", help="Another one; without it, the records of A.", show_default=False),
]


def run(a: First, b: Second = None, *, db: Database = None, json: Json = False) -> int:
    """Say why two papers or records are one paper, or are not.

    \b
    Each difference costs a penalty from 0 to 1, by name. Two records are one
    paper where all penalties together stay below one half, or where you said so;
    a paper is what a chain of such pairs connects.

    \b
    Examples:
      papers why MiMo-V2-Flash            what joins its records
      papers why MiMo-V2-Flash MiMo-7B    what parts two papers
    """
    with open_to_read(db) as store, no_name_as_json(json):
        reasons = why(store, a, b)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(reasons))
    else:
        from cli.render.reasons import print_reasons

        print_reasons(reasons)
    return DONE
