"""The uses of names in one family, as linking wants them."""

import sqlite3
from dataclasses import dataclass

from corpus_index.domain.facts import ArtefactKind, Role, Trust
from corpus_index.domain.work import NameUse


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a name is used: the sentence `text` of a record, and its code points in the page."""

    record: int
    text: str
    start: int
    end: int


_USES = """
    SELECT names.paper_id, names.role AS field, names.name, names.long, names.start, names."end",
           facts.id AS fact_id, facts.kind, facts.role, facts.trust,
           records.id AS record_id, records.title, records.title_start, records.abstract, records.abstract_start
    FROM names JOIN facts ON facts.id = names.fact_id JOIN records ON records.id = facts.record_id
    WHERE names.family = ?
"""


def name_uses_of(connection: sqlite3.Connection, family: str) -> tuple[list[NameUse], dict[int, Sentence]]:
    """All uses of the names of one family, and the sentence around each by the row of its fact."""
    uses: list[NameUse] = []
    sentences: dict[int, Sentence] = {}
    for row in connection.execute(_USES, (family,)):
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
            )
        )
    return uses, sentences


def _slice(row: sqlite3.Row) -> str:
    text, begin = row["abstract"], row["abstract_start"]
    if row["title"] is not None and row["title_start"] <= row["start"] < row["title_start"] + len(row["title"]):
        text, begin = row["title"], row["title_start"]
    sliced: str = text[row["start"] - begin : row["end"] - begin]
    return sliced
