"""Choosing the engine that ranks, and keeping what it ranks from in step with the papers.

The folder of Tantivy is written after the database, and papers that it lacks stay noted until it has them. So it may
be behind, which its stamp shows, but it is never ahead, and what was interrupted is done again by the next change.
"""

from collections.abc import Callable
from dataclasses import dataclass
from shutil import rmtree

from corpus_index.domain.progress import Progress
from corpus_index.errors import PapersError
from corpus_index.store import Store, full_text, open_store
from corpus_index.store.write import transaction

FTS5, TANTIVY = "fts5", "tantivy"
ENGINES = (FTS5, TANTIVY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReindexReport:
    """The `engine` that ranks from now on."""

    engine: str


def reindex(path: str, engine: str | None = None, progress: Progress | None = None) -> ReindexReport:
    """Make anew what `engine` ranks from, or the engine that ranks now, and let it rank from now on.

    Until that is done, the index is as it was. `progress` counts papers. Raises `ExtraMissing` and `StoreError`.
    """
    with open_store(path, write=True) as store:
        wanted = engine or (TANTIVY if _stamps(store) else FTS5)

        def shown(done: int, total: int) -> None:
            if progress:
                progress(done, total, wanted)

        if wanted == TANTIVY:
            _with_tantivy(store, shown)
        else:
            _with_fts5(store, shown)
    return ReindexReport(engine=wanted)


def keep_in_step(store: Store) -> None:
    """Bring the folder of Tantivy, if it ranks, up to date with the papers.

    Where that fails, nothing is lost: a search says that the folder is behind, and how to make it anew.
    """
    stamps = _stamps(store)
    if stamps is None:
        return
    from corpus_index.store import word_index

    stamp, of_folder = stamps
    folder = word_index.folder_of(store.path)
    papers = [row[0] for row in store.connection.execute("SELECT paper_id FROM papers_to_index ORDER BY paper_id")]
    try:
        if papers and word_index.stamp_of(folder) == of_folder:
            word_index.update_folder(store.connection, folder, papers, stamp)
            _settle(store, stamp)
    except PapersError:
        return


def _with_tantivy(store: Store, progress: Callable[[int, int], None]) -> None:
    from corpus_index.store import word_index

    was_chosen = _stamps(store) is not None
    if not was_chosen:
        # From here on changes are noted, so that none is lost that somebody makes meanwhile.
        with transaction(store) as db:
            db.execute("INSERT INTO engine VALUES (lower(hex(randomblob(16))), '')")
    try:
        stamp, _ = _stamps(store) or ("", "")
        word_index.write_folder(store.connection, word_index.folder_of(store.path), stamp, progress)
        _settle(store, stamp)
    except BaseException:
        if not was_chosen:
            _forget(store)
        raise
    keep_in_step(store)


def _with_fts5(store: Store, progress: Callable[[int, int], None]) -> None:
    with transaction(store) as db:
        full_text.renew(db.conn, progress)
    _forget(store)
    rmtree(f"{store.path}.tantivy", ignore_errors=True)


def _stamps(store: Store) -> tuple[str, str] | None:
    """The stamp of the papers and that of the folder, where Tantivy ranks."""
    row = store.connection.execute("SELECT stamp, folder_stamp FROM engine").fetchone()
    return None if row is None else (row[0], row[1])


def _settle(store: Store, stamp: str) -> None:
    """Note that the folder has the papers of this stamp; papers that have changed since stay noted."""
    with transaction(store) as db:
        db.execute("UPDATE engine SET folder_stamp = ?", [stamp])
        db.execute("DELETE FROM papers_to_index WHERE (SELECT stamp FROM engine) = ?", [stamp])


def _forget(store: Store) -> None:
    with transaction(store) as db:
        db.execute("DELETE FROM engine")
        db.execute("DELETE FROM papers_to_index")
