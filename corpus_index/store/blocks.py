"""Blocks (`resolve/blocking.py` says what they are made of), the records that share them, and changing them.

Two records that look like one paper and are not in one group share a block of their own, by which both groups are found
where one of them is made anew.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import sqlite_utils

from corpus_index.domain.work import KnownRecord
from corpus_index.store.listed import listed

MOST_IN_BLOCK = 200
"""How many records a block may have for all of them to be compared with each other.

Among 100,000 papers of arXiv none has more than 114. Thousands of reports with one abstract but for a number, or with
one title, share theirs, and to compare all with all would take hours.
"""

_CROWDED = """
    SELECT DISTINCT block FROM blocks AS new INDEXED BY blocks_record WHERE record_id >= ?1
    AND EXISTS (SELECT 1 FROM blocks WHERE block = new.block LIMIT 1 OFFSET ?2)
    ORDER BY 1
"""
_PAIRS = """
    SELECT DISTINCT new.record_id, old.record_id FROM blocks AS new CROSS JOIN blocks AS old
    ON old.block = new.block AND old.record_id < new.record_id
    WHERE new.record_id >= ?1 AND new.block NOT IN (SELECT value FROM json_each(?2))
    ORDER BY 1, 2
"""
_MEMBERS = """
    SELECT blocks.record_id, records.paper_id FROM blocks CROSS JOIN records ON records.id = blocks.record_id
    WHERE blocks.block = ? AND blocks.record_id {compared} ? ORDER BY blocks.record_id
"""
_OF_RECORDS = "record_id IN (SELECT value FROM json_each(?))"
_PARTING = "block >= 'parted:' AND block < 'parted;'"
_REPEATED = """
    SELECT DISTINCT mine.record_id FROM blocks AS mine CROSS JOIN records ON records.id = mine.record_id
    CROSS JOIN blocks AS other ON other.block = mine.block AND other.record_id <> mine.record_id
    CROSS JOIN records AS its ON its.id = other.record_id AND its.page_id = records.page_id
    WHERE mine.record_id IN (SELECT value FROM json_each(?)) AND mine.block >= 'key:' AND mine.block < 'key;'
"""
_ALONE = "(SELECT count(*) FROM blocks AS other WHERE other.block = blocks.block) = 1"


def crowded_since(connection: sqlite3.Connection, first: int) -> list[str]:
    """The blocks of more than `MOST_IN_BLOCK` records, one of which is from the number `first` on."""
    return [row[0] for row in connection.execute(_CROWDED, (first, MOST_IN_BLOCK))]


def pairs_since(connection: sqlite3.Connection, first: int, left_out: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of records that share a block, but for some blocks that are `left_out`.

    One is from the number `first` on, and one before it; ordered.
    """
    for row in connection.execute(_PAIRS, (first, json.dumps(left_out))):
        yield row[0], row[1]


def members_of(
    connection: sqlite3.Connection, block: str, first: int, *, before: bool = False
) -> Iterator[tuple[int, int]]:
    """Records in a block with their papers, in their order: those from the number `first` on, or those `before` it."""
    statement = _MEMBERS.format(compared="<" if before else ">=")
    yield from map(tuple, connection.execute(statement, (block, first)))


def records_in_blocks(
    connection: sqlite3.Connection, blocks: Iterable[str], hints: Sequence[str]
) -> dict[str, list[int]]:
    """The ids of the stored records in each of these blocks.

    Of a crowded one these are the first `MOST_IN_BLOCK`, or none where it begins like one of `hints`.
    """
    statement = "SELECT record_id FROM blocks WHERE block = ? ORDER BY record_id LIMIT ?"
    found = {}
    for block in blocks:
        records = [row[0] for row in connection.execute(statement, (block, MOST_IN_BLOCK + 1))]
        crowded = len(records) > MOST_IN_BLOCK
        found[block] = [] if crowded and block.startswith(tuple(hints)) else records[:MOST_IN_BLOCK]
    return found


_WITHOUT_TEXT = """
    SELECT DISTINCT min(papers.id, its.paper_id), max(papers.id, its.paper_id)
    FROM papers CROSS JOIN records ON records.paper_id = papers.id
    CROSS JOIN blocks AS mine ON mine.record_id = records.id AND mine.block >= 'n:' AND mine.block < 'n;'
    CROSS JOIN blocks AS other ON other.block = mine.block
    CROSS JOIN records AS its ON its.id = other.record_id AND its.paper_id <> papers.id
    WHERE papers.abstract IS NULL AND NOT papers.title_inferred
    AND NOT EXISTS (SELECT 1 FROM blocks WHERE block = mine.block LIMIT 1 OFFSET ?)
    ORDER BY 1, 2
"""


def pairs_without_text(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Pairs of papers, one of them without an abstract, that share a first author and a long word of their titles.

    Words that very many records share with one first author are passed over.
    """
    return [tuple(row) for row in connection.execute(_WITHOUT_TEXT, (MOST_IN_BLOCK,))]


def blocks_of(connection: sqlite3.Connection, record_ids: Iterable[int]) -> dict[int, set[str]]:
    """The blocks that each of these records is in."""
    found: dict[int, set[str]] = {record: set() for record in record_ids}
    rows = connection.execute(f"SELECT record_id, block FROM blocks WHERE {_OF_RECORDS}", (listed(found),))  # noqa: S608
    for record, block in rows:
        found[record].add(block)
    return found


def repeated_keys(connection: sqlite3.Connection, record_ids: Iterable[int]) -> set[int]:
    """Those of these records whose key stands at another record of their page too."""
    return {row[0] for row in connection.execute(_REPEATED, (listed(record_ids),))}


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
