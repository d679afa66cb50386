"""`papers cite`."""

from typing import Annotated

import typer

from cli.boundary import DONE
from cli.console import json_line, raw
from cli.database import open_to_read
from cli.options import Database, Json
from cli.subset import known_keys
from corpus_index.export.formatted import formatted
from corpus_index.store import read

CiteKeys = Annotated[
    list[str], typer.Argument(metavar="KEY...", help="Citation keys, or - for keys from standard input.")
]
Style = Annotated[
    str,
    typer.Option("--style", metavar="STYLE", help="A style of CSL: its name (ieee, apa, nature) or a .csl file."),
]


def run(keys: CiteKeys, style: Style = "apa", json: Json = False, db: Database = None) -> int:
    """Format papers as a list of references, by any style of CSL.

    \b
    Styles are those of the extra `cite` (pip install 'corpus-index[cite]'), which
    has some thousands of journals, or a file from citationstyles.org.

    \b
    Examples:
      papers cite MiMo-V2-Flash --style harvard-cite-them-right
      papers cite LongSpec TrimR --style ./journal.csl
    """
    with open_to_read(db) as store:
        papers = list(read.papers(store, known_keys(store, keys)))
    references = formatted(papers, style)
    if json:
        from cli.render.json_lists import dumped

        json_line(dumped(references))
    else:
        raw("".join(f"{reference.text}\n" for reference in references))
    return DONE
