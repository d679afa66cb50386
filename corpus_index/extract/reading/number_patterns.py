"""How numbers are printed: digits, magnitudes, units, deviations, powers of ten and ranges."""

import re

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = (
    r"(?:\s?(?:[Hh]undred|[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion)s?\b|[KkMBT](?![A-Za-z_])(?!\s(?:MRI|scanner|magnet))|bn\b|"
    r"\s[BM](?=\s(?:param|model|checkpoint|to\s\d))|-(?:million|billion|trillion)(?=-))"
)
_SCALES_OF_POINTS = (
    r"(?:(?:(?:[Mm]acro-|[Mm]icro-)?F1|BLEU|METEOR|COMET|chrF|ROUGE(?:-[12L])?|CIDEr|accuracy|m?AP|m?IoU|Dice|AUC|AUROC|"
    r"WER|EM|MRR|NDCG|nDCG|(?:[Rr]ecall|pass|Pass|NDCG|nDCG|Hits|R|P)@\d+|Elo|PESQ|absolute|score)(?=\spoint))"
)
_UNIT = (
    r"(?:\s*%(?:p\b|[\s-]*points?\b)?|[\s-]*percent(?:age)?[\s-]+points?\b|\s*(?:percents?|per cent|pct\.?)(?![\w-])"
    rf"|\s*-?\s*(?:{_SCALES_OF_POINTS}\s)?points?\b|\s*pp(?:t|ts|s)?\b|\s*pts\b|\s*p\.p\."
    r"|\s*-?\s?[xX](?![A-Za-z0-9^]|\s?\+\s?\d)(?!\s{0,3}10\s?\^)(?:\s+times\b)?"
    r"|\s?dB\b|[\s-]+times\b(?!\s{0,3}10\s?\^)|\s*-?fold\b(?![\s-]*(?:stratified|cross|validation|level|CV))"
    r"|\s*USD\b|\s*dollars\b)"
)
_POWER = (
    r" {0,9}(?:x|X|·|\*|times) {0,3}10\s?\^\s?[({]?\s?(?P<SIDEpower>[+-]?\s?\d{1,3})(?:\s?[})])?|"
    r"[eE](?P<SIDEexponent>[+-]?\d{1,3})(?!\w)"
)
_DEVIATION = (
    r"\(\d{1,2}\)(?!\w)|\s*±\s*\d+(?:\.\d+)?|\s*\^\s?\{?\s?\+?\s?\d[\d.]*\s?\}?\s?_\s?\{?\s?-?\s?\d[\d.]*\s?\}?"
)


def _amount(side: str) -> str:
    """One end of a number: digits, magnitude, unit, deviation, power of ten; unit and deviation in either order."""
    power = _POWER.replace("SIDE", side)
    return (
        rf"(?P<{side}>{_DIGITS})(?P<{side}scale>{_SCALE})?(?P<{side}unit>{_UNIT})?"
        rf"(?P<{side}deviation>{_DEVIATION})?(?P<{side}later>(?<=[\d%}}]){_UNIT})?(?:{power})?"
    )


def _pattern(joint: str) -> re.Pattern[str]:
    """Two ends with a joint between them; a high end that begins a range of its own is none."""
    return re.compile(
        rf"{_amount('low')}(?:\s*(?P<joint>{joint})\s*[~>]?\s*(?P<sign2>[+-])?"
        rf"(?:(?:about|around|nearly|approximately|roughly|over|only)\s)?{_amount('high')}(?!\d|\.\d|\s?--?\s?\d))?"
        rf"(?P<plus>\+(?![\d.]))?"
    )


NUMBER = _pattern(r"--?-?>?|→|\b(?:back |up |down )?to\b|(?<=[\d%\s])~")
BETWEEN = _pattern(r"\band\b|--?-?")
SINGLE = _pattern(r"→(?!)")  # matches no joint
BRACKETED = re.compile(
    r"(?P<low>\d+(?:\.\d+)?)(?:\s*±\s*\d+(?:\.\d+)?|\s*\^[\s{+\d.}_-]{3,24}|\s*-\s*(?P<high>\d+(?:\.\d+)?))\s*\)"
    rf"(?:{_POWER.replace('SIDE', '')}|\s{{0,3}}(?P<lowunit>%))"
    r"(?P<lowscale>(?!))?(?P<lowpower>(?!))?"  # has none of these, but may be asked for them
)
