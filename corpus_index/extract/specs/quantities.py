"""Quantities with a unit of measurement that describe a set-up: `10 Mbps`, `2 ns pulses`, `at 100 cm`."""

import re

from corpus_index.extract.specs.phrase import ABOUT, Found, Grammar, Phrase, phrase_rule

_UNIT = (
    r"(?P<noun>(?:[fpnμuµmck]m|[nμuµm]s|[kMGT]?Hz|[kMG]?bps|[kMG]bit/s|[kMGT]?eV|[mkM]W|[mk]V|kg|km/h|fps|Pa|mbar|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|meters?|metres?|kilomet(?:er|re)s?|[msKTVW]))(?![\w^-])"
)
_SPACE = re.compile(
    r"(?:\s+(?P<noun>[nμuµmck]m|[kMGT]?Hz|[kMG]?bps|[kMG]bit/s|[kMGT]?eV|[mk]V|kg|km/h|Pa|mbar|meters?|metres?|"
    r"kilomet(?:er|re)s?|[mKTV])|(?P<glued>[nμuµmck]m|[kMG]Hz|[kMG]bps|[kMG]?eV))(?![\w^-])"
)
_TIME = re.compile(r"\s+(?P<noun>hours|days|weeks|months|years)\b")
_HYPHENED = re.compile(
    r"-(?P<noun>[nμuµmck]m|[nm]s|[kMG]?Hz|k?V|eV|second|minute|hour|day|week|month|year|met(?:er|re)|kilomet(?:er|re)|"
    r"kg|inch|foot)s?(?:-long)?\s+(?!(?:CMOS|process|ahead)\b)[a-z]"
)
_STANDS = re.compile(
    rf"(?:\b(?:at|over|under|between|with|using|across|from|to|spanning|covering|of|and)|[(,])\s*{ABOUT}", re.IGNORECASE
)
_LASTS = re.compile(
    rf"\b(?:over|for|spanning|covering|during|lasting|exceeding|period of|span of)\s+{ABOUT}", re.IGNORECASE
)
_OUTCOME = re.compile(
    r"\b(?:achiev|reach|attain|yield|reduc|improv|requir|consum|tak(?:es|ing)\b|took|cost|spen[dt]|latenc|error|accura|"
    r"uncertain|precision|measure|predict|estimat|find|found|obtain|observe[ds]?\b|detect|deriv|determin|increas|"
    r"decreas|"
    r"ris(?:es|ing)|fall|speed|throughput|fast|slow|runs?\b|show|result|surviv|exhibit|report|reveal|lowers?\b|within|"
    r"past|last|next|ago|deviation|Hausdorff|velocit|RMSE|MAE)\w*[^;]{0,60}$",
    re.IGNORECASE,
)
_FASTER = re.compile(
    r"\s+(?:faster|slower|longer|shorter|later|earlier|ago|old|per\b|of (?:training|latency|error)|on average)"
)

QUANTITY_PHRASE_RULES = (
    phrase_rule(
        "quantity of a property", "other",
        r"\b(?:bandwidths?|range|work function|frequency|resolution|distances?|thickness|wavelength|rate|duration|"
        r"temperature|pressure|horizon|interval|radius|diameter|baseline)s? (?:as low as |as high as |of )?"
        r"(?:about |only |up to |~ ?)?$",
        rf"[\s-]*{_UNIT}",
        example="We operate it under bandwidths as low as 10 Mbps.", reads="other 10 Mbps",
    ),
    phrase_rule(
        "quantity of an equipment", "other", "",
        rf"[\s-]*{_UNIT}(?:-long)?\s+(?:thick\b|apart\b|ahead\b|in (?:duration|length|diameter)\b|(?:\w+\s+)?"
        r"(?:pulses?|durations?|horizons?|[Tt]elescopes?|ranges?|bandwidths?|segments?|clips|intervals?|cells?|layers?|"
        r"antennas?|lasers?|detectors?)\b)",
        example="We excite it with 2 ns pulses.", reads="other 2 ns",
    ),
    phrase_rule(
        "frame rate", "other", "", r"\s*(?P<noun>fps|FPS|Hz)\s+(?:video|camera|sampling|streams?|control)\b",
        example="We record 30 fps video.", reads="other 30 fps",
    ),
)  # fmt: skip
"""Rules for quantities that are called what they are, in the order in which they are tried."""


def quantities(phrase: Phrase) -> Found | None:
    """A quantity stands behind a preposition, or before what it describes, in a clause that reports no outcome.

    >>> specs("We use 5-second exposures with a camera at 100 cm.")
    other 5 second (quantities)
    other 100 cm (quantities)
    """
    units = (_HYPHENED.match(phrase.after), _SPACE.match(phrase.after), _TIME.match(phrase.after))
    if phrase.number.unit or phrase.number.scaled or not any(units) or _OUTCOME.search(phrase.before):
        return None
    unit = units[0]
    if unit:
        return phrase.found("other", unit["noun"], unit.end("noun"))
    for unit, ahead in zip(units[1:], (_STANDS, _LASTS), strict=True):
        if unit and ahead.search(phrase.before) and not _FASTER.match(phrase.after, unit.end()):
            return phrase.found("other", " ".join(filter(None, unit.groups())), unit.end())
    return None


QUANTITY_RULES: tuple[Grammar, ...] = (quantities,)
"""Rules for any other quantity."""
