"""A query tree as a condition of SQL on the table `papers`."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from corpus_index.domain.folding import fold
from corpus_index.search import fulltext, unspaced
from corpus_index.search.name_matching import in_name, in_person, spellings
from corpus_index.search.query import And, Field, Not, Or, Phrase, Query, Word
from corpus_index.search.unspaced import escaped


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is true for a matching row of `papers`, and the values of its placeholders."""

    sql: str
    values: tuple[str | int, ...] = ()


def condition(connection: sqlite3.Connection, query: Query) -> Condition:
    """Translate a tree. Fields over lists of names are looked up in `connection` while translating."""
    if isinstance(query, Not):
        inner = condition(connection, query.part)
        return Condition(f"NOT {inner.sql}", inner.values)
    if isinstance(query, (And, Or)):
        joined = [condition(connection, part) for part in query.parts]
        operator = " AND " if isinstance(query, And) else " OR "
        return Condition(
            "(" + operator.join(part.sql for part in joined) + ")",
            tuple(value for part in joined for value in part.values),
        )
    if isinstance(query, Field):
        return _FIELDS[query.name](connection, query)
    return text_condition(query)


def text_condition(term: Word | Phrase) -> Condition:
    """Match by the words of the text, or by a name that is spelled otherwise (`mimov2flash`)."""
    found = _in_text(fulltext.match(term), term, unspaced.COLUMNS)
    if isinstance(term, Word) and term.prefix:
        return found
    named = "papers.id IN (SELECT paper_id FROM names WHERE folded = ?)"
    return Condition(f"({found.sql} OR {named})", (*found.values, fold(term.text)))


def _in_text(expression: str, term: Word | Phrase, columns: tuple[str, ...]) -> Condition:
    """Match by the full-text index, and where the term is of a writing without spaces, anywhere in the text."""
    found = "papers.id IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)"
    if not unspaced.is_unspaced(term.text):
        return Condition(found, (expression,))
    literal = unspaced.found_literally(columns)
    return Condition(f"({found} OR {literal})", (expression, *[unspaced.pattern(term.text)] * len(columns)))


def _column(_: sqlite3.Connection, query: Field) -> Condition:
    column = fulltext.COLUMNS[query.name]
    return _in_text(fulltext.match(query.term, column), query.term, (column,))


def _author(connection: sqlite3.Connection, query: Field) -> Condition:
    rows = connection.execute("SELECT DISTINCT name FROM paper_authors")
    names = [name for (name,) in rows if in_person(name, query.term)]
    return _in_list(
        "papers.id IN (SELECT paper_id FROM paper_authors WHERE name IN ({}))",
        names,
    )


def _named(role: str, kinds: tuple[str, ...]) -> Callable[[sqlite3.Connection, Field], Condition]:
    """Match names that stand in `role`, or that a paper introduces as one of `kinds`."""
    marks = ", ".join("?" * len(kinds))
    source = (
        "FROM names LEFT JOIN facts ON facts.id = names.fact_id"
        f" WHERE (names.role = ? OR (names.role = 'introduces' AND facts.kind IN ({marks})))"
    )

    def matching(connection: sqlite3.Connection, query: Field) -> Condition:
        found: dict[str, None] = {}
        for term in spellings(query.term):
            rows = connection.execute(
                f"SELECT DISTINCT names.folded, names.name, facts.evidence {source}"
                " AND (instr(names.folded, ?) OR instr(lower(facts.evidence), lower(?)))",
                (role, *kinds, fold(term.text), term.text),
            )
            for folded, name, evidence in rows:
                if in_name(name, term) or in_name(evidence or "", term):
                    found[folded] = None
        inner = _in_list(
            f"papers.id IN (SELECT names.paper_id {source} AND names.folded IN ({{}}))",
            list(found),
        )
        return Condition(inner.sql, (role, *kinds, *inner.values) if found else ())

    return matching


def _key(_: sqlite3.Connection, query: Field) -> Condition:
    pattern = escaped(query.term.text) + ("%" if isinstance(query.term, Word) and query.term.prefix else "")
    sql = (
        "(papers.key LIKE ? ESCAPE '\\' OR papers.id IN (SELECT paper_id FROM aliases WHERE alias LIKE ? ESCAPE '\\'))"
    )
    return Condition(sql, (pattern, pattern))


def _page(_: sqlite3.Connection, query: Field) -> Condition:
    sql = (
        "papers.id IN (SELECT records.paper_id FROM records JOIN pages ON pages.id = records.page_id"
        " WHERE pages.name LIKE ? ESCAPE '\\')"
    )
    return Condition(sql, (f"%{escaped(query.term.text)}%",))


def _kind(_: sqlite3.Connection, query: Field) -> Condition:
    kind = query.term.text.lower()
    if kind in ("abstract", "summary"):
        return Condition("papers.id IN (SELECT paper_id FROM records WHERE kind = ?)", (kind,))
    sql = (
        "papers.id IN (SELECT records.paper_id FROM facts JOIN records ON records.id = facts.record_id"
        " WHERE facts.field = 'introduces' AND facts.kind = ? AND facts.trust <> 'summary')"
    )
    return Condition(sql, (kind,))


_FIELDS: dict[str, Callable[[sqlite3.Connection, Field], Condition]] = {
    "title": _column,
    "abstract": _column,
    "author": _author,
    "model": _named("models", ("model",)),
    "bench": _named("benchmarks", ("benchmark",)),
    "method": _named("terms", ("method", "dataset", "benchmark")),
    "key": _key,
    "page": _page,
    "kind": _kind,
}


def _in_list(sql: str, values: list[str]) -> Condition:
    return Condition(sql.format(", ".join("?" * len(values))), tuple(values)) if values else Condition("0")
