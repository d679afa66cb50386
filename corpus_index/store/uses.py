"""The uses of names of a family, as linking wants them."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from corpus_index.domain.facts import ArtefactKind, Role, Trust
from corpus_index.domain.work import NameUse
from corpus_index.store.listed import listed


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a name is used: the sentence `text` of a record, and its code points in the page."""

    record: int
    text: str
    start: int
    end: int


# A model is in use before its report comes out; a year is enough for that.
_CAME_OUT = """CASE facts.kind WHEN 'model' THEN substr(papers.since, 1, 4) - 1 || substr(papers.since, 5)
    ELSE papers.since END"""
BEFORE = "substr({one}, 1, length({other})) < substr({other}, 1, length({one}))"
"""`domain.published.is_before` in SQL, for two columns `since`."""

_OLDER = f"""names.role = 'introduces' AND names.claimed AND EXISTS (
    SELECT 1 FROM names AS other JOIN papers AS older ON older.id = other.paper_id
    WHERE {{same}} AND other.paper_id <> names.paper_id AND {BEFORE.format(one="older.since", other="{came_out}")}
)"""  # noqa: S608  constants
_SAME_NAME = """other.folded = names.folded
    AND replace(replace(other.name, '-', ''), ' ', '') = replace(replace(names.name, '-', ''), ' ', '')"""
# In the same case: MIMO is not MiMo.
_SAME_FAMILY = """other.family = names.family
    AND substr(other.name, 1, length(names.family)) = substr(names.name, 1, length(names.family))"""
_USES = f"""
    SELECT names.paper_id, names.role AS field, names.name, names.long, names.claimed, names.start, names."end",
           papers.since, facts.id AS fact_id, facts.kind, facts.role, facts.trust,
           {_OLDER.format(same=_SAME_NAME, came_out=_CAME_OUT)} AS preceded,
           {_OLDER.format(same=_SAME_FAMILY, came_out="papers.since")} AS family_preceded,
           records.id AS record_id, records.title, records.title_start, records.abstract, records.abstract_start
    FROM names JOIN papers ON papers.id = names.paper_id JOIN facts ON facts.id = names.fact_id
    JOIN records ON records.id = facts.record_id
    WHERE names.family IN (SELECT value FROM json_each(?1))
"""  # noqa: S608  constants
_INTRODUCED = "(names.role = 'introduces' OR names.claimed)"
_MENTIONED = f"NOT {_INTRODUCED} AND (?2 IS NULL OR names.paper_id IN (SELECT value FROM json_each(?2)))"  # noqa: S608
_NAMES = f"SELECT DISTINCT role, name FROM names WHERE family IN (SELECT value FROM json_each(?1)) AND {_MENTIONED}"  # noqa: S608


def introductions_of(connection: sqlite3.Connection, families: Iterable[str]) -> list[NameUse]:
    """All uses by which works introduce or claim names of families."""
    rows = connection.execute(f"{_USES} AND {_INTRODUCED}", [json.dumps(sorted(families))])
    return [use for use, _ in map(_use, rows)]


def mentioned_names(
    connection: sqlite3.Connection, families: Iterable[str], papers: Iterable[int] | None
) -> list[tuple[str, str]]:
    """Field and name of the other uses of names of families, in some papers or all, each once; no text is read."""
    rows = connection.execute(_NAMES, [json.dumps(sorted(families)), _listed(papers)])
    return [(field, name) for field, name in rows]


def mentions_of(
    connection: sqlite3.Connection, families: Iterable[str], papers: Iterable[int] | None, names: Iterable[str]
) -> list[tuple[NameUse, Sentence]]:
    """These other uses with the sentences around them, of some names."""
    rows = connection.execute(
        f"{_USES} AND {_MENTIONED} AND names.name IN (SELECT value FROM json_each(?3))",  # noqa: S608  constants
        [json.dumps(sorted(families)), _listed(papers), json.dumps(sorted(names))],
    )
    return list(map(_use, rows))


def _listed(papers: Iterable[int] | None) -> str | None:
    return None if papers is None else listed(papers)


def _use(row: sqlite3.Row) -> tuple[NameUse, Sentence]:
    sentence = Sentence(row["record_id"], _slice(row), row["start"], row["end"])
    use = NameUse(
        work=row["paper_id"],
        field=row["field"],
        name=row["name"],
        kind=ArtefactKind(row["kind"]) if row["field"] == "introduces" else None,
        role=Role(row["role"]) if row["role"] else None,
        trust=Trust(row["trust"]),
        long=row["long"],
        fact_id=row["fact_id"],
        context=sentence.text,
        claimed=bool(row["claimed"]),
        since=row["since"],
        preceded=bool(row["preceded"]),
        family_preceded=bool(row["family_preceded"]),
    )
    return use, sentence


def _slice(row: sqlite3.Row) -> str:
    text, begin = row["abstract"], row["abstract_start"]
    if row["title"] is not None and row["title_start"] <= row["start"] < row["title_start"] + len(row["title"]):
        text, begin = row["title"], row["title_start"]
    sliced: str = text[row["start"] - begin : row["end"] - begin]
    return sliced
