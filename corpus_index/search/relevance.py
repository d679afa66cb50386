"""How well papers match words: BM25 over the texts of papers.

The ranking function is BM25 as FTS5 has it (k1 = 1.2, b = 0.75; Robertson and Zaragoza, "The Probabilistic Relevance
Framework: BM25 and Beyond", 2009). A token of the title or of a name counts as three of the abstract. As weights
multiply how often a token is found, weighing the abstract 1.2 is the same as k1 = 1.0. The
two numbers were chosen as those that do well on all five collections of `bench/ranking.py` at once; none of the five is
worse by more than a hundredth for any nearby choice.
"""

COLUMNS = ("title", "names", "abstract", "summary")
"""Of the full text."""

WEIGHTS = (3.6, 3.6, 1.2, 0.6)
"""Of the columns. A summary may be a machine's."""
