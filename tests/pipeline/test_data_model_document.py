"""`docs/data-model.md` explains every table, and its queries give what it prints."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from corpus_index.pages import Source
from corpus_index.pipeline import build
from corpus_index.seed_pages import seed_pages

DOCUMENT = Path(__file__).parents[2] / "docs" / "data-model.md"
_SECTION = re.compile(r"^### `(\w+)`\n(.*?)(?=^##)", re.MULTILINE | re.DOTALL)
_QUERY = re.compile(r'(```console\n\$ sqlite3 -header INDEX "\n)(.*?)(")\n(.*?)(```\n)', re.DOTALL)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "index.db"
    build(path, [Source(page.name, page.read_bytes()) for page in seed_pages()])
    return path


@pytest.fixture
def connection(index: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(index)) as connection:
        yield connection


def test_every_table_view_and_column(connection: sqlite3.Connection) -> None:
    explained = {
        name: set(re.findall(r"`(\w+)`", text)) for name, text in _SECTION.findall(DOCUMENT.read_text("utf-8"))
    }
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    names = {row[0] for row in rows if not row[0].startswith(("papers_fts_", "papers_pairs_", "paper_heads_"))}
    assert set(explained) == names
    for name in names - {"papers_fts"}:
        columns = {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))}
        assert columns <= explained[name], name


def test_queries_give_what_is_printed(connection: sqlite3.Connection, record_golden: bool) -> None:
    def answer(found: re.Match[str]) -> str:
        cursor = connection.execute(found[2])
        lines = ["|".join(column[0] for column in cursor.description)]
        lines += ["|".join(map(str, row)) for row in cursor]
        assert len(lines) > 1
        return "".join((found[1], found[2], found[3], "\n", *(f"{line}\n" for line in lines), found[5]))

    text = DOCUMENT.read_text("utf-8")
    current, queries = _QUERY.subn(answer, text)
    if record_golden:
        DOCUMENT.write_text(current, encoding="utf-8", newline="\n")
        text = current
    assert queries == 3
    assert text == current, "run: python -m pytest tests/pipeline --record-golden"


def test_datasette_finds_the_full_text(connection: sqlite3.Connection) -> None:
    # sqlite-utils and Datasette look for the same marks in the definition of the table.
    assert sqlite_utils.Database(connection, execute_plugins=False).table("papers").detect_fts() == "papers_fts"
