"""Papers that are near another one, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Tie(StrEnum):
    """What brings two papers together, seen from the paper that was asked about."""

    BUILDS_ON = "builds on"
    """It names what the other one introduces."""
    BASE_OF = "is the base of"
    """The other one names what it introduces."""
    CITES = "cites"
    """Its references list the other one."""
    CITED_BY = "is cited by"
    """The references of the other one list it."""
    REFERENCES = "cites the same"
    """Both list the same works among their references."""
    MODELS = "names the same models"
    """Both name models that neither of them introduces."""
    BENCHMARKS = "names the same benchmarks"
    """Both name a benchmark that neither of them introduces."""
    WORDS = "shares words"
    """Words that are rare in the index stand in the texts of both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A `tie` between two papers, the `names` or words that make it, and how strong it is (`score`, above 0)."""

    tie: Tie
    names: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPaper:
    """A neighbour of a paper; `score` is the sum of its reasons', comparable within one answer only."""

    key: str
    title: str
    title_inferred: bool
    score: float
    reasons: tuple[Reason, ...]
