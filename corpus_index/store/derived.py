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


Saved = tuple[Work, Sequence[KnownRecord], Mapping[FactRef, int]]
"""A work, its records, and the row of each of their facts."""

_UPDATE = """
    UPDATE papers SET title = :title, title_inferred = :title_inferred, abstract = :abstract, names = :names,
        summary = :summary, year = :year, since = :since, venue = :venue, publication = :publication,
        authors_complete = :authors_complete
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


def _replace(db: sqlite_utils.Database, table: str, rows: Mapping[int, Sequence[Mapping[str, object]]]) -> None:
    """Replace the rows of papers in a table that has `paper_id`."""
    db.execute(f"DELETE FROM {table} WHERE paper_id IN (SELECT value FROM json_each(?))", [listed(rows)])  # noqa: S608
    insert_rows(db, table, ({"paper_id": paper, **row} for paper, of_paper in rows.items() for row in of_paper))
