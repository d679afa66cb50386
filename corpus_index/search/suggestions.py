"""Other words for a query that finds nothing: those of the index that are spelled most like it."""

import re
import sqlite3
from dataclasses import replace

from corpus_index.search import fulltext
from corpus_index.search.query import Phrase, Query, Word, all_of, conjuncts

_TOKEN = re.compile(r"[^\W_]+")
_CANDIDATES = 40
_LEAST_LIKENESS = 72.0
_MOST_WORDS = 8
"""Words of a query that are looked up; each is compared with the whole vocabulary."""


def corrected(connection: sqlite3.Connection, query: Query) -> Query | None:
    """Replace words that are nowhere in the index by the likeliest that are; `None` where there is none."""
    parts = conjuncts(query)
    changed = False
    for index, part in enumerate(parts[:_MOST_WORDS]):
        if isinstance(part, Word) and not part.prefix:
            text = _corrected_text(connection, part.text)
            if text is not None:
                parts[index] = replace(part, text=text)
                changed = True
        elif isinstance(part, Phrase):
            words = [_corrected_text(connection, word) or word for word in part.text.split()[:_MOST_WORDS]]
            if words != part.text.split():
                parts[index] = Phrase(" ".join(words))
                changed = True
    return all_of(parts) if changed else None


def _corrected_text(connection: sqlite3.Connection, text: str) -> str | None:
    """Correct each token of a word that no paper has; `None` where nothing is to correct, or nothing is like it."""
    spelled = text
    for token in _TOKEN.findall(text):
        known = connection.execute(
            "SELECT 1 FROM papers_fts WHERE papers_fts MATCH ? LIMIT 1", (fulltext.match(Word(token)),)
        ).fetchone()
        if known or len(token) < 3:
            continue
        better = _nearest(connection, token)
        if better is None:
            return None
        spelled = spelled.replace(token, better)
    return None if spelled == text else spelled


def _nearest(connection: sqlite3.Connection, token: str) -> str | None:
    # Imported here, because a search that finds something must not pay for it.
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    wanted = token.casefold()
    stems = [stem for (stem,) in connection.execute(f"SELECT term FROM {_vocabulary(connection, 'row')}")]  # noqa: S608
    near = process.extract(wanted, stems, scorer=fuzz.ratio, limit=_CANDIDATES, score_cutoff=50)
    words = {word for stem, _, _ in near for word in _printed(connection, stem)}
    scored = sorted((-100 * OSA.normalized_similarity(wanted, word.casefold()), word) for word in words)
    return scored[0][1] if scored and -scored[0][0] >= _LEAST_LIKENESS else None


def _printed(connection: sqlite3.Connection, stem: str) -> list[str]:
    """Words of the index that have this stem, as printed; FTS5 keeps their stems and where they stand."""
    rows = connection.execute(
        f"SELECT doc, col, offset FROM {_vocabulary(connection, 'instance')} WHERE term = ? LIMIT 3",  # noqa: S608
        (stem,),
    ).fetchall()
    found = []
    for doc, column, offset in rows:
        # FTS5 gives the name of the column; it comes from the schema, not from a page.
        text = connection.execute(f'SELECT "{column}" FROM papers WHERE id = ?', (doc,)).fetchone()[0]  # noqa: S608
        tokens = _TOKEN.findall(text or "")
        if offset < len(tokens) and tokens[offset].casefold()[:2] == stem[:2]:
            found.append(tokens[offset].casefold())
    return found


def _vocabulary(connection: sqlite3.Connection, kind: str) -> str:
    """Make FTS5's own list of terms readable, in the connection's temporary database only."""
    name = f"temp.papers_fts_terms_{kind}"
    read_only = connection.execute("PRAGMA query_only").fetchone()[0]
    # A connection that only asks refuses even temporary tables; the file itself stays as it is.
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab(main, papers_fts, {kind})")
    finally:
        connection.execute(f"PRAGMA query_only = {read_only}")
    return name
