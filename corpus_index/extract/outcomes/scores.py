"""Bare numbers and physical quantities: levels that a metric, a verb or a sign of equality names."""

import re

from corpus_index.extract.outcomes.directions import direction_of
from corpus_index.extract.outcomes.metric_words import is_metric, words_of
from corpus_index.extract.outcomes.outcome import Measure, Spot, score
from corpus_index.extract.outcomes.settings import is_setting
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.numbers import Number
from corpus_index.extract.reading.units import unit_behind

_CONNECTS = words("number_words", "connecting")
_ACHIEVES = re.compile(
    r"\b(?:achiev\w*|reach\w*|attain\w*|obtain\w*|scor(?:e|es|ed|ing)|gets?|getting|got|record\w*|yield\w*|deliver\w*|"
    r"register\w*|demonstrat\w*|exhibit\w*|post(?:s|ed)|hits?|rank\w*|averag\w*|report\w*|gives?|gave|show\w*|produc\w*|"
    r"report\w*)(?:\s(?!that\b|at\b|in\b|on\b|when\b|with\b|for\b|to\b|of\b|the\b|and\b|as\b|by\b)[a-z-]+){0,2}$"
)
_ACHIEVING = re.compile(r"\b(?:achiev|reach|attain|obtain|scor|yield|deliver|result|record|exhibit|get)\w*\b[^,;]*$")
_SYMBOL = re.compile(r"(?:^|[\s({$,])(?P<symbol>[A-Za-zΑ-ω\\][\w{}\\^,*'+-]{0,40})\s*$")
_PARAMETER = re.compile(
    r"^\{?(?:\\?(?:alpha|beta|tau|theta|mu|sigma|eta|lambda|gamma|epsilon|eps|varepsilon|delta|batch|lr)\}?|(?![rR])[a-zA-Zελαγδ]|SD|SE|SEM|std|IQR|df|CI|k_?\w|d_?\w)$"
)
_ADJECTIVES = (
    r"(?:\(?(?:average|mean|median|overall|absolute|relative|final|total|macro|micro|weighted|zero-shot|test)\s)?"
)
_BEHIND = re.compile(rf"[\s-]+(?:of\s)?{_ADJECTIVES}(?P<words>(?:[\w@^/-]+\s?){{1,4}})")
_PLAUSIBLE = re.compile(r"\b(?:achiev|reach|attain|obtain|scor|of|with|by|to|at|from|is|and)\w*\s*$")
_ACHIEVING_ONE = re.compile(r"\b(?:achiev|reach|attain|obtain|scor|get|record|deliver|post)\w*\b[^;]*$")
_BEFORE_YEARS = frozenset(("in", "since", "from", "of", "until", "the", "("))
_CLOSED = re.compile(r"\s*[),;]")
_DOES = re.compile(r"\b(?:perform|scor|excel|accura|achiev|strong|correlat|outperform|agree|predict)\w*", re.IGNORECASE)
_GIVES = re.compile(r"\b(?:of|to|is|was|from|scores?|between)\W*$|[=:]\s*$")
_AGAINST = re.compile(r"\s*(?:vs\.?|versus)\s+[+-]?\d")
_OF_TOTAL = re.compile(r"\s?/\s?\d")
_COUNTS_THINGS = re.compile(
    r"\s*[±+]|[\s-]+(?!(?:on|in|for|with|and|to|at|by|from|as|is|was|when|while|than|over|using|under|compared|vs|versus|"
    r"which|but|after|before|across|against|points?|out|or|respectively|per)\b)[a-zA-Z]"
)
_LABEL = re.compile(
    r"\d%?\)?[,;]\s+(?:and\s+)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)?\s+\(?$|[(,;]\s*[A-Z][\w.+-]*[\dA-Z][\w.+-]*:\s*$"
)
_NUMERAL = re.compile(r";|(?<![\w@.^{-])\d[\d.,]*(?![\w@])")
_MODIFIES = re.compile(
    r"-(?:bit|shot|step|layer|fold|dim|way|hop|GPU|node|token|year|day|hour|minute|second|inch|level)"
)
_CONTEXT = re.compile(r"[\s-]+(?:tokens? )?context (?:length|window|size)")
_LARGEST_SCORE = 100_000
_SIDES = frozenset((64, 128, 224, 256, 384, 448, 512, 768, 1024))
"""How many pixels the pictures of a set are wide: `an FID of 2.3 on ImageNet 256`."""


