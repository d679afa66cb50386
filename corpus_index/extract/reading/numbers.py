"""Numbers in running text: signs, magnitudes, units, ranges and bounds."""

import re
from dataclasses import dataclass, replace

from corpus_index.domain.facts import Bound

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_SCALE = (
    r"(?:\s?(?:hundred|thousand|million|billion|trillion)s?\b|[KkMBT](?![A-Za-z])|"
    r"(?<=\d)bn\b|-(?:million|billion|trillion)(?=-))"
)
_UNIT = (
    r"(?:\s*%|\s*percent(?:age)?\s+points?\b|\s*percent\b|\s*%?-?\s*(?:BLEU\s|"
    r"F1\s|accuracy\s|mAP\s|ROUGE\s|absolute\s|Elo\s)?points?\b|\s*pp\b|\s*p\.p\.|"
    r"\s*-?\s?[xX](?![A-Za-z0-9])"
    r"|\s?dB\b|[\s-]+times\b|\s*-?fold\b(?![\s-]*(?:stratified|cross|validation|level|CV))|\s*USD\b|\s*dollars\b)"
)
_NUMBER = re.compile(
    rf"(?<![\w.,/@^_{{])(?<![A-Za-z]-)(?<![A-Za-z]\.)(?P<sign>[+-]\s?|±\s?)?(?P<money>€\s?|US€\s?|£\s?)?"
    rf"(?P<low>{_DIGITS})(?P<lowscale>{_SCALE})?(?P<lowunit>{_UNIT})?"
    rf"(?:\s*(?P<joint>--?-?>?|→|\b(?:back |up |down )?to\b|(?<=\d)~)\s*[~>]?\s*(?P<sign2>[+-])?(?P<high>{_DIGITS})"
    rf"(?P<highscale>{_SCALE})?(?P<highunit>{_UNIT})?)?"
    rf"(?P<plus>\+(?![\d.]))?"
)
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_FIGURE_WORDS = re.compile(
    r"\b(?:(?P<factor>doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|quadrupl(?:es|ed|ing)|halv(?:es|ed|ing))"
    r"|(?P<share>one[\s-]half to one[\s-]third|one[\s-](?:half|third|quarter|fourth|fifth|tenth)|two[\s-]thirds|half)"
    r"|(?P<slash>(?<![\d/.])1/(?:2|3|4|5|8|10)(?![\d/]))"
    r"|(?P<fold>(?:two|three|four|five|six|seven|eight|nine|ten)(?:fold|-fold| times)))\b",
    re.IGNORECASE,
)
_FACTORS = {"doubl": 2, "tripl": 3, "quadrupl": 4, "halv": 0.5}
_SHARES = {
    "half": 0.5,
    "third": 0.333333,
    "thirds": 0.666667,
    "quarter": 0.25,
    "fourth": 0.25,
    "fifth": 0.2,
    "tenth": 0.1,
}
_SCALES = {
    "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "bn": 10**9,
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_DENIAL = re.compile(
    (
        r"\b(?:none|no|neither|nor|never|not|cannot|can't|doesn't|hardly|without|"
        r"fails? to|unable to)\b"
    ),
    re.IGNORECASE,
)
_BOUNDS = (
    (Bound.UP_TO, re.compile(
        r"(?:\bup to|\bno(?:t)? (?:more|greater|higher) than|\bas (?:much|"
            r"many|high|low|few|little) as|\b(?:a )?maximum (?:\w+ ){0,2}of|"
            r"\bwithin|\bat most|\bupto"
        r"|\bbest)(?: an?)?(?: (?:additional|approximately|about|around|roughly|"
            r"nearly|over|~))?\s*[~+-]?\s*$", re.IGNORECASE)),
    (Bound.AT_LEAST, re.compile(
        r"(?:\bat least|\bover|\bmore than|\bgreater than|\babove|\bexceed(?:s|ing|ed)?|\bno less than|\bbeyond|>=?|≥)"
        r"(?: an?)?\s*[~+-]?\s*$", re.IGNORECASE)),
    (Bound.BELOW, re.compile(
        r"(?:\bless than|\bfewer than|\bbelow|\bunder|\bat a (?:fraction|"
            r"cost) under|<=?|≤)(?: an?)?\s*[~+-]?\s*$", re.IGNORECASE)),
    (Bound.ABOUT, re.compile(
        r"(?:\babout|\baround|\bnearly|\bapproximately|\broughly|\balmost|"
            r"\bsome|\bestimated|\bclose to|~|\bapprox\.|\bcirca)"
        r"(?: an?)?\s*[~+-]?\s*$", re.IGNORECASE)),
)  # fmt: skip


# What is longer or larger is an identifier or damage, and neither a float nor SQLite need bear it.
_LONGEST = 40
_LARGEST = 10**18


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed.

    `value` and `high` are already scaled (`309B` is 309000000000) and carry no sign; `sign` is +1 or -1 where one is
    printed, else 0. `unit` is `%`, `points`, `x`, `USD` or `None`; `scaled` says that a magnitude letter or word is
    part of it; `shape` is `figure`, `word` (doubles), `share` (one-third) or `slash` (1/2); `joint` joins a range.
    """

    start: int
    end: int
    value: int | float
    high: int | float | None
    unit: str | None
    sign: int
    bound: Bound | None
    scaled: bool
    shape: str
    joint: str = ""
    low_end: int = 0


def numbers(text: str, start: int, end: int) -> list[Number]:
    """Find the numbers of flattened text between two positions, in order.

    Numbers inside names are not given, nor any that is above 10 to the power of 18 or printed with over 40 characters.
    """
    found = [_figure(text, match) for match in _NUMBER.finditer(text, start, end)]
    found += [_word(text, match) for match in _FIGURE_WORDS.finditer(text, start, end)]
    kept = [number for number in found if number is not None]
    slashes = [number for number in kept if number.shape != "figure"]
    free = [n for n in kept if n.shape != "figure" or not any(s.start <= n.start < s.end for s in slashes)]
    return _shared_units(text, sorted(free, key=lambda number: number.start))


def _shared_units(text: str, found: list[Number]) -> list[Number]:
    """`5.5 and 5.0 pp`, `+6.80 and +3.11 points`: a list gives its unit once, at its end."""
    for index in range(len(found) - 2, -1, -1):
        number, following = found[index], found[index + 1]
        joined = re.fullmatch(r"\s*(?:,|and|or|,\s*and)\s*", text[number.end : following.start])
        year = number.end - number.start == 4 and 1900 <= number.value < 2100
        bare = number.unit is None and not number.scaled and number.shape == following.shape == "figure"
        if (
            joined
            and not year
            and bare
            and following.unit in ("%", "points", "x", "dB")
            and isinstance(number.value, type(following.value))
        ):
            found[index] = replace(number, unit=following.unit)
    return found


def _figure(text: str, match: re.Match[str]) -> Number | None:
    end = match.end()
    if _in_a_name(text, match) or any(len(match[side] or "") > _LONGEST for side in ("low", "high")):
        return None
    low_unit, high_unit = _unit(match["lowunit"]), _unit(match["highunit"])
    money = bool(match["money"])
    high = match["high"]
    scale = match["lowscale"] or (match["highscale"] if high else None)
    value = _value(match["low"], scale)
    upper = _value(high, match["highscale"] or match["lowscale"]) if high else None
    if max(value, upper or 0) > _LARGEST:
        return None
    bound = bound_before(text, match.start())
    if match["plus"]:
        bound = bound or Bound.AT_LEAST
    return Number(
        start=match.start(),
        end=end,
        value=value,
        high=upper,
        unit="USD" if money else (high_unit or low_unit),
        sign=_sign(match["sign"]),
        bound=bound,
        scaled=bool(match["lowscale"] or match["highscale"]),
        shape="figure",
        joint=(match["joint"] or "").strip(),
        low_end=match.end("lowunit") if match["lowunit"] else match.end("low"),
    )


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Say whether the figure is a part of a word, a list mark or a citation mark."""
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
    if before == "-" and re.search(r"[A-Za-z][\w.]*-$", text[max(0, match.start() - 40) : match.start()]):
        return True
    unit = re.match(r"(?:[KMGT]B|ms|[kMG]?Hz|[nmck]m|kg|h|s|fps|pp)\b", text[match.end() :])
    if (after[:1].isalpha() and not unit) or (after[:1] == "_" and after[1:].isalnum()):
        return True
    bare = match["low"] if not (match["high"] or match["lowunit"] or match["lowscale"] or match["sign"]) else ""
    if bare and len(bare) <= 2 and after[:1] == ")" and before in ("(", " ", ""):
        opened = text.rfind("(", max(0, match.start() - 40), match.start())
        closed = text.rfind(")", max(0, match.start() - 40), match.start())
        return before == "(" or opened <= closed
    return bool(bare) and before == "[" and after[:1] in ("]", ",")


def _word(text: str, match: re.Match[str]) -> Number | None:
    word = match[0].casefold()
    shape, high, unit = "word", None, "x"
    if match["factor"]:
        value: int | float = next(factor for stem, factor in _FACTORS.items() if word.startswith(stem))
    elif match["slash"]:
        shape, value = "slash", round(1 / int(word[2:]), 6)
    elif match["fold"]:
        value = _WORDS[re.split(r"[\s-]|fold", word)[0]]
    else:
        shape = "share"
        ends = [_SHARES[part] for part in re.split(r"[\s-]", word) if part in _SHARES]
        value, high = (min(ends), max(ends)) if len(ends) > 1 else (ends[0], None)
    return Number(match.start(), match.end(), value, high, unit, 0, bound_before(text, match.start()), False, shape)


def _value(digits: str, scale: str | None) -> int | float:
    plain = digits.replace(",", "")
    value: int | float = float(plain) if "." in plain else int(plain)
    if not scale:
        return value
    factor = _SCALES[scale.strip(" -").casefold().rstrip("s")]
    scaled = round(value * factor, 6)
    return int(scaled) if scaled == int(scaled) else scaled


def _unit(printed: str | None) -> str | None:
    word = (printed or "").strip(" -").casefold()
    if not word:
        return None
    if word.startswith(("percentage point", "percent point", "point", "pp", "p.p")) or word.endswith(
        ("point", "points")
    ):
        return "points"
    if word == "db":
        return "dB"
    if word.startswith(("%", "percent")):
        return "%"
    if word in ("usd", "dollars"):
        return "USD"
    return "x"


def _sign(printed: str | None) -> int:
    mark = (printed or "").strip()
    return {"+": 1, "-": -1}.get(mark, 0)


def bound_before(text: str, position: int) -> Bound | None:
    """Read the bound that the words right before a number give it."""
    before = text[max(0, position - 48) : position]
    for bound, pattern in _BOUNDS:
        if pattern.search(before):
            clause = re.split(r"[.;:,]\s|\b(?:but|while|which)\b", text[max(0, position - 120) : position])[-1]
            denied = bound is Bound.AT_LEAST and _DENIAL.search(clause)
            return Bound.UP_TO if denied else bound
    return None
