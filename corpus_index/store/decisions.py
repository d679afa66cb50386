"""What a person decided about records: that two are one paper, or that they are not."""

import sqlite3
from collections.abc import Iterable

import sqlite_utils

from corpus_index.store.listed import listed

_DECIDED = """
    SELECT mine.id, other.id, decisions.same
    FROM json_each(?) CROSS JOIN records AS mine ON mine.id = json_each.value
    CROSS JOIN pages AS my_page ON my_page.id = mine.page_id
    CROSS JOIN decisions ON decisions.digest = my_page.digest AND decisions.ordinal = mine.ordinal
    CROSS JOIN pages AS other_page ON other_page.digest = decisions.other_digest
    CROSS JOIN records AS other ON other.page_id = other_page.id AND other.ordinal = decisions.other_ordinal
    ORDER BY decisions.change_id
"""
_SAVE = """
    INSERT OR REPLACE INTO decisions
    SELECT a_page.digest, a.ordinal, b_page.digest, b.ordinal, ?, ?
    FROM records AS a JOIN pages AS a_page ON a_page.id = a.page_id, records AS b JOIN pages AS b_page
    ON b_page.id = b.page_id WHERE a.id = ? AND b.id = ?
"""


def save_decisions(db: sqlite_utils.Database, change: int, a: Iterable[int], b: Iterable[int], *, same: bool) -> None:
    """Store that each record of `a` is, or is not, the paper of each record of `b`; earlier decisions count no more."""
    others = list(b)
    pairs = [(one, other) for one in a for other in others]
    both = [*pairs, *((other, one) for one, other in pairs)]
    db.conn.executemany(_SAVE, [(change, int(same), *pair) for pair in both])


def decided(connection: sqlite3.Connection, records: Iterable[int]) -> dict[tuple[int, int], bool]:
    """The decisions that count between these records and any others, by pairs of the smaller and the larger number."""
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM decisions)").fetchone()[0]:
        return {}
    rows = connection.execute(_DECIDED, (listed(records),))
    return {(min(one, other), max(one, other)): bool(same) for one, other, same in rows}
