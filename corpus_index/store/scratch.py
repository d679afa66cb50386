"""A copy of an index that leaves no trace, to try something out."""

import sqlite3
from contextlib import closing
from pathlib import Path

from corpus_index.store.connection import Store, connect_checked
from corpus_index.store.failures import Translated
from corpus_index.store.migrations import migrate

_AT_ONCE = 10_000
"""Pages of the database that are copied at once, some tens of megabytes."""


def scratch_copy(path: Path | None) -> Store:
    """Copy the index at `path` (`None`: an empty one) into a temporary database of SQLite, which goes with the Store.

    The file is only read. Raises a `StoreError` as `open_store` does.
    """
    where = path or Path()
    with Translated(where):
        # A database without a name is kept in memory, and on disk where it grows: https://www.sqlite.org/inmemorydb.html
        connection = sqlite3.connect("", isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            if path is not None:
                with closing(connect_checked(path)[0]) as original:
                    # Of one moment, so that it never begins again.
                    original.execute("BEGIN")
                    original.execute("SELECT count(*) FROM sqlite_master").fetchone()
                    # Python looks for Ctrl-C when it is called.
                    original.backup(connection, pages=_AT_ONCE, progress=lambda *_: None)
            migrate(connection)
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    return Store(where, connection)
