"""Rows into tables, many at once."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import sqlite_utils


def insert_rows(
    db: sqlite_utils.Database, table: str, rows: Iterable[Mapping[str, Any]], *, ignore: bool = False
) -> None:
    """Insert rows that all have the columns of the first one, in their order.

    sqlite-utils looks at the schema for every call, which takes longer than the insertion of a few rows; here the
    schema is known. With `ignore`, rows that break a constraint are left out.
    """
    listed = list(rows)
    if listed:
        columns = tuple(listed[0])
        db.conn.executemany(_statement(table, columns, ignore), [tuple(row.values()) for row in listed])


@cache
def _statement(table: str, columns: tuple[str, ...], ignore: bool) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    return f"INSERT {'OR IGNORE ' if ignore else ''}INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  constants
