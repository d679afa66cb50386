"""Keys that were given out: for which records, and to which papers they lead.

A key leads to the paper of the first of its records that is in the index, by rank, then by kind, page and place. Where
none is, it stays with the paper that it led to, as long as that has other records. Called inside a `write.transaction`.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlite_utils

from corpus_index.store.derived import PLACEHOLDER
from corpus_index.store.listed import listed, listed_texts

_MOST_NOTED = 20
"""For how many records of a paper, and those that print it, a key is noted.

A file may hold one paper under thousands of keys, and to note each key for each record would take hours.
"""
# What prints a key comes first, so that it is not inserted as one of the first records. Values of JSON are of no type,
# and to what is of none SQLite makes no index of its own, without which joining takes the square of their number.
_NOTE = """
    WITH given AS MATERIALIZED (
        SELECT CAST(json_extract(value, '$[0]') AS INTEGER) AS paper, CAST(json_extract(value, '$[1]') AS TEXT) AS key
        FROM json_each(?1)
    ), printing AS MATERIALIZED (
        SELECT records.paper_id AS paper, metadata.text AS key, records.page_id, records.ordinal
        FROM (SELECT DISTINCT paper FROM given) CROSS JOIN records ON records.paper_id = paper
        CROSS JOIN metadata ON metadata.record_id = records.id AND metadata.field = 'key'
    ), firsts AS MATERIALIZED (
        SELECT * FROM (
            SELECT records.paper_id AS paper, records.page_id, records.ordinal, row_number() OVER (
                PARTITION BY records.paper_id
                ORDER BY records.kind = 'summary', pages.name, pages.digest, records.ordinal
            ) AS nth
            FROM (SELECT DISTINCT paper FROM given) CROSS JOIN records ON records.paper_id = paper
            CROSS JOIN pages ON pages.id = records.page_id
        ) WHERE nth <= ?2
    ), places AS (
        SELECT paper, key, page_id, ordinal, 0 AS later FROM given JOIN printing USING (paper, key)
        UNION ALL SELECT paper, key, page_id, ordinal, 1 FROM given JOIN firsts USING (paper)
    )
    INSERT OR IGNORE INTO given_keys
    SELECT places.key, pages.digest, places.ordinal, places.later
        + CASE WHEN (papers.key = places.key AND papers.key_frozen)
            OR EXISTS (SELECT 1 FROM aliases WHERE alias = places.key AND paper_id = papers.id)
        THEN (SELECT ifnull(max(rank), 0) + 1 FROM given_keys WHERE key = places.key)
        ELSE (SELECT ifnull(min(rank), 0) - 2 FROM given_keys WHERE key = places.key) END, papers.title
    FROM places CROSS JOIN papers ON papers.id = places.paper CROSS JOIN pages ON pages.id = places.page_id
"""
_FREEZE = """
    UPDATE papers SET key_frozen = 1
    WHERE NOT key_frozen AND (id, key) IN (
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)
    )
"""


def give_out(db: sqlite_utils.Database, keys: Iterable[tuple[int, str]]) -> int:
    """Note of papers and keys that each was given out for the records of its paper; how many were not so before.

    Of a paper with very many records these are the first ones. Records that print the key themselves come before them.
    What a paper calls otherwise becomes a former key of it. A key that was given out for records that are gone leads to
    the new ones from now on.
    """
    pairs = list(keys)
    numbered = json.dumps(pairs)
    db.execute(_NOTE, [numbered, _MOST_NOTED])
    frozen = int(db.execute(_FREEZE, [numbered]).rowcount)
    db.conn.executemany(
        "INSERT OR IGNORE INTO aliases SELECT ?2, id FROM papers WHERE id = ?1 AND key <> ?2",
        pairs,
    )
    return frozen


_NO_RECORD = ""
"""Stands for the digest of a page in the row that says that a key was exported."""


def note_exported(db: sqlite_utils.Database, keys: Iterable[str]) -> None:
    """Note of the keys of papers that they were exported."""
    db.execute(
        "INSERT OR IGNORE INTO given_keys SELECT papers.key, ?2, 0, 0, title "
        "FROM json_each(?1) CROSS JOIN papers ON papers.key = value",
        [listed_texts(keys), _NO_RECORD],
    )


def exported(db: sqlite_utils.Database, key: str) -> bool:
    """Whether this key was exported."""
    return bool(db.execute("SELECT 1 FROM given_keys WHERE key = ? AND digest = ?", [key, _NO_RECORD]).fetchone())


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key that leads to a paper: as its key, or as a former one."""

    key: str
    paper: int
    current: bool


