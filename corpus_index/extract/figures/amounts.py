"""What was spent, and how many were solved."""

import re

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.figures.outcome import BOUND_WORDS, Measure
from corpus_index.extract.reading.numbers import Number

_TIME = re.compile(
    r"[\s-]*(?P<unit>milliseconds?|ms|seconds?|sec|minutes?|min|hours?|hrs?|days?|"
    r"weeks?|GPU[\s-]hours?|GPU[\s-]days?)\b"
)
_COMPUTE = re.compile(r"\s*(?P<unit>[GTMP]?FLOPs|MACs|GMACs|ms|mJ|kWh)\b(?!-)")
_SPENT = re.compile(
    (
        r"\b(?:to|takes?|took|taking|requir\w+|in|of|only|latency|cost\w*|within|"
        r"under|spend\w*|spent)"
    )
    + BOUND_WORDS
)
_OUT_OF = re.compile(r"\s*(?:out of|of|/)\s*(?:the\s+|all\s+)?(?P<total>\d[\d,]{0,15})\b")
_SOLVES = re.compile(
    r"\b(?P<verb>solv\w+|prov(?:e|es|ed|ing)|answer\w*|found|finds?|discover\w*|"
    r"detect\w*|complet\w+|identif\w+|pass(?:es|ed|ing)?|loses|win(?:s|ning)?|"
    r"won)\b[^.;]{0,30}$"
)
_TOKEN_COST = re.compile(r"\b(?:using|use[sd]?|with|consum\w+|spend\w*|requir\w+)" + BOUND_WORDS)


def spent(number: Number, before: str, after: str) -> Measure | None:
    """`to around 20 minutes`, `using only about 5K inference tokens`, `for 1 additional cost`."""
    time = _TIME.match(after)
    if (
        time
        and _SPENT.search(before)
        and re.search(r"\b(?:reduc\w*|from|takes?|took|latency|runs? in|complet\w+ in|cost)\b", before)
    ):
        unit = time["unit"].casefold()
        unit = unit if unit.endswith(("s", "ms")) else f"{unit}s"
        return Measure(ResultKind.COST, number.value, number.high, unit, number.bound, number.end + time.end())
    compute = _COMPUTE.match(after)
    if compute and (_SPENT.search(before) or re.search(r"\b(?:with|at|using|about|approximately|~)\s*$", before)):
        return Measure(
            ResultKind.COST, number.value, number.high, compute["unit"], number.bound, number.end + compute.end()
        )
    tokens = re.match(r"\s+(?:[a-z]+\s+)?tokens\b", after)
    if tokens and _TOKEN_COST.search(before) and not re.search(r"\b(?:train\w*|pre-?train\w*)\b[^,;]*$", before):
        return Measure(ResultKind.COST, number.value, number.high, "tokens", number.bound, number.end + tokens.end())
    if re.match(r"\s+(?:additional|extra|total)\s+cost\b", after) or re.search(
        r"\bcosts? by [^,]*\bto (?:roughly|about|around|only)\s*\\?\s*$", before
    ):
        return Measure(ResultKind.COST, number.value, number.high, None, number.bound, number.end)
    return None


def count(number: Number, before: str, after: str) -> Measure | None:
    """`solves 49 out of 658 problems`, `solves 6 of them`, `(0/28)`."""
    if number.value != int(number.value) or number.scaled:
        return None
    out_of = _OUT_OF.match(after)
    solves = _SOLVES.search(before)
    noun = re.match(
        (
            r"(?:\s*(?:out of|of|/)\s*(?:the\s+)?[\d,]+)?\s+(?:of (?:these|the|those)\s+)?(?:[a-z-]+\s+)"
            r"?(?P<noun>problems|tasks|questions|theorems|instances|configurations|"
            r"layers|bugs|vulnerabilities|games|issues)\b"
        ),
        after,
    )
    what = noun["noun"] if noun else "problems"
    if out_of and (solves or noun):
        total = int(out_of["total"].replace(",", ""))
        return Measure(ResultKind.COUNT, number.value, None, what, number.bound, number.end + out_of.end(), total)
    if solves and (re.match(r"\s+(?:of (?:them|these|those|the)\b|[A-Z])", after) or noun):
        return Measure(ResultKind.COUNT, number.value, None, what, number.bound, number.end)
    return None
