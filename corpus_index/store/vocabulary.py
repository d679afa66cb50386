"""The words that papers are written with: what a misspelled word of a query may be corrected to.

FTS5 keeps stems only, and counts all papers of a stem whenever it is asked for it.
"""

import re
import unicodedata
from collections.abc import Mapping

import sqlite_utils

_WORD = re.compile(r"(?<![^\W_])[^\W_]{4,40}(?![^\W_])")


def words_of(text: str) -> set[str]:
    """The words of a text that have letters and are neither very short nor very long, without case and accents."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return {word for word in _WORD.findall(text.lower()) if not word.isdecimal()}


def write_words(db: sqlite_utils.Database, texts: Mapping[int, str]) -> None:
    """Add the words of papers; those of their former texts stay."""
    words = set[str]().union(*map(words_of, texts.values()))
    db.conn.executemany("INSERT OR IGNORE INTO vocabulary VALUES (?)", [(word,) for word in sorted(words)])
