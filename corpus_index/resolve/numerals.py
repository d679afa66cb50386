"""The number of a fact as its evidence prints it."""

import re

from corpus_index.domain.facts import Spec

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


def printed_number(spec: Spec) -> str:
    """Give the number as printed with its unit (`3.6 million tokens`), else the whole evidence."""
    for found in _NUMBER.finditer(spec.evidence):
        value = float(found[1].replace(",", "")) * _SCALES.get((found[2] or "").casefold(), 1.0)
        if abs(value - spec.value) <= 1e-6 * abs(spec.value):
            unit = f" {spec.unit}" if spec.unit and spec.unit[0].isalpha() else spec.unit or ""
            return found[0] + unit
    return spec.evidence
