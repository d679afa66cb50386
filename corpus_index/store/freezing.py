"""Keys that were given out."""

from collections.abc import Collection
from itertools import islice
from pathlib import Path

from corpus_index.store import open_store
from corpus_index.store.given_keys import give_out, note_exported
from corpus_index.store.keys import papers_with
from corpus_index.store.write import transaction

_AT_ONCE = 5_000
"""SQLite takes a kilobyte of memory for each."""


def freeze_keys(path: Path, keys: Collection[str]) -> int:
    """Let these keys never change again, and return how many were not frozen before.

    Called by whoever exports them. Unknown keys are passed over; an index that cannot be written raises.
    """
    if not keys:
        return 0
    rest = iter(keys)
    frozen = 0
    with open_store(path, write=True) as store, transaction(store) as db:
        while some := list(islice(rest, _AT_ONCE)):
            frozen += give_out(db, papers_with(db, some))
            note_exported(db, some)
    return frozen
