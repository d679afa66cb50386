"""Law: the terms of a text are those of the full-text table."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_index.store.full_text import tokenizer
from corpus_index.store.migrations import migrate
from corpus_index.store.terms import Terms


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    """A full-text table like that of an index."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='{tokenizer(connection)}')")
        connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(texts, instance)")
        yield connection


@pytest.fixture(scope="module")
def terms(table: sqlite3.Connection) -> Terms:
    return Terms(tokenizer(table))


_TEXTS = st.text(st.sampled_from("abyßéİ_-'1½ .\u0301漢\u00a0\u2014\0") | st.characters(codec="utf-8"), max_size=40)


@given(st.lists(_TEXTS | st.sampled_from(["Relational NETWORKS, ponies' skies!", "naïve Gödel"]), max_size=4))
def test_terms_are_those_of_the_table(table: sqlite3.Connection, terms: Terms, texts: list[str]) -> None:
    written = terms.written(texts)
    for text, found in zip(texts, written, strict=True):
        table.execute("DELETE FROM texts")
        table.execute("INSERT INTO texts VALUES (?)", (text,))
        assert found.split() == [row[0] for row in table.execute("SELECT term FROM words ORDER BY offset")]
        assert found == "".join(f" {term} " for term in found.split())


def test_half_a_character_separates(terms: Terms) -> None:
    assert terms.written(["a\ud800b"]) == [" a  b "]
