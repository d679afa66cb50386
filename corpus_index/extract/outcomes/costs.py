"""What was spent: money, time, energy, memory, tokens."""

import re

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.outcomes.outcome import Measure, Spot, of_kind
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.units import unit_behind

_SPENDS = re.compile(
    r"\b(?:tak(?:e|es|ing)|took|requir\w*|need\w*|cost\w*|spend\w*|spent|consum\w*|us(?:e|es|ing)|occup\w+|dissipat\w+|"
    r"latenc\w+|runtime|run-?time|time|delay|overhead|memory|power|energy|footprint|duration|run(?:s|ning)?|complet\w*|"
    r"finish\w*|process\w*|execut\w*|respond\w*|operat\w*|"
    r"transcrib\w*|generat\w*|converg\w*|inference|prediction|solv\w*|infer\w*|budget|"
    r"computation\w*|detect\w*|storage|hardware|reduc\w+)\b"
)
_SPENT_BEHIND = re.compile(
    r"\s*(?:per\b|/|(?:[\w-]+\s+){0,2}?(?:latency|inference|runtime|run-?time|"
    r"time(?! (?:intervals?|steps?|windows?))|delay|overhead|memory|power|energy|footprint|consumption|response))"
)
_CUES = words("number_words", "spending")
_SET_UP = re.compile(
    r"\b(?:train\w*|pre-?train\w*|fine-?tun\w*|record\w*|video\w*|audio|speech|windows?|horizon|every|last|past|"
    r"driving|follow-up|ahead|dataset|corpus|collect\w*|data|budget of|nm process|CMOS process|technology|CMOS|node|"
    r"deployed)\b"
    r"[^,;]{0,60}$"
)
_TRAINING_COST = re.compile(r"\btraining (?:time|cost|latency|memory)|\btrain\w* [^,;]{0,30}\bin$")
_LENGTH_OF_DATA = re.compile(
    r"[\s-]*\)?\s*(?:of\s+(?:[\w-]+\s+){0,5}?(?:video|audio|speech|data|recording|driving|talk|music|footage|interaction|"
    r"annotat\w*|labeled)|per\s(?:participant|subject|patient|person|speaker|recording)\b|long\b|ahead\b|clips?\b|window|videos?\b|segments?\b|horizon|apart|on\s+(?:\d|an?\s|one|"
    r"two|four|eight|single))"
)
_TOKENS = re.compile(r"\s+(?:(?!(?:pre)?training\b)[a-z]+\s+)?tokens\b(?!\s+of\s+context\b)")
_USES_TOKENS = re.compile(r"\b(?:us(?:e|es|ed|ing)|with|consum\w+|spend\w*|requir\w+)$")
_STORED = frozenset(("KB", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB"))
_STORES = re.compile(
    r"\b(?:footprint|requir\w*|consum\w*|reduc\w*|need\w*|occup\w*|storage|model size|sav\w+|compress\w*)\b"
)
_PROCESSOR_TIMES = frozenset(("GPU hours", "GPU-hours", "GPU days", "GPU-days", "A100 hours", "H100 hours"))
"""Units in which only the making of a model is counted: a specification, as is what else it is made with."""
_HALF_UNIT = re.compile(r"\s+an?\s+(?P<unit>second|minute|hour|day)\b")
_BUDGET = re.compile(r"\b(?:budgets?|prices?|bids?)\b[^,;]{0,24}$")
_TRAINED_ON = re.compile(r"\b(?:(?:pre-?)?train\w*|corpus|dataset|data|benchmark|collection)\b[^;]*$")
_EXTRA_COST = re.compile(r"\s+(?:additional|extra|total)\s+cost\b")
_COST_CUT = re.compile(r"\bcosts? by [^,]{0,40}\bto (?:roughly|about|around|only)\s*\\?\s*$")


def money(spot: Spot) -> Measure | None:
    """An amount of money, but no budget or price range that was given.

    >>> readings("Training Zarp costs $42.", "Zarp: A Model")
    42 USD cost (money)
    """
    if spot.number.unit != "USD" or _BUDGET.search(spot.lead):
        return None
    return of_kind(ResultKind.COST, spot.number, "USD")


def part_of_a_unit(spot: Spot) -> Measure | None:
    """`in less than half a minute`.

    >>> readings("Zarp answers in less than half a minute.", "Zarp: A Model")
    below 0.5 minutes cost (part of a unit)
    """
    taken = spot.number.shape == "share" and spot.cue in (
        "in",
        "within",
        "under",
        "takes",
        "to",
        "take",
        "took",
        "requires",
    )
    unit = _HALF_UNIT.match(spot.after) if taken else None
    return of_kind(ResultKind.COST, spot.number, f"{unit['unit']}s", unit.end()) if unit else None


def spent(spot: Spot) -> Measure | None:
    """Time, energy, power, memory or area that something takes: `takes 5 minutes`, `a latency of 21 ms`.

    >>> readings("Zarp runs in 21 ms and consumes only 8.1 mW.", "Zarp: A Model")
    21 ms cost (spent)
    8.1 mW cost (spent)
    """
    if spot.number.unit is not None or spot.number.sign:
        return None
    unit = unit_behind(spot.after)
    if (
        unit is None
        or unit.sort not in ("time", "spent")
        or unit.name in _PROCESSOR_TIMES
        or (unit.sort == "time" and _LENGTH_OF_DATA.match(spot.after, unit.length))
    ):
        return None
    if spot.lead.endswith("efficiency of") or spot.lead.endswith("efficiency"):
        return None
    if unit.name in _STORED and not _STORES.search(spot.clause[-90:]):
        return None
    if unit.sort == "spent" and spot.cue in ("in", "with", "at", "("):
        return None
    behind = _SPENT_BEHIND.match(spot.after, unit.length)
    if spot.after.startswith("-") and not behind:
        return None
    if not behind and (spot.cue not in _CUES or not _SPENDS.search(spot.clause[-90:])):
        return None
    if _SET_UP.search(spot.clause) and not _TRAINING_COST.search(spot.clause) and not behind:
        return None
    return of_kind(ResultKind.COST, spot.number, unit.name, unit.length)


def tokens_used(spot: Spot) -> Measure | None:
    """`using only about 5K inference tokens`.

    >>> readings("Zarp solves them using only 5K tokens.", "Zarp: A Model")
    5000 tokens cost (tokens used)
    """
    tokens = _TOKENS.match(spot.after)
    if not tokens or spot.number.unit or not _USES_TOKENS.search(spot.lead):
        return None
    if _TRAINED_ON.search(spot.clause):
        return None
    return of_kind(ResultKind.COST, spot.number, "tokens", tokens.end())


def named_cost(spot: Spot) -> Measure | None:
    """An amount whose currency was lost: `for 1 additional cost`.

    >>> readings("Zarp is trained at only 9 additional cost.", "Zarp: A Model")
    9 cost (named cost)
    """
    if spot.number.unit is not None:
        return None
    named = _EXTRA_COST.match(spot.after)
    left = _COST_CUT.search(spot.before)
    return of_kind(ResultKind.COST, spot.number, None) if named or left else None


COST_RULES = (money, part_of_a_unit, spent, tokens_used, named_cost)
