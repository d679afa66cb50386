"""Which engine answers for an index."""

from __future__ import annotations

from corpus_index.errors import PapersError
from corpus_index.search.fts5 import Fts5

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from corpus_index.search.engine import Engine


def engine_of(connection: sqlite3.Connection) -> Engine:
    """The engine that was chosen for an index, or FTS5 where that one cannot be used, with a note."""
    chosen = connection.execute("SELECT stamp FROM engine").fetchone()
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    if chosen is None or not path:
        return Fts5(connection)
    from corpus_index.store.word_index import folder_of, open_folder

    try:
        index = open_folder(folder_of(path), chosen[0])
    except PapersError as error:
        return Fts5(connection, f"ranked by FTS5: {error}")
    # Imported here, because the package that it needs may be absent, which opening has found out.
    from corpus_index.search.tantivy_engine import TantivyEngine

    return TantivyEngine(connection, index)
