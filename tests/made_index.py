"""A small index made by hand for the tests of reports, row by row, so that they depend on nothing but the schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corpus_index.store import Store
from corpus_index.store.migrations import migrate


class MadeIndex:
    """An index in memory with one page; papers, records and facts are put in by hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.store = Store(Path(":memory:"), connection)
        self.insert("pages", id=1, name="day.txt", revision=1, digest="0" * 64, reader="by hand", text="", added="")

    def insert(self, table: str, **row: Any) -> int:
        """Put one row into a table and return its id."""
        columns = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        done = self.connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))  # noqa: S608
        return int(done.lastrowid or 0)

    def paper(
        self, key: str, title: str, inferred: bool = False, abstract: str = "Text.", year: int | None = None
    ) -> int:
        """Add a paper with one record, and return the record."""
        paper = self.insert(
            "papers",
            key=key,
            title=title,
            title_inferred=inferred,
            abstract=abstract,
            names="",
            summary="",
            year=year,
            authors_complete=0,
        )
        return self.record(paper, None if inferred else title, abstract)

    def record(self, paper: int, title: str | None, abstract: str, kind: str = "abstract") -> int:
        """Add a record to the paper with row `paper`."""
        ordinal = self.connection.execute("SELECT count(*) FROM records").fetchone()[0]
        return self.insert(
            "records",
            page_id=1,
            ordinal=ordinal,
            kind=kind,
            start=ordinal * 100,
            end=ordinal * 100 + 90,
            first_line=ordinal * 3 + 1,
            last_line=ordinal * 3 + 2,
            title=title,
            title_start=None if title is None else 0,
            abstract=abstract,
            abstract_start=0,
            authors_complete=0,
            summarises=None,
            paper_id=paper,
        )

    def record_of(self, key: str) -> int:
        """The first record of a paper."""
        statement = "SELECT min(records.id) FROM records JOIN papers ON papers.id = paper_id WHERE key = ?"
        return int(self.connection.execute(statement, (key,)).fetchone()[0])

    def fact(self, record: int, field: str, **values: Any) -> int:
        """Add a fact to a record."""
        row: dict[str, Any] = {"evidence": "as it says", "start": 5, "end": 15, "trust": "own"}
        return self.insert("facts", record_id=record, field=field, **(row | values))

    def score(self, record: int, benchmark: str, value: float, **values: Any) -> int:
        """Add a score in percent to a record."""
        row: dict[str, Any] = {"kind": "score", "unit": "%", "metric": "accuracy"}
        return self.fact(record, "results", benchmark=benchmark, value=value, **(row | values))


@contextmanager
def made_index() -> Iterator[MadeIndex]:
    """An empty index in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        migrate(connection)
        yield MadeIndex(connection)
    finally:
        connection.close()
