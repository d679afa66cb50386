"""Looking for faults in an index: in the file, between its tables, and against what its records give."""

from collections.abc import Iterator
from pathlib import Path

from corpus_index.domain.fault import Fault, FaultKind, VerifyReport
from corpus_index.domain.progress import Progress
from corpus_index.domain.wording import counted
from corpus_index.errors import ExtraMissing, StoreDamaged
from corpus_index.pipeline.resolving import settle
from corpus_index.store import Store, open_store, write
from corpus_index.store.checks import REPAIR, count_faults, file_faults, full_text_faults, text_faults
from corpus_index.store.journal import interruptible
from corpus_index.store.scratch import scratch_copy

_DERIVED = {
    "papers": "*",
    "paper_authors": "*",
    "paper_ids": "*",
    "paper_own": "*",
    "facts": "id, trust, repeats",
    "names": "*",
    "links": "*",
    "conflicts": "paper_id, attribute, grade, a_record_id, a_claim, a_evidence, b_record_id, b_claim, b_evidence",
}
"""What follows from the records, without the numbers of rows that say nothing."""
_BROKEN = (FaultKind.FILE, FaultKind.REFERENCE)
_MOST = 2000
"""How many papers are made anew to compare them: a quarter of a minute. Of more papers, as many evenly from all."""
_AT_ONCE = 500


def verify(path: Path, *, progress: Progress | None = None) -> VerifyReport:
    """Look for faults in the index at `path`, which stays as it is; nothing is found in one that is whole.

    A part of it happens in a temporary copy, which takes as much space as the index. Raises a `StoreError` where the
    index cannot be read at all. `progress` counts, in each step, what is looked at in it.
    """
    with open_store(path) as store:
        store.snapshot()
        if progress:
            progress(0, 1, "the file")
        with interruptible(store.connection):
            faults = list(file_faults(store.connection))
        counts = dict.fromkeys(("pages", "records", "papers"), 0)
        if not faults or faults[0].kind is not FaultKind.FILE:
            faults += text_faults(store.connection, progress)
            faults += count_faults(store.connection)
            faults += _folder_faults(store)
            counts = {table: _count(store, table) for table in counts}
    if not any(fault.kind in _BROKEN for fault in faults):
        if progress:
            progress(0, 1, "the full text")
        with scratch_copy(path) as copy:
            with interruptible(copy.connection):
                faults += full_text_faults(copy.connection)
            faults += _derived_faults(copy, progress)
    faults.sort(key=lambda fault: list(FaultKind).index(fault.kind))
    return VerifyReport(path=str(path), **counts, faults=tuple(faults))


def _derived_faults(copy: Store, progress: Progress | None) -> Iterator[Fault]:
    """Make all that follows from the records anew, in a copy, and compare it with what there was."""
    connection = copy.connection
    # Full text is checked on its own, and would take most of the time here.
    for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger[0]}")
    for table, columns in _DERIVED.items():
        connection.execute(f"CREATE TEMP TABLE former_{table} AS SELECT {columns} FROM main.{table}")  # noqa: S608
    papers = [row[0] for row in connection.execute("SELECT id FROM papers WHERE id IN (SELECT paper_id FROM records)")]
    papers = papers[:: len(papers) // _MOST + 1]
    with write.transaction(copy) as db:
        for start in range(0, len(papers), _AT_ONCE):
            if progress:
                progress(start, len(papers), "papers made anew")
            settle(db, changed=papers[start : start + _AT_ONCE])
    for table, columns in _DERIVED.items():
        former, now = f"SELECT * FROM former_{table}", f"SELECT {columns} FROM main.{table}"  # noqa: S608
        differing = sum(
            connection.execute(f"SELECT count(*) FROM ({one} EXCEPT {other})").fetchone()[0]  # noqa: S608
            for one, other in ((former, now), (now, former))
        )
        if differing:
            what = f"{counted(differing, 'row')} of {table} {'is' if differing == 1 else 'are'} not as the records give"
            yield Fault(kind=FaultKind.DERIVED, what=what, hint=REPAIR)


def _folder_faults(store: Store) -> Iterator[Fault]:
    """Whether the folder of Tantivy, if it ranks, is that of the papers."""
    chosen = store.connection.execute("SELECT stamp FROM engine").fetchone()
    if chosen is None:
        return
    from corpus_index.store.word_index import folder_of, open_folder

    try:
        open_folder(folder_of(store.path), chosen[0])
    except StoreDamaged as error:
        yield Fault(kind=FaultKind.FULL_TEXT, what=f"{error.where}: {error.what}", hint="papers reindex")
    except ExtraMissing:
        return


def _count(store: Store, table: str) -> int:
    return int(store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608  a constant