def metric_behind(spot: Spot) -> Measure | None:
    """A metric right behind the number: `0.827 F-measure`, `an 85.1 average BLEU score`.

    >>> readings("Zarp reaches 42.3 F1 and 83.0 mean AUROC.", "Zarp: A Model")
    42.3 score (metric behind)
    83 score (metric behind)
    """
    number = spot.number
    match = None if not _is_plain(number) or _CONTEXT.match(spot.after) else _BEHIND.match(spot.after)
    if not match or not (number.decimals or _PLAUSIBLE.search(spot.before)):
        return None
    words = match["words"].split()
    last = next((i for i in range(len(words) - 1, -1, -1) if is_metric(words[i])), None)
    if last is None or any(word in _STOPS for word in words[:last]):
        return None
    if number.decimals == 0 and (words[last].casefold() in _COUNTED or number.value < 10):
        return None
    if number.decimals == 0 and _is_a_modifier(words[last + 1 :]):
        return None
    return score(number)


def _is_a_modifier(behind: list[str]) -> bool:
    """`17 reward signals`, `8,191 high-quality packages`: what is counted stands behind the word of a metric."""
    noun = next((i for i, word in enumerate(behind) if word in _STOPS), len(behind))
    return noun > 0 and behind[noun - 1].endswith("s") and behind[noun - 1].islower()


_STOPS = frozenset(
    [
        "on",
        "in",
        "for",
        "with",
        "and",
        "of",
        "to",
        "at",
        "by",
        "from",
        "as",
        "is",
        "are",
        "was",
        "than",
        "over",
        "when",
        "while",
        "using",
        "per",
        "the",
        "a",
        "an",
    ]
)
_COUNTED = words("number_words", "plurals")


def metric_ahead(spot: Spot) -> Measure | None:
    """A metric before the number: `BLEU of 28.4`, `MAE (mean) is 0.31`, `F1 = 0.92`, `perplexity on X falls to 17.5`.

    >>> readings("Its perplexity on held-out text falls to 17.5 (F1 = 0.92, recall: 0.9).", "Zarp: A Model")
    17.5 score (metric ahead)
    0.92 score (metric ahead)
    0.9 score (metric ahead)
    """
    number = spot.number
    if spot.cue == "by" or not _is_plain(number) or _is_year(number) or _OF_TOTAL.match(spot.after):
        return None
    ahead = spot.lead[-80:]
    near = words_of(_NUMERAL.split(ahead)[-1])
    near = near[-9:] if number.decimals or spot.cue in _CONNECTS else near[-1:]
    metrics = [word for word in near if is_metric(word)]
    if not metrics or is_setting(ahead):
        return None
    if spot.cue == "=" and _PARAMETER.match(near[-1]) and not is_metric(near[-1]):
        return None
    if not number.decimals and not _is_whole_score(spot, near[-1], metrics[-1]):
        return None
    if _MODIFIES.match(spot.after) or (spot.cue in ("at", "in") and unit_behind(spot.after)):
        return None
    return _quantity(spot) or score(number)


def _is_whole_score(spot: Spot, last: str, metric: str) -> bool:
    """Say whether a whole number is the value of a metric before it: `a BLEU of 28 on`, `EM = 71`."""
    if (
        len(metric) == 1
        or metric.casefold() in _COUNTED
        or spot.number.value > _LARGEST_SCORE
        or (spot.cue == "=" and not is_metric(last))
    ):
        return False
    if unit_behind(spot.after) or _COUNTS_THINGS.match(spot.after):
        return False
    return spot.cue in _CONNECTS and bool(_GIVES.search(spot.before))


def equals(spot: Spot) -> Measure | None:
    """A symbol and its value: `H_0 = 69.1`, `n = 1.08 ± 0.05`; but no setting such as `k = 5`.

    >>> readings("The fit gives w_0 = 1.08 ± 0.05.")
    1.08 score (equals)
    """
    number = spot.number
    if spot.cue != "=" or number.unit is not None or not (number.decimals or number.deviates or number.power):
        return None
    symbol = _SYMBOL.search(spot.lead[-60:])
    if not symbol or (_PARAMETER.match(symbol["symbol"]) and not number.deviates):
        return None
    return _quantity(spot) or score(number)


