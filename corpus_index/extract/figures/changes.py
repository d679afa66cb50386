"""Differences: whether a number is one, and which way it went."""

import re
from functools import cache

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.figures.outcome import BOUND_WORDS, Measure
from corpus_index.extract.reading.lexicon import one_of
from corpus_index.extract.reading.numbers import Number

BY = re.compile(r"\bby" + BOUND_WORDS)


@cache
def _change_nouns() -> str:
    return f"{one_of('measures', 'rise')}|{one_of('measures', 'fall')}"


def changes(before: str, after: str) -> bool:
    """Say whether the noun behind the number or the one before it makes it a difference: `20% gain`, `gain of 20%`."""
    behind = re.match(
        (
            rf"(?:\s+(?!(?:on|of|with|when|for|over|in|to|and|at|by|from|as|is|which|"
            rf"while|using)\b)[\w@/()-]+){{0,4}}?\s+(?:{_change_nouns()})\b"
        ),
        after,
    )
    ahead = re.search(
        (
            rf"\b(?:{_change_nouns()})s?\b(?:\s+(?!from\b)[\w-]+){{0,3}}?\s+(?:of|"
            rf"by|between|vary from|ranging from|ranges from)(?:\s+up to)?{BOUND_WORDS}|"
            rf"\b(?:{one_of('measures', 'fall')})\s+(?:to|within|under|below){BOUND_WORDS}"
        ),
        before,
    )
    return bool(behind or ahead or re.search(r"\bbest\s*$", before))


def change(number: Number, before: str, after: str, unit: str | None) -> Measure:
    """A difference with its sign: the printed one, else the direction that the words around it give."""
    sign = number.sign or (-1 if _falls(before, after) else 1)
    value = sign * number.value
    high = None if number.high is None else sign * number.high
    return Measure(ResultKind.CHANGE, value, high, unit, number.bound, number.end)


@cache
def _falling_verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('measures', 'falling')})\w*\b", re.IGNORECASE)


@cache
def _rising_verb() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:improv|increas|boost|enhanc|rais|gain|outperform|surpass|exceed|"
        r"accelerat|speed|beat|elevat|lift|achiev|deliver|ahead|higher|ris)\w*",
        re.IGNORECASE,
    )


def _falls(before: str, after: str) -> bool:
    """Decide the sign: the noun behind the number, else the noun before it, else the last verb before `by`."""
    behind = re.match(
        (
            rf"(?:\s+(?!(?:on|of|with|when|for|over|in|to|and|at|by|from|as|"
            rf"while)\b)[\w@/()-]+){{0,4}}?\s+(?P<noun>{_change_nouns()})"
            rf"\b"
        ),
        after,
    )
    if behind and not re.fullmatch(one_of("measures", "rise"), behind["noun"]):
        return True
    if re.match(r"(?:\s+of)?\s+[\w-]+\s+(?:degradation|loss|drop)\b", after):
        return True
    if behind:
        return False
    clause = re.split(r"[;:]|,\s(?:and|while|but)\s", before)[-1]
    falls = [match.start() for match in _falling_verb().finditer(clause)]
    rises = [match.start() for match in _rising_verb().finditer(clause)]
    return bool(falls) and (not rises or falls[-1] > rises[-1])
