"""Differences: whether a number is one, and which way it went."""

import re

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.outcomes.directions import (
    direction_behind,
    direction_of,
    is_fall,
    nouns_behind,
    nouns_of_change,
    verbs_of_change,
)
from corpus_index.extract.outcomes.metric_words import is_metric, words_of
from corpus_index.extract.outcomes.outcome import Measure, Spot, score
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.numbers import Number
from corpus_index.extract.reading.units import unit_behind

_EQUALS = frozenset("= of is was vs vs. versus are were to from reaches score between and at value values".split())  # noqa: SIM905
_ACHIEVES = re.compile(r"\b(?:achiev|reach|attain|obtain|scor|deliver)\w*$")
_CHANGED_VERB_END = 24  # where a verb of change may end before its number, in characters
_SIGNED_AFTER = re.compile(
    r"\s*(?:\)|,|\.?$|;)|\s+(?:on|in|for|over|at|points?|absolute|and|across|\(|(?:[\w@-]+\s+){0,2}(?:improvement|gain|"
    r"increase|drop|reduction)s?\b)"
)
_FEWER = re.compile(
    r"\s+(?P<way>fewer|less|more)\s+(?:(?:training|model|tool|inference|function)\s+)?(?P<things>[a-z]+)\b"
)
_EARLIER = re.compile(
    r"\s+(?:training\s+)?(?P<things>steps|updates|epochs|iterations|episodes|rounds|tokens|frames)\s+(?P<way>earlier|later|sooner)\b"
)
_MARGIN = re.compile(r"\s+(?:relative|absolute)\s*(?:[),.;]|$|\bon\b|\bover\b)")
_METRIC_OF = re.compile(r"\s+(?P<metric>[A-Za-z][\w@-]*)\b(?!\s*(?:of|=|is))")
_PASSIVE = re.compile(r"\s+of (?:[\w-]+\s){1,6}?(?:is|are|was|were|can be|could be)\s(?:\w+ly\s)?(?P<verb>[a-z]+)\b")
_NO_STEP = re.compile(
    r"\b(?:bounded|divisible|given|multiplied|followed|accompanied|divided|limited|offset|rotated|shifted|"
    r"characteri[sz]ed|caused|x) by$"
)
_COPULA = re.compile(r"\s(?:was|were|is|are)$")
_OF_RIVAL = re.compile(r"\s(?:over|than|against|compared)\b")
_TO_NUMBER = re.compile(
    r"(?:\s(?!with\b|and\b(?!(?:\s[\w-]+){1,4}\sof$)|to\b|at\b|using\b|requir|retain|preserv|achiev|reach|attain|obtain|yield|\d[\d.,]*(?![\w+]))[^\s;:,]{1,40}(?<![.])){0,10}?"
    r"(?:\s(?:of|by|was|were|is|are|to be|between|being|reaching|averaging|(?:rang\w+|var\w+)(?: from| between)?))?"
)
_DIFFERENCE = re.compile(
    r"(?:Δ|[Dd]elta|\b(?:gain|difference|change|improvement|drop|gap|increase|shift|effect)s?)\W*\w*$"
)
_CLOSED = re.compile(r"\s*[,);]")
_OVER_ONE = re.compile(r"\b(?:over|on|upon|above) (?:the|an?)\s*$")  # "improves over the 55.4% baseline"
_WHOLE_CHANGE = re.compile(r"\s*of (?:the|its|their|all|these)\b")
_WHOLE_CHANGE_IN = re.compile(r"\s+of\b")
_IN_A_MEASURE = re.compile(
    r"\s+[A-Z][\w@/-]{0,15}(?:\s?&\s?\w+)?\s*(?:[),;.]|$|\b(?:on|in|for|over|at|and|across|vs)\b)"
)
_CHANGED_BEHIND = re.compile(
    r"[\s-]+(?:(?P<fall>reduced|decreased|lowered|shortened)|increased|improved|enhanced|boosted)\s+[a-zA-Z]"
)
_REACHING = re.compile(
    r"\b(?:[Tt]h(?:e|is|ese|ose)|an?|where|with|its|our) (?:[\w-]+ ){0,2}"
    r"(?P<noun>improvement|gain|reduction|decrease|increase|saving|drop|boost)s?"
    r"(?: (?:in|of|on|from|for|over) (?:[\w-]+ ){0,5}[\w-]+)?(?: (?:that|which|can|could|may)){0,2} reach(?:es|ed)?$"
)
_LABEL = re.compile(r"[(,;]\s*[A-Z][\w.+-]*[\dA-Z][\w.+-]*$")
_OR_MORE = re.compile(r"\s*\(?(?:or|and) (?:more|higher|better|greater|above|less|fewer|lower|below)\b")
_WHOLE = 100
_WITHIN = re.compile(r"\bwithin\s*$")


