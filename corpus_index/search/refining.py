"""What raises the first papers beside how often they have the words of the query."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from corpus_index.domain.dataclass import dataclass
from corpus_index.search.closeness import closeness
from corpus_index.search.query import Word
from corpus_index.store.listed import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

WINDOW = 100
"""Papers of which the wording and links are looked at: the best by how often they have the words."""
TYPED, NEIGHBOURS = 2.0, 1.0
"""What all words as they were typed, and two that are neighbours, add: parts of what one word brings on average.

A query of one word so finds papers with that very word before those with other forms of it. Neighbours count as in the
sequential dependence model (Metzler and Croft, "A Markov Random Field Model for Term Dependencies", 2005). Both were
chosen as numbers that do well on all five collections of `bench/ranking.py` at once.
"""
CITED = 0.02
"""What papers that build on a paper add to its score: a tenth for a hundred of them."""

_BUILDERS = (
    "SELECT target_id, COUNT(DISTINCT source_id) FROM links"
    " WHERE target_id IN (SELECT value FROM json_each(?)) GROUP BY target_id"
)


@dataclass(frozen=True, slots=True)
class Refined:
    """The relevance of a paper, which part of the words stands there `as_typed`, and what of the relevance comes from
    that, from neighbouring words and from papers that build on it."""

    relevance: float
    as_typed: float
    typed: float
    neighbours: float
    cited: float


def refined(connection: sqlite3.Connection, words: Sequence[Word], found: Mapping[int, float]) -> dict[int, Refined]:
    """Add to the scores of papers, given best first, what is known of them beside how often they have the words."""
    first = list(found)[:WINDOW]
    close = closeness(connection, words, first)
    builders = {row[0]: row[1] for row in connection.execute(_BUILDERS, (listed(first),))}
    raised = {}
    for paper, score in found.items():
        as_typed, together = close.get(paper, (0.0, 0.0))
        one = score / max(len(words), 1)
        typed, neighbours = TYPED * one * as_typed, NEIGHBOURS * one * together
        cited = (score + typed + neighbours) * CITED * math.log1p(builders.get(paper, 0))
        raised[paper] = Refined(score + typed + neighbours + cited, as_typed, typed, neighbours, cited)
    return raised
