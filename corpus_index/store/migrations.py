"""From one version of the schema to the next; each step is one transaction, and so whole or not done at all.

Of a million papers a step takes minutes: it is shown (`upgrading.py`), and Ctrl-C ends it.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import sqlite_utils

from corpus_index.errors import StoreUnwritable
from corpus_index.store import upgrading
from corpus_index.store.connection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    connect,
    index_gone,
    log_beside,
    version_of,
)
from corpus_index.store.failures import Translated
from corpus_index.store.fresh_file import fresh_file, put_in_place
from corpus_index.store.journal import begin, interruptible
from corpus_index.store.new_texts import read_new_texts
from corpus_index.store.pairs import set_apart, write_pairs
from corpus_index.store.vocabulary import write_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from corpus_index.domain.progress import Progress

Done = Callable[[float], None]
"""Called with the share of a step that is done."""
Migration = Callable[[sqlite_utils.Database, Done], None]


def run_script(db: sqlite_utils.Database, script: str, done: Done = lambda _: None) -> None:
    """Run the statements of `script` inside the open transaction (`executescript` would commit it first)."""
    statement = ""
    at = 0
    for line in script.splitlines(keepends=True):
        statement += line
        at += len(line)
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            done(at / len(script))
            statement = ""


def _script(name: str) -> str:
    return files("corpus_index.store").joinpath(name).read_text(encoding="utf-8")


def _version_1(db: sqlite_utils.Database, done: Done) -> None:
    run_script(db, _script("schema.sql"), done)


def _version_2(db: sqlite_utils.Database, done: Done) -> None:
    run_script(db, _script("version_2.sql"), done)


def _version_3(db: sqlite_utils.Database, done: Done) -> None:
    run_script(db, _script("version_3.sql"))
    read_new_texts(db, [write_words], done)


def _version_4(db: sqlite_utils.Database, done: Done) -> None:
    run_script(db, _script("version_4.sql"))
    set_apart(db)
    read_new_texts(db, [write_words, write_pairs], done)


def _version_5(db: sqlite_utils.Database, done: Done) -> None:
    run_script(db, _script("version_5.sql"), done)


MIGRATIONS: tuple[Migration, ...] = (_version_1, _version_2, _version_3, _version_4, _version_5)
"""The step to version n stands at index n - 1. A step that was released is never changed."""


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Take the steps that the database lacks, and return how many they were.

    Two processes may do this at once: the version is read again inside each transaction.
    """
    first = version_of(connection)
    # A new index is made at once.
    shown = upgrading.shown if 0 < first < len(migrations) and upgrading.shown else contextlib.nullcontext
    done = 0
    with shown() as progress:
        while _next_step(connection, migrations, first, progress):
            done += 1
    return done


def _next_step(
    connection: sqlite3.Connection, migrations: Sequence[Migration], first: int, progress: Progress | None
) -> bool:
    """Take one step, and say whether there was one."""
    begin(connection)
    try:
        version = version_of(connection)
        if version >= len(migrations):
            connection.execute("ROLLBACK")
            return False

        def done(share: float) -> None:
            if progress:
                what = f"upgrading the index to version {version + 1}"
                progress(version - first + share, len(migrations) - first, what)

        done(0)
        with interruptible(connection):
            migrations[version](sqlite_utils.Database(connection, execute_plugins=False), done)
        connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return True


def make_new(path: Path) -> None:
    """Make an empty index at `path`, with its folder; nothing is left behind where that fails.

    It is made beside its place and then linked there, so that no process ever sees half an index, and an index that
    another process puts there in the meantime is kept.
    """
    place = Path(os.path.realpath(path))
    if log := log_beside(place):
        raise index_gone(path, log)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with fresh_file(place) as fresh:
            with Translated(path), closing(connect(fresh, "rw")) as connection:
                migrate(connection)
            with contextlib.suppress(FileExistsError):
                put_in_place(fresh, place)
    except OSError as error:
        raise StoreUnwritable(
            str(path), f"no index can be made here ({error.strerror})", "give a path in a folder that is writable"
        ) from None


if len(MIGRATIONS) != SCHEMA_VERSION:
    raise AssertionError("connection.SCHEMA_VERSION must be the number of migrations")
