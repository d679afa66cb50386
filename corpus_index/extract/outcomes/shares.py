"""Percentages: what is kept or used is a level, everything else a score."""

import re

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.outcomes.metric_words import is_metric, words_of
from corpus_index.extract.outcomes.outcome import Measure, Spot, of_kind, score

_OF = re.compile(r"\s*of\b(?! the (?:time|cases)\b)")
_KEEPS = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|utiliz\w+|retain\w*|preserv\w*|keep\w*|kept|maintain\w*|requir\w*|consum\w*|need\w*|"
    r"spend\w*|activat\w*|cost\w*|train\w* on|with|to|at|tun\w+|train(?:s|ing)|updat\w+|"
    r"(?:fine-?)?tun(?:es|ing)|label\w+|annotat\w+|sampl\w+|process\w*|stor(?:es|ing)|transmit\w*|read(?:s|ing))$"
)
_KEEPING = re.compile(r"\b(?:retain|preserv|keep|kept|maintain)\w*$")
_RESOURCE = (
    r"(?:performance|accuracy|quality|capabilit\w+|tokens|parameters?|params|data|compute|computation|cost|costs|latency|"
    r"memory|time|overhead|cache|budget|FLOPs|samples|labels|weights|throughput|speed|size|gains?|improvements?|original|baseline|full|"
    r"oracle|recall|precision|utility|reward|fidelity|energy|power|training|resources|cores|storage|bandwidth|annotations|examples|neurons|layers|experts)\b"
)
_KEPT = re.compile(rf"\s*of\s+(?:[\w'-]+\s+){{0,5}}?{_RESOURCE}")
_USED = re.compile(rf"\s*(?:\([^()]{{1,20}}\)\s+)?(?:of\s+)?(?:[\w'-]+\s+){{0,4}}?{_RESOURCE}")
_OF_METRIC = re.compile(r"\s*of\s+(?:accuracy|recall|precision|F1|success|sensitivity|specificity)\b")
_REACHES = re.compile(r"\b(?:achiev|reach|attain|match|deliver|recover|obtain)\w*$")
_EXTRA = re.compile(
    r"\s*(?:extra|additional|more|of additional)\s+(?:parameters?|params|overhead|cost|memory|compute|tokens)"
)
_REACHED_ONLY = re.compile(r"\s*(?:[\w-]+\s+){0,3}?(?:accuracy|performance|quality|throughput|speed)\b")
_OVERHEAD_BEHIND = re.compile(r"\s+(?:(?!of\b|in\b|less\b|lower\b|more\b|higher\b)[\w-]+\s+){0,3}?overheads?\b")
_OVERHEAD_AHEAD = re.compile(r"\boverheads?(?:\s+(?:of|is|was|are|were|at|to|as|remains|below))?$")
_PERFORMANCE = re.compile(
    r"\s+(?:[\w'-]+\s+){0,2}?(?:performance|quality|capabilit\w+)\b(?! (?:gain|improv|increas|boost|drop))"
)
_ADDS = re.compile(r"\b(?:add|incur|introduc|impos)\w*$")
_ADDED = re.compile(
    r"\s+(?:(?:of|to|the|its|additional|extra|more)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:time|latency|memory|compute|computation|parameters|params|FLOPs|cost|costs|runtime|delay|storage|energy|tokens)\b"
)
_ONLY = re.compile(r"\b(?:only|just|merely|as (?:little|few) as)\s*(?:about|around|roughly|~)?\s*$")
_SPENT = (
    r"(?:parameters?|params|weights|tokens|data|compute|computation|costs?|latency|memory|runtime|time|FLOPs|budget|cache|energy|"
    r"storage|size|labels|samples|training|neurons|layers|steps|frames|bandwidth)\b"
)
_OF_SPENT = re.compile(rf"\s*of\s+(?!the time\b)(?:[\w.'-]+\s+){{0,4}}?{_SPENT}")
_IS = re.compile(r"\b(?:is|are|was|were|be)$")
_OF_A_RIVAL = re.compile(rf"\s*of\s+(?:that of\b|(?:the\s+)?[\w-]+'s?\s+(?:[\w-]+\s+){{0,2}}?{_SPENT})")
_KEPT_ALONE = re.compile(r"\b(?:retain|preserv)\w*(?:\s[\d.]+\s?%?\s?(?:,|and|/|or))?$")
_NEEDS_ONLY = re.compile(
    r"\b(?:(?:us(?:e|es|ing)|requir\w+|consum\w+|need\w*|with) (?:only|just|merely)|"
    r"(?:only|just|merely) (?:us(?:e|es|ing)|requir(?:e|es|ing)|consum(?:e|es|ing)|need(?:s|ing)?))"
    r"\s*(?:about|around|~)?\s*$"
)


