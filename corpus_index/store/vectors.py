"""The vectors of papers: what their texts mean, made by the extra `semantic`. A paper whose text changed has none."""

import sqlite3
import struct
from collections.abc import Mapping, Sequence

from corpus_index.store.connection import Store
from corpus_index.store.write import transaction

_TEXT = "title || char(10) || COALESCE(abstract, summary)"
_WITHOUT = "FROM papers WHERE id NOT IN (SELECT paper_id FROM vectors WHERE model = ?)"


def has_vectors(connection: sqlite3.Connection, model: str | None = None) -> bool:
    """Whether some paper has a vector, of this model if one is named."""
    sql = "SELECT EXISTS (SELECT 1 FROM vectors WHERE ?1 IS NULL OR model = ?1)"
    return bool(connection.execute(sql, (model,)).fetchone()[0])


def amount_without(connection: sqlite3.Connection, model: str) -> int:
    """How many papers have no vector of this model."""
    return int(connection.execute(f"SELECT count(*) {_WITHOUT}", (model,)).fetchone()[0])


def texts_without(connection: sqlite3.Connection, model: str, most: int) -> dict[int, str]:
    """The texts of papers that have no vector of this model, by their rows."""
    rows = connection.execute(f"SELECT id, {_TEXT} {_WITHOUT} ORDER BY id LIMIT ?", (model, most))
    return {row[0]: row[1] for row in rows}


def save_vectors(store: Store, model: str, made: Mapping[int, tuple[str, Sequence[float]]]) -> None:
    """Store the vectors of texts in one transaction, but for papers that have another text by now, or are gone."""
    sql = f"INSERT OR REPLACE INTO vectors SELECT id, ?, ? FROM papers WHERE id = ? AND {_TEXT} = ?"  # noqa: S608
    rows = [(model, packed(vector), paper, text) for paper, (text, vector) in made.items()]
    with transaction(store) as db:
        db.conn.executemany(sql, rows)


def packed(vector: Sequence[float]) -> bytes:
    """A vector as it is stored; what is lost is below a thousandth of each number."""
    return struct.pack(f"<{len(vector)}e", *vector)
