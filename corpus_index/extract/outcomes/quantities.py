"""Physical quantities that a paper reports: lengths, masses, energies, speeds."""

import re

from corpus_index.extract.outcomes.metric_words import is_metric, is_quantity, words_of
from corpus_index.extract.outcomes.outcome import Measure, Spot, score
from corpus_index.extract.outcomes.settings import is_setting
from corpus_index.extract.reading.units import unit_behind

_FINDS = re.compile(
    r"\b(?:f[io]und|find\w*|obtain\w*|measur\w*|determin\w*|deriv\w*|estimat\w*|achiev\w*|reach\w*|yield\w*|show\w*|"
    r"report\w*|observ\w*|infer\w*|constrain\w*|detect\w*|attain\w*|result\w*|demonstrat\w*|predict\w*|exhibit\w*|"
    r"improv\w*|reduc\w*|increas\w*|giv\w*|produc\w*|reveal\w*|perform\w*|impl(?:y|ies|ying)|calculat\w*|comput\w*|"
    r"provid\w*|suggest\w*|correspond\w*|exceed\w*|evaluat\w*|optimi[sz]\w*|accura\w*|deliver\w*|operat\w*)\b"
)
_GOVERNED = re.compile(
    r"\b(?:at|for|under|using|over|between|when|if|where|up to|above|below|down to|given|assum\w+)\s+"
    r"(?:(?:an?|the|its|their)\s+)?(?:(?!of\b)[\w-]+\s+){0,3}(?:[\w-]+\s+)?(?:of)?\s*$",
    re.IGNORECASE,
)
_RUNS = re.compile(r"\b(?:run|operat|process|infer|stream|achiev|reach|perform)\w*\b")
_BORNE = re.compile(r"\s*-\s*[a-z]|\s+(?:thick|wide|long|apart|CMOS|resolution|process)\b")  # by a thing described
_NUMERAL = re.compile(r";|(?<![\w@.^{-])\d[\d.,]*(?![\w@])")
_CLOCK = re.compile(r"\s*(?:clock|operating|frequency|processor|CPU|core|sampling|refresh|control|carrier)\b")
_EACH_SECOND = re.compile(
    r"fps|FPS|QPS|RPS|tok/s|(?:tokens|frames|images|samples)/(?:s|sec|second)|"
    r"[a-z]+ per (?:second|minute|hour)"
)
_FOOTAGE = re.compile(r"\s*(?:videos?|cameras?|sampling|streams?|inputs?|recordings?|footage|sequences?)\b")
_ATTAINS = re.compile(
    r"\b(?:achiev|reach|attain|deliver|sustain|obtain|run|operat|process|yield|generat|maintain|hit|exceed|perform|"
    r"throughput|speed|improv|increas|rais|infer|real-time)\w*"
)
_MEASURED = frozenset(
    ["of", "is", "was", "are", "were", "=", "to", "from", "reaches", "reach", "reached", "by", "(", "as", "be"]
)
_WHOLE_CUES = frozenset(["of", "to", "=", "is", "was", "are", "were"])


def speed_reached(spot: Spot) -> Measure | None:
    """How much is done in a second, where the sentence tells of what was achieved: `reaches 129 tokens/s`.

    >>> readings("Zarp cuts memory by 12% while reaching 47 FPS.", "Zarp: A Detector")
    -12 % change (behind by)
    47 FPS score (speed reached)
    """
    unit = unit_behind(spot.after) if spot.number.unit is None else None
    if unit is None or not _EACH_SECOND.fullmatch(unit.name) or _FOOTAGE.match(spot.after, unit.length):
        return None
    return score(spot.number, unit.name, length=unit.length) if _ATTAINS.search(spot.before[-160:]) else None


def running_speed(spot: Spot) -> Measure | None:
    """How often something runs: `operates at 11.5 kHz`, `runs at up to 52 Hz`; but no clock frequency.

    >>> readings("Zarp runs at 52 Hz.", "Zarp: A Detector")
    52 Hz score (running speed)
    """
    unit = unit_behind(spot.after) if spot.number.unit is None and spot.cue == "at" else None
    if (
        unit is None
        or unit.sort != "rate"
        or _CLOCK.match(spot.after, unit.length)
        or not _RUNS.search(spot.clause[-60:])
    ):
        return None
    return score(spot.number, unit.name, length=unit.length)


def quantities(spot: Spot) -> Measure | None:
    """A physical quantity that is found: `a band gap of 1.4 eV`, `the mass is 0.65 M_sun`, `MPJPE from 18.5 mm`.

    >>> readings("We find a lifetime of 3.2 ns and a median error of 0.6 m.")
    3.2 ns score (quantities)
    0.6 m score (quantities)
    """
    number = spot.number
    unit = unit_behind(spot.after) if number.unit is None and not number.scaled else None
    if unit is None or spot.after.startswith("-") or _BORNE.match(spot.after, unit.length):
        return None
    if spot.cue == "at" or (spot.cue == "=" and spot.lead.endswith(("λ", "lambda", "z"))):
        return None
    precise = number.decimals or number.deviates or number.power
    if not (precise or spot.cue in _WHOLE_CUES) or not (_FINDS.search(spot.before) or _FINDS.search(spot.after)):
        return None
    near = words_of(_NUMERAL.split(spot.lead[-80:])[-1])[-9:]
    if not (spot.cue == "=" or any(map(is_quantity, near))) or (is_setting(spot.lead) and not number.deviates):
        return None
    right_before = bool(near) and is_quantity(near[-1]) and spot.lead.endswith(near[-1])
    if not right_before and spot.cue not in _MEASURED:
        return None
    if _GOVERNED.search(f"{spot.lead[-80:]} ") and not number.deviates and not any(map(is_metric, near[-3:])):
        return None
    return score(number, unit.name, length=unit.length)


def unit_of_a_metric(spot: Spot) -> Measure | None:
    """A unit that only a metric of its own has: `1.18 bits per byte`.

    >>> readings("Zarp reaches 81.2% on pictures, and 1.18 bits/byte on text.", "Zarp: A Model")
    81.2 % score (percentages)
    1.18 bits/byte score (unit of a metric)
    """
    unit = unit_behind(spot.after) if spot.number.unit is None and spot.number.decimals else None
    return score(spot.number, unit.name, length=unit.length) if unit and unit.name.startswith("bits/") else None


QUANTITY_RULES = (speed_reached, running_speed, unit_of_a_metric, quantities)
