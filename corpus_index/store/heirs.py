"""What a person said and decided of records, handed on to others before they go."""

from collections.abc import Collection, Iterable

import sqlite_utils

from corpus_index.store.listed import listed

_TOLD = """
    SELECT records.id FROM json_each(?) CROSS JOIN records ON records.id = json_each.value
    CROSS JOIN pages ON pages.id = records.page_id
    WHERE EXISTS (SELECT 1 FROM own_values AS own WHERE (own.digest, own.ordinal) = (pages.digest, records.ordinal))
    OR EXISTS (SELECT 1 FROM decisions AS said WHERE (said.digest, said.ordinal) = (pages.digest, records.ordinal))
"""
_PLACE = "SELECT pages.digest, records.ordinal FROM records JOIN pages ON pages.id = records.page_id WHERE records.id ="
_OWN = """
    INSERT OR IGNORE INTO own_values
    SELECT ?3, ?4, own.field, ?5, own.value FROM own_values AS own
    WHERE (own.digest, own.ordinal) = (?1, ?2) AND own.change_id = (
        SELECT max(change_id) FROM own_values WHERE (digest, ordinal, field) = (?1, ?2, own.field)
    ) AND NOT EXISTS (
        SELECT 1 FROM own_values AS later
        WHERE (later.digest, later.ordinal, later.field) = (?3, ?4, own.field) AND later.change_id >= own.change_id
    )
"""
_DECIDED = """
    SELECT other_digest, other_ordinal, same, max(change_id) FROM decisions
    WHERE (digest, ordinal) = (?1, ?2) GROUP BY other_digest, other_ordinal
"""
_DECIDE = """
    INSERT OR IGNORE INTO decisions SELECT ?1, ?2, ?3, ?4, ?5, ?6
    WHERE NOT EXISTS (
        SELECT 1 FROM decisions WHERE (digest, ordinal, other_digest, other_ordinal) = (?1, ?2, ?3, ?4)
    ) AND (?1, ?2) <> (?3, ?4)
"""


def told_of(db: sqlite_utils.Database, records: Collection[int]) -> list[int]:
    """Those of the records of which a person said or decided something."""
    return [row[0] for row in db.execute(_TOLD, [listed(records)])]


def hand_on(db: sqlite_utils.Database, change: int, record: int, heirs: Iterable[int]) -> None:
    """Let what counts of a record count of its heirs too, where nothing was said of them since."""
    place = db.execute(f"{_PLACE} ?", [record]).fetchone()
    for heir in heirs:
        new = db.execute(f"{_PLACE} ?", [heir]).fetchone()
        db.execute(_OWN, [*place, *new, change])
        for *other, same, _ in db.execute(_DECIDED, list(place)).fetchall():
            db.execute(_DECIDE, [*new, *other, change, same])
            db.execute(_DECIDE, [*other, *new, change, same])
