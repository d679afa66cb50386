"""Writing what follows from records: papers, their keys, names, links and conflicts. All of it can be made anew.

Everything here is called inside a `write.transaction`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlite_utils

from corpus_index.domain.folding import fold
from corpus_index.domain.work import Claim, FactRef, KnownRecord, NameUse, Work
from corpus_index.store.known import listed

_PLACEHOLDER = "?"
"""Begins the keys that stand in for the real ones within a transaction; no key that is given out has it."""

_AFTER_UNDERSCORE = "`"
"""The character after `_`, so that a range from one to the other holds what begins with `_`."""

_GROUP = tuple(
    f"SELECT {wanted} FROM {table} WHERE {key} = ?1 COLLATE NOCASE "  # noqa: S608  constants
    f"OR ({key} >= ?2 COLLATE NOCASE AND {key} < ?3 COLLATE NOCASE)"
    for table, key, wanted in (("papers", "key", "id"), ("aliases", "alias", "alias"))
)


@dataclass(frozen=True, slots=True)
class PlacedUse:
    """A use of a name with the `family` of the name, and the sentence around it in code points of the page."""

    use: NameUse
    family: str
    start: int
    end: int


def new_paper(db: sqlite_utils.Database) -> int:
    """Make room for a paper, to be filled by `save_work` and `set_keys` in the same transaction."""
    number = int(db.execute("SELECT ifnull(max(id), 0) + 1 FROM papers").fetchone()[0])
    row = {"id": number, "key": f"{_PLACEHOLDER}{number}", "title": "", "names": "", "summary": ""}
    db.table("papers").insert({**row, "title_inferred": 1, "authors_complete": 0})
    return number


def delete_papers(db: sqlite_utils.Database, papers: Iterable[int]) -> None:
    """Delete papers that have no records any more, with their names, links and conflicts."""
    db.table("papers").delete_where("id IN (SELECT value FROM json_each(?))", [listed(papers)])


def keys_of(db: sqlite_utils.Database, papers: Iterable[int]) -> dict[int, str]:
    """The key of each of these papers, without those that have none yet."""
    rows = db.execute("SELECT id, key FROM papers WHERE id IN (SELECT value FROM json_each(?))", [listed(papers)])
    return {paper: key for paper, key in rows if not key.startswith(_PLACEHOLDER)}


def frozen_key(db: sqlite_utils.Database, paper: int) -> str | None:
    """The key of a paper, if it was given out and must stay."""
    row = db.execute("SELECT key FROM papers WHERE id = ? AND key_frozen", [paper]).fetchone()
    return None if row is None else str(row[0])


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


def save_work(
    db: sqlite_utils.Database, paper: int, work: Work, records: Sequence[KnownRecord], facts: Mapping[FactRef, int]
) -> None:
    """Replace a paper's row, the trust in its facts, and its conflicts; `facts` has the row of each fact."""
    db.table("papers").update(
        paper,
        {
            "title": work.title,
            "title_inferred": int(work.title_inferred),
            "abstract": work.abstract,
            "names": "; ".join(_searchable_names(records)),
            "summary": work.summary,
            "year": work.year,
            "authors_complete": int(work.authors_complete),
        },
    )
    _replace(db, "paper_authors", paper, [{"position": at, "name": name} for at, name in enumerate(work.authors)])
    conflicts = [
        {"attribute": each.attribute, "grade": each.grade.value, **_claim("a", each.a), **_claim("b", each.b)}
        for each in work.conflicts
    ]
    _replace(db, "conflicts", paper, conflicts)
    db.conn.executemany(
        "UPDATE facts SET trust = ?, repeats = ? WHERE id = ?",
        [
            (judgement.trust.value, facts[judgement.repeats] if judgement.repeats else None, facts[ref])
            for ref, judgement in work.judgements.items()
        ],
    )


def save_names(
    db: sqlite_utils.Database,
    paper: int,
    title: str,
    uses: Sequence[PlacedUse],
) -> set[str]:
    """Replace a paper's names, and return the families whose links have to be made anew."""
    touched = families_of(db, [paper])
    rows = [_name_row("title", title, None)]
    for placed in uses:
        use = placed.use
        row = _name_row(use.field, use.name, use.fact_id)
        place = {"start": placed.start, "end": placed.end}
        rows.append({**row, "family": placed.family, "long": use.long, **place})
        if use.field == "introduces" and use.long:
            rows.append(_name_row("long", use.long, use.fact_id))
    _replace(db, "names", paper, rows)
    return touched | {placed.family for placed in uses}


