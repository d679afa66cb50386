"""A number read as an outcome, and the words that may stand between a cue and its number."""

from dataclasses import dataclass

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.reading.numbers import Number

BOUND_WORDS = (
    r"(?:\s*(?:an?|the|about|around|nearly|approximately|roughly|almost|up to|"
    r"at least|at most|as much as|as little as|more than|less than|over|only|"
    r"just|merely|fewer than|"
    r"estimated|additional|further|absolute|relative|average|impressive|remarkable|"
    r"significant|significantly|substantial|state-of-the-art|respectively|"
    r"[~><]=?)\b\s*|\s*[~><]=?\s*)*\s*$"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number read as an outcome; `end` is where its unit and noun end in the text."""

    kind: ResultKind
    value: int | float
    high: int | float | None
    unit: str | None
    bound: Bound | None
    end: int
    total: float | None = None
    rule: str = ""


def score(number: Number, unit: str | None = None) -> Measure:
    """An absolute level, as printed."""
    return Measure(ResultKind.SCORE, number.value, number.high, unit, number.bound, number.end)
