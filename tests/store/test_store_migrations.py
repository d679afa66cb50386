"""Steps from one version of the schema to the next."""

import sqlite3
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from corpus_index.errors import StoreUnwritable
from corpus_index.store import connection as opening
from corpus_index.store import migrations, open_store
from corpus_index.store.connection import APPLICATION_ID
from corpus_index.store.migrations import migrate


def first(db: sqlite_utils.Database, _: migrations.Done) -> None:
    migrations.run_script(db, "CREATE TABLE birds (name TEXT);\nINSERT INTO birds VALUES ('heron; ibis');")


def second(db: sqlite_utils.Database, _: migrations.Done) -> None:
    db.table("birds").add_column("legs", int)
    db.execute("UPDATE birds SET legs = 2")


def broken(db: sqlite_utils.Database, _: migrations.Done) -> None:
    db.execute("DELETE FROM birds")
    db.execute("ALTER TABLE birds ADD COLUMN wings")
    db.execute("INSERT INTO trees VALUES (1)")


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_from_nothing(database: sqlite3.Connection) -> None:
    assert migrate(database, [first, second]) == 2
    assert database.execute("SELECT * FROM birds").fetchall() == [("heron; ibis", 2)]
    assert version(database) == 2
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_only_what_is_missing(database: sqlite3.Connection) -> None:
    assert migrate(database, [first]) == 1
    assert migrate(database, [first, second]) == 1
    assert migrate(database, [first, second]) == 0
    assert version(database) == 2


def test_a_step_that_fails_leaves_the_version_before(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="trees"):
        migrate(database, [first, broken])
    assert version(database) == 1
    assert database.execute("SELECT * FROM birds").fetchall() == [("heron; ibis",)]
    assert not database.in_transaction


def test_ctrl_c_ends_a_long_statement_and_leaves_the_version_before(database: sqlite3.Connection) -> None:
    def endless(db: sqlite_utils.Database, _: migrations.Done) -> None:
        db.execute("CREATE TABLE nests (name TEXT)")
        db.conn.create_function("ctrl_c", 0, interrupt_main)
        db.execute("WITH RECURSIVE n(i) AS (SELECT ctrl_c() UNION ALL SELECT i FROM n) SELECT count(*) FROM n")

    with pytest.raises(KeyboardInterrupt):
        migrate(database, [first, endless])
    assert version(database) == 1
    assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("birds",)]


def test_the_first_version_is_the_schema(database: sqlite3.Connection) -> None:
    migrate(database)
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"pages", "skipped", "papers", "records", "facts", "names", "links", "conflicts", "papers_fts"} <= tables


def test_opening_an_older_index_upgrades_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.db"
    open_store(path, create=True).close()

    def third(db: sqlite_utils.Database, _: migrations.Done) -> None:
        db.table("tags").create({"name": str})

    _with_steps(monkeypatch, third)
    with open_store(path) as store:
        assert store.connection.execute("SELECT count(*) FROM tags").fetchone()[0] == 0
        assert version(store.connection) == len(migrations.MIGRATIONS) + 1


def test_an_older_index_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "index.db"
    open_store(path, create=True).close()
    before = path.read_bytes()

    def full(db: sqlite_utils.Database, _: migrations.Done) -> None:
        db.execute("PRAGMA max_page_count = 1")
        db.execute("CREATE TABLE tags (name TEXT)")

    _with_steps(monkeypatch, full)
    with pytest.raises(StoreUnwritable, match="older version"):
        open_store(path)
    assert path.read_bytes() == before


def test_text_without_spaces_of_an_older_index_is_found_after_the_upgrade(database: sqlite3.Connection) -> None:
    migrate(database, migrations.MIGRATIONS[:3])
    rows = [("zh", "在GPT模型上", "旧名"), ("en", "GPT", "Old")]
    database.executemany(
        "INSERT INTO papers (key, title, title_inferred, names, summary, authors_complete) VALUES (?, ?, 0, ?, '', 0)",
        rows,
    )
    migrate(database)
    words = "SELECT group_concat(rowid) FROM papers_fts WHERE papers_fts MATCH 'gpt'"
    pairs = "SELECT group_concat(rowid) FROM papers_pairs WHERE papers_pairs MATCH '\"模型\"'"
    assert (database.execute(words).fetchone()[0], database.execute(pairs).fetchone()[0]) == ("1,2", "1")
    assert database.execute("SELECT names FROM papers WHERE key = 'zh'").fetchone()[0] == "旧名; GPT"


def test_papers_of_an_older_index_know_when_they_came_out(database: sqlite3.Connection) -> None:
    migrate(database, migrations.MIGRATIONS[:3])
    papers = {
        "new": (2024, "2305.00001"),
        "old": (None, "math/0309136"),
        "older": (1996, "cs/9501001"),
        "dated": (2020, ""),
    }
    for number, (key, (year, arxiv)) in enumerate(papers.items()):
        database.execute(
            "INSERT INTO papers (id, key, title, title_inferred, names, summary, year, authors_complete) "
            "VALUES (?, ?, '', 0, '', '', ?, 0)",
            (number, key, year),
        )
        if arxiv:
            database.execute("INSERT INTO paper_ids VALUES (?, 'arxiv', ?, 0)", (number, arxiv))
    migrate(database)
    found = dict(database.execute("SELECT key, since FROM papers").fetchall())
    assert found == {"new": "2023-05", "old": "2003-09", "older": "1995-01", "dated": "2020"}


def test_keys_of_an_older_index_that_were_given_out_have_their_records(database: sqlite3.Connection) -> None:
    migrate(database, migrations.MIGRATIONS[:4])
    migrations.run_script(
        sqlite_utils.Database(database),
        """
        INSERT INTO papers (id, key, key_frozen, title, title_inferred, names, summary, authors_complete, key_digest,
            key_ordinal) VALUES (1, 'kivi', 1, 'T', 0, '', '', 0, 'd', 1);
        INSERT INTO aliases VALUES ('old', 1, NULL, NULL), ('gone', 1, 'e', 7);
        INSERT INTO pages (id, name, revision, digest, reader, text, added) VALUES (1, 'p', 1, 'd', '', '', '');
        INSERT INTO records (page_id, ordinal, kind, start, "end", first_line, last_line, abstract, abstract_start,
            authors_complete, paper_id) VALUES (1, 0, '', 0, 0, 0, 0, '', 0, 0, 1), (1, 1, '', 0, 0, 0, 0, '', 0, 0, 1);
        """,
    )
    migrate(database)
    found = database.execute("SELECT key, digest, ordinal FROM given_keys ORDER BY key, rank, ordinal").fetchall()
    rest = [(key, "d", ordinal) for key in ("gone", "old") for ordinal in (0, 1)]
    assert found == [("gone", "e", 7), *rest[:2], ("kivi", "d", 1), ("kivi", "d", 0), *rest[2:]]


def _with_steps(monkeypatch: pytest.MonkeyPatch, *steps: migrations.Migration) -> None:
    everything = (*migrations.MIGRATIONS, *steps)
    monkeypatch.setattr(opening, "SCHEMA_VERSION", len(everything))
    monkeypatch.setattr(migrations.migrate, "__defaults__", (everything,))
