"""How well papers match words: BM25 over the texts of papers.

The ranking function is BM25 as FTS5 has it (k1 = 1.2, b = 0.75; Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", 2009). A token of the title or of a name counts as three of the abstract. As weights
multiply how often a token is found, weighing the abstract 1.2 is the same as k1 = 1.0. Words of the query that stand
next to each other in a paper add a part of what they would weigh as one word, as in the sequential dependence model
(Metzler and Croft, "A Markov Random Field Model for Term Dependencies", 2005). The three numbers were chosen as those
that do well on all five collections of `bench/ranking.py` at once; none of the five is worse by more than a hundredth
for any nearby choice.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from corpus_index.search.expression import Expression, Text, any_of
from corpus_index.search.query import Word

COLUMNS = ("title", "names", "abstract", "summary")
"""Of the full text."""

WEIGHTS = (3.6, 3.6, 1.2, 0.6)
"""Of the columns. A summary may be a machine's."""

NEIGHBOURS = 0.15
"""What two neighbouring words weigh, as a part of what they would weigh as one word."""


def neighbours(words: Sequence[Word], without: Collection[str] = ()) -> Expression | None:
    """Words that stand next to each other in the query, each two of them once."""
    pairs = {
        Text(f"{a.text} {b.text}"): None
        for a, b in pairwise(words)
        if not (a.prefix or b.prefix or a.text in without or b.text in without)
    }
    return any_of(pairs)
