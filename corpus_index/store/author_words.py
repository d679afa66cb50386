"""The words that names of authors are made of, without case and accents."""

from __future__ import annotations

from corpus_index.store.sqlite import sqlite3

_TABLE = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.head_words USING fts5vocab(main, paper_heads, col)"
_WORDS = "SELECT term, doc FROM temp.head_words WHERE term >= ? AND term < ? AND col = 'authors'"


def author_words(connection: sqlite3.Connection, first: str, end: str) -> dict[str, int]:
    """Words from `first` up to `end` in alphabetical order, and how many papers have an author with each."""
    (reads_only,) = connection.execute("PRAGMA query_only").fetchone()
    # A connection that only reads may not make a temporary table either, which nothing is stored in.
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(_TABLE)
    finally:
        connection.execute(f"PRAGMA query_only = {reads_only}")
    return dict(connection.execute(_WORDS, (first, end)).fetchall())