def on_benchmark(spot: Spot) -> Measure | None:
    """A number right beside the name of a benchmark, with a decimal point or after a verb of achievement.

    >>> readings("Zarp is ahead with 71.3 on MMLU and 45.2 on GSM8K.", "Zarp: A Model")
    71.3 score (on benchmark)
    45.2 score (on benchmark)
    """
    number = spot.number
    if not spot.beside or not _is_plain(number) or number.unit or number.scaled:
        return None
    if _MODIFIES.match(spot.after):
        return None
    sides = number.value in _SIDES and spot.before.endswith(" ") and not spot.cue.endswith((":", "="))
    achieved = number.value >= 10 and not sides and _ACHIEVING_ONE.search(spot.before)
    dated = _is_year(number) and spot.cue in _BEFORE_YEARS
    return score(number) if number.decimals or (achieved and not dated) else None


def labelled(spot: Spot) -> Measure | None:
    """A list of names with their numbers: `Zarp reaches 0.61, Vumo 0.58`, `(Zarp-7B: 83.5, Vumo-2: 81.1)`.

    >>> readings("Zarp reaches 0.61, Vumo 0.58.", "Zarp: A Model")
    0.61 score (achieved)
    0.58 score (labelled)
    """
    if not spot.number.decimals or not _is_plain(spot.number) or not _LABEL.search(spot.before):
        return None
    return _quantity(spot) or score(spot.number)


def achieved_amount(spot: Spot) -> Measure | None:
    """A decimal behind `of` that a verb of achievement governs, whatever is measured: `achieves a fit of 0.93`.

    >>> readings("Zarp achieves a crispness of 0.931.", "Zarp: A Model")
    0.931 score (achieved amount)
    """
    number = spot.number
    if spot.cue != "of" or not number.decimals or not _is_plain(number) or is_setting(spot.lead):
        return None
    return (_quantity(spot) or score(number)) if _ACHIEVING.search(spot.clause[-70:]) else None


def achieved(spot: Spot) -> Measure | None:
    """A decimal right behind a verb of achievement, or `from`.

    >>> readings("Zarp obtains 0.61 in our tests.", "Zarp: A Model")
    0.61 score (achieved)
    """
    number = spot.number
    if not number.decimals or not _is_plain(number):
        return None
    return (_quantity(spot) or score(number)) if _ACHIEVES.search(spot.lead) or spot.cue == "from" else None


def moved_to(spot: Spot) -> Measure | None:
    """A decimal that a verb of change leads to: `raises the mean overlap to 0.145`.

    >>> readings("Zarp raises the mean overlap to 0.145.", "Zarp: A Model")
    0.145 score (moved to)
    """
    number = spot.number
    if spot.cue != "to" or not number.decimals or not _is_plain(number):
        return None
    return (_quantity(spot) or score(number)) if direction_of(spot.clause[-70:]) else None


def contrasted(spot: Spot) -> Measure | None:
    """Two decimals that are set against each other in brackets: `(0.50 vs. 0.34)`.

    >>> readings("The models hedge more in dialogues (0.50 vs. 0.34).")
    0.5 score (contrasted)
    0.34 score (compared)
    """
    number = spot.number
    apart = spot.cue == "(" or spot.before.endswith(("e.g., ", "i.e., "))
    if not apart or not number.decimals or not _is_plain(number) or is_setting(spot.lead):
        return None
    return score(number) if _AGAINST.match(spot.after) else None


def bracketed(spot: Spot) -> Measure | None:
    """A decimal below 1 alone in brackets, where a sentence tells how well something does.

    >>> readings("The models perform well in retrieval (0.73-0.85) and poorly in planning (0.41).")
    0.73 to 0.85 score (bracketed)
    0.41 score (bracketed)
    """
    number = spot.number
    if spot.cue != "(" or number.decimals < 2 or not _is_plain(number) or max(number.value, number.high or 0) > 1:
        return None
    closed = _CLOSED.match(spot.after) and not spot.before.endswith("= ")
    return score(number) if closed and _DOES.search(spot.before) else None


def _quantity(spot: Spot) -> Measure | None:
    unit = unit_behind(spot.after)
    return score(spot.number, unit.name, length=unit.length) if unit else None


def _is_plain(number: Number) -> bool:
    return number.unit is None and not number.scaled and number.shape == "figure"


def _is_year(number: Number) -> bool:
    return number.end - number.start == 4 and not number.decimals and 1900 <= number.value < 2100


SCORE_RULES = (
    metric_behind,
    metric_ahead,
    equals,
    on_benchmark,
    labelled,
    achieved_amount,
    achieved,
    moved_to,
    contrasted,
    bracketed,
)
