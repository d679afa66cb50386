"""What SQLite's errors mean to the person who gave the file."""

from __future__ import annotations

import os

from corpus_index.errors import NotAStore, StoreDamaged, StoreError, StoreUnwritable
from corpus_index.store.sqlite import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

NO_SPACE_TO_SHARE = (sqlite3.SQLITE_IOERR_SHMSIZE,)
"""What SQLite says on a full disk of the memory through which those who have an index open share its log."""
_MAKE_ANOTHER = "give the path of an index, or of a file that does not exist yet to make one"
_REBUILD = "to save what can be read: papers repair; or put a copy of it there"


def failure(path: str | os.PathLike[str], error: sqlite3.Error) -> StoreError:
    """Name the subclass of `StoreError` that says what went wrong with the database at `path`."""
    # The low byte of an extended result code is the primary one: https://www.sqlite.org/rescode.html
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    where = os.fspath(path)
    match sqlite3.SQLITE_FULL if code in NO_SPACE_TO_SHARE else code & 0xFF:
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


class Translated:
    """As a context manager, raises SQLite's errors about the database at `path` as subclasses of `StoreError`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # An error of the program itself, in contrast to one of the file, stays what it is.
        if isinstance(error, sqlite3.Error) and not isinstance(error, sqlite3.ProgrammingError):
            raise failure(self._path, error) from error
