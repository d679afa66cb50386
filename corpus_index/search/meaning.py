"""Papers whose vectors are near that of a query. Needs numpy, which the extra `semantic` brings."""

import sqlite3

import numpy as np

from corpus_index.embedding import Encoder
from corpus_index.search.clause import Condition

_VECTORS = (
    "SELECT papers.id, vectors.vector FROM vectors JOIN papers ON papers.id = vectors.paper_id"
    " WHERE vectors.model = ? AND ({}) ORDER BY papers.key"
)
_AT_ONCE = 20_000
"""Vectors that are compared at once, some ten megabytes."""


def nearest(
    connection: sqlite3.Connection, encoder: Encoder, text: str, allowed: Condition, most: int
) -> dict[int, float]:
    """Rows of the papers nearest to a text among those that are allowed, with the cosine of the angle, nearest first.

    All vectors are compared: 100,000 take some tenths of a second, which an index of neighbours would not be worth.
    """
    rows = connection.execute(_VECTORS.format(allowed.sql), (encoder.name, *allowed.values))
    query = np.asarray(encoder.encode(text), dtype=np.float32)
    found: list[tuple[float, int]] = []
    while some := rows.fetchmany(_AT_ONCE):
        vectors = np.frombuffer(b"".join(row[1] for row in some), dtype="<f2").reshape(len(some), -1)
        likeness = np.round(vectors.astype(np.float32) @ query, 4)
        best = np.argsort(-likeness, kind="stable")[:most]
        found += [(float(likeness[at]), int(some[at][0])) for at in best]
    # Sorting is stable: of papers as near as each other the one whose key comes first is first.
    return {paper: likeness for likeness, paper in sorted(found, key=lambda each: -each[0])[:most]}
