"""One transaction that changes an index, or a copy of it for a dry run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils

from corpus_index.pipeline.reindexing import keep_in_step
from corpus_index.store import Store, open_store, write
from corpus_index.store.scratch import scratch_copy


@contextmanager
def changing(path: Path, *, dry_run: bool) -> Iterator[tuple[Store, sqlite_utils.Database]]:
    """Open the index at `path` for one change, all or nothing; with `dry_run` a copy, which goes at once.

    Raises a `StoreError`.
    """
    with scratch_copy(path) if dry_run else open_store(path, write=True) as store:
        with write.transaction(store) as db:
            yield store, db
        if not dry_run:
            keep_in_step(store)
