"""Keys that were given out."""

from collections.abc import Collection
from pathlib import Path

from corpus_index.store import open_store
from corpus_index.store.given_keys import give_out
from corpus_index.store.keys import papers_with
from corpus_index.store.write import transaction


def freeze_keys(path: Path, keys: Collection[str]) -> int:
    """Let these keys never change again, and return how many were not frozen before.

    Called by whoever exports them. Unknown keys are passed over; an index that cannot be written raises.
    """
    if not keys:
        return 0
    with open_store(path, write=True) as store, transaction(store) as db:
        return give_out(db, papers_with(db, keys))
