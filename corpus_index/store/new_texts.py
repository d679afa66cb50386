"""Reading the texts of papers that are new or have changed into what is looked up beside the full-text index."""

from collections.abc import Callable, Mapping, Sequence

import sqlite_utils

from corpus_index.store.heads import write_heads
from corpus_index.store.pairs import write_pairs
from corpus_index.store.vocabulary import write_words

Reader = Callable[[sqlite_utils.Database, Mapping[int, str]], None]
"""Takes the texts of papers by their rows."""

_AT_ONCE = 1000
"""How many papers are read at once: their words are mostly the same."""


READERS: Sequence[Reader] = (write_words, write_pairs, write_heads)


def read_new_texts(
    db: sqlite_utils.Database, readers: Sequence[Reader] = READERS, done: Callable[[float], None] | None = None
) -> None:
    """Give the readers all papers whose texts are new or have changed; part of the transaction that changed them.

    `done` is told now and then which share of them was read.
    """
    total = db.execute("SELECT count(*) FROM papers_to_read").fetchone()[0] if done else 0
    read_so_far = 0
    while papers := [row[0] for row in db.execute("SELECT paper_id FROM papers_to_read LIMIT ?", [_AT_ONCE])]:
        texts: dict[int, str] = {}
        for paper in papers:
            row = db.execute("SELECT title, names, abstract, summary FROM papers WHERE id = ?", [paper]).fetchone()
            texts[paper] = "\n".join(text or "" for text in row or ())
        for read in readers:
            read(db, texts)
        db.conn.executemany("DELETE FROM papers_to_read WHERE paper_id = ?", [(paper,) for paper in papers])
        if done:
            read_so_far += len(papers)
            done(read_so_far / total)
