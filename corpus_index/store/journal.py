"""How changes reach the file: the write-ahead log or the rollback journal, and waiting for others that write."""

import os
import sqlite3
import time
from contextlib import suppress

from corpus_index.store.network import network_of

PATIENCE = 600.0
"""Seconds to wait for other processes that write. Large pages take many; a person who waits longer wants to know."""


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
