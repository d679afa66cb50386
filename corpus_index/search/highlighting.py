"""Which words of a few papers FTS5 finds."""

from collections.abc import Mapping, Sequence

from corpus_index.search.expression import Expression, leaves
from corpus_index.search.fulltext import written
from corpus_index.search.relevance import COLUMNS
from corpus_index.store.full_text import tokenizer
from corpus_index.store.listed import listed
from corpus_index.store.sqlite import sqlite3

Highlighted = Mapping[str, tuple[str, str, str]]
"""Each text of a paper, by its column: as it is, with a marker before and behind each find, and the marker."""
_Rows = Sequence[tuple[object, ...]]

_MARKERS = ("\x02", "\ue000", "\ufdd0")
_TEXTS = f"SELECT id, {', '.join(COLUMNS)} FROM papers WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
_SHOWN = ", ".join(f"highlight({{0}}, {at}, ?1, ?1)" for at in range(len(COLUMNS)))
_FOUND = f"SELECT rowid, {_SHOWN} FROM {{0}} WHERE {{0}} MATCH ?2"  # noqa: S608  made of constants
_MOST_IN_INDEX = 16
"""Words that are looked up in the index for each paper; more are looked for in a table of the papers alone."""


def highlighted(
    connection: sqlite3.Connection, papers: Sequence[int], expression: Expression | None
) -> dict[int, Highlighted]:
    """The texts of papers, by their rows, with what matches the expression.

    For words FTS5 goes to each paper in its index at once (0.1 ms a paper among a million). For the beginning of one it
    would read all papers that have such a word, for each, and so is asked in a table of these papers alone.
    """
    rows = [(row[0], *(text or "" for text in row[1:])) for row in connection.execute(_TEXTS, (listed(papers),))]
    used = {char for row in rows for text in row[1:] for char in _MARKERS if char in text}
    marker = next((each for each in _MARKERS if each not in used), _MARKERS[-1])
    found: dict[int, Sequence[str]] = {}
    if expression is not None:
        asked = list(leaves(expression))
        in_index = len(asked) <= _MOST_IN_INDEX and not any(text.prefix for text in asked)
        find = _in_index if in_index else _in_table
        found = find(connection, rows, (marker, written(expression)))
    return {
        paper: {
            column: (text, shown, marker)
            for column, text, shown in zip(COLUMNS, texts, found.get(paper, texts), strict=True)
        }
        for paper, *texts in rows
    }


def _in_index(connection: sqlite3.Connection, rows: _Rows, asked: tuple[str, str]) -> dict[int, Sequence[str]]:
    sql = _FOUND.format("papers_fts")
    found = (row for paper, *_ in rows for row in connection.execute(f"{sql} AND rowid = ?3", (*asked, paper)))
    return {row[0]: [text or "" for text in row[1:]] for row in found}


def _in_table(connection: sqlite3.Connection, rows: _Rows, asked: tuple[str, str]) -> dict[int, Sequence[str]]:
    columns = ", ".join(COLUMNS)
    few = sqlite3.connect(":memory:")
    try:
        few.execute(f"CREATE VIRTUAL TABLE few USING fts5({columns}, tokenize='{tokenizer(connection)}')")
        few.executemany(f"INSERT INTO few (rowid, {columns}) VALUES (?, ?, ?, ?, ?)", rows)  # noqa: S608
        return {row[0]: row[1:] for row in few.execute(_FOUND.format("few"), asked)}
    finally:
        few.close()
