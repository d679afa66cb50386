"""The index of pairs of characters, by which Chinese, Japanese and Korean text is found."""

from collections.abc import Iterable, Mapping

import sqlite_utils

from corpus_index.domain.unspaced import glued_words, is_unspaced, pairs


def write_pairs(db: sqlite_utils.Database, texts: Mapping[int, str]) -> None:
    """Replace the pairs of papers by those of their texts."""
    db.conn.executemany("DELETE FROM papers_pairs WHERE rowid = ?", [(paper,) for paper in texts])
    rows = ((paper, " ".join(sorted(pairs(text)))) for paper, text in texts.items() if is_unspaced(text))
    db.conn.executemany("INSERT INTO papers_pairs (rowid, pairs) VALUES (?, ?)", rows)


def set_apart(db: sqlite_utils.Database) -> None:
    """Add to the names of all papers the words that such characters touch, which makes their texts new."""
    rows = db.execute("SELECT id, names, title, abstract, summary FROM papers")
    changed = [
        (joined_names([*names.split("; "), *glued_words(text)]), paper)
        for paper, names, *texts in rows
        if is_unspaced(text := "\n".join(text or "" for text in texts))
    ]
    db.conn.executemany("UPDATE papers SET names = ? WHERE id = ?", changed)


def joined_names(names: Iterable[str]) -> str:
    """Names as one text for the full-text index, each once."""
    return "; ".join(dict.fromkeys(filter(None, names)))
