"""Opening the database: one file, and a write-ahead log beside it while it is open.

With the log, people read on while somebody adds (https://www.sqlite.org/wal.html). The last to close the index writes
the log back and removes it, so that an index at rest is one file, which can be copied. Readers connect as writers do
and then may only query, because a read-only connection leaves the log behind. `journal.py` chooses and waits.
"""

from __future__ import annotations

import errno
import os

from corpus_index.errors import NotAStore, StoreDamaged, StoreError, StoreMissing, StoreTooNew, StoreUnwritable
from corpus_index.store.failures import NO_SPACE_TO_SHARE, Translated
from corpus_index.store.sqlite import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

StrPath = str | os.PathLike[str]
"""A path as people and as programs write it. No `Path` is made of it, which a search would have to import."""

APPLICATION_ID = 0x50415052
"""`PAPR`; in the header of the file (PRAGMA application_id), so that another program's database is not touched."""

SCHEMA_VERSION = 5
"""PRAGMA user_version of the files that this program writes; `migrations.py` leads older ones here."""

BUSY_SECONDS = 5.0
"""How long SQLite waits for a lock by itself, without hearing Ctrl-C. Who writes waits on (`journal.begin`)."""

CACHE_KIB = 32 * 1024
"""How much of the index a process that writes may keep in memory.

A page adds to all of several indexes; where these do not fit, most of the time goes by with reading them again.
"""

_PLAIN = "/:-._~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_VERSION, _APPLICATION = slice(60, 64), slice(68, 72)
"""Where PRAGMA user_version and application_id stand in the header (https://www.sqlite.org/fileformat2.html)."""
_NO_LOG_HERE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
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

    def snapshot(self) -> None:
        """Let all that is read from now on be of one moment, whatever others write, until this closes or `release`."""
        self.connection.execute("BEGIN")

    def release(self) -> None:
        """End what `snapshot` began, unless closing has. Who writes on a network file system has to wait until then."""
        try:
            if self.connection.in_transaction:
                self.connection.execute("COMMIT")
        except sqlite3.ProgrammingError:
            return


def open_store(path: StrPath, *, write: bool = False, create: bool = False) -> Store:
    """Open the index at `path`, read-only unless `write`; `create` makes it (and its folder) where there is none.

    A file that is not an index, or that cannot be used as asked, is left as it is. Raises a `StoreError`.
    An index of an older version is brought to the current one first, in either mode.
    """
    if create and not os.path.exists(path):
        from pathlib import Path

        from corpus_index.store.migrations import make_new

        make_new(Path(path))
    connection, version = connect_checked(path, write=write)
    with Translated(path):
        try:
            if version < SCHEMA_VERSION:
                _upgrade(path, connection)
            connection.execute(f"PRAGMA {'foreign_keys' if write else 'query_only'} = ON")
            if write:
                from corpus_index.store.journal import choose_journal

                connection.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
                choose_journal(connection, path)
                _check_writable(connection)
        except BaseException:
            connection.close()
            raise
    return Store(path, connection)


def connect_checked(path: StrPath, *, write: bool = False) -> tuple[sqlite3.Connection, int]:
    """Connect to the index at `path`, whatever its version up to ours, and give that; nothing of the file changes.

    It may be written where the file may; on a full disk it is only read, and refused to who is to `write`. Raises a
    `StoreError`.
    """
    check_file(path)
    with Translated(path):
        connection = connect(path, "rw")
        try:
            version = version_of(connection)
        except sqlite3.OperationalError as error:
            connection.close()
            full = error.sqlite_errorcode in NO_SPACE_TO_SHARE
            if log_beside(path) or (write if full else error.sqlite_errorcode & 0xFF not in _NO_LOG_HERE):
                raise
            # Where no log can be made, nobody writes: https://www.sqlite.org/wal.html#read_only_databases
            connection = connect(path, "ro&immutable=1")
            version = version_of(connection)
        except BaseException:
            connection.close()
            raise
    if version > SCHEMA_VERSION:
        connection.close()
        raise _too_new(path, version)
    return connection, version


