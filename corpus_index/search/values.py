"""Values of the fields that take a year, a number or a word of a closed list, and what is wrong with others."""

import re

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.wording import shortened

KINDS = ("model", "method", "dataset", "benchmark", "abstract", "summary")
"""What `kind:` takes: the kinds of artefact that a paper introduces, and the kinds of record that a page gives."""

STATUSES = ("unread", "reading", "read")
"""What `status:` takes."""

PARTS = (
    "abstract", "summary", "title", "author", "year", "venue", "id", "arxiv", "doi", "url",
    "model", "bench", "score", "spec", "link", "reference", "conflict", "tag", "note",
)  # fmt: skip
"""What `has:` takes, each also with an s behind it."""

_SHOWN = 40
"""Characters of a wrong value that are repeated."""
_YEAR = r"\d{4}"
_NUMBER = r"[-+]?\d{1,15}(?:\.\d{1,15})?%?"
_RANGE = r"(?P<sign>>=|<=|>|<|=|≥|≤)\s*(?P<bound>{0})|(?P<low>{0})?\s*\.\.\s*(?P<high>{0})?|(?P<only>{0})"
_DASHED = r"|(?P<first>{0})[-–](?P<last>{0})"
_YEARS = re.compile((_RANGE + _DASHED).format(_YEAR), re.ASCII)
_SCORES = re.compile(_RANGE.format(_NUMBER), re.ASCII)


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `low` to `high`; `None` is no bound. `open` leaves out the bounds themselves (`>70`).

    `percent` says that a bound is written with a percent sign.
    """

    low: float | None
    high: float | None
    open: bool = False
    percent: bool = False


def year_range(text: str) -> Range | None:
    """Read `2024`, `2024..2025`, `2024-2025`, `2024..`, `..2025`, `>=2024` or `<2024`; `None` for anything else."""
    return _range(_YEARS.fullmatch(text))


def score_range(text: str) -> Range | None:
    """Read `70`, `70.5..80`, `70..`, `..80`, `>=70` or `<80`, each also with a percent sign; `None` for others."""
    return _range(_SCORES.fullmatch(text))


def fault(field: str, text: str) -> str | None:
    """Say what is wrong with a value of `field`; `None` where it is right."""
    value = text.strip().lower()
    if field == "kind" and value not in KINDS:
        return _takes(field, f"one of {', '.join(KINDS)}", text)
    if field == "has" and value.removesuffix("s") not in PARTS:
        return _takes(field, f"one of {', '.join(PARTS)}", text)
    if field == "status" and value not in STATUSES:
        return _takes(field, f"one of {', '.join(STATUSES)}", text)
    if field == "year":
        return _range_fault(field, year_range(value), "a year or years (2024, 2024..2025, 2024.., <2024, >=2024)", text)
    if field == "score":
        return _range_fault(field, score_range(value), "a number or a range (70, 70..80.5, 70%.., <70, >=70)", text)
    return None


def _range(found: re.Match[str] | None) -> Range | None:
    if found is None:
        return None
    named = found.groupdict()
    percent = "%" in found[0]
    if sign := named["sign"]:
        bound = _number(named["bound"])
        low, high = (bound if sign in "=>=≥" else None), (bound if sign in "=<=≤" else None)
        return Range(low, high, open=sign in "<>", percent=percent)
    if only := named["only"]:
        return Range(_number(only), _number(only), percent=percent)
    low, high = _number(named["low"] or named.get("first")), _number(named["high"] or named.get("last"))
    return None if low is None and high is None else Range(low, high, percent=percent)


def _number(text: str | None) -> float | None:
    return None if text is None else float(text.rstrip("%"))


def _range_fault(field: str, found: Range | None, what: str, text: str) -> str | None:
    if found is None:
        return _takes(field, what, text)
    if found.low is not None and found.high is not None and found.low > found.high:
        return f"{field}: the range {shortened(text, _SHOWN)} ends before it begins"
    return None


def _takes(field: str, what: str, text: str) -> str:
    return f"{field}: takes {what}, not {shortened(text, _SHOWN)}"
