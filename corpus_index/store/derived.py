"""Writing what follows from records: papers, their keys, names, links and conflicts. All of it can be made anew.

Everything here is called inside a `write.transaction`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

import sqlite_utils

from corpus_index.domain.work import FactRef, KnownRecord, Work
from corpus_index.store.inserting import insert_rows
from corpus_index.store.listed import listed
from corpus_index.store.paper_rows import PlacedUse, author_rows, conflict_rows, id_rows, name_rows, paper_row
from corpus_index.store.uses import BEFORE

PLACEHOLDER = "?"
"""Begins the keys that stand in for the real ones within a transaction; no key that is given out has it."""


def new_paper(db: sqlite_utils.Database) -> int:
    """Make room for a paper, to be filled by `save_work` and `set_keys` in the same transaction."""
    number = int(db.execute("SELECT ifnull(max(id), 0) + 1 FROM papers").fetchone()[0])
    row = {"id": number, "key": f"{PLACEHOLDER}{number}", "title": "", "names": "", "summary": ""}
    insert_rows(db, "papers", [{**row, "title_inferred": 1, "authors_complete": 0}])
    return number


def delete_papers(db: sqlite_utils.Database, papers: Iterable[int]) -> None:
    """Delete papers that have no records any more, with their names, links and conflicts."""
    db.table("papers").delete_where("id IN (SELECT value FROM json_each(?))", [listed(papers)])


def keys_of(db: sqlite_utils.Database, papers: Iterable[int]) -> dict[int, str]:
    """The key of each of these papers, without those that have none yet."""
    rows = db.execute("SELECT id, key FROM papers WHERE id IN (SELECT value FROM json_each(?))", [listed(papers)])
    return {paper: key for paper, key in rows if not key.startswith(PLACEHOLDER)}


def frozen_keys(db: sqlite_utils.Database, papers: Iterable[int]) -> dict[int, str]:
    """The keys of those of these papers whose key was given out and must stay."""
    rows = db.execute(
        "SELECT id, key FROM papers WHERE key_frozen AND id IN (SELECT value FROM json_each(?))", [listed(papers)]
    )
    return dict(rows.fetchall())


def paper_with_key(db: sqlite_utils.Database, key: str) -> int | None:
    """The paper with this key or former key."""
    row = db.execute(
        "SELECT id FROM papers WHERE key = ?1 UNION ALL SELECT paper_id FROM aliases WHERE alias = ?1", [key]
    ).fetchone()
    return None if row is None else int(row[0])


def heir_of(db: sqlite_utils.Database, papers: Sequence[int]) -> int:
    """Of papers that become one, the one whose row stays: one with a key that must not change, else the oldest."""
    rows = db.execute(
        "SELECT id FROM papers WHERE id IN (SELECT value FROM json_each(?)) "
        "ORDER BY NOT key_frozen, CASE WHEN key_frozen THEN key END, id LIMIT 1",
        [listed(papers)],
    )
    return int(rows.fetchone()[0])


Saved = tuple[Work, Sequence[KnownRecord], Mapping[FactRef, int]]
"""A work, its records, and the row of each of their facts."""

_UPDATE = """
    UPDATE papers SET title = :title, title_inferred = :title_inferred, abstract = :abstract, names = :names,
        summary = :summary, year = :year, since = :since, venue = :venue, authors_complete = :authors_complete
    WHERE id = :id
