"""Which papers match, and in what order.

Papers that the query names come first, then papers with all its words, then papers with some of them; within each of
these the order is that of `relevance.py` and `refining.py`, and last the key, so that it never varies. All words before
some of them loses nothing: on the five judged collections of `bench/ranking.py` it was as good as one order by BM25 or
better, while demanding more words than one of partial matches lost a tenth.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence

from corpus_index.domain.dataclass import dataclass, replace
from corpus_index.domain.hit import ByBoth
from corpus_index.search.clause import Condition, fulfilling
from corpus_index.search.expression import Expression, Text, all_of, any_of, some_text_of, text_of, within
from corpus_index.search.fulltext import written
from corpus_index.search.introductions import introduced_by
from corpus_index.search.parser import Reading
from corpus_index.search.query import Query, Word, wanted_terms
from corpus_index.search.refining import WINDOW, refined
from corpus_index.search.wanted import Wanted, wanted
from corpus_index.store.listed import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from corpus_index.search.engine import Engine

PAGE = 10
"""Papers with some of the words are looked for where fewer than these, or than are asked for, have all of them."""


class Tier:
    """How much of the query a paper answers, as a number. No enum, which a search that must start at once pays for."""

    PART, WHOLE, NAMED = range(3)


@dataclass(frozen=True, slots=True)
class Match:
    """A paper's row, its tier, its relevance (0 or more, comparable within a tier), and which part of the words stands
    there `as_typed`. What of the relevance comes from that, from neighbouring words and from papers that build on it;
    `both` is for a search by meaning too, and then gives the score."""

    id: int
    key: str
    title: str
    title_inferred: bool
    tier: int
    relevance: float
    as_typed: float = 0.0
    typed: float = 0.0
    neighbours: float = 0.0
    cited: float = 0.0
    both: ByBoth | None = None

    @property
    def score(self) -> float:
        """2 to 3 where the query names the paper, 1 to 2 with all words, below 1 with a part or by meaning too."""
        if self.both is not None:
            return self.both.score
        return round(self.tier + self.relevance / (self.relevance + 10), 4)


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best matches of `reading`, the query as it was read, and in the end `corrected` where it matched nothing;
    `offered` is another one where it still does.

    `whole` counts all papers that match the query in whole or that it names, `total` also those that have some of its
    words, as far as these are offered. `passed_over` are words so common in the index that papers with some of the
    words were chosen without them. `others` are other spellings, which matched as well. Where more papers match in
    whole than are scored, `newest` of them were. Of those that match in whole, `by_author` do by the name of an author.
    In a search by meaning too, papers `without_vector` were found by words only.
    """

    reading: Reading
    matches: tuple[Match, ...]
    total: int
    whole: int
    corrected: bool = False
    offered: Query | None = None
    passed_over: tuple[str, ...] = ()
    others: tuple[Text, ...] = ()
    newest: int | None = None
    by_author: int = 0
    without_vector: int = 0


@dataclass(frozen=True, slots=True)
class _Whole:
    """What was asked, the papers that it names and the best that match in whole, and how many there are of both, and
    of those that match by the name of an author."""

    reading: Reading
    asked: Wanted
    named: dict[int, float]
    rest: dict[int, float]
    amount: int
    by_author: int