def families_of(db: sqlite_utils.Database, papers: Iterable[int]) -> set[str]:
    """The families of all names of these papers."""
    rows = db.execute(
        "SELECT DISTINCT family FROM names WHERE family IS NOT NULL AND paper_id IN (SELECT value FROM json_each(?))",
        [listed(papers)],
    )
    return {row[0] for row in rows}


def save_links(db: sqlite_utils.Database, family: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Replace the links of one family; of several between two papers by one mention the first is kept."""
    db.table("links").delete_where("family = ?", [family])
    db.table("links").insert_all(({**row, "family": family} for row in rows), ignore=True)


def key_group(db: sqlite_utils.Database, base: str) -> tuple[list[int], list[str]]:
    """The papers whose key is `base`, alone or with `_` and a suffix, and the former keys that are, in any case."""
    found = [db.execute(statement, [base, f"{base}_", f"{base}{_AFTER_UNDERSCORE}"]).fetchall() for statement in _GROUP]
    papers, aliases = ([row[0] for row in rows] for rows in found)
    return papers, aliases


def set_keys(db: sqlite_utils.Database, keys: Mapping[int, str]) -> None:
    """Give papers their keys, which may be those that other papers of `keys` had before."""
    # Two rounds, because keys are unique at every moment, also while two papers swap theirs.
    for paper in keys:
        db.execute("UPDATE papers SET key = ? WHERE id = ?", [f"{_PLACEHOLDER}{paper}", paper])
    for paper, key in keys.items():
        db.execute("UPDATE papers SET key = ? WHERE id = ?", [key, paper])


def freeze(db: sqlite_utils.Database, keys: Iterable[str]) -> int:
    """Mark keys as given out, and return how many were not so before."""
    frozen = 0
    for key in keys:
        frozen += db.execute("UPDATE papers SET key_frozen = 1 WHERE key = ? AND NOT key_frozen", [key]).rowcount
    return frozen


def hand_over(db: sqlite_utils.Database, former: int, heir: int) -> None:
    """Let the keys by which the paper `former` was known outside lead to `heir`.

    A key that was given out must not change: where the heir's is not frozen, it takes the frozen key over.
    """
    db.execute("UPDATE aliases SET paper_id = ? WHERE paper_id = ?", [heir, former])
    key, frozen = db.execute("SELECT key, key_frozen FROM papers WHERE id = ?", [former]).fetchone()
    if not frozen:
        return
    db.execute("UPDATE papers SET key = ?, key_frozen = 0 WHERE id = ?", [f"{_PLACEHOLDER}{former}", former])
    if db.execute("SELECT key_frozen FROM papers WHERE id = ?", [heir]).fetchone()[0]:
        add_alias(db, key, heir)
    else:
        db.execute("UPDATE papers SET key = ?, key_frozen = 1 WHERE id = ?", [key, heir])


def add_alias(db: sqlite_utils.Database, alias: str, paper: int) -> None:
    """Let a former key lead to `paper`."""
    db.table("aliases").insert({"alias": alias, "paper_id": paper}, replace=True)


def _searchable_names(records: Sequence[KnownRecord]) -> Iterator[str]:
    seen: set[str] = set()
    for known in records:
        facts = known.facts
        printed = [name for each in facts.introduces for name in (each.name, each.long) if name]
        printed += [mention.name for mention in facts.models] + [mention.name for mention in facts.benchmarks]
        for name in printed:
            if name not in seen:
                seen.add(name)
                yield name


def _claim(side: str, claim: Claim) -> dict[str, object]:
    return {
        f"{side}_record_id": claim.record_id,
        f"{side}_claim": claim.claim,
        f"{side}_evidence": claim.fact.evidence,
        f"{side}_start": claim.fact.start,
        f"{side}_end": claim.fact.end,
    }


def _name_row(role: str, name: str, fact: int | None) -> dict[str, object]:
    row: dict[str, object] = {"role": role, "name": name, "folded": fold(name), "fact_id": fact}
    return {**row, "family": None, "long": None, "start": None, "end": None}


def _replace(db: sqlite_utils.Database, table: str, paper: int, rows: Sequence[Mapping[str, object]]) -> None:
    db.table(table).delete_where("paper_id = ?", [paper])
    db.table(table).insert_all({"paper_id": paper, **row} for row in rows)
