"""Numbers of the experiment's set-up, which are no outcomes however they are printed."""

import re

from corpus_index.extract.outcomes.outcome import Spot

_CONFIDENCE_BEHIND = re.compile(
    r"\s*-?\s*(?:bootstrap\w*\s+)?(?:confidence|credib\w+|CL\b|C\.L\.|CI\b|CIs\b|prediction interval|significance|"
    r"probability level|(?:lower|upper) (?:bounds?|limits?))"
)
_CONFIDENCE_AHEAD = re.compile(
    r"\b(?:confidence (?:level|interval|region)s?|significance(?: level)?|CI|CIs|IQR|interquartile range)\b"
    r"[^;]{0,12}(?:\[[^\]]{0,20})?$"
)
_OF_PEOPLE = re.compile(r"\s+(?:were |are |of (?:them|whom) (?:were |are ))?(?:female|male|women|men|girls|boys)\b")
_OF_SAMPLES = re.compile(
    r"\s+(?:(?:were |are |[\w-]+ )?(?:positive|negative)s?\b(?! (?:rate|predictive))|of (?:them|which|whom)\b)"
)
_AGED = re.compile(r"\b(?:aged|ages?(?: of| was| is| between)?|years)$")
_LICENCE = re.compile(r"\b(?:CC[\s-]BY[\w\s-]*|Apache|GPL|v)\s?$")
_EXTREME = re.compile(r"\s+(?!(?:t|r|inter|for|requ|qu|lat|hon|mod)est)[a-z]+est\b|\s+(?:percentile|quantile)")
_OUTERMOST = re.compile(r"\b(?:top|bottom|first|last)[\s-]$", re.IGNORECASE)
_VARIED = re.compile(
    r"(?<![\w-])(?:ratios?|levels?|thresholds?|budgets?|sizes?|scales?|resolutions?|lengths?|distances?|temperatures?|noise|"
    r"redshifts?|doses?|concentrations?|sparsity|sparsities|proportions?|fractions? of \w+|angles?|densities)"
    r"(?:\s(?:from|of|between|ranging from|ranging between|range from|in))?$"
)
_NOISE = re.compile(
    r"\b(?:[Aa]t|[Uu]nder|with|[Ff]or|when) (?:an? |the |\w+ )?(?:SNRs?|noise levels?|SINR|Eb/N0)"
    r"(?: of| at| is| level)?$"
)
_RATE = re.compile(
    r"\b(?:(?:under|up|down|over|sub|re)?-?sampling|acceleration|masking|missing|mask|dropout|pruning|corruption|injection|"
    r"poisoning|poison|label(?:ing)?|noise|sparsity|frame|keep|participation|scal(?:e|ing)|magnification|zoom|"
    r"annotation|contamination|imbalance|upscaling|super-resolution) (?:rate|ratio|factor|level|scale)s?\s*"
    r"(?:of|from|at|in|:)?$"
)
_SETTING_BEHIND = re.compile(
    r"[\s-]*(?:\w+\s+)?(?:[a-z]+\s+and\s+[a-z]+\s+noise|"
    r"sparsity|sparse\b|budgets?\b|missing\w*|masking|masked|dropout|noise|label(?:s|led|ed)?\b(?! accuracy)|"
    r"training (?:data|set|split)|test (?:split|set)|split|sample\b(?!-)|subset|"
    r"synthetic|fake|poison\w*|malicious|displacement|"
    r"(?:accuracy|recall|precision|coverage|quality) (?:targets?|constraints?|requirements?|guarantees?)\b|"
    r"fine-?tuning (?:regimes?|settings?|data|budgets?)|"
    r"undersampling|downsampling|upsampling|super-resolution|upscaling|magnification|objective|zoom|"
    r"held-out|holdout|duty cycle|humidity|oversampling|overlap between)"
    r"(?!\s+(?:reduction|accuracy|removal|suppression|improvement|gain|detection|recall|precision|F1|efficiency|complexity)\b)"
)
_REPORTS = re.compile(r"\b(?:achiev|reach|attain|obtain|yield|improv|reduc|increas|rais|boost|lower|decreas)\w*")
_MONTH = re.compile(r"\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_OPERATING_POINT = re.compile(
    r"\s*(?:FPR|FAR|TPR|false[\s-](?:positive|alarm|accept\w*)|recall\b|sensitivity\b|load\b|"
    r"(?:IoU|overlap)\b)"
)
_DISTURBANCE = re.compile(
    r"\s*(?:pruning|compression (?:ratio|rate)|noise|budget|label\w*|missing|contamination|packet loss)\b"
)
_GIVEN = re.compile(r"\b(?:preset|given an?)\b[^,;]*$|\b(?:threshold|cutoff|tolerance)s?(?: of| at| is| set to)*$")
_CONDITION = re.compile(r"\b(?:when|if|assuming|given)$")
_HARDWARE = re.compile(
    r"\s*(?:NVIDIA|Nvidia|AMD|A100|H100|H200|H800|V100|RTX|L40S?|TPU|GPUs?|CPUs?)\b"
    r"(?!\s+(?:[a-z-]+\s+){0,2}(?:speed|memory|reduc|throughput|accelerat|utili|improve|efficien|saving|faster|time))"
    r"|\s*\d"
)
_GAME = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:Likert|scale|game|stencil|cloud|functions?|correlation|rubric|grid|rating|DFT|FFT|"
    r"template)"
)
_PRUNING = re.compile(r"\d/\d+\s+[a-z]+\s*$")
_PRUNED = re.compile(r"\s+\w+ (?:reduction|sparsity)")
_SIGNIFICANCE = re.compile(r"\b[pP](?:[\s-]?values?|[_ ]\{?adj\}?)?\s*(?:(?:of|is|was|were)\s*)?[=<>≤≥~]*\s*$")
_SECOND_SIDE = re.compile(r"\d\s*x\s*$")


