"""What a number says: a score, a change, a factor, a share kept, a cost or a count."""

import re
from dataclasses import dataclass
from functools import cache

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.lexicon import one_of
from corpus_index.extract.numbers import Number

_BOUND_WORDS = (
    r"(?:\s*(?:an?|the|about|around|nearly|approximately|roughly|almost|up to|"
    r"at least|at most|as much as|as little as|more than|less than|over|only|"
    r"just|merely|fewer than|"
    r"estimated|additional|further|absolute|relative|average|impressive|remarkable|"
    r"significant|significantly|substantial|state-of-the-art|respectively|"
    r"[~><]=?)\b\s*|\s*[~><]=?\s*)*\s*$"
)
_LEVEL_VERB = re.compile(
    r"\b(?:us(?:e|es|ing)|utiliz\w+|retain\w*|preserv\w*|keep\w*|maintain\w*|"
    r"requir\w*|consum\w*|recover\w*|need\w*|with|to|at|spend\w*|activat\w*|"
    r"cost\w*|train\w* on|on)" + _BOUND_WORDS
)
_NEEDS_ONLY = re.compile(
    r"\b(?:us(?:e|es|ing)|requir\w+|consum\w+|need\w*|with) (?:only|just|merely)\s*(?:about|around|~)?\s*$"
)
_EXPLAINS = re.compile(
    (
        r"\b(?:explain\w*|account\w* for|captur\w*|cover\w*|solv\w*|resolv\w*|answer\w*|"
        r"detect\w*|correct\w*)"
    )
    + _BOUND_WORDS
)
_BY = re.compile(r"\bby" + _BOUND_WORDS)
_WITHIN = re.compile(r"\bwithin\s*$")
_EXTRA = re.compile(
    r"\s*(?:extra|additional|more|of additional)\s+(?:parameters?|params|overhead|"
    r"cost|memory|compute|tokens)"
)
_TIME = re.compile(
    r"[\s-]*(?P<unit>milliseconds?|ms|seconds?|sec|minutes?|min|hours?|hrs?|days?|"
    r"weeks?|GPU[\s-]hours?|GPU[\s-]days?)\b"
)
_SPENT = re.compile(
    (
        r"\b(?:to|takes?|took|taking|requir\w+|in|of|only|latency|cost\w*|within|"
        r"under|spend\w*|spent)"
    )
    + _BOUND_WORDS
)
_OUT_OF = re.compile(r"\s*(?:out of|of|/)\s*(?:the\s+|all\s+)?(?P<total>\d[\d,]*)\b")
_SOLVES = re.compile(
    r"\b(?P<verb>solv\w+|prov(?:e|es|ed|ing)|answer\w*|found|finds?|discover\w*|"
    r"detect\w*|complet\w+|identif\w+|pass(?:es|ed|ing)?|loses|win(?:s|ning)?|"
    r"won)\b[^.;]{0,30}$"
)
_TOKEN_COST = re.compile(r"\b(?:using|use[sd]?|with|consum\w+|spend\w*|requir\w+)" + _BOUND_WORDS)


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


def measure(number: Number, before: str, after: str, *, beside: bool = False) -> Measure | None:
    """Read a number as an outcome, from the words before and after it in its sentence; `None` where it is none.

    `beside` says that the name of a benchmark stands right next to it.
    """
    if number.unit == "x":
        return _factor(number, before, after)
    if number.unit == "points":
        return _change(number, before, after, "points")
    if number.unit == "dB":
        changes = number.sign or _BY.search(before) or _changes(before, after)
        return _change(number, before, after, "dB") if changes else _score(number, "dB")
    if number.unit == "%":
        return _percent(number, before, after)
    if number.unit == "USD":
        return Measure(ResultKind.COST, number.value, number.high, "USD", number.bound, number.end)
    return _spent(number, before, after) or _count(number, before, after) or _bare(number, before, after, beside=beside)


def _factor(number: Number, before: str, after: str) -> Measure | None:
    if number.shape in ("share", "slash"):
        used = re.search(
            (
                r"\b(?:only|merely|just|than|using|with|at|to|about|nearly|roughly|"
                r"by|and|approximately)\s+(?:an?\s+)?$"
            ),
            before,
        )
        of = re.match(r"\s*(?:of|that of|the|as many|and 1/|to)\b", after)
        if not (used and of) and not (number.shape == "slash" and used):
            return None
        return Measure(ResultKind.LEVEL, number.value, number.high, "x", number.bound, number.end)
    if number.shape == "word" and not re.match(
        (
            r"\s+(?:the|its|their|our|[A-Z]|in|accuracy|performance|throughput|\w+ (?:rate|"
            r"score|accuracy))"
        ),
        after,
    ):
        return None
    if re.match(r"\s*\d", after) or (re.search(r"\btimes$", number_text(before, number)) and not after.strip()):
        return None
    return Measure(ResultKind.FACTOR, number.value, number.high, "x", number.bound, number.end)


def number_text(before: str, number: Number) -> str:
    """Give the printed number, where `before` is the text up to its end."""
    return before[number.start - number.end :]


