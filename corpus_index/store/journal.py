"""How changes reach the file: the write-ahead log or the rollback journal, waiting for others, and Ctrl-C."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from corpus_index.store.network import network_of

PATIENCE = 600.0
"""Seconds to wait for other processes that write. Large pages take many; a person who waits longer wants to know."""
_OFTEN = 100_000
"""Instructions of SQLite's machine, some milliseconds of work."""


def choose_journal(connection: sqlite3.Connection, path: str | os.PathLike[str]) -> None:
    """Keep a write-ahead log, but on a network file system the rollback journal, because the log needs shared memory.

    Where somebody has the index open, the former choice stays until the next time; either is safe on this machine.
    """
    journal = "delete" if network_of(path) else "wal"
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != journal:
        with suppress(sqlite3.OperationalError):
            connection.execute(f"PRAGMA journal_mode = {journal}")


def begin(connection: sqlite3.Connection) -> None:
    """Begin a transaction that writes, after those of other processes; Ctrl-C is heard while it waits."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        else:
            return


@contextmanager
def interruptible(connection: sqlite3.Connection) -> Iterator[None]:
    """Let Ctrl-C end a long statement within the block, as `KeyboardInterrupt`; SQLite would finish it first."""
    # Python looks for signals whenever it is called, and what is raised then ends the statement.
    connection.set_progress_handler(lambda: None, _OFTEN)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
