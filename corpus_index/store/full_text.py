"""How the full text of papers is cut into words, and the table of it made anew."""

from __future__ import annotations

from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


def tokenizer(connection: sqlite3.Connection) -> str:
    """How the full-text table cuts and stems words, for another table of FTS5 that is to do the same."""
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'papers_fts'").fetchone()[0]
    return str(sql).partition("tokenize='")[2].partition("'")[0]


Progress = Callable[[int, int], None]
"""Called with how many papers are done, and how many there are."""

_AT_ONCE = 5000
_BULK = (("automerge", 0), ("hashsize", 64 << 20))
_USUAL = (("automerge", 4), ("hashsize", 1 << 20))
"""Settings of FTS5: pieces are merged as they come, and written when they have a megabyte."""


def renew(connection: sqlite3.Connection, progress: Progress | None = None) -> None:
    """Make the full-text table anew from all papers, in one piece, which is read faster; part of a transaction."""
    command = "INSERT INTO papers_fts(papers_fts, rank) VALUES (?, ?)"
    copied = (
        "INSERT INTO papers_fts(rowid, title, names, abstract, summary)"
        " SELECT id, title, names, abstract, summary FROM papers WHERE id BETWEEN ? AND ?"
    )
    last, total = connection.execute("SELECT ifnull(max(id), 0), count(*) FROM papers").fetchone()
    connection.executemany(command, _BULK)
    connection.execute("INSERT INTO papers_fts(papers_fts) VALUES ('delete-all')")
    done = 0
    for start in range(1, last + 1, _AT_ONCE):
        done += connection.execute(copied, (start, start + _AT_ONCE - 1)).rowcount
        if progress:
            progress(done, total)
    connection.execute("INSERT INTO papers_fts(papers_fts) VALUES ('optimize')")
    connection.executemany(command, _USUAL)
