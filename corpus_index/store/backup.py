"""A copy of an index as it is at one moment, while others read and write it, by SQLite's online backup.

See https://www.sqlite.org/backup.html.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from corpus_index.domain.progress import Progress
from corpus_index.errors import PapersError
from corpus_index.store.connection import connect, connect_checked
from corpus_index.store.failures import Translated
from corpus_index.store.fresh_file import fresh_file, put_in_place

_AT_ONCE = 1000
"""Pages of the database that are copied between two calls of `progress`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """The file of the copy, its `bytes`, and how many papers it holds."""

    path: str
    bytes: int
    papers: int


def backup(path: Path, target: Path, *, force: bool = False, progress: Progress | None = None) -> BackupReport:
    """Copy the index at `path` to the file `target`, which is there whole or not at all.

    A file that is there already is replaced only with `force`. Raises `PapersError` where the copy cannot be written,
    and a `StoreError` where the index cannot be read. `progress` counts pages of the database.
    """
    connection, _ = connect_checked(path)
    with closing(connection):
        _refuse(path, target, force=force)
        try:
            with fresh_file(target.absolute()) as fresh:
                papers = _copy(connection, path, fresh, target, progress)
                put_in_place(fresh, target, replace=force, mode=path.stat().st_mode & 0o777)
        except FileExistsError:
            _refuse(path, target, force=False)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise PapersError(str(target), f"cannot be written ({reason})", "give another file") from None
    return BackupReport(path=str(target), bytes=target.stat().st_size, papers=papers)


def _refuse(path: Path, target: Path, *, force: bool) -> None:
    if not target.exists():
        return
    if target.samefile(path):
        raise PapersError(str(target), "is the index itself", "give another file")
    if not target.is_file():
        raise PapersError(str(target), "is no ordinary file", "give the name of a file")
    if not force:
        raise PapersError(str(target), "exists", "give another file, or --force to replace it")


def _copy(source: sqlite3.Connection, path: Path, fresh: Path, target: Path, progress: Progress | None) -> int:
    """Copy all pages as they are now, and count the papers in the copy."""

    def shown(_: int, left: int, total: int) -> None:
        if progress:
            progress(total - left, total, target.name)

    with Translated(path):
        # What others write from now on is not seen, so that the copy never has to begin again.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
    with Translated(target), closing(connect(fresh, "rw")) as copy:
        source.backup(copy, pages=_AT_ONCE, progress=shown)
        copy.execute("PRAGMA journal_mode = delete")
        return int(copy.execute("SELECT count(*) FROM papers").fetchone()[0])