_HELD = """
    SELECT key, id, 1 FROM papers WHERE key_frozen AND id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT alias, paper_id, 0 FROM aliases WHERE paper_id IN (SELECT value FROM json_each(?1))
"""


def held_by(db: sqlite_utils.Database, papers: Iterable[int]) -> list[HeldKey]:
    """The keys that were given out and lead to these papers now."""
    return [HeldKey(key, paper, bool(current)) for key, paper, current in db.execute(_HELD, [listed(papers)])]


_HOLDERS = """
    SELECT id FROM papers WHERE key IN (SELECT value FROM json_each(?1))
    UNION SELECT paper_id FROM aliases WHERE alias IN (SELECT value FROM json_each(?1))
"""


def holders_of(db: sqlite_utils.Database, keys: Iterable[str]) -> set[int]:
    """The papers to which these keys lead now."""
    return {row[0] for row in db.execute(_HOLDERS, [listed_texts(keys)])}


def given_for(db: sqlite_utils.Database, papers: Iterable[int]) -> set[str]:
    """The keys that were given out for a record of these papers."""
    if not db.execute("SELECT EXISTS (SELECT 1 FROM given_keys)").fetchone()[0]:
        return set()
    rows = db.execute(
        "SELECT DISTINCT given_keys.key FROM json_each(?) CROSS JOIN records ON records.paper_id = json_each.value "
        "CROSS JOIN pages ON pages.id = records.page_id CROSS JOIN given_keys "
        "ON given_keys.digest = pages.digest AND given_keys.ordinal = records.ordinal",
        [listed(papers)],
    )
    return {row[0] for row in rows}


_HOMES = """
    SELECT given_keys.key, records.paper_id
    FROM json_each(?) CROSS JOIN given_keys ON given_keys.key = json_each.value
    CROSS JOIN pages ON pages.digest = given_keys.digest
    CROSS JOIN records ON records.page_id = pages.id AND records.ordinal = given_keys.ordinal
    ORDER BY rank DESC, records.kind = 'summary' DESC, pages.name DESC, pages.digest DESC, records.ordinal DESC
"""


def homes_of(db: sqlite_utils.Database, keys: Iterable[str]) -> dict[str, int]:
    """The paper of the first record for which each of these keys was given out, if one is in the index."""
    return dict(db.execute(_HOMES, [listed_texts(keys)]).fetchall())


_BY_PLACE = """
    SELECT key FROM (
        SELECT given_keys.key, records.kind = 'summary' AS later, pages.name, pages.digest, records.ordinal,
            row_number() OVER (
                PARTITION BY given_keys.key
                ORDER BY rank, records.kind = 'summary', pages.name, pages.digest, records.ordinal
            ) AS nth
        FROM json_each(?) CROSS JOIN given_keys ON given_keys.key = json_each.value
        CROSS JOIN pages ON pages.digest = given_keys.digest
        CROSS JOIN records ON records.page_id = pages.id AND records.ordinal = given_keys.ordinal
    ) WHERE nth = 1 ORDER BY later, name, digest, ordinal, key
"""


def by_place(db: sqlite_utils.Database, keys: Iterable[str]) -> list[str]:
    """Those of these keys that were given out for a record in the index, in the order of their first records."""
    return [row[0] for row in db.execute(_BY_PLACE, [listed_texts(keys)])]


_UNUSED = """
    SELECT given_keys.key, given_keys.title, min(rank) FROM json_each(?) CROSS JOIN given_keys
    ON given_keys.key = value COLLATE NOCASE
    OR (given_keys.key >= value || '_' COLLATE NOCASE AND given_keys.key < value || '`' COLLATE NOCASE)
    WHERE NOT EXISTS (SELECT 1 FROM papers WHERE papers.key = given_keys.key)
    AND NOT EXISTS (SELECT 1 FROM aliases WHERE alias = given_keys.key)
    GROUP BY given_keys.key ORDER BY given_keys.key
"""


