"""Reading what can be read of an index that is damaged, into one that is whole but for what was lost.

Only what cannot be made again is read: pages with their records, keys that were given out, and what a person said.
SQLite stops at the first part of a table that it cannot read; here reading goes on behind it, by numbers of rows or,
where a table has none, from its other end.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import Any

from corpus_index.domain.record import ReadPage
from corpus_index.errors import StoreDamaged
from corpus_index.store.connection import Store, check_file, connect
from corpus_index.store.failures import Translated
from corpus_index.store.migrations import migrate

_STORED = (
    "files", "changes", "pages", "skipped", "records", "record_authors", "metadata", "reference_ids", "given_keys",
    "decisions", "own_values", "removed_pages",
)  # fmt: skip
_KEYS = ("papers", "aliases")
"""Where older versions keep the keys that were given out."""
_GIVEN = """
    INSERT OR IGNORE INTO given_keys
    SELECT known.key, pages.digest, records.ordinal, 1, papers.title FROM (
        SELECT key, id FROM papers WHERE key_frozen UNION ALL SELECT alias, paper_id FROM aliases
    ) AS known JOIN papers USING (id) JOIN records ON records.paper_id = id JOIN pages ON pages.id = records.page_id
"""
_AT_ONCE = 500
_BARREN = 200
"""After how many stretches of so many numbers without any row a damaged table is taken to be at its end."""
_BEYOND = 100_000
"""How many rows are looked for behind the last one that can be read, where their number cannot."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What could be read, in a temporary index; the tables of which a part could not, and the pages that are lost.

    Of the keys that were given out, `first_keys` are those that papers had, and not as former ones.
    """

    store: Store
    first_keys: frozenset[str]
    torn_tables: tuple[str, ...]
    lost_pages: tuple[str, ...]


def open_damaged(path: str | os.PathLike[str]) -> sqlite3.Connection:
    """Connect to an index, whole or not, that nobody else has open from now on. Raises a `StoreError`."""
    check_file(path)
    with Translated(path):
        connection = connect(path, "rw")
        try:
            # Half a character is no reason to lose a page.
            connection.text_factory = lambda content: content.decode("utf-8", "replace")
            # With this, SQLite opens a file that is shorter than its header says.
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                    raise
        except BaseException:
            connection.close()
            raise
    return connection


def salvage(path: str | os.PathLike[str], damaged: sqlite3.Connection) -> Salvaged:
    """Read what can be read. Raises `StoreDamaged` where not even the names of the tables can be."""
    try:
        there = {row[0] for row in damaged.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError as error:
        raise _hopeless(path) from error
    if "pages" not in there:
        raise _hopeless(path)
    connection = sqlite3.connect("", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger[0]}")
    tables = _STORED if "given_keys" in there else (*_STORED, *_KEYS)
    torn = [table for table in tables if table in there and not _copied(damaged, connection, table)]
    if tables is not _STORED:
        connection.execute(_GIVEN)
    here = {row[0] for row in connection.execute("SELECT name FROM pages")}
    lost = {name for name in _names_of_pages(damaged) if name not in here}
    had = _Reading(damaged, "papers", "key", ()).rows() if "papers" in there else ()
    first_keys = frozenset(key for (key,) in had if isinstance(key, str))
    return Salvaged(
        store=Store(path, connection), first_keys=first_keys, torn_tables=tuple(torn), lost_pages=tuple(sorted(lost))
    )


def _hopeless(path: str | os.PathLike[str]) -> StoreDamaged:
    return StoreDamaged(os.fspath(path), "nothing of the index can be read", "put a copy made by papers backup there")


def _copied(damaged: sqlite3.Connection, fresh: sqlite3.Connection, table: str) -> bool:
    """Copy the rows of a table that can be read, and say whether these were all."""
    known = {row[1]: bool(row[5]) for row in fresh.execute(f"PRAGMA table_info({table})")}
    columns = [row[1] for row in damaged.execute(f"PRAGMA table_info({table})") if row[1] in known]
    names = ", ".join(f'"{column}"' for column in columns)
    statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    reading = _Reading(damaged, table, names, [column for column in columns if known[column]])
    before = fresh.total_changes
    given = 0
    fresh.execute("BEGIN")
    for row in reading.rows():
        given += 1
        # A number that became a text, or a text that became nothing, breaks a rule of the table.
        with suppress(sqlite3.Error):
            fresh.execute(statement, row)
    fresh.execute("COMMIT")
    return not reading.torn and (reading.twice or fresh.total_changes - before == given)


class _Reading:
    """The rows of one table, around what cannot be read; `torn` where there was such, `twice` where rows may repeat."""

    def __init__(self, connection: sqlite3.Connection, table: str, names: str, key: Sequence[str]) -> None:
        self.torn = self.twice = False
        self._connection = connection
        self._select = f"SELECT {names} FROM {table}"  # noqa: S608  constants
        self._table = table
        self._key = key

    def rows(self) -> Iterator[Row]:
        sql = self._connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (self._table,)).fetchone()[0]
        if "WITHOUT ROWID" in sql:
            yield from self._from_both_ends()
        else:
            barren = 0
            for first in range(0, self._last() + 1, _AT_ONCE):
                found = list(self._between(first, first + _AT_ONCE - 1))
                yield from found
                # What is damaged may also be the number of the last row, which then says that there are many more.
                barren = 0 if found or not self.torn else barren + 1
                if barren == _BARREN:
                    return

    def _last(self) -> int:
        """The number of the last row, or one behind it."""
        with suppress(sqlite3.DatabaseError):
            return int(self._connection.execute(f"SELECT ifnull(max(rowid), 0) FROM {self._table}").fetchone()[0])  # noqa: S608
        self.torn = True
        last = 0
        with suppress(sqlite3.DatabaseError):
            for row in self._connection.execute(f"SELECT rowid FROM {self._table} NOT INDEXED"):  # noqa: S608
                last = row[0]
        return last + _BEYOND

    def _between(self, first: int, last: int) -> Iterator[Row]:
        """The rows of these numbers; where SQLite stops, those of the first and of the second half."""
        found: list[Row] = []
        try:
            found += map(
                tuple,
                self._connection.execute(f"{self._select} NOT INDEXED WHERE rowid BETWEEN ? AND ?", (first, last)),
            )
        except sqlite3.DatabaseError:
            self.torn = True
            if first < last:
                middle = (first + last) // 2
                yield from self._between(first, middle)
                yield from self._between(middle + 1, last)
            return
        yield from found

    def _from_both_ends(self) -> Iterator[Row]:
        for direction in ("ASC", "DESC"):
            order = ", ".join(f'"{column}" {direction}' for column in self._key)
            try:
                for row in self._connection.execute(f"{self._select} ORDER BY {order}"):
                    yield tuple(row)
                return
            except sqlite3.DatabaseError:
                self.torn = self.twice = True


def _names_of_pages(damaged: sqlite3.Connection) -> Iterator[str]:
    """The names of pages that the index over them has, also where the pages themselves are lost."""
    with suppress(sqlite3.DatabaseError), closing(damaged.execute("SELECT name FROM pages ORDER BY name")) as rows:
        for row in rows:
            yield row[0]


def is_whole(read: ReadPage) -> bool:
    """Whether all text of a page is in records and stretches that were skipped, and records read as the text does."""
    text = read.page.text
    at = 0
    stretches = [(each.start, each.end) for each in read.records] + [(each.start, each.end) for each in read.skipped]
    for start, end in sorted(stretches):
        if text[at:start].strip():
            return False
        at = max(at, end)
    spans = [span for each in read.records for span in (each.title, each.abstract, *each.authors) if span]
    return not text[at:].strip() and all(text[span.start : span.end] == span.text for span in spans)
