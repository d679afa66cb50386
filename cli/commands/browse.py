"""`papers browse`."""

import sys

from cli.boundary import DONE, INTERRUPTED
from cli.browsing import browse
from cli.console import is_terminal, put
from cli.database import open_to_read
from cli.options import Database, OptionalQuery
from corpus_index.errors import PapersError


def run(query: OptionalQuery = None, *, db: Database = None) -> int:
    """Search, read and mark papers on the whole screen.

    \b
    Papers are found as you type, in the language of search. The arrow keys choose
    one, Enter reads it, and the space bar marks it. e writes the marked papers
    to a BibTeX file; q ends, and prints their keys. It needs an extra:
    pip install 'corpus-index[browse]'

    \b
    Examples:
      papers browse
      papers browse speculative decoding
      papers browse | papers export --key - --output refs.bib
    """
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise PapersError("papers browse", "needs a terminal", "in a script, use: papers search")
    with open_to_read(db) as store:
        path = store.path
    marked = browse(db, path, " ".join(query or ()))
    for key in marked or ():
        put(key)
    return INTERRUPTED if marked is None else DONE
