"""What programs change in an index: its papers, what they say of them, and taking it back."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus_index.errors import PapersError

if TYPE_CHECKING:
    from corpus_index.domain.fault import VerifyReport
    from corpus_index.pipeline import (
        DecisionReport,
        EnrichReport,
        OwnReport,
        RebuildReport,
        ReindexReport,
        RemoveReport,
        RepairReport,
        UndoReport,
    )
    from corpus_index.store.backup import BackupReport


class Changes:
    """The changes of the index at `path`, a transaction each. A `dry_run` reports what would be, and stores nothing."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def enrich(self, paths: Iterable[str], *, dry_run: bool = False) -> EnrichReport:
        """Fill in what papers lack from lists of metadata; no paper is added."""
        from corpus_index.pipeline import enrich

        return enrich(self.path, paths, dry_run=dry_run)

    def remove(self, targets: Collection[str], *, dry_run: bool = False) -> RemoveReport:
        """Take out pages (by name or digest) and papers (by key), all or none."""
        from corpus_index.pipeline import remove

        return remove(self.path, targets, dry_run=dry_run)

    def set_field(self, key: str, field: str, value: str | None, *, dry_run: bool = False) -> OwnReport:
        """Correct a field of a paper, whatever its sources say; `None` takes that back."""
        from corpus_index.pipeline import set_field

        return set_field(self.path, key, field, value, dry_run=dry_run)

    def tag(
        self, key: str, more: Collection[str] = (), fewer: Collection[str] = (), *, dry_run: bool = False
    ) -> OwnReport:
        """Give a paper tags, and take tags away."""
        from corpus_index.pipeline import tag

        return tag(self.path, key, more, fewer, dry_run=dry_run)

    def note(self, key: str, text: str | None, *, dry_run: bool = False) -> OwnReport:
        """Write a note on a paper in place of the one that it has; `None` takes it away."""
        from corpus_index.pipeline import note

        return note(self.path, key, text, dry_run=dry_run)

    def merge(self, keys: Sequence[str], *, dry_run: bool = False) -> DecisionReport:
        """Make one paper of several, for good; the first key stays, and the others lead to it."""
        from corpus_index.pipeline import merge

        return merge(self.path, keys, dry_run=dry_run)

    def split(self, key: str, sources: Collection[str], *, dry_run: bool = False) -> DecisionReport:
        """Make a paper of its own of some sources of a paper, for good: by name, or number from 1 in its records."""
        from corpus_index.pipeline import split

        return split(self.path, key, sources, dry_run=dry_run)

    def undo(self, *, dry_run: bool = False) -> UndoReport:
        """Take back the last change; again, the one before it. Raises `NothingToUndo`."""
        from corpus_index.pipeline import undo

        return undo(self.path, dry_run=dry_run)

    def reindex(self, engine: str | None = None) -> ReindexReport:
        """Make anew what searching ranks from, with `fts5` or `tantivy` from now on, or with the one that ranks now."""
        from corpus_index.pipeline import ENGINES, reindex

        if engine is not None and engine not in ENGINES:
            raise PapersError(engine, "is no engine", f"give one of {', '.join(ENGINES)}")
        return reindex(str(self.path), engine)

    def reindex_meaning(self) -> int:
        """Make the vectors that searching by meaning compares, where they lack, and give how many were made."""
        from corpus_index.pipeline import reindex_meaning

        return reindex_meaning(self.path)

    def rebuild(self, *, dry_run: bool = False) -> RebuildReport:
        """Extract, compare and link anew what is on the stored pages, as this version of the program does it."""
        from corpus_index.pipeline import rebuild

        return rebuild(self.path, dry_run=dry_run)

    def verify(self) -> VerifyReport:
        """Look for faults in all of the index, which stays as it is."""
        from corpus_index.pipeline import verify

        return verify(self.path)

    def repair(self) -> RepairReport:
        """Make the index anew from what can be read of it; no library may have it open."""
        from corpus_index.pipeline import repair

        return repair(self.path)

    def backup(self, target: str | os.PathLike[str], *, force: bool = False) -> BackupReport:
        """Copy the index as it is at one moment to a file, whole; one that is there is replaced only with `force`."""
        from corpus_index.store.backup import backup

        return backup(self.path, Path(target), force=force)
