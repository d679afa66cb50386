"""Papers around others, by their links."""

from collections.abc import Collection

from corpus_index.store.connection import Store
from corpus_index.store.listed import listed, listed_texts

_NEXT = """
    SELECT target_id FROM links WHERE source_id IN (SELECT value FROM json_each(?1))
    UNION SELECT source_id FROM links WHERE target_id IN (SELECT value FROM json_each(?1))
"""


def linked_keys(store: Store, keys: Collection[str], steps: int) -> list[str]:
    """The keys of papers that are at most so many links away from those with these `keys`, in either direction.

    The papers themselves are among them. Sorted.
    """
    rows = store.connection.execute(
        "SELECT id FROM papers WHERE key IN (SELECT value FROM json_each(?))", (listed_texts(keys),)
    )
    found = edge = {row[0] for row in rows}
    for _ in range(steps):
        edge = {row[0] for row in store.connection.execute(_NEXT, (listed(edge),))} - found
        if not edge:
            break
        found |= edge
    rows = store.connection.execute(
        "SELECT key FROM papers WHERE id IN (SELECT value FROM json_each(?)) ORDER BY key", (listed(found),)
    )
    return [row[0] for row in rows]


def naming_keys(store: Store) -> list[str]:
    """The keys of papers from which links lead. Sorted."""
    rows = store.connection.execute(
        "SELECT DISTINCT key FROM links JOIN papers ON papers.id = links.source_id ORDER BY key"
    )
    return [row[0] for row in rows]
