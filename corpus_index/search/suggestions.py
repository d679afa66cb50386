"""Other words for a query that finds nothing: those of the index that are spelled most like it."""

import re
from collections.abc import Collection

from corpus_index.domain.dataclass import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Corrections:
    """A query with other words for those that are `nowhere` in the index; and with others for `rare` words too, which
    may be slips of somebody else, and which only a person can tell. `None` where nothing is to be changed."""

    nowhere: Query | None
    rare: Query | None


def corrections(engine: Engine, query: Query) -> Corrections:
    """Replace words of a query by the likeliest that the index has."""
    parts = conjuncts(query)
    known, likely = list(parts), list(parts)
    for index, part in enumerate(parts[:_MOST_WORDS]):
        if isinstance(part, Phrase) or (isinstance(part, Word) and not part.prefix):
            words = [_corrected_word(engine, word) for word in part.text.split()[:_MOST_WORDS]]
            known[index] = replace(part, text=" ".join(nowhere for nowhere, _ in words))
            likely[index] = replace(part, text=" ".join(rare for _, rare in words))
    return Corrections(
        nowhere=None if known == parts else all_of(known),
        rare=None if likely in (parts, known) else all_of(likely),
    )


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
        better = _nearest(engine, token, papers)
        if better is not None:
            likely = _with(likely, token, better)
            known = known if papers else _with(known, token, better)
        elif not papers:
            return text, text
    return known, likely


def _with(text: str, token: str, better: str) -> str:
    return re.sub(re.escape(token), better, text, flags=re.IGNORECASE)


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
    closest = [word for word, distance, _ in near if distance == near[0][1]]
    return [word for word in closest if len(wanted) > _SHORTEST or not _is_another(engine, wanted, word)]


def _is_another(engine: Engine, wanted: str, word: str) -> bool:
    """Whether a short word with one letter replaced is another word (`bert`, `best`), and not the name of something."""
    if len(word) != len(wanted) or sorted(word) == sorted(wanted):
        return False
    return not engine.connection.execute("SELECT 1 FROM names WHERE family = ? LIMIT 1", (word,)).fetchone()
