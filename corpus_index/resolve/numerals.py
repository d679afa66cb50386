"""The number of a fact as its page prints it: its digits, how exact they are, and the words that loosen it."""

import re
from collections.abc import Iterator

from corpus_index.domain.amounts import number
from corpus_index.domain.facts import Fact, Spec
from corpus_index.domain.record import RawRecord

_SCALES = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "million": 1e6,
    "b": 1e9,
    "billion": 1e9,
    "t": 1e12,
    "trillion": 1e12,
}
_NUMBER = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)(?:[\s-]?(thousand|million|billion|trillion|[kmbt])(?![a-z]))?", re.IGNORECASE
)
_HEDGE = re.compile(
    r"(?:\b(?:about|around|approximately|approx\.|roughly|nearly|almost|some|over|under|(?:more|less|fewer) than)"
    r"|[~≈><])\s*$",
    re.IGNORECASE,
)
_BEFORE = 20


def printed_number(spec: Spec) -> str:
    """Give the number as printed with its unit (`3.6 million tokens`), else the whole evidence."""
    for found in _matching(spec.evidence, spec.value):
        unit = f" {spec.unit}" if spec.unit and spec.unit[0].isalpha() else spec.unit or ""
        return found[0] + unit
    return spec.evidence


def printed_step(evidence: str, value: float) -> float:
    """Give the worth of the last digit that is printed of `value`: 0.1 for `69.0`, a billion for `300B`.

    Where the evidence prints the number in words, all digits of the value count.
    """
    for found in _matching(evidence, value):
        return _worth(found[1]) * _scale(found)
    return _worth(number(abs(value)))


def hedge(record: RawRecord, fact: Fact) -> bool:
    """Tell whether a word such as `about` or `over` stands before the number of a fact."""
    text = record.abstract.text
    place = fact.start - record.abstract.start
    before = text[max(0, place - _BEFORE) : max(0, place)]
    digits = _NUMBER.search(fact.evidence)
    return _HEDGE.search(before + (fact.evidence[: digits.start()] if digits else "")) is not None


def _matching(evidence: str, value: float) -> Iterator[re.Match[str]]:
    for found in _NUMBER.finditer(evidence):
        if abs(float(found[1].replace(",", "")) * _scale(found) - abs(value)) <= 1e-6 * abs(value):
            yield found


def _scale(found: re.Match[str]) -> float:
    return _SCALES.get((found[2] or "").casefold(), 1.0)


def _worth(digits: str) -> float:
    return 10.0 ** -len(digits.partition(".")[2])