def kept(spot: Spot) -> Measure | None:
    """A share that is kept, used or reached again: `retains 97% of the accuracy`, `using only 20% of the tokens`.

    >>> readings("Zarp retains 97% of the accuracy, using only 20% of the tokens.", "Zarp: A Model")
    97 % level (kept)
    20 % level (kept)
    """
    number = spot.number
    if number.unit is None and number.decimals and number.value < 1 and number.shape == "figure":
        part = _OF.match(spot.after) and (_KEEPING.search(spot.lead) or _REACHES.search(spot.lead))
        return of_kind(ResultKind.LEVEL, number, None) if part else None
    if number.unit != "%":
        return None
    used = _NEEDS_ONLY.search(spot.before) and _USED.match(spot.after) and not _REACHED_ONLY.match(spot.after)
    if _EXTRA.match(spot.after) or used:
        return of_kind(ResultKind.LEVEL, spot.number, "%")
    if not _OF.match(spot.after) or (_OF_METRIC.match(spot.after) and not _KEEPING.search(spot.lead)):
        return None
    if (_KEEPS.search(spot.lead) and (_MUST_KEEP.search(spot.lead) or _KEPT.match(spot.after))) or (
        _REACHES.search(spot.lead) and _KEPT.match(spot.after)
    ):
        return of_kind(ResultKind.LEVEL, spot.number, "%")
    return None


def overhead(spot: Spot) -> Measure | None:
    """What comes on top is a share of what is used anyway: `a latency overhead of 3.5%`, `only 2% overhead`.

    >>> readings("Zarp has a latency overhead of 3.5%, and adds only 2% training time.", "Zarp: A Cache")
    3.5 % level (overhead)
    2 % level (overhead)
    """
    if spot.number.unit != "%":
        return None
    added = _ADDS.search(spot.lead) and _ADDED.match(spot.after)
    if not (added or _OVERHEAD_BEHIND.match(spot.after) or _OVERHEAD_AHEAD.search(spot.lead)):
        return None
    return of_kind(ResultKind.LEVEL, spot.number, "%")


def only_spent(spot: Spot) -> Measure | None:
    """Only so much of what is spent, or as much as a share of what another spends, whatever the verb.

    >>> readings("Zarp alters only 18% of the weights; its latency is 46% of Vumo's run time.", "Zarp: A Model")
    18 % level (only spent)
    46 % level (only spent)
    """
    if spot.number.unit != "%":
        return None
    only = _ONLY.search(spot.before) and _OF_SPENT.match(spot.after)
    if only or (_IS.search(spot.lead) and _OF_A_RIVAL.match(spot.after)):
        return of_kind(ResultKind.LEVEL, spot.number, "%")
    return None


def kept_alone(spot: Spot) -> Measure | None:
    """What is retained or preserved is a share of what there was, unless its metric is named behind it.

    >>> readings("The best rival retains 78.1%, and Zarp preserves 99.2% on Vumo tasks.", "Zarp: A Pruner")
    78.1 % level (kept alone)
    99.2 % level (kept alone)
    """
    if spot.number.unit != "%" or not _KEPT_ALONE.search(spot.lead):
        return None
    near = _NEAR.match(spot.after)
    if near and any(map(is_metric, words_of(near[0]))) and not _PERFORMANCE.match(spot.after):
        return None
    return of_kind(ResultKind.LEVEL, spot.number, "%")


def performance_kept(spot: Spot) -> Measure | None:
    """A share of the performance that is kept, with no `of`; but `maintains 97.2% accuracy` is a score.

    >>> readings("Zarp maintains 85.7% performance and 97.2% accuracy.", "Zarp: A Pruner")
    85.7 % level (performance kept)
    97.2 % score (percentages)
    """
    if spot.number.unit != "%" or not _KEEPING.search(spot.lead) or not _PERFORMANCE.match(spot.after):
        return None
    return of_kind(ResultKind.LEVEL, spot.number, "%")


def percentages(spot: Spot) -> Measure | None:
    """Any other percentage is a score.

    >>> readings("We reach 94.4% here.")
    94.4 % score (percentages)
    """
    return score(spot.number, "%", weak=True) if spot.number.unit == "%" else None


def decibels(spot: Spot) -> Measure | None:
    """A level in decibels.

    >>> readings("Its PSNR is 31.2 dB.", "Zarp: A Model")
    31.2 dB score (decibels)
    """
    return score(spot.number, "dB", weak=True) if spot.number.unit == "dB" else None


_MUST_KEEP = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|utiliz\w+|retain\w*|preserv\w*|keep\w*|kept|maintain\w*|requir\w*|need\w*)$"
)
_NEAR = re.compile(r"(?:\s+[\w@-]+){1,3}")
SHARE_RULES = (kept, only_spent, overhead, performance_kept, kept_alone, percentages, decibels)
