"""Fields over what a person said of papers: tags, notes, and how far they are read."""

import sqlite3

from corpus_index.search.clause import Condition
from corpus_index.search.query import Phrase, Word
from corpus_index.search.unspaced import escaped

_SAID = "papers.id IN (SELECT paper_id FROM paper_own WHERE "


def tag(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers with this tag, or with one that begins so, in any case."""
    pattern = f"tag:{escaped(term.text)}" + ("%" if isinstance(term, Word) and term.prefix else "")
    return Condition(f"{_SAID}field LIKE ? ESCAPE '\\')", (pattern,))


def note(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers with the term in their note, in any case."""
    return Condition(f"{_SAID}field = 'note' AND value LIKE ? ESCAPE '\\')", (f"%{escaped(term.text)}%",))


def status(_: sqlite3.Connection, term: Word | Phrase) -> Condition:
    """Papers that are read so far; one of which nothing was said is unread."""
    wanted = term.text.strip().lower()
    if wanted == "unread":
        sql = f"NOT {_SAID}field = 'status' AND value <> 'unread')"
        return Condition(sql, ())
    return Condition(f"{_SAID}field = 'status' AND value = ?)", (wanted,))
