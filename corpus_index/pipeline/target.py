"""The index that pages are added to, opened when it is needed."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from corpus_index.domain.page import PageDigest
from corpus_index.pipeline.reindexing import keep_in_step
from corpus_index.store import Store, open_store
from corpus_index.store.changes import OpenChange
from corpus_index.store.scratch import scratch_copy


class Target:
    """An index that exists is opened at once, so that a wrong file is found before any work.

    One that does not exist is made by the first use of `store`, so that nothing is left where no page could be read.
    """

    def __init__(self, path: Path, *, command: str, dry_run: bool) -> None:
        self.change = OpenChange(command)
        self._path = path
        self._dry_run = dry_run
        self._store: Store | None = None
        if os.path.lexists(path):
            self._store = scratch_copy(path) if dry_run else open_store(path, write=True, create=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._store is not None:
            if kind is None and not self._dry_run:
                keep_in_step(self._store)
            self._store.__exit__(kind, error, trace)

    @property
    def store(self) -> Store:
        """The open index."""
        if self._store is None:
            self._store = scratch_copy(None) if self._dry_run else open_store(self._path, write=True, create=True)
        return self._store

    def holds(self, digest: PageDigest) -> bool:
        """Whether a page with these very bytes is in the index."""
        if self._store is None:
            return False
        found = self._store.connection.execute("SELECT 1 FROM pages WHERE digest = ?", (digest,))
        return found.fetchone() is not None

    def papers(self) -> int:
        """How many papers the index has."""
        if self._store is None:
            return 0
        count: int = self._store.connection.execute("SELECT count(*) FROM papers").fetchone()[0]
        return count
