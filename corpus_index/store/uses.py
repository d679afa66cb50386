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
    WHERE names.family IN (SELECT value FROM json_each(?1)) AND (names.role <> 'terms' OR EXISTS (
        SELECT 1 FROM names AS other
        WHERE other.folded = names.folded AND other.name = names.name AND other.role = 'introduces' AND other.claimed
    ))
"""  # noqa: S608  constants
_OF_PAPERS = " AND (names.role = 'introduces' OR names.claimed OR names.paper_id IN (SELECT value FROM json_each(?2)))"


def name_uses_of(
    connection: sqlite3.Connection, families: Iterable[str], mentioning: Iterable[int] | None = None
) -> tuple[list[NameUse], dict[int, Sentence]]:
    """All uses of the names of families, and the sentence around each by the row of its fact.

    Left out are terms whose very name nothing introduces, which are most of them and can have no links. With
    `mentioning`, all introductions and claims are given, but of the mentions only those in these papers.
    """
    uses: list[NameUse] = []
    sentences: dict[int, Sentence] = {}
    statement, values = _USES, [json.dumps(sorted(families))]
    if mentioning is not None:
        statement, values = _USES + _OF_PAPERS, [*values, listed(mentioning)]
    for row in connection.execute(statement, values):
        sentence = Sentence(row["record_id"], _slice(row), row["start"], row["end"])
        sentences[row["fact_id"]] = sentence
        uses.append(
            NameUse(
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
        )
    return uses, sentences


def _slice(row: sqlite3.Row) -> str:
    text, begin = row["abstract"], row["abstract_start"]
    if row["title"] is not None and row["title_start"] <= row["start"] < row["title_start"] + len(row["title"]):
        text, begin = row["title"], row["title_start"]
    sliced: str = text[row["start"] - begin : row["end"] - begin]
    return sliced
