"""Names as they stand in the index, with the papers that have them."""

from __future__ import annotations

from corpus_index.domain.dataclass import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus_index.store.connection import Store

OWN = "title introduces long"
"""Roles of names that are a paper's own."""
MENTIONED = "models benchmarks terms"
"""Roles of names of others."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the paper `key`; `rank` orders names: introduced, a title, introduced by a summary only."""

    key: str
    name: str
    folded: str
    rank: int


_NAMES = """
    SELECT papers.key, names.name, names.folded, CASE WHEN facts.trust = 'summary' THEN 2
           WHEN names.role = 'title' THEN 1 ELSE 0 END AS rank
    FROM names JOIN papers ON papers.id = names.paper_id LEFT JOIN facts ON facts.id = names.fact_id
    WHERE instr(?, CASE WHEN facts.role = 'introduced' THEN 'introduces' ELSE names.role END) > 0 {condition}
    ORDER BY rank, papers.key, names.name
"""
EQUAL = _NAMES.format(condition="AND names.folded = ?")
WITH = _NAMES.format(condition="AND instr(names.folded, ?) > 0")


def names(store: Store, statement: str, *values: str) -> list[Name]:
    """Names in order: what the paper introduces, its title, and at last what only a summary says it introduces."""
    rows = store.connection.execute(statement, values)
    return [Name(row["key"], row["name"], row["folded"], row["rank"]) for row in rows]


def keys_of(names: Iterable[Name]) -> tuple[str, ...]:
    """Keys of the papers that have the names, in their order, each once."""
    return tuple(dict.fromkeys(name.key for name in names))
