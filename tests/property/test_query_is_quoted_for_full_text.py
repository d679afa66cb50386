"""Law: nothing that a person types reaches FTS5 but inside quotes, and a real FTS5 table takes what is written."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_index import MadeIndex, made_index

from corpus_index.domain.folding import fold
from corpus_index.errors import QueryError
from corpus_index.search.expression import some_text_of, text_of
from corpus_index.search.fulltext import written
from corpus_index.search.parser import parse
from corpus_index.search.query import Field, Term, wanted_terms
from corpus_index.search.wanted import Wanted, wanted

_TERM = r'(?:\{(?:title|abstract)\} : )?"(?:[^"]|"")*"\*?'
_WRITTEN, _WRITTEN_ANY = re.compile(_TERM), re.compile(f"{_TERM}(?: OR {_TERM})*")
_JOINED = re.compile(rf"(?:{_TERM}|[()]| AND | OR )*")
_HOSTILE = ('MoE" OR "x', "NEAR(a b)", "title:b*", "a AND b", "C++")
_TOKENIZER = "tokenize='porter unicode61 remove_diacritics 2'"
_TYPED = st.text(st.sampled_from('ab1"*:^{}()+-,\'\0 \t') | st.characters(), max_size=60) | st.lists(
    st.sampled_from(
        ["NEAR(", "AND", "OR", "NOT", "title:", "abstract:(", "names :", "{title}", '"', "*", "^a", "a+b", ")", ",",
         "-", "' OR 1=1 --", "rank", "\ud800", "é", "模型", "🙂"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    """A full-text table like that of an index, with one row whose title the test sets."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE papers_fts USING fts5(title, names, abstract, summary, {_TOKENIZER})")
    connection.execute("INSERT INTO papers_fts VALUES ('', '', 'near and or not title names rank', '')")
    yield connection
    connection.close()


def _terms(text: str) -> list[Term]:
    try:
        return wanted_terms(parse(text).query)
    except QueryError:
        return []


@given(text=_TYPED)
def test_what_is_typed_is_text_to_the_full_text_index(table: sqlite3.Connection, text: str) -> None:
    terms = _terms(text)
    for term in terms:
        bare = term.term if isinstance(term, Field) else term
        for column in (None, "title"):
            text = written(text_of(bare, column))
            assert _WRITTEN.fullmatch(text)
            table.execute("UPDATE papers_fts SET title = ?", (f"before {bare.text} after",))
            found = table.execute("SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?", (text,)).fetchall()
            assert found or not _words(bare.text)
    expression = some_text_of(terms)
    if expression:
        assert _WRITTEN_ANY.fullmatch(written(expression))
        table.execute("SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?", (written(expression),)).fetchall()


@pytest.fixture(scope="module")
def index() -> Iterator[MadeIndex]:
    """An index that has read hostile names and abbreviations, by which queries are widened."""
    with made_index() as made:
        record = made.paper("one", "One")
        for name in _HOSTILE:
            fact = made.fact(record, "abbreviations", name="MoE", long=name)
            made.fact(record, "abbreviations", name=name, long="mixture of experts")
            made.insert("names", paper_id=1, role="terms", name=name, folded=fold("MoE"), fact_id=fact)
        yield made


@given(
    text=st.sampled_from(["", "MoE ", "mixture of experts ", "title:moe (moe OR b) "]).flatmap(
        lambda known: _TYPED.map(lambda typed: known + typed)
    )
)
def test_what_the_index_adds_to_a_query_is_text_too(index: MadeIndex, text: str) -> None:
    try:
        query = parse(text).query
    except QueryError:
        return
    asked = Wanted() if query is None else wanted(index.connection, query)
    for expression in (asked.whole, *asked.groups, *asked.fixed, *asked.held, *asked.others):
        if expression:
            assert _JOINED.fullmatch(written(expression))
            sql = "SELECT 1 FROM papers_fts WHERE papers_fts MATCH ?"
            index.connection.execute(sql, (written(expression),)).fetchall()


def _words(text: str) -> int:
    """How many words FTS5 itself sees in the text."""
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, {_TOKENIZER})")
        other.execute("CREATE VIRTUAL TABLE words USING fts5vocab(texts, row)")
        other.execute("INSERT INTO texts VALUES (?)", (text,))
        return int(other.execute("SELECT count(*) FROM words").fetchone()[0])
