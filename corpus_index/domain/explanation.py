"""How a query was read, and why each hit scored as it did."""

from dataclasses import dataclass

from corpus_index.domain.hit import ByBoth


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTerm:
    """A term of the query as it was read: what it `asks` for, and how many `papers` fit it alone."""

    text: str
    asks: str
    left_out: bool
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one part of the query adds to the relevance of a hit, and the columns of the full text that it stands in."""

    text: str
    columns: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why the hit `key` scored: `tier` is named, whole or part; `relevance` is the sum of the other numbers.

    In a search by meaning, `both` is what the score comes from, but for papers that the query names.

    `named_by` is what the query is of the paper, where it names it. `lacks` are parts of the query that its texts have
    not, `authors` those of its authors in whose names these are. `typed` is for words that stand there as they were
    typed, `neighbours` for words that stand next to each other as in the query, `cited` for papers that build on it.
    """

    key: str
    tier: str
    named_by: str | None
    relevance: float
    shares: tuple[Share, ...]
    lacks: tuple[str, ...]
    authors: tuple[str, ...]
    typed: float
    neighbours: float
    cited: float
    both: ByBoth | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The query as it was `read`, written in the query language, its `terms`, and `why` for each hit, in their order.

    `also` are other spellings that were looked for; `passed_over` are words too common to look for papers with some of
    the words. `engine` is what ranked; where more papers match than it scores at once, `newest` of them were looked at.
    """

    read: str
    terms: tuple[ReadTerm, ...]
    also: tuple[str, ...]
    passed_over: tuple[str, ...]
    engine: str
    newest: int | None
    why: tuple[Why, ...]
