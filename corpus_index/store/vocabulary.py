"""The words that papers are written with: what a misspelled word of a query may be corrected to.

FTS5 keeps stems only, and counts all papers of a stem whenever it is asked for it.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import filterfalse

import sqlite_utils

_WORD = re.compile(r"[^\W_]+")
_ASCII_WORDS = {ord(char): char.lower() if char.isalnum() else " " for char in map(chr, range(128))}
"""What folding of case and `_WORD` come to where there is nothing but ASCII."""
_LENGTHS = range(4, 41)


def words_of(*texts: str) -> set[str]:
    """The words of texts that have letters and are neither very short nor very long, without case and accents."""
    found = set[str]().union(*map(_pieces, texts))
    return {word for word in found if len(word) in _LENGTHS and not word.isdecimal()}


def _pieces(text: str) -> list[str]:
    if text.isascii():
        return text.translate(_ASCII_WORDS).split()
    plain = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))
    return _WORD.findall(plain.lower())


def write_words(db: sqlite_utils.Database, texts: Mapping[int, str]) -> None:
    """Add the words of papers; those of their former texts stay."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO vocabulary VALUES (?)", [(word,) for word in sorted(words_of(*texts.values()))]
    )
