"""The front door of searching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus_index.domain.dataclass import replace
from corpus_index.domain.hit import Hit, SearchAnswer
from corpus_index.domain.unspaced import is_unspaced
from corpus_index.domain.wording import counted
from corpus_index.search.engines import engine_of
from corpus_index.search.expression import any_of, some_text_of
from corpus_index.search.highlighting import Highlighted, highlighted
from corpus_index.search.parser import parse
from corpus_index.search.passages import Sought, passages
from corpus_index.search.query import Field, Word, wanted_terms
from corpus_index.search.ranking import Match, Ranked, matching_keys, rank
from corpus_index.search.words import says_nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from corpus_index.embedding import Encoder
    from corpus_index.search.engine import Engine
    from corpus_index.search.index import Index


def search(store: Index, text: str, limit: int = 10, encoder: Encoder | None = None) -> SearchAnswer:
    """Answer a query with at most `limit` papers, best first; the same index gives the same answer.

    With an encoder, papers are searched for by meaning too, for which the index must have its vectors.
    Text of a query that is unknown or malformed is searched for literally; `SearchAnswer.notes` say so.
    """
    engine = engine_of(store.connection)
    ranked = _ranked(engine, store, text, limit, encoder)
    notes = [*([engine.note] if engine.note else []), *ranked.reading.notes, *_notes_on(ranked)]
    sought = _sought(ranked)
    evidence = _evidence(store.connection, ranked)
    texts = highlighted(store.connection, [match.id for match in ranked.matches], sought.expression)
    hits = []
    for match in ranked.matches:
        hit, from_summary = _hit(match, texts[match.id], replace(sought, evidence=evidence.get(match.id, ())))
        hits.append(hit)
        if from_summary:
            notes.append(f"{match.key}: the passage shown is from a summary, not from the abstract")
    return SearchAnswer(query=text, total=ranked.total, hits=tuple(hits), notes=tuple(notes))


def ranking(store: Index, text: str, limit: int = 10, encoder: Encoder | None = None) -> Ranked:
    """Answer a query as `search` does, with the papers alone."""
    return _ranked(engine_of(store.connection), store, text, limit, encoder)


def _ranked(engine: Engine, store: Index, text: str, limit: int, encoder: Encoder | None) -> Ranked:
    if encoder is None:
        return rank(engine, parse(text), limit)
    # Imported here, because it needs numpy.
    from corpus_index.search.fusion import DEPTH, fused

    return fused(store, rank(engine, parse(text), max(limit, DEPTH)), encoder, limit)


def matching(store: Index, text: str) -> tuple[str, ...]:
    """Keys of all papers that match the whole query or that it names, sorted; for a query without content, none."""
    return matching_keys(engine_of(store.connection), parse(text))


def _sought(ranked: Ranked) -> Sought:
    """What passages are chosen for, but for the evidence of scores."""
    terms = wanted_terms(ranked.reading.query)
    texts = [(term.term if isinstance(term, Field) else term).text for term in terms]
    telling = [term for term in terms if not (isinstance(term, Word) and says_nothing(term.text))]
    wanted = some_text_of(telling or terms)
    expression = any_of([wanted, *ranked.others] if wanted else ranked.others)
    unspaced = [text for text in texts if is_unspaced(text)]
    return Sought(expression, unspaced, [text for text in texts if text not in unspaced])


def _evidence(connection: sqlite3.Connection, ranked: Ranked) -> Mapping[int, Sequence[str]]:
    """What the papers say of the scores that are asked for."""
    query = ranked.reading.query
    if query is None or not any(isinstance(term, Field) and term.name == "score" for term in wanted_terms(query)):
        return {}
    # Imported here, because a query of words must not pay for it.
    from corpus_index.search.evidence import score_evidence

    return score_evidence(connection, query, [match.id for match in ranked.matches])


def _hit(match: Match, texts: Highlighted, sought: Sought) -> tuple[Hit, bool]:
    found = passages(texts, sought)
    hit = Hit(
        key=match.key,
        title=match.title,
        title_inferred=match.title_inferred,
        score=match.score,
        snippets=found.snippets,
    )
    return hit, found.from_summary


def _notes_on(ranked: Ranked) -> list[str]:
    notes = [f"did you mean: {ranked.reading.query}"] if ranked.corrected else []
    if ranked.offered:
        notes.append(f"did you mean: {ranked.offered} (not searched for, as papers have each word as it is)")
    if ranked.by_author:
        have = counted(ranked.by_author, "paper has", "papers have")
        notes.append(f"{have} words of the query in the names of authors; author:NAME looks for these alone")
    if ranked.without_vector:
        lack = counted(ranked.without_vector, "paper has no vector", "papers have no vectors")
        notes.append(f"{lack} yet and can be found by words only; make them: papers reindex --semantic")
    if ranked.whole == ranked.total or any(match.both for match in ranked.matches):
        return notes
    if not ranked.whole:
        return [*notes, "no paper has all words of the query; these have some of them"]
    have = counted(ranked.whole, "paper has", "papers have")
    return [*notes, f"{have} all words of the query; the rest have some of them"]
