"""Other words for a query that finds nothing: those of the index that are spelled most like it."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Protocol, TypeGuard

from corpus_index.domain.dataclass import dataclass, replace
from corpus_index.search.engine import Engine
from corpus_index.search.expression import Text
from corpus_index.search.query import Field, Phrase, Query, Word, all_of, conjuncts
from corpus_index.search.words import tokens
from corpus_index.store.author_words import author_words

_MOST_WORDS = 12
"""Words of a query that are looked up."""
_SHORTEST = 4
"""Fewer letters than this are like too many words."""
_MOST_SLIPS = 0.28
"""Of a correction, for each letter that was typed: one in four, two in eight."""
_CANDIDATES = 8
"""Words of which it is counted how common they are."""
_DOUBTFUL = 3
"""A word in as few papers as this may be somebody else's slip, where a much commoner word is one letter away."""
_MUCH = 30
"""How many times commoner that word is."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """A query with other words for those that are `nowhere` in the index; and with others for `rare` words too, which
    may be slips of somebody else, and which only a person can tell. `None` where nothing is to be changed."""

    nowhere: Query | None
    rare: Query | None


class _Vocabulary(Protocol):
    """Words, and how many papers have each."""

    def between(self, first: str, end: str) -> Iterable[str]: ...

    def papers(self, word: str, most: int = -1) -> int: ...


@dataclass(frozen=True, slots=True)
class _OfTexts:
    engine: Engine

    def between(self, first: str, end: str) -> Iterable[str]:
        sql = "SELECT word FROM vocabulary WHERE word >= ? AND word < ?"
        return (word for (word,) in self.engine.connection.execute(sql, (first, end)))

    def papers(self, word: str, most: int = -1) -> int:
        return self.engine.count(Text(word), most=most)


@dataclass(frozen=True, slots=True)
class _OfAuthors:
    engine: Engine

    def between(self, first: str, end: str) -> Iterable[str]:
        return author_words(self.engine.connection, first, end)

    def papers(self, word: str, most: int = -1) -> int:  # noqa: ARG002  counted already
        return author_words(self.engine.connection, word, word + "\0").get(word, 0)


def corrections(engine: Engine, query: Query) -> Corrections:
    """Replace words of a query by the likeliest that the index has."""
    parts = conjuncts(query)
    known, likely = list(parts), list(parts)
    for index, part in enumerate(parts[:_MOST_WORDS]):
        if _is_plain(part):
            words = [_corrected_word(engine, word) for word in part.text.split()[:_MOST_WORDS]]
            known[index] = replace(part, text=" ".join(nowhere for nowhere, _ in words))
            likely[index] = replace(part, text=" ".join(rare for _, rare in words))
    return Corrections(
        nowhere=None if known == parts else all_of(known),
        rare=None if likely in (parts, known) else all_of(likely),
    )


def likelier(engine: Engine, query: Query, better: Corrections) -> Iterator[Query]:
    """Queries to try instead, one by one: with words corrected that are nowhere, then also names of authors."""
    if better.nowhere:
        yield better.nowhere
    if named := _with_authors(engine, query):
        yield named


def _with_authors(engine: Engine, query: Query) -> Query | None:
    """Replace words that are in no text and in no name of an author, and those of `author:`, by words of such names."""
    parts = conjuncts(query)
    named = list(parts)
    for index, part in enumerate(parts[:_MOST_WORDS]):
        if _is_plain(part):
            named[index] = replace(part, text=_corrected_name(engine, part.text, or_in_texts=True))
        elif isinstance(part, Field) and part.name == "author" and _is_plain(part.term):
            name = _corrected_name(engine, part.term.text, or_in_texts=False)
            named[index] = replace(part, term=replace(part.term, text=name))
    return None if named == parts else all_of(named)


def _is_plain(part: Query) -> TypeGuard[Word | Phrase]:
    return isinstance(part, Phrase) or (isinstance(part, Word) and not part.prefix)


def _corrected_name(engine: Engine, text: str, *, or_in_texts: bool) -> str:
    authors = _OfAuthors(engine)
    for token in tokens(text)[:_MOST_WORDS]:
        known = (or_in_texts and engine.count(Text(token), most=1)) or authors.papers(token)
        if len(token) >= _SHORTEST and not known:
            better = _nearest(engine, authors, token, 0)
            text = text if better is None else _with(text, token, better)
    return text


def _corrected_word(engine: Engine, text: str) -> tuple[str, str]:
    """A word with each token corrected that no paper has, and with each that few papers have.

    It stays as it is where a token that no paper has is like no other.
    """
    known = likely = text
    for token in tokens(text):
        if len(token) < _SHORTEST:
            continue
        papers = engine.count(Text(token), most=_DOUBTFUL + 1)
        if papers > _DOUBTFUL:
            continue
        better = _nearest(engine, _OfTexts(engine), token, papers)
        if better is not None:
            likely = _with(likely, token, better)
            known = known if papers else _with(known, token, better)
        elif not papers:
            return text, text
    return known, likely


def _with(text: str, token: str, better: str) -> str:
    return re.sub(re.escape(token), better, text, flags=re.IGNORECASE)


def _nearest(engine: Engine, words: _Vocabulary, wanted: str, papers: int) -> str | None:
    """The one of the words that is most like this one, of several the commonest; `None` where none is like it.

    Words are compared by optimal string alignment, which counts two letters that changed places as one slip (Damerau,
    "A technique for computer detection and correction of spelling errors", 1964). `papers` have the word as it is.
    """
    slips = 1 if papers else max(1, int(len(wanted) * _MOST_SLIPS))
    # Most slips leave the first letters as they are (Pollock and Zamora, "Automatic spelling correction in scientific
    # and scholarly text", 1984): the words that begin otherwise are looked at only where there is no other.
    for begins in ({wanted[:2]}, {wanted[1::-1], wanted[1:3], wanted[0] + wanted[2]}):
        near = _near(engine, words, wanted, slips, begins)
        found = {word: words.papers(word) for word in near}
        best = min(near, key=lambda word: (-found[word], len(word), word), default=None)
        if best is not None and found[best] > papers * _MUCH:
            return best
    return None


def _near(engine: Engine, words: _Vocabulary, wanted: str, slips: int, begins: Collection[str]) -> list[str]:
    """Words with the fewest slips, and not more than `slips`, of those with one of the beginnings."""
    # Imported here, because a search that finds something must not pay for it.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = [
        word
        for begin in sorted(begins)
        for word in words.between(begin, begin[:-1] + chr(ord(begin[-1]) + 1))
        if word != wanted and abs(len(word) - len(wanted)) <= slips
    ]
    near = process.extract(wanted, known, scorer=OSA.distance, score_cutoff=slips, limit=_CANDIDATES)
    closest = [word for word, distance, _ in near if distance == near[0][1]]
    return [word for word in closest if len(wanted) > _SHORTEST or not _is_another(engine, wanted, word)]


def _is_another(engine: Engine, wanted: str, word: str) -> bool:
    """Whether a short word with one letter replaced is another word (`bert`, `best`), and not the name of something."""
    if len(word) != len(wanted) or sorted(word) == sorted(wanted):
        return False
    return not engine.connection.execute("SELECT 1 FROM names WHERE family = ? LIMIT 1", (word,)).fetchone()