def signed(spot: Spot) -> Measure | None:
    """A printed sign: `(+3.7%)`, `-42%`; but `correlation = -0.18` is a level.

    >>> readings("We see 81.0% (+3.7%) here.")
    81 % score (percentages)
    3.7 % change (signed)
    """
    number = spot.number
    if not number.sign:
        return None
    if number.sign < 0 and spot.cue in _EQUALS and number.unit is None:
        return None
    if number.sign < 0 and (number.unit == "dB" if spot.cue != "(" else False):
        return None
    if number.sign < 0 and number.unit is None and spot.before.rstrip().endswith("~") and spot.cue != "by":
        return None
    if spot.cue == "=" and number.unit is None and not _DIFFERENCE.search(spot.lead):
        return None
    if number.unit is None:
        named = _METRIC_OF.match(spot.after) if number.sign > 0 else None
        placed = _SIGNED_AFTER.match(spot.after) or (named and is_metric(named["metric"]))
        placed = placed or (number.sign > 0 and _IN_A_MEASURE.match(spot.after) and not unit_behind(spot.after))
        if not placed or not (number.decimals or spot.beside):
            return None
    return _change(spot, number.sign)


def noun_behind(spot: Spot) -> Measure | None:
    """A noun or comparative of change behind the number.

    >>> readings("Zarp gives 12% fewer errors and a 3.1% relative accuracy gain.", "Zarp: A Model")
    -12 % change (noun behind)
    3.1 % change (noun behind)
    """
    way = _CHANGED_BEHIND.match(spot.after) if spot.number.unit in ("%", "points") else None
    if way and spot.cue != "by":
        return _change(spot, -1 if way["fall"] else 1)
    match = None if _OR_MORE.match(spot.after) else nouns_behind().match(spot.after)
    if not match or (spot.number.unit is None and spot.number.decimals == 0 and not spot.number.sign):
        return None
    if spot.cue == "by" and match["noun"] in ("more", "less"):
        return None
    if _WHOLE_CHANGE.match(spot.after):
        return None
    if spot.number.unit is None and match["noun"] in ("more", "better", "above", "below", "loss", "losses", "gap"):
        return None
    return _change(spot, -1 if is_fall().fullmatch(match["noun"]) else 1)


def fewer_things(spot: Spot) -> Measure | None:
    """So many things fewer: `125M fewer parameters`, `60 updates earlier`.

    >>> readings("Zarp has 125M fewer parameters and converges 60 updates earlier.", "Zarp: A Model")
    -1.25e+08 parameters change (fewer things)
    -60 updates change (fewer things)
    """
    number = spot.number
    if number.unit is not None or (number.decimals and not number.scaled):
        return None
    things = (_FEWER.match(spot.after) if number.scaled else None) or _EARLIER.match(spot.after)
    if not things:
        return None
    sign = 1 if things["way"] in ("more", "later") else -1
    high = None if number.high is None else sign * number.high
    end = number.end + things.end()
    return Measure(ResultKind.CHANGE, sign * number.value, high, things["things"], number.bound, end)


def margin(spot: Spot) -> Measure | None:
    """A percentage that is said to be relative or absolute is a difference: `(8% relative)`.

    >>> readings("We raise recall to 81.2% (8.1% relative).")
    81.2 % score (percentages)
    8.1 % change (margin)
    """
    if spot.number.unit != "%" or not _MARGIN.match(spot.after):
        return None
    return _change(spot, direction_of(spot.clause) or 1)


def behind_by(spot: Spot) -> Measure | None:
    """`by` before the number; the verb before it says which way.

    >>> readings("We cut the latency by up to 70%, outperforming Zarp by 2.5 points and Kebo by 12 mIoU.")
    up to -70 % change (behind by)
    2.5 points change (behind by)
    12 change (behind by)
    """
    if spot.cue != "by" or _NO_STEP.search(spot.lead) or (spot.number.unit is None and not _may_be_moved(spot)):
        return None
    return _change(spot, direction_of(spot.clause) or direction_of(spot.lead) or direction_behind(spot.after) or 1)


def _may_be_moved(spot: Spot) -> bool:
    if spot.number.decimals or any(map(is_metric, words_of(spot.clause[-60:]))):
        return True
    named = _METRIC_OF.match(spot.after)
    return bool(named and is_metric(named["metric"]) and direction_of(spot.clause))


