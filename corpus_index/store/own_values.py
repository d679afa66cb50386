"""Storing what a person said of papers.

A value is stored with every record that the paper has, so that it stays when the paper gains or loses one.
"""

from collections.abc import Iterable, Mapping

import sqlite_utils

from corpus_index.store.listed import listed

_PLACES = """
    SELECT pages.digest, records.ordinal FROM records JOIN pages ON pages.id = records.page_id
    WHERE records.paper_id IN (SELECT value FROM json_each(?))
"""


def save_own(db: sqlite_utils.Database, change: int, papers: Iterable[int], values: Mapping[str, str | None]) -> None:
    """Store values of fields for all records of papers; `None` takes back what was said."""
    places = [tuple(row) for row in db.execute(_PLACES, [listed(papers)])]
    rows = [(*place, field, change, value) for place in places for field, value in values.items()]
    db.conn.executemany("INSERT OR REPLACE INTO own_values VALUES (?, ?, ?, ?, ?)", rows)


_SAID_OF_BOTH = """
    SELECT DISTINCT pages.digest, records.ordinal, own.field, ?1, NULL
    FROM records JOIN pages ON pages.id = records.page_id
    JOIN own_values AS own ON own.digest = pages.digest AND own.ordinal = records.ordinal
    WHERE records.id IN (SELECT value FROM json_each(?2))
    AND own.change_id = (SELECT max(change_id) FROM own_values WHERE (digest, ordinal, field)
        = (own.digest, own.ordinal, own.field))
    AND EXISTS (SELECT 1 FROM records AS other JOIN pages AS page ON page.id = other.page_id
        JOIN own_values AS said ON said.digest = page.digest AND said.ordinal = other.ordinal
        WHERE other.id IN (SELECT value FROM json_each(?3))
        AND said.field = own.field AND said.change_id = own.change_id)
"""


def part_own(db: sqlite_utils.Database, change: int, away: Iterable[int], stay: Iterable[int]) -> None:
    """Let what was said of two groups of records at once count for those that `stay` only."""
    db.execute(f"INSERT INTO own_values {_SAID_OF_BOTH}", [change, listed(away), listed(stay)])


def save_paper_own(db: sqlite_utils.Database, values: Mapping[int, Mapping[str, str]]) -> None:
    """Replace what counts of papers."""
    db.execute("DELETE FROM paper_own WHERE paper_id IN (SELECT value FROM json_each(?))", [listed(values)])
    rows = [(paper, field, value) for paper, of_paper in values.items() for field, value in of_paper.items()]
    db.conn.executemany("INSERT INTO paper_own VALUES (?, ?, ?)", rows)
