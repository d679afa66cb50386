"""Ratios: `2.6x faster`, `by a factor of three`, `doubles the throughput`, `less than half the tokens`."""

import re

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.outcomes.outcome import Measure, Spot, of_kind

_SPOKEN = re.compile(r"(?:doubl|tripl|quadrupl|halv)\w*$", re.IGNORECASE)
_AS_MEANS = frozenset("by as of than when if for from with on".split())  # noqa: SIM905
_COMPARED = re.compile(
    r"[\s-]+(?:\w+ly\s+)?(?:(?!of\b|in\b|on\b|for\b|with\b|and\b|to\b)[\w-]+\s+){0,2}?(?:higher|lower|faster|slower|larger|smaller|greater|longer|shorter|cheaper|better|worse|more|"
    r"fewer|less|increase|decrease|reduction|improvement|gain|speed|acceleration|boost|rise|compression|saving|closer|"
    r"stronger|that|the|as)\w*"
)
_MULTIPLIES = re.compile(
    r"\b(?:increas|decreas|reduc|improv|speed|accelerat|faster|slower|larger|smaller|higher|lower|boost|enhanc|gain|"
    r"cut|compress|shrink|drop|grow|rais|ris|fall|fell|outperform|exceed|better|more|sav|lower|by|extend|shorten)\w*"
)
_REPEATED = re.compile(
    r"\b(?:repeat|r[ua]n|train|sampl|iterat|perform|conduct|ask|us|cit|download|test|measur)\w*"
    r"(?:\s(?:it|them|this|that|each\s\w+|the\s\w+|all))?$"
)
_OBJECT = re.compile(
    r"\s+(?:the|its|their|our|that|in|accuracy|performance|throughput|speed|as|\w+ (?:rate|score|accuracy|speed)|[A-Z])"
)
_ACTS = re.compile(r"halves", re.IGNORECASE)  # `doubles` and `triples` of things are nouns
_NO_DOERS = frozenset(
    ("", "both", "two", "the", "left", "right", "upper", "lower", "first", "second", "these", "and", "their")
)
_THINGS = re.compile(
    r"\s+(?!(?:of|as|and|or|in|on|with|to|for|by|at|from|when|while|are|is|were|was|that)\b)[a-z-]+\s+[a-z]+"
)
_USED = re.compile(
    r"\b(?:us(?:e|es|ing)|requir\w+|need\w*|consum\w+|captur\w+|retain\w*|keep\w*|process|cost\w*|tak(?:e|es|ing)|with|"
    r"to|at|by|is|has|have|activat\w+|maintain\w*|occup\w+|being|train\w* on|merely|just|only)$"
)
_OF = re.compile(r"\s*(?:of|that of|the|its|their|as many|as much|and 1/|to)\b")
_WITHIN = re.compile(r"\bwithin an?\s*(?:factor of\s*)?$")
_FACTOR_OF = re.compile(r"\bfactors? of\s*$|\bby a factor\s*$")
_LONGER = re.compile(
    r"\s+(?:longer|larger|shorter|smaller|higher|harder)\s+(?:\([\w-]+\)\s+)?[a-z]+(?!\s+than\b)"
)  # inputs
_FIGURE = re.compile(r"\s*\d")


def in_words(spot: Spot) -> Measure | None:
    """A multiple in words: `doubles the`, `two-fold higher`, `twice as fast`, `by a factor of three`.

    >>> readings("Zarp doubles the throughput and cuts the cost by a factor of three.", "Zarp: A Cache")
    2 x factor (in words)
    3 x factor (in words)
    """
    if spot.number.shape != "word":
        return None
    acts = _ACTS.fullmatch(spot.printed) and spot.cue not in _NO_DOERS and _THINGS.match(spot.after)
    compared = _COMPARED.match(spot.after) or _OBJECT.match(spot.after) or acts
    if _SPOKEN.match(spot.printed) and (not (_OBJECT.match(spot.after) or acts) or spot.cue in _AS_MEANS):
        return None
    moved = spot.cue == "by" or _MULTIPLIES.search(spot.clause[-80:])
    if spot.cue == "within" or _WITHIN.search(spot.before):
        return None
    if not compared and not (moved and spot.cue != "is"):
        return None
    return of_kind(ResultKind.FACTOR, spot.number, "x")


def by_a_factor(spot: Spot) -> Measure | None:
    """`by a factor of 2.5`, where a verb or comparative says that something was multiplied.

    >>> readings("We reduce the memory by a factor of 4.5.")
    4.5 x factor (by a factor)
    """
    if spot.number.unit is not None or not _FACTOR_OF.search(spot.lead):
        return None
    if not _MULTIPLIES.search(spot.clause[-100:]) or _WITHIN.search(spot.lead):
        return None
    return of_kind(ResultKind.FACTOR, spot.number, "x")


def share_in_words(spot: Spot) -> Measure | None:
    """A part in words of what is used or kept: `only one-third of the parameters`, `less than half the tokens`.

    >>> readings("Zarp needs only one-third of the parameters.", "Zarp: A Model")
    0.333333 x level (share in words)
    """
    if spot.number.shape not in ("share", "slash"):
        return None
    used = _USED.search(spot.lead) or (spot.number.shape == "slash" and spot.cue == "and")
    below = used and spot.number.bound is Bound.BELOW
    if not used or not (_OF.match(spot.after) or below):
        return None
    return of_kind(ResultKind.LEVEL, spot.number, "x")


def multiplied(spot: Spot) -> Measure | None:
    """`2.6x`, `3 times`, `five-fold`; not what is repeated (`run 3 times`).

    >>> readings("Zarp gives a 2.6x speedup and is 3 times cheaper.", "Zarp: A Cache")
    2.6 x factor (multiplied)
    3 x factor (multiplied)
    """
    if spot.number.unit != "x" or spot.number.shape != "figure" or _FIGURE.match(spot.after):
        return None
    if spot.printed.endswith("fold") and not (_COMPARED.match(spot.after) or _MULTIPLIES.search(spot.clause[-60:])):
        return None
    if spot.cue == "on" and _LONGER.match(spot.after):
        return None
    if not spot.number.decimals and _REPEATED.search(spot.lead) and not _COMPARED.match(spot.after):
        return None
    return of_kind(ResultKind.FACTOR, spot.number, "x")


FACTOR_RULES = (in_words, by_a_factor, share_in_words, multiplied)
