"""Rows that are numbered from 0, made before anything is known of the index, and put in where its numbers go on.

The sums are left to SQLite, so that rows which another process made go in as they are.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

import sqlite_utils

_NUMBERED = {"papers": "paper_id", "records": "record_id", "facts": "fact_id"}
"""The tables that others refer to, with the column in which these do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The row of a page, and the numbers that its first record, fact and paper get."""

    page_id: int
    record_id: int
    fact_id: int
    paper_id: int


@dataclass(frozen=True, slots=True)
class NumberedRows:
    """Rows of a table in the order of its `columns`; numbers of records, facts, papers and pages begin with 0."""

    table: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def numbered(table: str, rows: Iterable[Mapping[str, Any]]) -> NumberedRows:
    """Gather rows that all have the columns of the first one, in their order."""
    listed = list(rows)
    return NumberedRows(table, tuple(listed[0]) if listed else (), [tuple(row.values()) for row in listed])


def next_numbers(db: sqlite_utils.Database, page: int) -> Numbers:
    """The first numbers that nothing has, for what is on a page."""
    free = {
        column: db.execute(f"SELECT ifnull(max(id), 0) + 1 FROM {table}").fetchone()[0]  # noqa: S608  constants
        for table, column in _NUMBERED.items()
    }
    return Numbers(page_id=page, **free)


def insert_numbered(db: sqlite_utils.Database, given: NumberedRows, first: Numbers) -> None:
    """Insert rows of which the first ones get the numbers `first`."""
    if not given.rows:
        return
    numbers = asdict(first)
    if given.table in _NUMBERED:
        numbers["id"] = numbers[_NUMBERED[given.table]]
    names = ", ".join(f'"{column}"' for column in given.columns)
    marks = ", ".join(f"? + {numbers[column]}" if column in numbers else "?" for column in given.columns)
    insert = f"INSERT INTO {given.table} ({names}) VALUES"
    if given.table == "papers":
        _insert_in_one_statement(db, insert, f"({marks})", given)
    else:
        db.conn.executemany(f"{insert} ({marks})", given.rows)


def _insert_in_one_statement(db: sqlite_utils.Database, insert: str, marks: str, given: NumberedRows) -> None:
    """Insert as many rows with a statement as it may have values.

    After each statement FTS5 writes what a trigger told it to the file, which takes longer than all else for a paper.
    """
    at_once = db.conn.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // len(given.columns)
    for start in range(0, len(given.rows), at_once):
        rows = given.rows[start : start + at_once]
        db.execute(f"{insert} {', '.join([marks] * len(rows))}", list(chain.from_iterable(rows)))
