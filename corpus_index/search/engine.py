"""What a ranking engine does: find papers by their texts, the best first."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from corpus_index.search.clause import Condition
from corpus_index.search.expression import Expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3


class Engine(Protocol):
    """Answers what is asked of the texts of papers, by the ranking function of `relevance.py`.

    Papers are their rows in the table `papers`. Every engine gives the same papers and the same scores; what differs
    is how many papers one can score in the time of a search.
    """

    @property
    def name(self) -> str:
        """`fts5` or `tantivy`."""
        ...

    @property
    def connection(self) -> sqlite3.Connection:
        """The index, for all that is not asked of texts."""
        ...

    @property
    def note(self) -> str | None:
        """Why another engine answers than the one that was chosen."""
        ...

    @property
    def most_scored(self) -> int:
        """How many matches are scored at once. Where more match, `best` looks at the newest of them only."""
        ...

    def count(self, expression: Expression, where: Condition | None = None, most: int = -1) -> int:
        """Count the papers that match, up to `most` if that is not negative."""
        ...

    def best(self, expression: Expression, where: Condition | None, most: int) -> dict[int, float]:
        """The best papers that match, with their scores, the best first; those of one score by their rows."""
        ...

    def scores(self, expression: Expression | None, papers: Collection[int]) -> dict[int, float]:
        """Scores of those of these papers that match; `None` matches nothing."""
        ...
