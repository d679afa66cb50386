"""How a query was read, and what each hit owes to each part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from corpus_index.domain.explanation import Explanation, ReadTerm, Share, Why
from corpus_index.domain.folding import fold
from corpus_index.domain.unspaced import is_unspaced
from corpus_index.embedding import Encoder
from corpus_index.search.answer import ranking
from corpus_index.search.condition import condition
from corpus_index.search.engine import Engine
from corpus_index.search.engines import engine_of
from corpus_index.search.expression import Text, leaves, some_text_of, text_of, within
from corpus_index.search.index import Index
from corpus_index.search.name_matching import in_person
from corpus_index.search.query import And, Field, Not, Or, Phrase, Query, Term, Word, wanted_terms
from corpus_index.search.ranking import Match, Tier
from corpus_index.search.relevance import COLUMNS
from corpus_index.search.wanted import Wanted, wanted
from corpus_index.search.words import says_nothing, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

ASKS = {
    "title": "in the title",
    "abstract": "in the abstract",
    "author": "an author's name",
    "venue": "where it was published",
    "publication": "what else a reference says of it",
    "year": "a year or years",
    "model": "a model that is named, or a variant of it",
    "bench": "a benchmark that is named",
    "method": "a method that is introduced or named",
    "score": "a score that is stated",
    "kind": "what is introduced, or what pages give",
    "has": "what is known",
    "key": "the citation key",
    "id": "an identifier",
    "page": "in the name of the page",
    "source": "the kind of page, or a record",
    "cites": "a paper that is cited or built on",
    "cited-by": "a paper that cites or builds on it",
    "tag": "a tag of yours",
    "note": "in your note",
    "status": "how far you have read it",
}
"""What each field asks for."""


_TIERS = {Tier.PART: "part", Tier.WHOLE: "whole", Tier.NAMED: "named"}


def explain(store: Index, text: str, limit: int = 10, encoder: Encoder | None = None) -> Explanation:
    """Explain what `search` answers to the same query. Raises `QueryError`."""
    engine = engine_of(store.connection)
    ranked = ranking(store, text, limit, encoder)
    connection, query = store.connection, ranked.reading.query
    asked = Wanted() if query is None else wanted(connection, query)
    why: list[Why] = []
    for tier in _TIERS:
        matches = [match for match in ranked.matches if match.tier == tier]
        why += _whys(engine, matches, _parts(asked, query, tier, ranked.passed_over), ranked.reading.plain_text)
    order = {match.key: number for number, match in enumerate(ranked.matches)}
    return Explanation(
        read="" if query is None else str(query),
        terms=tuple(_read(connection, term, left_out=left_out) for term, left_out in _leaves(query)),
        also=tuple(map(str, asked.others)),
        passed_over=ranked.passed_over,
        engine=engine.name,
        newest=ranked.newest,
        why=tuple(sorted(why, key=lambda each: order[each.key])),
    )


def _leaves(query: Query | None, *, left_out: bool = False) -> Iterator[tuple[Term, bool]]:
    """The terms of a query in their order, and whether each is left out."""
    if isinstance(query, Not):
        yield from _leaves(query.part, left_out=not left_out)
    elif isinstance(query, (And, Or)):
        for part in query.parts:
            yield from _leaves(part, left_out=left_out)
    elif query is not None:
        yield query, left_out


def _read(connection: sqlite3.Connection, term: Term, *, left_out: bool) -> ReadTerm:
    fits = condition(connection, term)
    sql = f"SELECT count(*) FROM papers WHERE {fits.sql}"  # noqa: S608  made of constants
    papers: int = connection.execute(sql, fits.values).fetchone()[0]
    return ReadTerm(text=str(term), asks=_asks(term), left_out=left_out, papers=papers)


def _asks(term: Term) -> str:
    if isinstance(term, Field):
        return ASKS[term.name]
    if is_unspaced(term.text):
        return "anywhere in the text"
    if len(tokens(term.text)) > 1:
        return "words next to each other"
    if isinstance(term, Phrase):
        return "a word, in any form"
    if term.prefix:
        return "words that begin so"
    return "a word that says little" if says_nothing(term.text) else "a word, in any form"


def _parts(asked: Wanted, query: Query | None, tier: int, passed_over: Collection[str]) -> list[Text]:
    """The texts of which the relevance of papers of this tier is the sum."""
    if tier == Tier.PART:
        words = [text_of(word) for word in asked.words if word.text not in passed_over]
        return [*(text for held in asked.held for text in leaves(held)), *words, *asked.others]
    # BM25 adds up over the texts of an expression, however they are joined.
    whole = asked.whole or some_text_of(wanted_terms(query))
    return list(leaves(whole)) if whole else []


def _whys(engine: Engine, matches: Sequence[Match], parts: Sequence[Text], plain_text: str | None) -> Iterator[Why]:
    ids = [match.id for match in matches]
    scores = [engine.scores(part, ids) for part in parts]
    columns = {
        (part, column): engine.scores(within((column,), part), ids)
        for part in dict.fromkeys(parts)
        for column in COLUMNS
    }
    for match in matches:
        found = [(part, of[match.id]) for part, of in zip(parts, scores, strict=True) if match.id in of]
        lacks = tuple(dict.fromkeys(part for part in parts if part not in dict(found)))
        yield Why(
            key=match.key,
            tier=_TIERS[match.tier],
            named_by=_named_by(engine.connection, match, plain_text or "") if match.tier == Tier.NAMED else None,
            relevance=round(match.relevance, 4),
            shares=tuple(
                Share(
                    text=str(part),
                    columns=tuple(column for column in COLUMNS if match.id in columns[part, column]),
                    score=round(score, 4),
                )
                for part, score in found
            ),
            lacks=tuple(map(str, lacks)),
            authors=_authors(engine.connection, match, lacks) if match.tier == Tier.WHOLE else (),
            typed=round(match.typed, 4),
            neighbours=round(match.neighbours, 4),
            cited=round(match.cited, 4),
            both=match.both,
        )


def _authors(connection: sqlite3.Connection, match: Match, lacks: Sequence[Text]) -> tuple[str, ...]:
    """The authors of a paper with a text in their names that the paper itself lacks."""
    sql = "SELECT name FROM paper_authors WHERE paper_id = ? ORDER BY position"
    names = [name for (name,) in connection.execute(sql, (match.id,))] if lacks else []
    return tuple(name for name in names if any(in_person(name, Word(lack.text, lack.prefix)) for lack in lacks))


def _named_by(connection: sqlite3.Connection, match: Match, text: str) -> str:
    """What the text is of the paper: the name that it introduces, its title, its key."""
    sql = "SELECT name FROM names WHERE paper_id = ? AND folded = ? AND role IN ('introduces', 'long')"
    row = connection.execute(sql, (match.id, fold(text))).fetchone()
    if row:
        return f"{row[0]}, which it introduces"
    if fold(text) == fold(match.title):
        return "its title"
    return "its key" if text.casefold() == match.key.casefold() else "another spelling, a former key or an identifier"