"""


def save_works(db: sqlite_utils.Database, works: Mapping[int, Saved]) -> None:
    """Replace the rows of papers with their authors and identifiers, the trust in their facts, and their conflicts."""
    db.conn.executemany(_UPDATE, [paper_row(paper, work, records) for paper, (work, records, _) in works.items()])
    only = {paper: work for paper, (work, _, _) in works.items()}
    _replace(db, "paper_authors", {paper: author_rows(work) for paper, work in only.items()})
    _replace(db, "paper_ids", {paper: id_rows(work) for paper, work in only.items()})
    _replace(db, "conflicts", {paper: conflict_rows(work) for paper, work in only.items()})
    db.conn.executemany(
        "UPDATE facts SET trust = ?, repeats = ? WHERE id = ?",
        [
            (judgement.trust.value, facts[judgement.repeats] if judgement.repeats else None, facts[ref])
            for work, _, facts in works.values()
            for ref, judgement in work.judgements.items()
        ],
    )


def save_names(db: sqlite_utils.Database, names: Mapping[int, tuple[str, Sequence[PlacedUse]]]) -> None:
    """Replace the names of papers, each given by its title and the uses of names in it."""
    _replace(db, "names", {paper: list(name_rows(*given)) for paper, given in names.items()})


def families_of(db: sqlite_utils.Database, papers: Iterable[int]) -> set[str]:
    """The families of all names of these papers."""
    rows = db.execute(
        "SELECT DISTINCT family FROM names WHERE family IS NOT NULL AND paper_id IN (SELECT value FROM json_each(?))",
        [listed(papers)],
    )
    return {row[0] for row in rows}


def linkable_families(db: sqlite_utils.Database, families: Iterable[str]) -> list[str]:
    """Those of these families that can make links: some paper introduces a name of it as its own."""
    rows = db.execute(
        "SELECT DISTINCT family FROM names "
        "WHERE family IN (SELECT value FROM json_each(?)) AND claimed AND role = 'introduces' ORDER BY family",
        [json.dumps(sorted(families))],
    )
    return [row[0] for row in rows.fetchall()]


def overtaken_families(db: sqlite_utils.Database, papers: Iterable[int]) -> set[str]:
    """Families with links to a paper that is younger than one of these papers, which has a name of the family too.

    The name may be older than the paper that seemed to bring it.
    """
    older = BEFORE.format(one="papers.since", other="target.since")
    rows = db.execute(
        "SELECT DISTINCT links.family FROM names JOIN papers ON papers.id = names.paper_id "  # noqa: S608  constants
        "JOIN links ON links.family = names.family JOIN papers AS target ON target.id = links.target_id "
        f"WHERE names.paper_id IN (SELECT value FROM json_each(?)) AND {older}",
        [listed(papers)],
    )
    return {row[0] for row in rows}


def delete_links(db: sqlite_utils.Database, families: Iterable[str]) -> None:
    """Delete the links of families, to be made anew."""
    db.execute("DELETE FROM links WHERE family IN (SELECT value FROM json_each(?))", [json.dumps(sorted(families))])


def save_links(db: sqlite_utils.Database, rows: Iterable[Mapping[str, object]]) -> None:
    """Store links; of several between two papers by one mention the first is kept."""
    insert_rows(db, "links", rows, ignore=True)


_DELETE_CITATIONS = """
    DELETE FROM links WHERE kind = 'identifier' AND (
        source_id IN (SELECT value FROM json_each(?1)) OR target_id IN (SELECT value FROM json_each(?1))
    )
"""
_CITATIONS = """
    INSERT OR IGNORE INTO links
    SELECT records.paper_id, paper_ids.paper_id, paper_ids.scheme || ':' || paper_ids.value,
           paper_ids.scheme || ':' || paper_ids.value, 'identifier', NULL, '', records.id,
           metadata.text, metadata.start, metadata."end"
    FROM reference_ids JOIN paper_ids USING (scheme, value) JOIN records ON records.id = reference_ids.record_id
    JOIN pages ON pages.id = records.page_id
    JOIN metadata ON metadata.record_id = records.id AND metadata.field = 'reference'
        AND metadata.position = reference_ids.position
    WHERE {one} IN (SELECT value FROM json_each(?)) AND records.paper_id <> paper_ids.paper_id
    ORDER BY pages.name, pages.digest, records.ordinal, reference_ids.position
"""


def save_citations(db: sqlite_utils.Database, papers: Iterable[int]) -> None:
    """Make the links anew by which these papers give the identifier of another paper, or another one gives theirs."""
    numbers = listed(papers)
    db.execute(_DELETE_CITATIONS, [numbers])
    for citing_or_cited in ("records.paper_id", "paper_ids.paper_id"):
        db.execute(_CITATIONS.format(one=citing_or_cited), [numbers])


def set_keys(db: sqlite_utils.Database, keys: Mapping[int, str]) -> None:
    """Give papers their keys, which may be those that other papers of `keys` had before."""
    # Two rounds, because keys are unique at every moment, also while two papers swap theirs.
    had = [(f"{PLACEHOLDER}{paper}", paper) for paper in keys_of(db, keys)]
    db.conn.executemany("UPDATE papers SET key = ? WHERE id = ?", had)
    db.conn.executemany("UPDATE papers SET key = ? WHERE id = ?", [(key, paper) for paper, key in keys.items()])


_FREEZE = """
    UPDATE papers SET key_frozen = 1, (key_digest, key_ordinal) = (
        SELECT pages.digest, records.ordinal FROM records JOIN pages ON pages.id = records.page_id
        WHERE records.paper_id = papers.id
        ORDER BY records.kind = 'summary', pages.name, pages.digest, records.ordinal LIMIT 1
    ) WHERE key = ? AND NOT key_frozen
