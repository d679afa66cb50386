"""`papers mcp`."""

import os
import signal
import sys

from cli.boundary import DONE, Terminated
from cli.console import is_terminal, say
from cli.database import is_demonstration, open_to_read
from cli.options import Database
from corpus_index.mcp import serve


def run(db: Database = None) -> int:
    """Answer a program with a language model, by the Model Context Protocol.

    \b
    The tools search, show, bench, compare, cite, links and check answer over
    standard input and output, each fact with its evidence and source. Nothing is
    changed, but a key that was cited never changes again. It needs an extra:
    pip install 'corpus-index[mcp]'. How to register it: docs/mcp.md

    \b
    Examples:
      papers mcp --db ~/papers.db
    """
    with open_to_read(db) as store:
        path = store.path
    # The handler that asyncio would put in place of the standard one waits for the next line of standard input.
    signal.signal(signal.SIGINT, _stop)
    try:
        if is_terminal(sys.stdin):
            say("papers: waits for a program that speaks the protocol (docs/mcp.md); Ctrl-C stops", "quiet")
        serve(path, freeze=not is_demonstration(db))
    except (KeyboardInterrupt, Terminated):
        say("papers: stopped", "quiet")
        # So would the end of the interpreter, for the thread that reads it.
        os._exit(DONE)
    return DONE


def _stop(*_: object) -> None:
    raise KeyboardInterrupt
