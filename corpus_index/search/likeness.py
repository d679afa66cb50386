"""Papers whose texts are like that of another one: those that have its rarest words and names.

In a small index any word is in few papers, which says nothing of it; there only names count.
"""

import math
import re
import sqlite3
from collections import Counter

from corpus_index.domain.related import Reason, Tie
from corpus_index.search.expression import some_text_of, text_of
from corpus_index.search.fulltext import written
from corpus_index.search.query import Word
from corpus_index.search.words import says_nothing

_WORD = re.compile(r"[^\W_]{3,}")
_SAME_WORD = 5
"""Words that agree in so many first letters are forms of one."""
_MOST_WORDS = 16
_RARE_WORD = 200
"""A word is rare where at most one paper of so many has it."""
_RARE_NAME, _FEW = 20, 8
"""A name is rare where at most one paper of so many has it, or a few papers have it at all."""
_MOST_PAPERS = 100
_LEAST_SHARE, _LEAST_WORDS = 0.1, 2
"""Less of the paper's own score, or fewer of its words, is no likeness."""


def alike(connection: sqlite3.Connection, paper: int) -> dict[int, Reason]:
    """The papers that are most like a paper, by their rows; the score is the share of what the paper itself has."""
    words = _rare_words(connection, paper)
    expression = some_text_of(words)
    if expression is None:
        return {}
    rows = connection.execute(
        "SELECT rowid, -bm25(papers_fts) AS score FROM papers_fts WHERE papers_fts MATCH ?"
        " ORDER BY bm25(papers_fts), rowid LIMIT ?",
        (written(expression), _MOST_PAPERS),
    ).fetchall()
    own = next((row["score"] for row in rows if row["rowid"] == paper), 0.0)
    found = {}
    for row in rows:
        share = row["score"] / own if own > 0 else 0.0
        if row["rowid"] != paper and share >= _LEAST_SHARE:
            shared = tuple(word.text for word in words if _has(connection, row["rowid"], word))
            if len(shared) >= _LEAST_WORDS:
                found[row["rowid"]] = Reason(tie=Tie.WORDS, names=shared, score=round(min(share, 1.0), 4))
    return found


def _rare_words(connection: sqlite3.Connection, paper: int) -> list[Word]:
    """The words that tell a paper from others: frequent in it and rare in the index (tf-idf), the best first."""
    papers, title, text = connection.execute(
        "SELECT (SELECT count(*) FROM papers), title, COALESCE(abstract, summary) FROM papers WHERE id = ?", (paper,)
    ).fetchone()
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for word in _WORD.findall(f"{title} {text}"):
        if says_nothing(word) or word.isdecimal():
            continue
        stem = word if _is_name(word) else word.casefold().removesuffix("s")[:_SAME_WORD]
        counts[stem] += 1
        # A capital may come from the beginning of a sentence.
        if stem not in forms or (word.islower() and not forms[stem].islower()):
            forms[stem] = word
    weights = {}
    for stem, word in forms.items():
        most = max(_FEW, papers // _RARE_NAME) if _is_name(word) else papers // _RARE_WORD
        having = _papers_with(connection, Word(word), most + 1)
        if 1 < having <= most:
            weights[stem] = (1 + math.log(counts[stem])) * math.log(1 + papers / having)
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:_MOST_WORDS]
    return [Word(forms[stem]) for stem in best]


def _is_name(word: str) -> bool:
    """Whether a word has the shape of a name: a capital or a digit behind its first letter (`MoE`, `Qwen2`)."""
    return any(char.isupper() or char.isdigit() for char in word[1:])


def _papers_with(connection: sqlite3.Connection, word: Word, most: int) -> int:
    """How many papers have the word, counted up to `most`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM papers_fts WHERE papers_fts MATCH ? LIMIT ?)"
    count: int = connection.execute(sql, (written(text_of(word)), most)).fetchone()[0]
    return count


def _has(connection: sqlite3.Connection, paper: int, word: Word) -> bool:
    sql = "SELECT 1 FROM papers_fts WHERE papers_fts MATCH ? AND rowid = ?"
    return connection.execute(sql, (written(text_of(word)), paper)).fetchone() is not None
