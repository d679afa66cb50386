"""Which words of a few papers FTS5 finds."""

import sqlite3
from collections.abc import Mapping, Sequence

from corpus_index.search.expression import Expression
from corpus_index.search.fulltext import written
from corpus_index.search.relevance import COLUMNS
from corpus_index.store.full_text import tokenizer
from corpus_index.store.listed import listed

Highlighted = Mapping[str, tuple[str, str, str]]
"""Each text of a paper, by its column: as it is, with a marker before and behind each find, and the marker."""

_MARKERS = ("\x02", "\ue000", "\ufdd0")
_TEXTS = f"SELECT id, {', '.join(COLUMNS)} FROM papers WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
_TABLE = f"CREATE VIRTUAL TABLE few USING fts5({', '.join(COLUMNS)}, tokenize='{{}}')"
_INSERT = f"INSERT INTO few (rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?)"  # noqa: S608
_FOUND = ", ".join(f"highlight(few, {at}, ?1, ?1)" for at in range(len(COLUMNS)))


def highlighted(
    connection: sqlite3.Connection, papers: Sequence[int], expression: Expression | None
) -> dict[int, Highlighted]:
    """The texts of papers, by their rows, with what matches the expression.

    FTS5 is asked in a table of these papers alone: in the index it would read all papers that have a word, for each.
    """
    rows = [(row[0], *(text or "" for text in row[1:])) for row in connection.execute(_TEXTS, (listed(papers),))]
    used = {char for row in rows for text in row[1:] for char in _MARKERS if char in text}
    marker = next((each for each in _MARKERS if each not in used), _MARKERS[-1])
    found: dict[int, Sequence[str]] = {}
    if expression is not None:
        found = _found(tokenizer(connection), rows, (marker, written(expression)))
    return {
        paper: {
            column: (text, shown, marker)
            for column, text, shown in zip(COLUMNS, texts, found.get(paper, texts), strict=True)
        }
        for paper, *texts in rows
    }


def _found(how: str, rows: Sequence[tuple[object, ...]], asked: tuple[str, str]) -> dict[int, Sequence[str]]:
    few = sqlite3.connect(":memory:")
    try:
        few.execute(_TABLE.format(how))
        few.executemany(_INSERT, rows)
        sql = f"SELECT rowid, {_FOUND} FROM few WHERE few MATCH ?2"  # noqa: S608  made of constants
        return {row[0]: row[1:] for row in few.execute(sql, asked)}
    finally:
        few.close()
