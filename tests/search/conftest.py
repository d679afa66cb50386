"""A small index, written straight into the schema: searching is tested without reading and without resolving."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from sqlite_utils import Database

from corpus_index.domain.folding import fold
from corpus_index.store.migrations import migrate
from corpus_index.store.new_texts import read_new_texts


@dataclass(frozen=True)
class Index:
    connection: sqlite3.Connection


@dataclass(frozen=True)
class Row:
    """A paper of the test index; `names` are (role, name, kind, trust)."""

    key: str
    title: str
    abstract: str | None
    summary: str = ""
    names: tuple[tuple[str, str, str | None, str], ...] = ()
    authors: tuple[str, ...] = ()
    page: str = "list.txt"


PAPERS = (
    Row(
        key="draftmill",
        title="DraftMill: drafting many tokens at once",
        abstract="We present DraftMill, a method for speculative decoding. It runs AIME24 & 25 with Corvid-2.5-7B. "
        "Long answers need long drafts. A small model drafts and a large one verifies, so decoded text stays the same.",
        names=(
            ("title", "DraftMill: drafting many tokens at once", None, "own"),
            ("introduces", "DraftMill", "method", "own"),
            ("models", "Corvid-2.5-7B", None, "own"),
            ("benchmarks", "AIME 2024", None, "own"),
            ("terms", "GRPO", None, "own"),
        ),
        authors=("Ada Lovelace", "Kurt Gödel"),
        page="pages/author.txt",
    ),
    Row(
        key="survey",
        title="Reading a survey of decoding",
        abstract="Decoding strategies compared, with DraftMill, DraftMill and DraftMill. Nothing is trained.",
        names=(("title", "Reading a survey of decoding", None, "own"), ("models", "Corvid-V3.2", None, "own")),
    ),
    Row(
        key="corvid25",
        title="Corvid-2.5",
        abstract="Corvid-2.5 is a family of models. It is scored 73.4% on AIME 2024 and written in C++.",
        summary="A machine thinks that this is about speculative decoding of music.",
        names=(("introduces", "Corvid-2.5", "model", "own"), ("introduces", "Muse-1", "model", "summary")),
        authors=("Emmy Noether",),
    ),
    Row(key="plain", title="On gardens", abstract=None, summary="Gardens grow slowly; rābbits eat a-b:c daily."),
)


def fill(connection: sqlite3.Connection, papers: tuple[Row, ...]) -> None:
    """Store papers, one record each, in the order given."""
    pages: dict[str, int] = {}
    for row in papers:
        if row.page not in pages:
            page: dict[str, str | int | None] = {
                "name": row.page,
                "revision": 1,
                "digest": row.page,
                "reader": "",
                "text": "",
                "added": "",
            }
            pages[row.page] = insert(connection, "pages", page)
        paper = insert(
            connection,
            "papers",
            {"key": row.key, "key_base": row.key, "title": row.title, "title_inferred": 0, "abstract": row.abstract,
             "names": " ".join(name for _, name, _, _ in row.names[1:]), "summary": row.summary,
             "authors_complete": 0},
        )  # fmt: skip
        record = insert(
            connection,
            "records",
            {"page_id": pages[row.page], "ordinal": paper, "kind": "abstract" if row.abstract else "summary",
             "start": 0, "end": 0, "first_line": 1, "last_line": 1, "abstract": row.abstract or row.summary,
             "abstract_start": 0, "authors_complete": 0, "paper_id": paper},
        )  # fmt: skip
        for position, author in enumerate(row.authors):
            insert(connection, "paper_authors", {"paper_id": paper, "position": position, "name": author})
        for role, name, kind, trust in row.names:
            evidence = "AIME24 & 25" if name == "AIME 2024" else name
            fact = insert(
                connection,
                "facts",
                {"record_id": record, "field": role, "name": name, "kind": kind, "evidence": evidence,
                 "start": 0, "end": 0, "trust": trust},
            )  # fmt: skip
            insert(
                connection,
                "names",
                {"paper_id": paper, "role": role, "name": name, "folded": fold(name), "family": fold(name),
                 "fact_id": None if role == "title" else fact},
            )  # fmt: skip


def insert(connection: sqlite3.Connection, table: str, row: dict[str, str | int | None]) -> int:
    """Insert a row, without the values for which the table has no column, and give its number."""
    present = {column["name"] for column in connection.execute(f"PRAGMA table_info({table})")}
    kept = {name: value for name, value in row.items() if name in present}
    columns, marks = ", ".join(f'"{name}"' for name in kept), ", ".join("?" * len(kept))
    sql = f"INSERT INTO {table}({columns}) VALUES ({marks})"  # noqa: S608  names of this file
    made = connection.execute(sql, tuple(kept.values()))
    return made.lastrowid or 0


def new_index(papers: tuple[Row, ...] = PAPERS) -> Index:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    migrate(connection)
    fill(connection, papers)
    read_new_texts(Database(connection))
    connection.execute("PRAGMA query_only = ON")
    return Index(connection)


@pytest.fixture
def index() -> Iterator[Index]:
    made = new_index()
    yield made
    made.connection.close()


@pytest.fixture
def build_index() -> Callable[[bool], Index]:
    """Make the test index with the papers in either order; the caller closes it."""
    return lambda reverse: new_index(PAPERS[::-1] if reverse else PAPERS)


@pytest.fixture
def index_of() -> Iterator[Callable[[str, str], Index]]:
    """Make an index of one paper with this title and abstract."""
    made: list[Index] = []

    def make(title: str, abstract: str) -> Index:
        made.append(new_index((Row(key="one", title=title, abstract=abstract),)))
        return made[-1]

    yield make
    for index in made:
        index.connection.close()
