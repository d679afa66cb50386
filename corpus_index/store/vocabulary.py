"""The words that papers are written with: what a misspelled word of a query may be corrected to.

FTS5 keeps stems only, and counts all papers of a stem whenever it is asked for it.
"""

import re
import unicodedata

import sqlite_utils

_WORD = re.compile(r"(?<![^\W_])[^\W_]{4,40}(?![^\W_])")
_AT_ONCE = 1000
"""How many papers are read at once: their words are mostly the same."""


def words_of(text: str) -> set[str]:
    """The words of a text that have letters and are neither very short nor very long, without case and accents."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return {word for word in _WORD.findall(text.lower()) if not word.isdecimal()}


def read_new_words(db: sqlite_utils.Database) -> None:
    """Add the words of all papers whose texts are new or have changed; part of the transaction that changed them."""
    while papers := [row[0] for row in db.execute("SELECT paper_id FROM papers_to_read LIMIT ?", [_AT_ONCE])]:
        words: set[str] = set()
        for paper in papers:
            row = db.execute("SELECT title, names, abstract, summary FROM papers WHERE id = ?", [paper]).fetchone()
            words |= words_of("\n".join(text or "" for text in row or ()))
        db.conn.executemany("INSERT OR IGNORE INTO vocabulary VALUES (?)", [(word,) for word in sorted(words)])
        db.conn.executemany("DELETE FROM papers_to_read WHERE paper_id = ?", [(paper,) for paper in papers])
