"""Answers to a search. Plain data, because a search must start at once."""

from corpus_index.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A passage of a paper, and the code points in it (start, end exclusive) that matched."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A paper that matched; a higher `score` is a better match, comparable within one answer only."""

    key: str
    title: str
    title_inferred: bool
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByBoth:
    """A paper in a search by meaning: its ranks by `words` and by `meaning`, counted from 1, and the `score` from both.

    `likeness` is the cosine of the angle between its vector and the query's.
    """

    words: int | None
    meaning: int | None
    likeness: float | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """The best `hits` of `total` that matched `query`, and `notes` on how the query was read or corrected."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...] = ()