def noun_ahead(spot: Spot) -> Measure | None:
    """A noun of change before the number: `gains of`, `a mean decrease over X of`, `savings were`.

    >>> readings("We see relative gains in recall of 9.2% and a drop in WER of 4.0%.")
    9.2 % change (noun ahead)
    -4 % change (noun ahead)
    """
    if spot.number.unit is None and (spot.number.scaled or not spot.number.decimals):
        return None
    if spot.cue == ":" and (is_metric(_last_word(spot.lead)) or _LABEL.search(spot.lead)):
        return None  # "gains on trees (F1: 92.6%)", "large models lead (Zarp-7B: 83.5)"
    if spot.cue == "in" and _WHOLE_CHANGE_IN.match(spot.after):
        return None  # "a gain in 88% of the cases"
    lead = spot.lead[-120:]
    if spot.number.unit is None and (spot.cue == "(" or unit_behind(spot.after)):
        return None
    lead = _COPULA.sub(" of", lead.replace(" and ", " / ")) if _COPULA.search(lead) else lead
    for match in reversed(list(nouns_of_change().finditer(lead))):
        gap = _TO_NUMBER.fullmatch(lead, match.end()) if match[0] not in _COMPARATIVES else None
        if gap and not (spot.cue == "(" and _OF_RIVAL.match(gap[0])):
            return _change(spot, -1 if is_fall().fullmatch(match[0]) else 1)
    return None


_COMPARATIVES = words("number_words", "comparatives")


def noun_reaches(spot: Spot) -> Measure | None:
    """A noun of change is the subject of `reaches`: `the reduction in power reaches up to 38%`.

    >>> readings("The reduction in power reaches up to 38%.", "Zarp: A Cache")
    up to -38 % change (noun reaches)
    """
    change = _REACHING.search(spot.lead) if spot.number.unit in ("%", "points", "dB") else None
    return _change(spot, -1 if is_fall().fullmatch(change["noun"]) else 1) if change else None


def verb_ahead(spot: Spot) -> Measure | None:
    """A verb of change right before the number, or before the bracket that holds it.

    >>> readings("It prunes 30% of the vertices and recall degrades severely (9.5%).", "Zarp: A Pruner")
    -30 % change (verb ahead)
    -9.5 % change (verb ahead)
    """
    if spot.number.unit not in ("%", "points", "dB"):
        return None
    words = spot.lead[-60:].split()
    if spot.cue == "(" and (not _CLOSED.match(spot.after) or len(words) < 2):
        return None
    adverb = spot.cue == "(" and words and words[-1].endswith("ly")
    verb = words[-2] if adverb else words[-1] if words else ""
    match = verbs_of_change().fullmatch(verb)
    if not match or verb.casefold().startswith(("achiev", "top", "exceed", "surpass", "push", "ahead")):
        return None
    if match["rise"] and (spot.after.startswith(" of ") or _OVER_ONE.search(spot.before)):
        return None
    return _change(spot, -1 if match["fall"] else 1)


def verb_behind(spot: Spot) -> Measure | None:
    """A passive verb of change behind a share: `45% of the memory is saved`.

    >>> readings("We see that 45% of the memory is saved.")
    -45 % change (verb behind)
    """
    match = _PASSIVE.match(spot.after) if spot.number.unit == "%" else None
    verb = verbs_of_change().fullmatch(match["verb"]) if match else None
    return _change(spot, -1) if verb and verb["fall"] and not spot.number.sign else None


def within(spot: Spot) -> Measure | None:
    """`within 12% of the optimum` is a difference of at most that.

    >>> readings("We come within 2% of the optimum.")
    up to 2 % change (within)
    """
    if spot.number.unit not in ("%", "points") or not _WITHIN.search(spot.before):
        return None
    number = spot.number
    return Measure(ResultKind.CHANGE, number.value, number.high, number.unit, Bound.UP_TO, number.end)


def points(spot: Spot) -> Measure | None:
    """Points are a difference, but for what is scored: `achieves 50 points on`.

    >>> readings("Zarp is 2.5 points ahead.", "Zarp: A Model")
    2.5 points change (points)
    """
    number = spot.number
    if number.unit != "points" or number.scaled or number.value > _WHOLE:
        return None  # "a cloud of 6.7 million points"
    scored = _ACHIEVES.search(spot.lead) or (spot.cue == "of" and is_metric(_last_word(spot.lead.removesuffix(" of"))))
    if not number.sign and scored and not nouns_behind().match(spot.after):
        return score(number, "points")
    return _change(spot, number.sign or direction_of(spot.clause) or 1)


def _last_word(text: str) -> str:
    return text[text.rfind(" ") + 1 :]


def _change(spot: Spot, sign: int) -> Measure:
    """A difference with its sign: the printed one, else the direction that the words around it give."""
    number: Number = spot.number
    sign = number.sign or sign
    if number.sign > 0 and sign > 0 and direction_of(spot.clause[-_CHANGED_VERB_END:]) == -1:
        sign = 1
    high = None if number.high is None else (number.high_sign or sign) * number.high
    return Measure(ResultKind.CHANGE, sign * number.value, high, number.unit, number.bound, number.end)


CHANGE_RULES = (
    signed,
    fewer_things,
    noun_behind,
    margin,
    behind_by,
    noun_ahead,
    noun_reaches,
    verb_ahead,
    verb_behind,
    within,
    points,
)
