"""Rows of the table `conflicts`, joined with the names of both records, as conflicts."""

from __future__ import annotations

from corpus_index.domain.conflict import Conflict, Grade, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


def conflict_of(row: sqlite3.Row) -> Conflict:
    """Read a row that has the names of its records as `a_record` and `b_record`."""
    return Conflict(
        attribute=row["attribute"], grade=Grade(row["grade"]), a=_statement(row, "a"), b=_statement(row, "b")
    )


def _statement(row: sqlite3.Row, side: str) -> Statement:
    return Statement(
        claim=row[f"{side}_claim"],
        record=row[f"{side}_record"],
        evidence=row[f"{side}_evidence"],
        start=row[f"{side}_start"],
        end=row[f"{side}_end"],
    )