"""


def freeze(db: sqlite_utils.Database, keys: Iterable[str]) -> int:
    """Mark keys as given out, each for the first record of its paper, and return how many were not so before."""
    return sum(db.execute(_FREEZE, [key]).rowcount for key in keys)


def hand_over(db: sqlite_utils.Database, former: int, heir: int) -> None:
    """Let the keys by which the paper `former` was known outside lead to `heir`.

    A key that was given out must not change: where the heir's is not frozen, it takes the frozen key over.
    """
    db.execute("UPDATE aliases SET paper_id = ? WHERE paper_id = ?", [heir, former])
    statement = "SELECT key, key_frozen, key_digest, key_ordinal FROM papers WHERE id = ?"
    key, frozen, *record = db.execute(statement, [former]).fetchone()
    if not frozen:
        return
    db.execute("UPDATE papers SET key = ?, key_frozen = 0 WHERE id = ?", [f"{PLACEHOLDER}{former}", former])
    if db.execute("SELECT key_frozen FROM papers WHERE id = ?", [heir]).fetchone()[0]:
        add_alias(db, key, heir, record)
    else:
        _take_key(db, heir, key, record)


def _take_key(db: sqlite_utils.Database, paper: int, key: str, record: Sequence[object]) -> None:
    statement = "UPDATE papers SET key = ?, key_frozen = 1, key_digest = ?, key_ordinal = ? WHERE id = ?"
    db.execute(statement, [key, *record, paper])


def add_alias(db: sqlite_utils.Database, alias: str, paper: int, record: Sequence[object] = (None, None)) -> None:
    """Let a former key lead to `paper`; `record` (digest and ordinal) is the one that it was given out for."""
    db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?, ?, ?)", [alias, paper, *record])


def claim_key(db: sqlite_utils.Database, paper: int, key: str, record: Sequence[object]) -> set[int]:
    """Give a key that was given out for a record to its paper again, as a former key where it has another one.

    Nothing happens where the key was given out for another paper since. Returns the papers that need a key now.
    """
    holder = db.execute("SELECT id, key_frozen FROM papers WHERE key = ?", [key]).fetchone()
    if paper_with_key(db, key) is not None and (holder is None or holder[1]):
        return set()
    if holder is not None:
        db.execute("UPDATE papers SET key = ? WHERE id = ?", [f"{PLACEHOLDER}{holder[0]}", holder[0]])
    if db.execute("SELECT key_frozen FROM papers WHERE id = ?", [paper]).fetchone()[0]:
        add_alias(db, key, paper, record)
    else:
        _take_key(db, paper, key, record)
    return {paper} if holder is None else {paper, holder[0]}


_FORMER_KEYS = """
    SELECT aliases.alias, aliases.key_digest, aliases.key_ordinal FROM aliases JOIN pages ON pages.digest = key_digest
    JOIN records ON records.page_id = pages.id AND records.ordinal = key_ordinal
    WHERE records.paper_id = ?1 ORDER BY alias
"""


def give_back_keys(db: sqlite_utils.Database, paper: int) -> None:
    """Let former keys that were given out for a record of `paper` lead there; the first becomes its key if it has none.

    So a paper that was joined to another one and is split from it again has the key under which it was known.
    """
    for alias, *record in db.execute(_FORMER_KEYS, [paper]).fetchall():
        if db.execute("SELECT key_frozen FROM papers WHERE id = ?", [paper]).fetchone()[0]:
            db.execute("UPDATE aliases SET paper_id = ? WHERE alias = ?", [paper, alias])
        else:
            db.execute("DELETE FROM aliases WHERE alias = ?", [alias])
            _take_key(db, paper, alias, record)


def keep_key(db: sqlite_utils.Database, paper: int, records: Sequence[int]) -> None:
    """Let the key of a paper stay with these records of it, unless it or a former key was given out for one of them."""
    if homes_of(db, [paper]).get(paper) in records:
        return
    numbers = listed(records)
    former = db.execute(
        "SELECT 1 FROM aliases JOIN pages ON pages.digest = key_digest JOIN records ON records.page_id = pages.id "
        "AND records.ordinal = key_ordinal WHERE records.id IN (SELECT value FROM json_each(?))",
        [numbers],
    )
    if former.fetchone() is None:
        db.execute(
            "UPDATE papers SET (key_digest, key_ordinal) = (SELECT pages.digest, records.ordinal FROM records "
            "JOIN pages ON pages.id = records.page_id WHERE records.id IN (SELECT value FROM json_each(?)) "
            "ORDER BY pages.name, pages.digest, records.ordinal LIMIT 1) WHERE id = ?",
            [numbers, paper],
        )


def homes_of(db: sqlite_utils.Database, papers: Iterable[int]) -> dict[int, int]:
    """The record for which the frozen key of each of these papers was given out, if it is still one of the paper's."""
    rows = db.execute(
        "SELECT papers.id, records.id FROM papers JOIN pages ON pages.digest = papers.key_digest "
        "JOIN records ON records.page_id = pages.id AND records.ordinal = papers.key_ordinal "
        "WHERE papers.key_frozen AND records.paper_id = papers.id "
        "AND papers.id IN (SELECT value FROM json_each(?))",
        [listed(papers)],
    )
    return dict(rows.fetchall())


def _replace(db: sqlite_utils.Database, table: str, rows: Mapping[int, Sequence[Mapping[str, object]]]) -> None:
    """Replace the rows of papers in a table that has `paper_id`."""
    db.execute(f"DELETE FROM {table} WHERE paper_id IN (SELECT value FROM json_each(?))", [listed(rows)])  # noqa: S608
    insert_rows(db, table, ({"paper_id": paper, **row} for paper, of_paper in rows.items() for row in of_paper))
