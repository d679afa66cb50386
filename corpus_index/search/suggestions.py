"""Other words for a query that finds nothing: those of the index that are spelled most like it."""

import re
from collections.abc import Collection

from corpus_index.domain.dataclass import replace
from corpus_index.search.engine import Engine
from corpus_index.search.expression import Text
from corpus_index.search.query import Phrase, Query, Word, all_of, conjuncts
from corpus_index.search.words import tokens

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


def corrected(engine: Engine, query: Query) -> Query | None:
    """Replace words that are nowhere in the index by the likeliest that are; `None` where there is none."""
    parts = conjuncts(query)
    changed = False
    for index, part in enumerate(parts[:_MOST_WORDS]):
        if isinstance(part, Word) and not part.prefix:
            text = _corrected_text(engine, part.text)
            if text is not None:
                parts[index] = replace(part, text=text)
                changed = True
        elif isinstance(part, Phrase):
            words = [_corrected_text(engine, word) or word for word in part.text.split()[:_MOST_WORDS]]
            if words != part.text.split():
                parts[index] = Phrase(" ".join(words))
                changed = True
    return all_of(parts) if changed else None


def _corrected_text(engine: Engine, text: str) -> str | None:
    """Correct each token of a word that no paper has; `None` where nothing is to correct, or nothing is like it."""
    spelled = text
    for token in tokens(text):
        if len(token) < _SHORTEST:
            continue
        papers = engine.count(Text(token), most=_DOUBTFUL + 1)
        if papers > _DOUBTFUL:
            continue
        better = _nearest(engine, token, papers)
        if better is not None:
            spelled = re.sub(re.escape(token), better, spelled, flags=re.IGNORECASE)
        elif not papers:
            return None
    return None if spelled == text else spelled


def _nearest(engine: Engine, wanted: str, papers: int) -> str | None:
    """The word of the index that is most like this one, of several the commonest; `None` where none is like it.

    Words are compared by optimal string alignment, which counts two letters that changed places as one slip (Damerau,
    "A technique for computer detection and correction of spelling errors", 1964). `papers` have the word as it is.
    """
    slips = 1 if papers else max(1, int(len(wanted) * _MOST_SLIPS))
    # Most slips leave the first letters as they are (Pollock and Zamora, "Automatic spelling correction in scientific
    # and scholarly text", 1984): the words that begin otherwise are looked at only where there is no other.
    for begins in ({wanted[:2]}, {wanted[1::-1], wanted[1:3], wanted[0] + wanted[2]}):
        near = _near(engine, wanted, slips, begins)
        found = {word: engine.count(Text(word)) for word in near}
        best = min(near, key=lambda word: (-found[word], len(word), word), default=None)
        if best is not None and found[best] > papers * _MUCH:
            return best
    return None


def _near(engine: Engine, wanted: str, slips: int, begins: Collection[str]) -> list[str]:
    """Words of the vocabulary with the fewest slips, and not more than `slips`, of those with one of the beginnings."""
    # Imported here, because a search that finds something must not pay for it.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    sql = "SELECT word FROM vocabulary WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?"
    lengths = (len(wanted) - slips, len(wanted) + slips)
    words = [
        word
        for begin in sorted(begins)
        for (word,) in engine.connection.execute(sql, (begin, begin[:-1] + chr(ord(begin[-1]) + 1), *lengths))
        if word != wanted
    ]
    near = process.extract(wanted, words, scorer=OSA.distance, score_cutoff=slips, limit=_CANDIDATES)
    return [word for word, distance, _ in near if distance == near[0][1]]