def _percent(number: Number, before: str, after: str) -> Measure | None:
    if _is_set_up(before, after):
        return None
    if number.sign or _BY.search(before) or _changes(before, after):
        return _change(number, before, after, "%")
    if _WITHIN.search(before):
        return Measure(ResultKind.CHANGE, number.value, number.high, "%", Bound.UP_TO, number.end)
    share = re.match(r"\s*of\b(?! the time)", after)
    if share and _EXPLAINS.search(before):
        return _score(number, "%")
    if (share and _LEVEL_VERB.search(before)) or _EXTRA.match(after) or _NEEDS_ONLY.search(before):
        return Measure(ResultKind.LEVEL, number.value, number.high, "%", number.bound, number.end)
    if share:
        return None
    return _score(number, "%")


def _is_set_up(before: str, after: str) -> bool:
    """Percentages that describe the experiment: a preset rate, the 80% lowest, the pruning that a bracket explains."""
    return bool(
        re.match(r"\s+[a-z]+est\b", after)
        or re.search(r"\b(?:preset|given an?|threshold|confidence (?:level|interval)|significance)\b[^,;]*$", before)
        or re.match(r"\s*(?:confidence|CL\b|C\.L\.)", after)
        or (re.search(r"\d/\d+\s+[a-z]+\s*\(\s*$", before) and re.match(r"\s+\w+ (?:reduction|sparsity)", after))
        or re.match(r"\s+(?:sparsity|missing|noise|masking|dropout)\b", after)
        or re.search(r"\b(?:ratios?|levels?|thresholds?|budgets?)\s+(?:from|of|between|ranging from)\s*$", before)
        or re.search(r"\b(?:top|bottom|first|last)[\s-]$", before)
    )


@cache
def _change_nouns() -> str:
    return f"{one_of('measures', 'rise')}|{one_of('measures', 'fall')}"


def _changes(before: str, after: str) -> bool:
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
            rf"by|between|vary from|ranging from|ranges from)(?:\s+up to)?{_BOUND_WORDS}|"
            rf"\b(?:{one_of('measures', 'fall')})\s+(?:to|within|under|below){_BOUND_WORDS}"
        ),
        before,
    )
    return bool(behind or ahead or re.search(r"\bbest\s*$", before))


def _change(number: Number, before: str, after: str, unit: str | None) -> Measure:
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


def _spent(number: Number, before: str, after: str) -> Measure | None:
    time = _TIME.match(after)
    if (
        time
        and _SPENT.search(before)
        and re.search(r"\b(?:reduc\w*|from|takes?|took|latency|runs? in|complet\w+ in|cost)\b", before)
    ):
        unit = time["unit"].casefold()
        unit = unit if unit.endswith(("s", "ms")) else f"{unit}s"
        return Measure(ResultKind.COST, number.value, number.high, unit, number.bound, number.end + time.end())
    tokens = re.match(r"\s+(?:[a-z]+\s+)?tokens\b", after)
    if tokens and _TOKEN_COST.search(before) and not re.search(r"\b(?:train\w*|pre-?train\w*)\b[^,;]*$", before):
        return Measure(ResultKind.COST, number.value, number.high, "tokens", number.bound, number.end + tokens.end())
    if re.match(r"\s+(?:additional|extra|total)\s+cost\b", after) or re.search(
        r"\bcosts? by [^,]*\bto (?:roughly|about|around|only)\s*\\?\s*$", before
    ):
        return Measure(ResultKind.COST, number.value, number.high, None, number.bound, number.end)
    return None


def _count(number: Number, before: str, after: str) -> Measure | None:
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


def _bare(number: Number, before: str, after: str, *, beside: bool) -> Measure | None:
    """A number without a unit is an outcome where a metric names it, or where it stands like a score."""
    metric_behind = re.match(
        (
            rf"\s+(?:(?:average|mean|final|overall|absolute|relative)\s+)?(?:{one_of('measures', 'metrics')})"
            rf"(?![\w-])"
        ),
        after,
    )
    metric_ahead = re.search(
        rf"(?:{one_of('measures', 'metrics')})(?:\s*\([^()]*\))?\)?\s*(?:=|:|"
        rf"of|at|is|was|reaching|to|from|by|improves? (?:from|to))?{_BOUND_WORDS}",
        before,
    )
    if number.scaled and not metric_behind:
        return None
    if number.sign:
        return (
            _change(number, before, after, None)
            if re.match(r"\s+(?:on|in|for|over|points?|absolute|,|and|\))", after)
            else None
        )
    if metric_behind and _whole_is_plausible(number, before):
        kind = ResultKind.CHANGE if _BY.search(before) else ResultKind.SCORE
        return _change(number, before, after, None) if kind is ResultKind.CHANGE else _score(number)
    if metric_ahead:
        return _score(number)
    decimal = not float(number.value).is_integer() or isinstance(number.value, float)
    labelled = re.search(r"\d,\s+(?:and\s+)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?\s+$", before)
    if decimal and (beside or labelled):
        return _score(number)
    if decimal and re.search(
        r"\b(?:from|achiev\w*|reach\w*|attain\w*|obtain\w*|scor\w+|get\w*)" + _BOUND_WORDS, before
    ):
        return _score(number)
    return None


def _whole_is_plausible(number: Number, before: str) -> bool:
    """`12 metrics` counts things; `36.8 BLEU` and `achieves 85 F1` are scores."""
    return isinstance(number.value, float) or bool(
        re.search(r"\b(?:achiev|reach|attain|obtain|scor|of|with|by|to|at)\w*\s*$", before)
    )


def _score(number: Number, unit: str | None = None) -> Measure:
    return Measure(ResultKind.SCORE, number.value, number.high, unit, number.bound, number.end)