def rank(engine: Engine, reading: Reading, limit: int) -> Ranked:
    """Find and order the papers that match.

    Of a query that no paper matches in whole, words that are nowhere in the index are corrected, if some paper matches
    the other query, and for words in a few papers another query is offered; else quotations that no paper has are
    searched for by their words.
    """
    if reading.query is None or limit < 1:
        return Ranked(reading, (), 0, 0)
    limit = min(limit, sys.maxsize // 2)
    most = max(limit, WINDOW)
    query = reading.query
    found = _whole(engine, reading, query, most)
    offered = None
    if not found.amount:
        other, offered = _corrected(engine, reading, query, most)
        found = other or found
    if not found.amount and (loose := _unquoted(engine, query)):
        reading = replace(reading, query=loose[0], misread=(*reading.misread, *loose[1]))
        found = _whole(engine, reading, loose[0], most)
    asked = found.asked
    matches = _matches(engine.connection, asked.words, found.named, Tier.NAMED, limit)
    matches += _whole_matches(engine, found, limit - len(matches))
    answer = Ranked(
        found.reading,
        tuple(matches),
        total=found.amount,
        whole=found.amount,
        corrected=found.reading is not reading,
        offered=offered if not found.amount else None,
        others=asked.others,
        by_author=found.by_author,
    )
    if found.amount >= max(limit, PAGE) or not asked.divisible:
        many = asked.whole and found.amount > engine.most_scored
        return replace(answer, newest=engine.most_scored) if many else answer
    words, passed_over = _affordable(engine, asked)
    some, parts = _part(engine, asked, words, found.named.keys() | found.rest.keys(), most)
    matches += _matches(engine.connection, asked.words, some, Tier.PART, limit - len(matches))
    return replace(answer, matches=tuple(matches), total=found.amount + parts, passed_over=passed_over)


def _unquoted(engine: Engine, query: Query) -> tuple[Query, list[str]] | None:
    # Imported here, because a search that finds something must not pay for it.
    from corpus_index.search.quotations import unquoted

    return unquoted(engine, query)


def _corrected(engine: Engine, reading: Reading, query: Query, most: int) -> tuple[_Whole | None, Query | None]:
    """What is found with words corrected that are nowhere in the index, and what may be meant with known ones."""
    # Imported here, because a search that finds something must not pay for it.
    from corpus_index.search.near_titles import like_title
    from corpus_index.search.suggestions import corrections, likelier

    better = corrections(engine, query)
    for corrected in likelier(engine, query, better):
        found = _whole(engine, replace(reading, query=corrected), corrected, most)
        if found.amount:
            return found, None
    return None, like_title(engine, query) or better.rare


def matching_keys(engine: Engine, reading: Reading) -> tuple[str, ...]:
    """Keys of the papers that match the whole query or that it names, by names of authors too as in `rank`, sorted."""
    if reading.query is None:
        return ()
    asked = wanted(engine.connection, reading.query)
    where = asked.where or Condition("1")
    values: tuple[str | int | float, ...] = where.values
    sql = f"SELECT id FROM papers WHERE ({where.sql})"  # noqa: S608  made of constants
    if asked.whole:
        sql += " AND id IN (SELECT rowid FROM papers_fts WHERE papers_fts MATCH ?)"
        values += (written(asked.whole),)
    found = {row[0] for row in engine.connection.execute(sql, values)}
    found |= introduced_by(engine, reading.plain_text, asked.where)
    found |= _by_authors(engine, asked, len(found)).keys()
    keys = "SELECT key FROM papers WHERE id IN (SELECT value FROM json_each(?)) ORDER BY key"
    return tuple(row[0] for row in engine.connection.execute(keys, (listed(found),)))


def _by_authors(engine: Engine, asked: Wanted, amount: int) -> dict[int, float]:
    """Papers that match by the name of an author, where no more than an `amount` below a page do without."""
    if amount >= PAGE or not asked.words:
        return {}
    # Imported here, because a search that finds enough must not pay for it.
    from corpus_index.search.heads import by_authors

    return by_authors(engine, asked)


def _whole(engine: Engine, reading: Reading, query: Query, most: int) -> _Whole:
    """Papers that the query names, and those that match it in whole, the best `most` of them."""
    asked = wanted(engine.connection, query)
    named = introduced_by(engine, reading.plain_text, asked.where)
    if asked.whole:
        found, amount = _by_text(engine, asked.whole, asked.where, most)
        elsewhere = named - found.keys()
        scored = engine.scores(asked.whole, elsewhere)
        found.update(scored)
        amount += len(elsewhere - scored.keys())
    else:
        found, amount = _by_condition(engine, asked.where or Condition("1"), query, most)
    first = {paper: found.pop(paper, 0.0) for paper in sorted(named)}
    scored = _by_authors(engine, asked, amount)
    authored = {paper: scored[paper] for paper in scored.keys() - first.keys() - found.keys()}
    rest = dict(sorted({**found, **authored}.items(), key=lambda item: (-item[1], item[0])))
    return _Whole(reading, asked, first, rest, amount + len(authored), len(authored))


def _whole_matches(engine: Engine, found: _Whole, limit: int) -> list[Match]:
    """The best papers that match in whole; where most of these have other forms of the words and there are many more,
    also the best with the very words in the title."""
    asked = found.asked
    matches = _matches(engine.connection, asked.words, found.rest, Tier.WHOLE, limit)
    other_forms = sum(match.as_typed < 1 for match in matches)
    all_seen = found.amount <= WINDOW or any(word.prefix for word in asked.words)
    if all_seen or not asked.words or other_forms * 2 <= len(matches):
        return matches
    from corpus_index.search.heads import titled

    papers = fulfilling(engine.connection, titled(engine.connection, asked.words), asked.where) - found.named.keys()
    better = {**engine.scores(asked.whole, papers), **found.rest}
    return _matches(engine.connection, asked.words, better, Tier.WHOLE, limit)


def _by_text(engine: Engine, whole: Expression, where: Condition | None, most: int) -> tuple[dict[int, float], int]:
    """Papers that have everything in their text, the best first, and how many there are.

    Where more match than are scored at once, those come first that have everything in the title or the names.
    """
    amount = engine.count(whole, where)
    if amount > engine.most_scored:
        found = engine.best(within(("title", "names"), whole), where, most)
        if len(found) == most:
            return found, amount
    return engine.best(whole, where, most) if amount else {}, amount


def _by_condition(engine: Engine, where: Condition, query: Query, most: int) -> tuple[dict[int, float], int]:
    """Papers for which nothing is asked of the text; those come first that nevertheless have the words of the query."""
    sql = f"SELECT id, COUNT(*) OVER () FROM papers WHERE {where.sql} ORDER BY key LIMIT ?"  # noqa: S608  constants
    words = some_text_of(wanted_terms(query))
    found = engine.best(words, where, most) if words else {}
    rows = engine.connection.execute(sql, (*where.values, most)).fetchall()
    rest = {row[0]: 0.0 for row in rows if row[0] not in found}
    return {**found, **rest}, rows[0][1] if rows else 0


def _affordable(engine: Engine, asked: Wanted) -> tuple[list[Word], tuple[str, ...]]:
    """The words of the query that papers with a part of it are scored by, and those that match too many papers."""
    if engine.most_scored == sys.maxsize:
        return list(asked.words), ()
    enough = engine.most_scored + 1
    papers = {word: engine.count(text_of(word), most=enough) for word in dict.fromkeys(asked.words)}
    kept: set[Word] = set()
    scored = 0
    for word in sorted(papers, key=lambda word: (papers[word], word.text)):
        scored += papers[word]
        if scored <= engine.most_scored or not any(papers[other] for other in kept):
            kept.add(word)
    return [word for word in asked.words if word in kept], tuple(word.text for word in papers if word not in kept)


def _part(
    engine: Engine, asked: Wanted, words: list[Word], known: Collection[int], most: int
) -> tuple[dict[int, float], int]:
    """Papers that have some of the words, best first and without those that are known, and how many are offered."""
    some = any_of([*map(text_of, words), *asked.others])
    expression = all_of([*asked.held, some] if some else asked.held)
    found = engine.best(expression, asked.where, most + len(known)) if expression else {}
    left = {paper: score for paper, score in found.items() if paper not in known}
    return dict(list(left.items())[:most]), min(len(left), most)


def _matches(
    connection: sqlite3.Connection, words: Sequence[Word], found: Mapping[int, float], tier: int, limit: int
) -> list[Match]:
    """The best of these papers, at most `limit`; papers of one relevance in the order of their keys."""
    if limit < 1 or not found:
        return []
    scored = refined(connection, words, found)
    rounded = {paper: round(score.relevance, 9) for paper, score in scored.items()}
    ordered = sorted(rounded, key=lambda paper: -rounded[paper])
    # The last score counts: which of several papers that share it are among the best is said by their keys.
    last = rounded[ordered[min(limit, len(ordered)) - 1]]
    kept = [paper for paper in ordered if rounded[paper] >= last]
    sql = "SELECT id, key, title, title_inferred FROM papers WHERE id IN (SELECT value FROM json_each(?))"
    matches = []
    for paper, key, title, inferred in connection.execute(sql, (listed(kept),)):
        of = scored[paper]
        more = of.as_typed, of.typed, of.neighbours, of.cited
        matches.append(Match(paper, key, title, bool(inferred), tier, rounded[paper], *more))
    return sorted(matches, key=lambda match: (-match.relevance, match.key))[:limit]
