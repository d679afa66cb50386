"""What a number says: a score, a change, a factor, a share kept, a cost or a count."""

import re

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.figures.amounts import count, spent
from corpus_index.extract.figures.changes import BY, change, changes
from corpus_index.extract.figures.outcome import BOUND_WORDS, Measure, score
from corpus_index.extract.reading.lexicon import one_of
from corpus_index.extract.reading.numbers import Number

_LEVEL_VERB = re.compile(
    r"\b(?:us(?:e|es|ing)|utiliz\w+|retain\w*|preserv\w*|keep\w*|maintain\w*|"
    r"requir\w*|consum\w*|recover\w*|need\w*|with|to|at|spend\w*|activat\w*|"
    r"cost\w*|train\w* on|on)" + BOUND_WORDS
)
_REACHES = re.compile(r"\b(?:achiev|reach|attain|match|deliver|recover|obtain)\w*" + BOUND_WORDS)
_ACHIEVES = re.compile(r"\b(?:achiev|reach|attain|obtain|scor|get|record)\w*\b[^;]*$")
_SCORES = re.compile(r"\b(?:achiev|reach|attain|obtain|scor)\w*" + BOUND_WORDS)
_NEEDS_ONLY = re.compile(
    r"\b(?:us(?:e|es|ing)|requir\w+|consum\w+|need\w*|with) (?:only|just|merely)\s*(?:about|around|~)?\s*$"
)
_EXPLAINS = re.compile(
    (
        r"\b(?:explain\w*|account\w* for|captur\w*|cover\w*|solv\w*|resolv\w*|answer\w*|"
        r"detect\w*|correct\w*)"
    )
    + BOUND_WORDS
)
_WITHIN = re.compile(r"\bwithin\s*$")
_EXTRA = re.compile(
    r"\s*(?:extra|additional|more|of additional)\s+(?:parameters?|params|overhead|"
    r"cost|memory|compute|tokens)"
)


def measure(number: Number, before: str, after: str, *, beside: bool = False) -> Measure | None:
    """Read a number as an outcome, from the words before and after it in its sentence; `None` where it is none.

    `beside` says that the name of a benchmark stands right next to it.
    """
    if number.unit == "x":
        return _factor(number, before, after)
    if number.unit == "points" and not number.sign and _SCORES.search(before) and not changes(before, after):
        return score(number, "points")
    if number.unit == "points":
        return change(number, before, after, "points")
    if number.unit == "dB":
        moved = number.sign or BY.search(before) or changes(before, after)
        return change(number, before, after, "dB") if moved else score(number, "dB")
    if number.unit == "%":
        return _percent(number, before, after)
    if number.unit == "USD":
        return Measure(ResultKind.COST, number.value, number.high, "USD", number.bound, number.end)
    return spent(number, before, after) or count(number, before, after) or _bare(number, before, after, beside=beside)


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
    if re.match(r"\s*\d", after):
        return None
    return Measure(ResultKind.FACTOR, number.value, number.high, "x", number.bound, number.end)


def _percent(number: Number, before: str, after: str) -> Measure | None:
    if is_set_up(before, after):
        return None
    if number.sign or BY.search(before) or changes(before, after):
        return change(number, before, after, "%")
    if _WITHIN.search(before):
        return Measure(ResultKind.CHANGE, number.value, number.high, "%", Bound.UP_TO, number.end)
    share = re.match(r"\s*of\b(?! the time)", after)
    if share and _EXPLAINS.search(before):
        return score(number, "%")
    if (share and _LEVEL_VERB.search(before)) or _EXTRA.match(after) or _NEEDS_ONLY.search(before):
        return Measure(ResultKind.LEVEL, number.value, number.high, "%", number.bound, number.end)
    if share and _REACHES.search(before):
        return Measure(ResultKind.LEVEL, number.value, number.high, "%", number.bound, number.end)
    if share:
        return None
    return score(number, "%")


def is_set_up(before: str, after: str) -> bool:
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


def _bare(number: Number, before: str, after: str, *, beside: bool) -> Measure | None:
    """A number without a unit is an outcome where a metric names it, or where it stands like a score."""
    metric_behind = re.match(
        (
            rf"\s+(?:(?:average|mean|final|overall|absolute|relative)\s+)?(?:{one_of('measures', 'metrics')})"
            rf"(?:@[\w.]+)?(?![\w-])"
        ),
        after,
    )
    metrics = rf"(?:{one_of('measures', 'metrics')})(?:@[\w.]+)?(?:\s*\([^()]*\))?\)?"
    metric_ahead = re.search(
        rf"{metrics}(?:\s*(?:=|:|of|at|is|was|reaching|to|from|by|improves? (?:from|to))?|"
        rf"\s+on\s+[\w./ -]{{1,30}}?\s+(?:is|was|of|reach(?:es|ed)|(?:falls?|"
        rf"drops?|rises?|increases?|decreases?) to)){BOUND_WORDS}",
        before,
    )
    if number.scaled and not metric_behind:
        return None
    if number.sign:
        return (
            change(number, before, after, None)
            if re.match(
                (
                    r"\s+(?:on|in|for|over|points?|absolute|,|and|\)|(?:[\w@-]+\s+){0,2}(?:improvement|"
                    r"gain|increase)s?\b)"
                ),
                after,
            )
            else None
        )
    if metric_behind and _whole_is_plausible(number, before):
        kind = ResultKind.CHANGE if BY.search(before) else ResultKind.SCORE
        return change(number, before, after, None) if kind is ResultKind.CHANGE else score(number)
    if metric_ahead:
        return score(number)
    decimal = not float(number.value).is_integer() or isinstance(number.value, float)
    labelled = re.search(r"\d,\s+(?:and\s+)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?\s+$", before)
    whole = beside and number.value >= 10 and _ACHIEVES.search(before)
    if (decimal and (beside or labelled)) or whole:
        return score(number)
    if decimal and re.search(r"\b(?:from|achiev\w*|reach\w*|attain\w*|obtain\w*|scor\w+|get\w*)" + BOUND_WORDS, before):
        return score(number)
    return None


def _whole_is_plausible(number: Number, before: str) -> bool:
    """`12 metrics` counts things; `36.8 BLEU` and `achieves 85 F1` are scores."""
    return isinstance(number.value, float) or bool(
        re.search(r"\b(?:achiev|reach|attain|obtain|scor|of|with|by|to|at)\w*\s*$", before)
    )