def unused_keys(db: sqlite_utils.Database, bases: Iterable[str]) -> dict[str, str]:
    """The keys that were given out, lead nowhere now, and are one of `bases`, alone or with a suffix.

    With each the title of the paper for which it was given out last.
    """
    return {key: title for key, title, _ in db.execute(_UNUSED, [listed_texts(sorted(bases))])}


def lead(db: sqlite_utils.Database, leads: Mapping[int, Sequence[str]]) -> None:
    """Let papers have these keys and no others that were given out: a key, and any number of former ones."""
    # Keys are unique at every moment, also while they change places.
    freed = [(f"{PLACEHOLDER}{paper}", paper, keys[0] if keys else "") for paper, keys in leads.items()]
    db.conn.executemany(
        "UPDATE papers SET key = ?1, key_frozen = 0 WHERE id = ?2 AND key <> ?3 AND (key_frozen OR ?3 <> '')", freed
    )
    named = [(keys[0], paper) for paper, keys in leads.items() if keys]
    db.conn.executemany("UPDATE papers SET key = ?, key_frozen = 1 WHERE id = ?", named)
    db.execute("DELETE FROM aliases WHERE paper_id IN (SELECT value FROM json_each(?))", [listed(leads)])
    former = [(key, paper) for paper, keys in leads.items() for key in keys[1:]]
    db.conn.executemany("INSERT INTO aliases VALUES (?, ?)", former)


def restore(db: sqlite_utils.Database, keys: Collection[str]) -> None:
    """Let those of `keys`, which papers had, that are former keys now be the keys of their papers again."""
    former = db.execute(
        "SELECT alias, paper_id FROM aliases JOIN papers ON papers.id = paper_id "
        "WHERE alias IN (SELECT value FROM json_each(?1)) AND key NOT IN (SELECT value FROM json_each(?1))",
        [listed_texts(keys)],
    ).fetchall()
    firsts = {paper: key for key, paper in sorted(former, reverse=True)}
    leads: defaultdict[int, list[str]] = defaultdict(list)
    for each in held_by(db, firsts):
        leads[each.paper].append(each.key)
    lead(db, {paper: sorted(held, key=lambda key: key != firsts[paper]) for paper, held in leads.items()})


def hand_over(db: sqlite_utils.Database, former: int, heir: int) -> None:
    """Let the keys that were given out and lead to the paper `former` lead to `heir`."""
    db.execute("UPDATE aliases SET paper_id = ? WHERE paper_id = ?", [heir, former])
    db.execute("INSERT INTO aliases SELECT key, ? FROM papers WHERE id = ? AND key_frozen", [heir, former])
    freed = [f"{PLACEHOLDER}{former}", former]
    db.execute("UPDATE papers SET key = ?, key_frozen = 0 WHERE id = ? AND key_frozen", freed)


_GIVEN_FOR_RECORDS = """
    SELECT given_keys.key, given_keys.digest, given_keys.ordinal, records.id, rank, given_keys.title, records.title
    FROM json_each(?) CROSS JOIN records ON records.id = json_each.value CROSS JOIN pages ON pages.id = records.page_id
    CROSS JOIN given_keys ON given_keys.digest = pages.digest AND given_keys.ordinal = records.ordinal
"""


def part(db: sqlite_utils.Database, away: Collection[int], stay: Collection[int]) -> None:
    """Let each key that was given out for records on both sides be of one side only.

    That is the side of the record with the lowest rank, then of one with the title under which it was given out, and of
    those that `stay` where both have it.
    """
    first: dict[str, tuple[int, bool, bool]] = {}
    places: list[tuple[str, str, int, bool]] = []
    for key, digest, ordinal, record, rank, given_title, title in db.execute(
        _GIVEN_FOR_RECORDS, [listed((*away, *stay))]
    ):
        here = (rank, given_title != " ".join((title or "").split()), record in away)
        first[key] = min(first.get(key, here), here)
        places.append((key, digest, ordinal, record in away))
    others = [place[:3] for place in places if place[3] is not first[place[0]][2]]
    db.conn.executemany("DELETE FROM given_keys WHERE key = ? AND digest = ? AND ordinal = ?", others)
