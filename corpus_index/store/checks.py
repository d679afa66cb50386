"""Whether an index is whole: what SQLite can tell, and whether its tables agree with each other. Nothing is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from corpus_index.domain.fault import Fault, FaultKind
from corpus_index.domain.progress import Progress
from corpus_index.domain.unspaced import is_unspaced, pairs
from corpus_index.domain.wording import counted
from corpus_index.store.migrations import migrate
from corpus_index.store.vocabulary import words_of

REPAIR = "papers repair"
_MOST_LINES = 20
"""Lines of SQLite that are shown: one broken page can make thousands."""


_QUOTES = (
    ("SELECT start, evidence FROM facts WHERE record_id IN (SELECT id FROM records WHERE page_id = ?)", "facts"),
    ("SELECT start, name FROM record_authors WHERE record_id IN (SELECT id FROM records WHERE page_id = ?)", "authors"),
    ("SELECT title_start, title FROM records WHERE page_id = ? AND title IS NOT NULL", "titles"),
    ("SELECT abstract_start, abstract FROM records WHERE page_id = ?", "abstracts"),
)
_COUNTS = (
    ("SELECT count(*) FROM papers WHERE id NOT IN (SELECT paper_id FROM records)", "paper", "without a record"),
    ("SELECT count(*) FROM papers WHERE key LIKE '?%'", "paper", "without a key"),
    ("SELECT count(*) FROM papers_to_read", "paper", "whose words were not read"),
    ("SELECT count(*) FROM papers_pairs WHERE rowid NOT IN (SELECT id FROM papers)", "removed paper", "in the pairs"),
)


def file_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What SQLite finds in the file, tables that lack, and rows that name others which are not there."""
    try:
        found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST_LINES})")]
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise
        found = [str(error)]
    yield from (Fault(kind=FaultKind.FILE, what=line, hint=REPAIR) for line in found if line != "ok")
    if found != ["ok"]:
        return
    lacking = _schema_of_a_new_index() - _schema(connection)
    yield from (Fault(kind=FaultKind.FILE, what=f"{name} is not there", hint=REPAIR) for name in sorted(lacking))
    broken: dict[tuple[str, str], int] = {}
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        broken[table, parent] = broken.get((table, parent), 0) + 1
    for (table, parent), number in sorted(broken.items()):
        what = f"{counted(number, 'row')} of {table} without the row of {parent}"
        yield Fault(kind=FaultKind.REFERENCE, what=what, hint=REPAIR)


def full_text_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Where full-text tables, words and pairs are not those of the papers. The connection must be one that may write.

    FTS5 looks into itself as if it were to be changed, in a transaction that is rolled back.
    """
    for table, what in (("papers_fts", "the full text"), ("papers_pairs", "the index of pairs")):
        connection.execute("BEGIN")
        try:
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            yield Fault(kind=FaultKind.FULL_TEXT, what=f"{what} is not that of the papers", hint=REPAIR)
        finally:
            connection.execute("ROLLBACK")


def text_faults(connection: sqlite3.Connection, progress: Progress | None = None) -> Iterator[Fault]:
    """Where pages do not read what was quoted from them, and where words of papers lack for searching.

    `progress` counts pages.
    """
    total = connection.execute("SELECT count(*) FROM pages").fetchone()[0]
    rows = connection.execute("SELECT id, name, text FROM pages ORDER BY id")
    for done, (page, name, text) in enumerate(rows):
        if progress:
            progress(done, total, name)
        for statement, of_what in _QUOTES:
            quoted = connection.execute(statement, (page,))
            wrong = sum(not text.startswith(quote, start) for start, quote in quoted)
            if wrong:
                what = f"{name}: of its {of_what}, {wrong} {'is' if wrong == 1 else 'are'} not what it reads there"
                hint = "a copy made by papers backup; or remove the page and add it again"
                yield Fault(kind=FaultKind.QUOTE, what=what, hint=hint)
    yield from _unread(connection)


def count_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Papers that lack what every paper has, and files of which not all parts are stored."""
    for statement, one, what in _COUNTS:
        if number := connection.execute(statement).fetchone()[0]:
            yield Fault(kind=FaultKind.DERIVED, what=f"{counted(number, one)} {what}", hint=REPAIR)
    statement = (
        "SELECT files.name, count(*) FROM files JOIN pages ON pages.file = files.digest WHERE NOT complete GROUP BY 1"
    )
    for name, parts in connection.execute(statement):
        what = f"{name}: adding it was interrupted after {counted(parts, 'part')}"
        yield Fault(kind=FaultKind.INCOMPLETE, what=what, hint="papers add it again, or remove it")


def _unread(connection: sqlite3.Connection) -> Iterator[Fault]:
    known = {row[0] for row in connection.execute("SELECT word FROM vocabulary")}
    paired = dict(connection.execute("SELECT rowid, pairs FROM papers_pairs").fetchall())
    words = wrong = 0
    for paper, *texts in connection.execute("SELECT id, title, names, abstract, summary FROM papers"):
        text = "\n".join(part or "" for part in texts)
        words += not words_of(text) <= known
        wanted = " ".join(sorted(pairs(text))) if is_unspaced(text) else None
        wrong += paired.get(paper) != wanted
    for number, of_what in ((words, "words"), (wrong, "pairs of characters")):
        if number:
            what = f"{counted(number, 'paper')} whose {of_what} are not in the index of them"
            yield Fault(kind=FaultKind.FULL_TEXT, what=what, hint=REPAIR)


def _schema(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return {f"the {kind} {name}" for kind, name in rows}


def _schema_of_a_new_index() -> set[str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        return _schema(connection)
