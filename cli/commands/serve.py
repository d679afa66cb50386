"""`papers serve`."""

from typing import Annotated

import typer

from cli.boundary import DONE, Terminated, listen_for_termination
from cli.console import say
from cli.database import open_to_read
from cli.options import Database
from corpus_index.serving.server import Server

Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65535, help="Where to listen; 0 for any free port.")
]


def run(port: Port = 8043, db: Database = None) -> int:
    """Serve the site and the JSON of the commands to this machine.

    \b
    The pages of papers site, made anew from the index for each request, and
    below /api/ what commands print with --json: search?q=WORDS, papers/NAME,
    related/NAME, benchmarks/NAME, models/NAME, graph, missing, check, info.
    It listens on the loopback address only, answers no other site in a browser,
    and writes nothing. Ctrl-C stops it.

    \b
    Examples:
      papers serve
      papers serve --port 0
    """
    listen_for_termination()
    with open_to_read(db) as store:
        path = store.path
    with Server(path, port) as server:
        try:
            say(f"papers: {server.address} shows {path}; Ctrl-C stops", "quiet")
            server.serve_forever()
        except (KeyboardInterrupt, Terminated):
            say("papers: stopped", "quiet")
    return DONE
