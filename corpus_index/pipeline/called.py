"""The paper that a command which changes it is called with. Never a guess: what is changed must be what is meant."""

import sqlite_utils

from corpus_index.errors import NoSuchName
from corpus_index.store import Store, derived
from corpus_index.store.names import find

_OFFERED = 3


def paper_called(store: Store, db: sqlite_utils.Database, key: str) -> int:
    """The paper with this key or former key. Raises `NoSuchName`, which offers what comes close."""
    paper = derived.paper_with_key(db, key)
    if paper is not None:
        return paper
    close = find(store, key).keys[:_OFFERED]
    hint = f"did you mean {' or '.join(close)}" if close else "papers list shows the keys"
    raise NoSuchName(key, "no paper has this key", hint, close)
