"""A query tree as a condition of SQL on the table `papers`."""

from __future__ import annotations

from corpus_index.domain.folding import fold
from corpus_index.domain.unspaced import is_unspaced
from corpus_index.search import unspaced
from corpus_index.search.clause import Condition
from corpus_index.search.expression import COLUMNS, text_of
from corpus_index.search.fulltext import written
from corpus_index.search.query import And, Field, Not, Or, Phrase, Query, Word, conjuncts
from corpus_index.search.words import without_stop_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

__all__ = ["Condition", "benchmarks_of", "condition", "text_condition"]


def condition(connection: sqlite3.Connection, query: Query) -> Condition:
    """Translate a tree. Fields over lists of names are looked up in `connection` while translating."""
    return _translated(connection, query, ())


def _translated(connection: sqlite3.Connection, query: Query, benchmarks: tuple[Word | Phrase, ...]) -> Condition:
    """Translate a tree that must match together with `benchmarks`, to which scores in it belong."""
    if isinstance(query, Not):
        inner = _translated(connection, query.part, benchmarks)
        return Condition(f"NOT {inner.sql}", inner.values)
    if isinstance(query, (And, Or)):
        together = benchmarks + benchmarks_of(query)
        parts = without_stop_words(query.parts) if isinstance(query, And) else query.parts
        joined = [_translated(connection, part, together) for part in dict.fromkeys(parts)]
        operator = " AND " if isinstance(query, And) else " OR "
        return Condition(
            "(" + operator.join(part.sql for part in joined) + ")",
            tuple(value for part in joined for value in part.values),
        )
    if not isinstance(query, Field):
        return text_condition(query)
    if query.name in COLUMNS:
        return _column(query)
    # Imported here, because a query of words must not pay for it.
    from corpus_index.search.fields import field_condition

    return field_condition(connection, query, benchmarks)


def text_condition(term: Word | Phrase) -> Condition:
    """Match by the words of the text, or by a name that is spelled otherwise (`mimov2flash`)."""
    found = _in_text(written(text_of(term)), term, unspaced.COLUMNS)
    if isinstance(term, Word) and term.prefix:
        return found
    named = "papers.id IN (SELECT paper_id FROM names WHERE folded = ?)"
    return Condition(f"({found.sql} OR {named})", (*found.values, fold(term.text)))


def _in_text(expression: str, term: Word | Phrase, columns: tuple[str, ...]) -> Condition:
    """Match by the full-text index, and where the term is of a writing without spaces, anywhere in the text."""
    found = "papers.id IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)"
    if not is_unspaced(term.text):
        return Condition(found, (expression,))
    literal = unspaced.found_literally(term.text, columns)
    return Condition(f"({found} OR {literal.sql})", (expression, *literal.values))


def _column(query: Field) -> Condition:
    column = COLUMNS[query.name]
    return _in_text(written(text_of(query.term, column)), query.term, (column,))


def benchmarks_of(query: Query) -> tuple[Word | Phrase, ...]:
    """The benchmarks that must, or alternatively may, be named by a match of a conjunction."""
    if isinstance(query, Or):
        return ()
    named = []
    for part in conjuncts(query):
        of = part.parts if isinstance(part, Or) else (part,)
        if all(isinstance(each, Field) and each.name == "bench" for each in of):
            named += [each.term for each in of if isinstance(each, Field)]
    return tuple(named)
