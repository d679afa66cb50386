"""The words that a misspelled word may be corrected to."""

from pathlib import Path

import pytest

from corpus_index.store import open_store, write
from corpus_index.store.vocabulary import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Decoding, decoding again", {"decoding", "again"}),
        ("of the C++ a-b:c", set()),
        ("Gödel's naïveté", {"godel", "naivete"}),
        ("2024 and 10.1000 in GPT4all", {"gpt4all"}),
        ("x" * 41, set()),
        ("", set()),
    ],
)
def test_words_of(text: str, words: set[str]) -> None:
    assert words_of(text) == words


def test_words_come_with_the_transaction_that_writes_the_paper(tmp_path: Path) -> None:
    insert = (
        "INSERT INTO papers (key, title, title_inferred, names, summary, authors_complete)"
        " VALUES ('k', 'Gentian', 0, '', 'meadows', 0)"
    )
    with open_store(tmp_path / "index.db", write=True, create=True) as store:

        def words() -> list[str]:
            return [row[0] for row in store.connection.execute("SELECT word FROM vocabulary ORDER BY word")]

        with write.transaction(store) as db:
            db.execute(insert)
        assert words() == ["gentian", "meadows"]
        with write.transaction(store) as db:
            db.execute("UPDATE papers SET title = 'Orchids'")
        assert words() == ["gentian", "meadows", "orchids"]
        assert not store.connection.execute("SELECT COUNT(*) FROM papers_to_read").fetchone()[0]
