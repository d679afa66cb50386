"""`papers mcp`."""

from cli.boundary import DONE
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
    serve(path, freeze=not is_demonstration(db))
    return DONE
