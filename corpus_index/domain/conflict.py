"""Where the sources of one paper say different things."""

from enum import StrEnum

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.facts import Fact


class Grade(StrEnum):
    """How badly two statements disagree."""

    CONTRADICTION = "contradiction"
    """Both cannot be true."""
    DIFFERENCE = "difference"
    """They differ, and both may be true (a version, a rounding)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """One side of a conflict: what it claims, as the page prints it, and in which `record` (`page#ordinal`)."""

    claim: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two statements about one `attribute` of one paper that do not agree; `a` is the less trusted one."""

    attribute: str
    grade: Grade
    a: Statement
    b: Statement
