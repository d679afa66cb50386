"""The rows behind the graph of papers: links, who is linked to, and what is named and not there."""

from collections.abc import Collection

from corpus_index.domain.graph import CitedPaper, GraphNode
from corpus_index.domain.link import CONFIDENCE, LinkKind, Relation, relation
from corpus_index.store.connection import Store
from corpus_index.store.listed import listed_texts

_LINKS = """
    SELECT a.key AS source, b.key AS target, links.kind, links.role, links.via
    FROM links JOIN papers AS a ON a.id = links.source_id JOIN papers AS b ON b.id = links.target_id
    WHERE :keys IS NULL OR (a.key IN (SELECT value FROM json_each(:keys))
                            AND b.key IN (SELECT value FROM json_each(:keys)))
    ORDER BY a.key, b.key, links.via
"""
_NODES = (
    "SELECT key, title, title_inferred, year FROM papers WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key"
)
_CITED = """
    SELECT papers.key, papers.title, papers.title_inferred, papers.year, count(DISTINCT links.source_id) AS papers
    FROM links JOIN papers ON papers.id = links.target_id JOIN papers AS naming ON naming.id = links.source_id
    WHERE :keys IS NULL OR naming.key IN (SELECT value FROM json_each(:keys))
    GROUP BY papers.id ORDER BY count(DISTINCT links.source_id) DESC, papers.key
"""
# A name that is claimed is there, in whatever role it is used elsewhere.
_UNCLAIMED = """
    SELECT DISTINCT names.role, names.folded, names.name, papers.key
    FROM names JOIN papers ON papers.id = names.paper_id LEFT JOIN facts ON facts.id = names.fact_id
    WHERE names.role IN ('models', 'benchmarks') AND facts.trust <> 'summary'
    AND (:keys IS NULL OR papers.key IN (SELECT value FROM json_each(:keys)))
    AND NOT EXISTS (SELECT 1 FROM names AS own WHERE own.folded = names.folded AND own.claimed)
    ORDER BY names.role, names.folded, papers.key, names.name
"""
_ABSENT = """
    SELECT DISTINCT reference_ids.scheme || ':' || reference_ids.value AS name, papers.key
    FROM reference_ids JOIN records ON records.id = reference_ids.record_id JOIN papers ON papers.id = records.paper_id
    WHERE (:keys IS NULL OR papers.key IN (SELECT value FROM json_each(:keys)))
    AND NOT EXISTS (
        SELECT 1 FROM paper_ids WHERE paper_ids.scheme = reference_ids.scheme AND paper_ids.value = reference_ids.value
    ) ORDER BY name, papers.key
"""


def links_between(store: Store, keys: Collection[str] | None) -> list[tuple[str, str, Relation, str, float]]:
    """Source, target, relation, mention and confidence of every link between papers of these keys, or all; sorted."""
    return [
        (row["source"], row["target"], relation(kind, row["role"]), row["via"], CONFIDENCE[kind])
        for row in store.connection.execute(_LINKS, _chosen(keys))
        for kind in (LinkKind(row["kind"]),)
    ]


def nodes(store: Store, keys: Collection[str]) -> tuple[GraphNode, ...]:
    """The papers with these keys, by key."""
    return tuple(
        GraphNode(key=row["key"], title=row["title"], title_inferred=bool(row["title_inferred"]), year=row["year"])
        for row in store.connection.execute(_NODES, (listed_texts(keys),))
    )


def cited(store: Store, keys: Collection[str] | None) -> tuple[CitedPaper, ...]:
    """The papers that papers of these keys (or any) link to, those of most papers first, then by key."""
    return tuple(
        CitedPaper(
            key=row["key"],
            title=row["title"],
            title_inferred=bool(row["title_inferred"]),
            year=row["year"],
            papers=row["papers"],
        )
        for row in store.connection.execute(_CITED, _chosen(keys))
    )


def unclaimed_names(store: Store, keys: Collection[str] | None) -> list[tuple[str, str, str, str]]:
    """Field, folded name, spelling and key of every model and benchmark that no paper of the index claims; sorted."""
    return [tuple(row) for row in store.connection.execute(_UNCLAIMED, _chosen(keys))]


def absent_identifiers(store: Store, keys: Collection[str] | None) -> list[tuple[str, str]]:
    """Identifier (`doi:10.1000/x`) and key of every paper that cites what is not in the index; sorted."""
    return [tuple(row) for row in store.connection.execute(_ABSENT, _chosen(keys))]


def _chosen(keys: Collection[str] | None) -> dict[str, str | None]:
    return {"keys": None if keys is None else listed_texts(keys)}
