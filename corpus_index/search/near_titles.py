"""Titles that are like a query: what is meant where each word of it is known, and no paper has them all."""

from corpus_index.search.engine import Engine
from corpus_index.search.expression import Some, Text
from corpus_index.search.fulltext import written
from corpus_index.search.query import Query, Word, all_of, conjuncts
from corpus_index.search.words import tokens

_FEWEST_WORDS, _MOST_WORDS = 3, 20
_MOST_PAPERS = 5_000
"""Papers with the rarest words of the query, together, that are looked up: 1 µs each."""
_TITLES = 100
"""Titles that are compared, those first that have the rarest words."""
_LIKE = 85.0
"""Least likeness, from 0 to 100, to a title or to a part of one: two slips in twenty letters come to about 90."""

_SHARING = (
    "SELECT title FROM papers WHERE id IN "
    "(SELECT rowid FROM paper_heads WHERE paper_heads MATCH ? ORDER BY rank LIMIT ?) ORDER BY id"
)


def like_title(engine: Engine, query: Query) -> Query | None:
    """The words of the title, or of the part of a title, that is most like a query of words alone; `None` where none is
    like it, or where it has the very words.
    """
    words = [part for part in conjuncts(query) if isinstance(part, Word) and not part.prefix]
    asked = tokens(" ".join(word.text for word in words))
    if len(words) < len(conjuncts(query)) or not _FEWEST_WORDS <= len(asked) <= _MOST_WORDS:
        return None
    telling = _rarest(engine, asked)
    if not telling:
        return None
    # Imported here, because a search that finds something must not pay for it.
    from rapidfuzz import fuzz

    sharing = Some(tuple(Text(token, columns=("title",)) for token in telling))
    best, meant = _LIKE, asked
    for (title,) in engine.connection.execute(_SHARING, (written(sharing), _TITLES)):
        known = tokens(title)
        for at in range(max(1, len(known) - len(asked) + 1)):
            part = known[at : at + len(asked)]
            likeness = fuzz.ratio(" ".join(asked), " ".join(part), score_cutoff=best)
            if likeness > best:
                best, meant = likeness, part
    return None if meant == asked else all_of([Word(token) for token in meant])


def _rarest(engine: Engine, asked: list[str]) -> list[str]:
    """The rarest of the words that some paper has, as many as are in no more papers together than are looked up."""
    papers = {token: engine.count(Text(token), most=_MOST_PAPERS + 1) for token in asked}
    telling: list[str] = []
    left = _MOST_PAPERS
    for token in sorted(papers, key=lambda token: (papers[token], token)):
        left -= papers[token]
        if papers[token] and left >= 0:
            telling.append(token)
    return telling