def connect(path: StrPath, mode: str) -> sqlite3.Connection:
    """Connect to `path` in `mode` (ro, rw, rwc), with rows by name and transactions begun by hand."""
    uri = f"{_uri(path)}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the schema of an index; 0 where it has none yet."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def log_beside(path: StrPath) -> str | None:
    """The log or journal of the index at `path` that holds changes which are not in the file, if there is one."""
    logs = (f"{os.fspath(path)}-wal", f"{os.fspath(path)}-journal")
    return next((log for log in logs if os.path.exists(log) and os.path.getsize(log)), None)


def index_gone(path: StrPath, log: str) -> StoreMissing:
    """The error for a log whose index is gone: SQLite would write it into another index at that place."""
    what = f"there is no index here, but the log of one, {os.path.basename(log)}"
    return StoreMissing(str(path), what, "put the index back beside it, or move the log away")


def _uri(path: StrPath) -> str:
    """The path as a URI, in which whatever is not plain is escaped (https://www.sqlite.org/uri.html)."""
    plain = os.path.abspath(path).replace(os.sep, "/")
    escaped = (chr(byte) if chr(byte) in _PLAIN else f"%{byte:02x}" for byte in os.fsencode(plain))
    return f"file:{'' if plain.startswith('/') else '/'}{''.join(escaped)}"


def check_file(path: StrPath) -> None:
    """Refuse what can be refused by the first bytes, so that SQLite never gets to see it."""
    header = _header(path)
    if not header:
        raise NotAStore(str(path), "is an empty file, not an index", "delete it or give another path")
    if header[:16] != _MAGIC[: len(header)]:
        raise NotAStore(str(path), "is not an index", _ANOTHER)
    if len(header) < _HEADER_BYTES:
        raise StoreDamaged(str(path), "the index is cut off", "put a copy of it there, or delete it and add the pages")
    if int.from_bytes(header[_APPLICATION], "big") != APPLICATION_ID:
        raise NotAStore(str(path), "is the database of another program, not an index", _ANOTHER)
    if (version := int.from_bytes(header[_VERSION], "big")) > SCHEMA_VERSION:
        raise _too_new(path, version)


def _header(path: StrPath) -> bytes:
    try:
        # A device or a pipe is not even opened: reading may wait for ever, and nothing may be told to delete it.
        if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
            raise NotAStore(str(path), "is a device, a pipe or a socket, not an index", _ANOTHER)
        with open(path, "rb") as file:
            return file.read(_HEADER_BYTES)
    except FileNotFoundError:
        if log := log_beside(path):
            raise index_gone(path, log) from None
        raise StoreMissing(str(path), "there is no index here", "make one with: papers add PATH") from None
    except IsADirectoryError:
        raise NotAStore(str(path), "is a folder, not an index", _ANOTHER) from None
    except OSError as error:
        if os.path.isdir(path):  # Windows reports a folder as a lack of permission
            raise NotAStore(str(path), "is a folder, not an index", _ANOTHER) from None
        if error.errno == errno.ENOTDIR:
            raise StoreMissing(str(path), "there is no index here: a part of the path is a file") from None
        raise StoreError(str(path), f"the index cannot be read ({error.strerror})", "check its permissions") from None


def _too_new(path: StrPath, version: int) -> StoreTooNew:
    return StoreTooNew(
        str(path),
        f"the index is of version {version}, and this program reads up to version {SCHEMA_VERSION}",
        "upgrade this program: pip install --upgrade corpus-index",
    )


def _upgrade(path: StrPath, connection: sqlite3.Connection) -> None:
    from corpus_index.store.migrations import migrate

    try:
        with Translated(path):
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection)
    except StoreUnwritable as error:
        what = "the index is of an older version and cannot be upgraded here"
        raise StoreUnwritable(str(path), what, error.hint) from error


def _check_writable(connection: sqlite3.Connection) -> None:
    """Find out before any work whether the file can be written, by a change that is taken back at once."""
    # A read-only file opens for writing without complaint, and that no journal can be made in a read-only folder
    # shows at the first change, by which time a person has waited for all the reading.
    from corpus_index.store.journal import begin

    begin(connection)
    try:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
