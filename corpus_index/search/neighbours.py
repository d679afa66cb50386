"""Ties of a paper to others: links, references, and models and benchmarks that both name."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from corpus_index.domain.related import Reason, Tie

_DIRECT = 1.0
"""Score of a link or a reference from one paper to the other."""
_ROLES = {"models": Tie.MODELS, "benchmarks": Tie.BENCHMARKS}

# What is linked by an identifier is a citation.
_LINKS = """
    SELECT {other} AS other, via FROM links WHERE {own} = ? AND {other} <> {own} AND kind <> 'identifier'
    ORDER BY other, via
"""
_REFERENCES = """
    SELECT DISTINCT {other}.paper_id AS other
    FROM {citing} JOIN reference_ids ON reference_ids.record_id = {citing}.id
    JOIN {cited} ON {cited}.scheme = reference_ids.scheme AND {cited}.value = reference_ids.value
    WHERE {own}.paper_id = ? AND {other}.paper_id <> {own}.paper_id
"""
_COMMON = """
    WITH own AS (
        SELECT DISTINCT scheme, value FROM records JOIN reference_ids ON record_id = id WHERE paper_id = ?1
    )
    SELECT paper_id AS other, count(DISTINCT scheme || ' ' || value) AS shared, (SELECT count(*) FROM own) AS owned,
           (SELECT count(DISTINCT scheme || ' ' || value) FROM records AS theirs
            JOIN reference_ids ON record_id = theirs.id WHERE theirs.paper_id = records.paper_id) AS had
    FROM own JOIN reference_ids USING (scheme, value) JOIN records ON records.id = record_id
    WHERE paper_id <> ?1 GROUP BY paper_id
"""
_NAMED = """
    SELECT names.paper_id AS paper, names.role, names.folded, min(names.name) AS name
    FROM names LEFT JOIN facts ON facts.id = names.fact_id
    WHERE names.role IN ('models', 'benchmarks') AND COALESCE(facts.role, '') <> 'introduced' AND {chosen}
    GROUP BY names.paper_id, names.role, names.folded ORDER BY names.paper_id, name
"""


def ties(connection: sqlite3.Connection, paper: int) -> dict[int, list[Reason]]:
    """All ties of a paper but those of text, by the other paper, the strongest kinds first."""
    found: dict[int, list[Reason]] = defaultdict(list)
    for other, reason in (*_links(connection, paper), *_citations(connection, paper), *_names(connection, paper)):
        found[other].append(reason)
    return found


def _links(connection: sqlite3.Connection, paper: int) -> Iterator[tuple[int, Reason]]:
    for tie, own, other in ((Tie.BUILDS_ON, "source_id", "target_id"), (Tie.BASE_OF, "target_id", "source_id")):
        names: dict[int, list[str]] = defaultdict(list)
        for row in connection.execute(_LINKS.format(own=own, other=other), (paper,)):
            names[row["other"]].append(row["via"])
        for number, via in names.items():
            yield number, Reason(tie=tie, names=tuple(via), score=_DIRECT)


def _citations(connection: sqlite3.Connection, paper: int) -> Iterator[tuple[int, Reason]]:
    for tie, own, other in ((Tie.CITES, "records", "paper_ids"), (Tie.CITED_BY, "paper_ids", "records")):
        sql = _REFERENCES.format(citing="records", cited="paper_ids", own=own, other=other)
        for row in connection.execute(sql, (paper,)):
            yield row["other"], Reason(tie=tie, names=(), score=_DIRECT)
    for row in connection.execute(_COMMON, (paper,)):
        # Bibliographic coupling (Kessler 1963), normalised as a cosine (Salton and McGill 1983).
        score = row["shared"] / math.sqrt(row["owned"] * row["had"])
        yield row["other"], Reason(tie=Tie.REFERENCES, names=(), score=round(score, 4))


def _names(connection: sqlite3.Connection, paper: int) -> Iterator[tuple[int, Reason]]:
    """Shared names; one that few papers have says more (inverse document frequency, Spärck Jones 1972)."""
    papers = connection.execute("SELECT count(*) FROM papers").fetchone()[0]
    own = {
        (row["role"], row["folded"]): row["name"]
        for row in connection.execute(_NAMED.format(chosen="names.paper_id = ?"), (paper,))
    }
    shared: dict[tuple[int, str], list[tuple[float, str]]] = defaultdict(list)
    for (role, folded), name in own.items():
        rows = connection.execute(
            _NAMED.format(chosen="names.role = ? AND names.folded = ?"), (role, folded)
        ).fetchall()
        rarity = math.log(papers / len(rows)) / math.log(papers) if papers > 1 else 0.0
        for row in rows:
            if row["paper"] != paper and rarity > 0:
                shared[row["paper"], role].append((rarity, name))
    for (other, role), names in sorted(shared.items()):
        names.sort(key=lambda each: (-each[0], each[1]))
        yield (
            other,
            Reason(
                tie=_ROLES[role], names=tuple(name for _, name in names), score=round(sum(each for each, _ in names), 4)
            ),
        )