def confidence(spot: Spot) -> bool:
    """The level or the ends of a confidence interval.

    >>> readings("We reach 55.4% (95% CI: [54.1, 56.7]).")
    55.4 % score (percentages)
    """
    return bool(_CONFIDENCE_BEHIND.match(spot.after) or _CONFIDENCE_AHEAD.search(spot.before[-60:]))


def populations(spot: Spot) -> bool:
    """What describes the people or samples of a study: their ages, how many of them are women, or positive.

    >>> readings("Of all patients (49% female) with a mean age of 73 years, we detect 61.2%.")
    61.2 % score (percentages)
    >>> readings("In 500 samples (50% virus positive) we detect 61.2%.")
    61.2 % score (percentages)
    """
    if spot.number.unit == "%":
        in_bracket = spot.cue == "(" and _OF_SAMPLES.match(spot.after)
        return bool(in_bracket or _OF_PEOPLE.match(spot.after))
    return spot.number.unit is None and _AGED.search(spot.lead) is not None


def licences(spot: Spot) -> bool:
    """The version of a licence.

    >>> readings("We reach 61.2% and release all data under CC BY 4.0.")
    61.2 % score (percentages)
    """
    return spot.number.unit is None and bool(_LICENCE.search(spot.before[-16:]))


def extremes(spot: Spot) -> bool:
    """A part of a ranking: `the top 5%`, `the 80% lowest`.

    >>> readings("We keep the top 5% of the tokens and reach 61.2% here.")
    61.2 % score (percentages)
    """
    return bool(_EXTREME.match(spot.after) or _OUTERMOST.search(spot.before[-12:]))


