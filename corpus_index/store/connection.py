"""Opening the database: one file, in SQLite's default journal mode.

A write-ahead log would let people read while somebody adds, but a database in that mode cannot be read from a
read-only medium unless its -shm and -wal files exist or can be made, it is more than one file to copy, and it does
not work over a network file system (https://www.sqlite.org/wal.html). Here a page is one short transaction and
readers wait for at most `BUSY_SECONDS`, so the rollback journal is the better trade.
"""

from __future__ import annotations

import errno
import os
import sqlite3

from corpus_index.errors import NotAStore, StoreDamaged, StoreError, StoreMissing, StoreTooNew, StoreUnwritable
from corpus_index.store.failures import Translated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

StrPath = str | os.PathLike[str]
"""A path as people and as programs write it. No `Path` is made of it, which a search would have to import."""

APPLICATION_ID = 0x50415052
"""`PAPR`; in the header of the file (PRAGMA application_id), so that another program's database is not touched."""

SCHEMA_VERSION = 4
"""PRAGMA user_version of the files that this program writes; `migrations.py` leads older ones here."""

BUSY_SECONDS = 5.0
"""How long to wait for another process that writes. One page is stored in a small part of this."""

CACHE_KIB = 32 * 1024
"""How much of the index a process that writes may keep in memory.

A page adds to all of several indexes; where these do not fit, most of the time goes by with reading them again.
"""

_PLAIN = "/:-._~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_ANOTHER = "give the path of an index, or of a file that does not exist yet to make one"


class Store:
    """An open index. As a context manager it closes itself and raises SQLite's errors as `StoreError`."""

    def __init__(self, path: StrPath, connection: sqlite3.Connection) -> None:
        self.path = os.fspath(path)
        self.connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        Translated(self.path).__exit__(kind, error, trace)

    def close(self) -> None:
        """Close the connection; what is not committed is rolled back."""
        self.connection.close()


def open_store(path: StrPath, *, write: bool = False, create: bool = False) -> Store:
    """Open the index at `path`, read-only unless `write`; `create` makes it (and its folder) where there is none.

    A file that is not an index, or that cannot be used as asked, is left as it is. Raises a `StoreError`.
    An index of an older version is brought to the current one first, in either mode.
    """
    if create and not os.path.exists(path):
        from pathlib import Path

        from corpus_index.store.migrations import make_new

        make_new(Path(path))
    if checked_version(path) < SCHEMA_VERSION:
        _upgrade(path)
    with Translated(path):
        connection = connect(path, "rw" if write else "ro")
        try:
            connection.execute(f"PRAGMA {'foreign_keys' if write else 'query_only'} = ON")
            if write:
                connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
                _check_writable(connection)
        except BaseException:
            connection.close()
            raise
    return Store(path, connection)


def connect(path: StrPath, mode: str) -> sqlite3.Connection:
    """Connect to `path` in `mode` (ro, rw, rwc), with rows by name and transactions begun by hand."""
    uri = f"{_uri(path)}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _uri(path: StrPath) -> str:
    """The path as a URI, in which whatever is not plain is escaped (https://www.sqlite.org/uri.html)."""
    plain = os.path.abspath(path).replace(os.sep, "/")
    escaped = (chr(byte) if chr(byte) in _PLAIN else f"%{byte:02x}" for byte in os.fsencode(plain))
    return f"file:{'' if plain.startswith('/') else '/'}{''.join(escaped)}"


def _check_file(path: StrPath) -> None:
    """Refuse what can be refused by the first bytes, so that SQLite never gets to see it."""
    try:
        # A device or a pipe is not even opened: reading may wait for ever, and nothing may be told to delete it.
        if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
            raise NotAStore(str(path), "is a device, a pipe or a socket, not an index", _ANOTHER)
        with open(path, "rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        raise StoreMissing(str(path), "there is no index here", "make one with: papers add PATH") from None
    except IsADirectoryError:
        raise NotAStore(str(path), "is a folder, not an index", _ANOTHER) from None
    except OSError as error:
        if os.path.isdir(path):  # Windows reports a folder as a lack of permission
            raise NotAStore(str(path), "is a folder, not an index", _ANOTHER) from None
        if error.errno == errno.ENOTDIR:
            raise StoreMissing(str(path), "there is no index here: a part of the path is a file") from None
        raise StoreError(str(path), f"the index cannot be read ({error.strerror})", "check its permissions") from None
    if not header:
        raise NotAStore(str(path), "is an empty file, not an index", "delete it or give another path")
    if header[:16] != _MAGIC[: len(header)]:
        raise NotAStore(str(path), "is not an index", _ANOTHER)
    if len(header) < _HEADER_BYTES:
        raise StoreDamaged(str(path), "the index is cut off", "restore a copy of it, or delete it and add the pages")


def checked_version(path: StrPath) -> int:
    """Schema version of the index at `path`, after all checks that it can be read; raises a `StoreError`."""
    _check_file(path)
    with Translated(path):
        try:
            application, version = _marks(path, "ro")
        except sqlite3.OperationalError as error:
            # A process that was killed while it wrote leaves a journal; only a connection that may write rolls it back.
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            application, version = _marks(path, "rw")
    if application != APPLICATION_ID:
        raise NotAStore(str(path), "is the database of another program, not an index", _ANOTHER)
    if version > SCHEMA_VERSION:
        raise StoreTooNew(
            str(path),
            f"the index is of version {version}, and this program reads up to version {SCHEMA_VERSION}",
            "upgrade this program: pip install --upgrade corpus-index",
        )
    return version


def _marks(path: StrPath, mode: str) -> tuple[int, int]:
    connection = connect(path, mode)
    try:
        application: int = connection.execute("PRAGMA application_id").fetchone()[0]
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()
    return application, version


def _upgrade(path: StrPath) -> None:
    from contextlib import closing

    from corpus_index.store.migrations import migrate

    try:
        with Translated(path), closing(connect(path, "rw")) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection)
    except StoreUnwritable as error:
        what = "the index is of an older version and cannot be upgraded here"
        raise StoreUnwritable(str(path), what, error.hint) from error


def _check_writable(connection: sqlite3.Connection) -> None:
    """Find out before any work whether the file can be written, by a change that is taken back at once."""
    # A read-only file opens for writing without complaint, and that no journal can be made in a read-only folder
    # shows at the first change, by which time a person has waited for all the reading.
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
