"""When two printed numbers are one number, and when they are nearly so.

What counts is what the page prints: `2.57` is the `2.6` of another page, and `300B` is not its `309B`.
"""

from dataclasses import dataclass, replace
from enum import Enum

from corpus_index.domain.facts import Bound, Result, Spec
from corpus_index.domain.record import RawRecord
from corpus_index.resolve.numerals import hedge, printed_step

# A length of 128k tokens is 128,000 or 131,072 of them; training data is not counted so.
_BINARY = (1.0, 1.024, 1.024**2)
_LONGEST = 1e8
# How far a rounded number, or one with a word such as `over`, can be from the exact one.
_NEAR = 1.25
_ABOUT = 1.1
_EXACT = 1 + 1e-9


class Agreement(Enum):
    """How two numbers for the same thing go together."""

    SAME = "same"
    """One number, but for rounding, or one that the bound of the other allows."""
    NEAR = "near"
    """Both may be meant loosely: a nominal size, a number cut short, an estimate."""
    APART = "apart"
    """Both cannot be true."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number from `low` to `high` (equal where it is no range), printed in steps of `step`, limited by `bound`."""

    low: float
    high: float
    step: float
    bound: Bound | None
    unit: str | None


def reading(record: RawRecord, fact: Result | Spec) -> Reading:
    """Read the number of a fact as its record prints it; of a specification the text before it tells the bound."""
    ends = [fact.value]
    bound = None
    if isinstance(fact, Result):
        ends += [] if fact.value_high is None else [fact.value_high]
        bound = fact.bound
    elif hedge(record, fact):
        bound = Bound.ABOUT
    step = max(printed_step(fact.evidence, end) for end in ends)
    return Reading(min(ends), max(ends), step, bound, fact.unit)


def agreement(told: Reading, trusted: Reading) -> Agreement:
    """Tell how a number goes together with the one of a more trusted record.

    A bound of the trusted one allows what it says: `up to 3x` allows 2x. The other one's does not: who says `up to 3x`
    where the paper says 2x claims more than the paper.
    """
    lengths = told.unit == trusted.unit == "tokens" and max(told.high, trusted.high) < _LONGEST
    candidates = [_scaled(told, by) for scale in _BINARY for by in (scale, 1 / scale)] if lengths else [told]
    if any(_overlap(each, trusted, 0.5) for each in candidates) or _allowed(told, trusted):
        return Agreement.SAME
    loose = Bound.ABOUT in (told.bound, trusted.bound)
    # With as many digits on both sides nothing was rounded.
    cut_short = told.step != trusted.step and _overlap(told, trusted, 1 - 1e-6)
    return Agreement.NEAR if (loose or cut_short) and ratio(told, trusted) <= _NEAR else Agreement.APART


def ratio(a: Reading, b: Reading) -> float:
    """How many times the larger number is the smaller one; infinite where the signs differ or one is nothing."""
    low, high = sorted((a.low, b.low), key=abs)
    if low == high:
        return 1.0
    return high / low if low and (low > 0) == (high > 0) else float("inf")


def _scaled(number: Reading, by: float) -> Reading:
    return replace(number, low=number.low * by, high=number.high * by)


def _overlap(a: Reading, b: Reading, steps: float) -> bool:
    """Whether the numbers meet, give or take so many steps of the coarser one."""
    slack = max(a.step, b.step) * steps * _EXACT
    return a.low - slack <= b.high and b.low - slack <= a.high


def _allowed(told: Reading, trusted: Reading) -> bool:
    apart = ratio(told, trusted)
    if apart == float("inf") or told.bound is trusted.bound is not Bound.ABOUT:
        return False
    smaller = abs(told.low) < abs(trusted.low)
    if trusted.bound in (Bound.UP_TO, Bound.BELOW) and told.bound is None:
        return smaller
    if trusted.bound is Bound.AT_LEAST and told.bound is None:
        return not smaller
    if told.bound in (Bound.AT_LEAST, Bound.BELOW):
        return smaller is (told.bound is Bound.AT_LEAST) and apart <= _NEAR
    return Bound.ABOUT in (told.bound, trusted.bound) and apart <= _ABOUT
