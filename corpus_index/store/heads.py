"""The index of titles and authors, in which words stand as they are printed."""

from collections.abc import Collection

import sqlite_utils

_INSERT = """
    INSERT INTO paper_heads (rowid, title, authors)
    SELECT id, title, (SELECT group_concat(name, '; ') FROM paper_authors WHERE paper_id = id) FROM papers WHERE id = ?
"""


def write_heads(db: sqlite_utils.Database, papers: Collection[int]) -> None:
    """Replace the titles and authors of papers."""
    rows = [(paper,) for paper in papers]
    db.conn.executemany("DELETE FROM paper_heads WHERE rowid = ?", rows)
    db.conn.executemany(_INSERT, rows)
