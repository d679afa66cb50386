"""The blocks of records, changed after their page was stored.

Two records that look like one paper and are not in one group share a block of their own, by which both groups are found
where one of them is made anew.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping

import sqlite_utils

from corpus_index.domain.work import KnownRecord
from corpus_index.store.listed import listed

_OF_RECORDS = "record_id IN (SELECT value FROM json_each(?))"
_PARTING = "block >= 'parted:' AND block < 'parted;'"
_ALONE = "(SELECT count(*) FROM blocks AS other WHERE other.block = blocks.block) = 1"


def save_blocks(db: sqlite_utils.Database, blocks: Mapping[int, Iterable[str]]) -> None:
    """Replace the blocks of records, but for those of parted pairs."""
    db.execute(f"DELETE FROM blocks WHERE {_OF_RECORDS} AND NOT ({_PARTING})", [listed(blocks)])  # noqa: S608
    rows = [(record, block) for record, of_record in blocks.items() for block in of_record]
    db.conn.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?)", rows)


def save_parted(
    db: sqlite_utils.Database, records: Collection[int], pairs: Iterable[tuple[KnownRecord, KnownRecord]]
) -> None:
    """Note the pairs of these records that look like one paper and are not; what was noted of them counts no more."""
    db.execute(f"DELETE FROM blocks WHERE {_PARTING} AND {_OF_RECORDS}", [listed(records)])  # noqa: S608
    db.execute(f"DELETE FROM blocks WHERE {_PARTING} AND {_ALONE}")  # noqa: S608
    rows = []
    for pair in pairs:
        places = sorted(f"{known.digest}#{known.record.ordinal}" for known in pair)
        rows += [(known.id, f"parted:{' '.join(places)}") for known in pair]
    db.conn.executemany("INSERT INTO blocks VALUES (?, ?)", rows)


def parted_from(connection: sqlite3.Connection, records: Collection[int]) -> set[int]:
    """The records that look like one paper with one of these and are not, and those among these that do."""
    if not connection.execute(f"SELECT EXISTS (SELECT 1 FROM blocks WHERE {_PARTING})").fetchone()[0]:  # noqa: S608
        return set()
    rows = connection.execute(
        f"SELECT record_id FROM blocks WHERE block IN "  # noqa: S608
        f"(SELECT block FROM blocks WHERE {_PARTING} AND {_OF_RECORDS})",
        (listed(records),),
    )
    return {row[0] for row in rows}
