"""An index in memory whose papers have a key, a title and an abstract, and nothing else."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from sqlite_utils import Database

from corpus_index.store.migrations import migrate
from corpus_index.store.new_texts import read_new_texts


@dataclass(frozen=True)
class SearchedPapers:
    """What searching asks of a store."""

    connection: sqlite3.Connection


@contextmanager
def searched_papers(papers: Iterable[tuple[str, str, str]]) -> Iterator[SearchedPapers]:
    """Make an index of (key, title, abstract) for the time of a `with` block."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        migrate(connection)
        connection.executemany(
            "INSERT INTO papers (key, title, title_inferred, abstract, names, summary, authors_complete)"
            " VALUES (?, ?, 0, ?, '', '', 0)",
            papers,
        )
        read_new_texts(Database(connection))
        yield SearchedPapers(connection)