def varied(spot: Spot) -> bool:
    """What an experiment varies or presets: rates, ratios, levels, thresholds, sizes.

    >>> readings("At missing ratios from 30% to 70%, with a threshold of 50%, we reach 61.2%.")
    61.2 % score (percentages)
    """
    unit = spot.number.unit
    if unit == "dB" and _NOISE.search(spot.lead):
        return True
    if unit in ("%", "x", "dB") and (_VARIED.search(spot.lead[-50:]) or _RATE.search(spot.lead[-60:])):
        return spot.cue in ("(", "from", "between") or not _REPORTS.search(spot.clause[-60:])
    return bool(unit == "%" and _GIVEN.search(spot.clause[-80:]))


def conditions(spot: Spot) -> bool:
    """A share of the data or of a disturbance: `when 1% fake users are injected`, `a 20% sample`, `4x magnification`.

    >>> readings("When 1% fake users are injected, we reach 61.2% with 10% labeled data.")
    61.2 % score (percentages)
    """
    if spot.number.unit not in ("%", "x") or spot.number.shape == "share":
        return False
    behind = _SETTING_BEHIND.match(spot.after) or (spot.cue == "at" and _OPERATING_POINT.match(spot.after))
    behind = behind or (spot.cue in ("under", "at", "with") and _DISTURBANCE.match(spot.after))
    return bool(behind or (_CONDITION.search(spot.lead) and not spot.number.sign))


def prunings(spot: Spot) -> bool:
    """The percentage that explains a ratio: `8/128 experts (94% reduction)`.

    >>> readings("With 8/128 experts (94% sparsity) we reach 61.2%.")
    61.2 % score (percentages)
    """
    return bool(spot.cue == "(" and _PRUNING.search(spot.lead) and _PRUNED.match(spot.after))


def multiples(spot: Spot) -> bool:
    """`8x A100`, `256 x 256`, and the two ends of a scale.

    >>> readings("On 8x A100 and frames of 256 x 256 we score from 0% to 100%, and 61.2% at last.")
    61.2 % score (percentages)
    """
    number = spot.number
    if number.unit == "%":
        return (number.value, number.high) == (0, 100)
    return number.unit == "x" and bool(_HARDWARE.match(spot.after) or _SECOND_SIDE.search(spot.before))


def scales(spot: Spot) -> bool:
    """`a 5-point Likert scale`, `the 24-point game`.

    >>> readings("On the 24-point game, rated on a 5-point scale, we reach 61.2%.")
    61.2 % score (percentages)
    """
    return spot.number.unit == "points" and not spot.number.decimals and bool(_GAME.match(spot.after))


def dates(spot: Spot) -> bool:
    """A day of a month.

    >>> readings("Until 29 August 2026 we reach 61.2%.")
    61.2 % score (percentages)
    """
    return spot.number.unit is None and bool(_MONTH.match(spot.after))


def significance(spot: Spot) -> bool:
    """The probability that a test of significance gives: `p < 0.001`.

    >>> readings("We reach a recall of 0.812 (p < 0.001).")
    0.812 score (metric ahead)
    """
    return spot.number.unit is None and bool(_SIGNIFICANCE.search(spot.before[-24:]))


def deviations(spot: Spot) -> bool:
    """A deviation that is printed apart: `68% (+- 7.7)`.

    >>> readings("We reach 61.2% (+- 7.7) here.")
    61.2 % score (percentages)
    """
    return spot.number.sign < 0 and spot.before.rstrip().endswith(("+", "+/"))


_OF_ANY = (deviations, confidence, extremes, prunings)
_SET_UPS = {
    None: (significance, dates, populations, licences, *_OF_ANY),
    "%": (*_OF_ANY, populations, varied, conditions, multiples),
    "x": (*_OF_ANY, varied, conditions, multiples),
    "dB": (*_OF_ANY, varied),
    "points": (*_OF_ANY, scales),
    "USD": _OF_ANY,
}
"""The rules that may know a number, by its unit."""


def is_set_up(spot: Spot) -> bool:
    """Say whether a number belongs to the set-up of an experiment."""
    return any(rule(spot) for rule in _SET_UPS[spot.number.unit])
