"""Which keys papers had before a run of a command moved or replaced them, for whoever takes the run back.

These are rows of `given_keys` that name a run in place of a record. Called inside a `write.transaction`.
"""

from collections.abc import Iterable

import sqlite_utils

from corpus_index.store.derived import PLACEHOLDER
from corpus_index.store.given_keys import exported
from corpus_index.store.listed import listed_texts

_BEFORE = "before"
"""Stands for the digest of a page in the row of a key that a paper had before a run."""
_MADE = "made"
"""Stands there in the row of a key that was never given out before a run."""


def note_before(db: sqlite_utils.Database, change: int, keys: Iterable[str]) -> None:
    """Note of the keys of papers that they are their keys before the run `change`."""
    db.execute(
        "INSERT OR IGNORE INTO given_keys SELECT key, ?, ?, 0, title FROM papers "
        "WHERE key IN (SELECT value FROM json_each(?))",
        [_BEFORE, change, listed_texts(keys)],
    )


def note_made(db: sqlite_utils.Database, change: int, key: str, paper: int) -> None:
    """Note that the run `change` is about to make a key for a paper, unless the key was given out before."""
    db.execute(
        "INSERT INTO given_keys SELECT ?1, ?2, ?3, 0, title FROM papers "
        "WHERE id = ?4 AND NOT EXISTS (SELECT 1 FROM given_keys WHERE key = ?1)",
        [key, _MADE, change, paper],
    )


def keys_before(db: sqlite_utils.Database, change: int) -> list[str]:
    """The keys that were noted as those of papers before a run."""
    return _noted(db, _BEFORE, change)


def withdraw(db: sqlite_utils.Database, change: int) -> None:
    """Let the keys that a run made lead nowhere, but for those that were exported since, and forget its notes."""
    made = [key for key in _noted(db, _MADE, change) if not exported(db, key)]
    keys = listed_texts(made)
    db.execute("DELETE FROM aliases WHERE alias IN (SELECT value FROM json_each(?))", [keys])
    db.execute(
        "UPDATE papers SET key = ? || id, key_frozen = 0 WHERE key IN (SELECT value FROM json_each(?))",
        [PLACEHOLDER, keys],
    )
    db.execute("DELETE FROM given_keys WHERE key IN (SELECT value FROM json_each(?))", [keys])
    db.execute("DELETE FROM given_keys WHERE digest IN (?, ?) AND ordinal = ?", [_BEFORE, _MADE, change])


def _noted(db: sqlite_utils.Database, what: str, change: int) -> list[str]:
    rows = db.execute("SELECT key FROM given_keys WHERE digest = ? AND ordinal = ? ORDER BY key", [what, change])
    return [row[0] for row in rows]
