"""BM25 as FTS5 computes it, over texts that are written as terms (see `store/terms.py`)."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus_index.search.expression import Every, Expression, Text
from corpus_index.search.relevance import COLUMNS, WEIGHTS

_K1, _B = 1.2, 0.75
_LEAST = 1e-6
"""What FTS5 takes for the weight of a text that most papers have, which would be negative."""


class WrittenPaper:
    """A paper: the terms of its columns, a column a line, and how many they are."""

    __slots__ = ("columns", "length", "terms")

    def __init__(self, terms: str, length: int) -> None:
        self.terms = terms
        self.length = length
        self.columns = tuple(zip(COLUMNS, WEIGHTS, terms.split("\n"), strict=True))


@dataclass(frozen=True, slots=True)
class Bm25:
    """Scores papers of an index of `papers` papers with `length` terms on average.

    `terms` cuts text into terms, and `count` counts the papers that have a text.
    """

    papers: int
    length: float
    terms: Callable[[str], Sequence[str]]
    count: Callable[[Text], int]

    def scores(self, expression: Expression, papers: Mapping[int, WrittenPaper]) -> dict[int, float]:
        """The scores of those papers that match."""
        if isinstance(expression, Text):
            return self._scores_of_text(expression, papers)
        found = [self.scores(part, papers) for part in expression.parts]
        first, *others = [of.keys() for of in found]
        both = isinstance(expression, Every)
        kept = set(first).intersection(*others) if both else set(first).union(*others)
        return {paper: sum(of[paper] for of in found if paper in of) for paper in kept}

    def _scores_of_text(self, text: Text, papers: Mapping[int, WrittenPaper]) -> dict[int, float]:
        terms = self.terms(text.text)
        if not terms:
            return {}
        # Looking for the letters alone first is several times faster than for the spaces around them, which are many.
        letters = max(terms, key=len)
        near = {paper: each for paper, each in papers.items() if letters in each.terms}
        weigh = _weight(text, terms)
        found = {paper: weight for paper, each in near.items() if (weight := weigh(each))}
        if not found:
            return {}
        rarity = self._rarity(text) * (_K1 + 1)
        norms = {paper: _K1 * (1 - _B + _B * papers[paper].length / self.length) for paper in found}
        return {paper: rarity * weight / (weight + norms[paper]) for paper, weight in found.items()}

    def _rarity(self, text: Text) -> float:
        having = self.count(text)
        weight = math.log((self.papers - having + 0.5) / (having + 0.5))
        return weight if weight > 0 else _LEAST


def _weight(text: Text, terms: Sequence[str]) -> Callable[[WrittenPaper], float]:
    """Tells how often a text occurs in a paper, weighed by the columns."""
    needle = "".join(f" {term} " for term in terms)
    if text.prefix:
        needle = needle[:-1]
    # Two finds may overlap where a term comes again; then one begins where the one before has begun.
    overlapping = re.compile(f"(?={needle})") if terms[-1] in terms[:-1] else None

    def weigh(paper: WrittenPaper) -> float:
        found = 0.0
        for column, weight, there in paper.columns:
            if there and (not text.columns or column in text.columns):
                found += weight * (len(overlapping.findall(there)) if overlapping else there.count(needle))
        return found

    return weigh
