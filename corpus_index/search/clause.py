"""A condition of SQL on a row of the table `papers`."""

from __future__ import annotations

from collections.abc import Collection

from corpus_index.domain.dataclass import dataclass
from corpus_index.store.listed import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is true or false (never null) for a row of `papers`, and the values of its placeholders."""

    sql: str
    values: tuple[str | int | float, ...] = ()


NOTHING = Condition("0")
"""Matches no paper."""


def fulfilling(connection: sqlite3.Connection, papers: Collection[int], where: Condition | None) -> set[int]:
    """Those of the papers that fulfil a condition, if there is one."""
    if where is None or not papers:
        return set(papers)
    sql = f"SELECT id FROM papers WHERE id IN (SELECT value FROM json_each(?)) AND ({where.sql})"  # noqa: S608
    return {row[0] for row in connection.execute(sql, (listed(papers), *where.values))}
