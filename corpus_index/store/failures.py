"""What SQLite's errors mean to the person who gave the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus_index.errors import NotAStore, StoreDamaged, StoreError, StoreUnwritable

_MAKE_ANOTHER = "give the path of an index, or of a file that does not exist yet to make one"
_REBUILD = "restore a copy of it, or move it away and add the pages again"


def failure(path: Path, error: sqlite3.Error) -> StoreError:
    """Name the subclass of `StoreError` that says what went wrong with the database at `path`."""
    # The low byte of an extended result code is the primary one: https://www.sqlite.org/rescode.html
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    where = str(path)
    match code:
        case sqlite3.SQLITE_NOTADB:
            return NotAStore(where, "is not an index: SQLite does not recognise it as a database", _MAKE_ANOTHER)
        case sqlite3.SQLITE_CORRUPT:
            return StoreDamaged(where, "the index is damaged", _REBUILD)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreUnwritable(where, "the index is in use by another process", "try again when that has finished")
        case sqlite3.SQLITE_READONLY:
            return StoreUnwritable(where, "the index is read-only", "make the file and its folder writable")
        case sqlite3.SQLITE_FULL:
            return StoreUnwritable(where, "no space is left for the index", "free some space and try again")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return StoreUnwritable(
                where, "the index cannot be opened or written", "check the permissions of the file and its folder"
            )
        case sqlite3.SQLITE_IOERR:
            return StoreDamaged(where, f"the index cannot be read or written ({error})", "check the disk")
        case _:
            return StoreDamaged(where, f"SQLite cannot use the index as it is ({error})", _REBUILD)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise SQLite's errors about the database at `path` as subclasses of `StoreError`."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a mistake in this program, not in the file
    except sqlite3.Error as error:
        raise failure(path, error) from error
