"""The front door of searching."""

import sqlite3
from typing import Protocol

from corpus_index.domain.hit import Hit, SearchAnswer
from corpus_index.domain.wording import counted
from corpus_index.search import fulltext
from corpus_index.search.parser import Reading, parse
from corpus_index.search.passages import passages
from corpus_index.search.query import Field, Query, wanted_terms
from corpus_index.search.ranking import Match, Ranked, matching_keys, rank
from corpus_index.search.unspaced import is_unspaced


class Index(Protocol):
    """What is searched: anything with a connection to a database of papers."""

    @property
    def connection(self) -> sqlite3.Connection: ...


def search(store: Index, text: str, limit: int = 10) -> SearchAnswer:
    """Answer a query with at most `limit` papers, best first; the same index gives the same answer.

    Text of a query that is unknown or malformed is searched for literally; `SearchAnswer.notes` say so.
    """
    reading = parse(text)
    ranked = rank(store.connection, reading, limit)
    notes = list(reading.notes)
    if reading.query is not None:
        notes.extend(_notes_on(ranked))
        if not ranked.whole and (better := _did_you_mean(store.connection, reading.query)):
            notes.append(f"did you mean: {better}")
    hits = []
    for match in ranked.matches:
        hit, from_summary = _hit(store.connection, match, reading)
        hits.append(hit)
        if from_summary:
            notes.append(f"{match.key}: the passage shown is from a summary, not from the abstract")
    return SearchAnswer(query=text, total=ranked.total, hits=tuple(hits), notes=tuple(notes))


def matching(store: Index, text: str) -> tuple[str, ...]:
    """Keys of all papers that match the whole query, sorted; for a query without content, none."""
    query = parse(text).query
    return () if query is None else matching_keys(store.connection, query)


def _hit(connection: sqlite3.Connection, match: Match, reading: Reading) -> tuple[Hit, bool]:
    terms = wanted_terms(reading.query)
    literal = [text for term in terms if is_unspaced(text := (term.term if isinstance(term, Field) else term).text)]
    found = passages(connection, match.id, fulltext.match_any(terms), literal)
    hit = Hit(
        key=match.key,
        title=match.title,
        title_inferred=match.title_inferred,
        score=match.score,
        snippets=found.snippets,
    )
    return hit, found.from_summary


def _notes_on(ranked: Ranked) -> list[str]:
    if ranked.whole == ranked.total:
        return []
    if not ranked.whole:
        return ["no paper has all words of the query; these have some of them"]
    return [f"{counted(ranked.whole, 'paper has', 'papers have')} all words of the query; the rest have some of them"]


def _did_you_mean(connection: sqlite3.Connection, query: Query) -> str | None:
    # Imported here, because a search that finds something must not pay for it.
    from corpus_index.search.suggestions import corrected

    better = corrected(connection, query)
    return str(better) if better is not None and matching_keys(connection, better) else None
