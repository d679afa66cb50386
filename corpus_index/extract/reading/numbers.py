"""Numbers in running text: signs, magnitudes, units, deviations, ranges and bounds."""

import re
from bisect import bisect_left
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from corpus_index.domain.facts import Bound
from corpus_index.extract.reading.bounds import bound_before
from corpus_index.extract.reading.name_digits import is_in_a_name
from corpus_index.extract.reading.number_patterns import BETWEEN, BRACKETED, NUMBER, SINGLE
from corpus_index.extract.reading.number_words import Word, number_words

_DIGIT = re.compile(r"\d")
_DIGITS_OF_WORD = re.compile(r"\d(?P<word>(?<=[A-Za-z_@^{]\d)\d*)?")  # the digits of `GPT4` are no number
_LEAD = re.compile(r"(?P<sign>[+±-]\s?)?(?P<money>US€\s?|[€£]\s?|USD\s)?$")
_LIST = re.compile(r"\s*(?:,|and|or|,\s*and|vs\.?|versus|/)\s*")
_LISTED_FROM = re.compile(r"\bfrom\s+~?\d[\d.,]{0,9}\s?%?,?\s+and\s+~?$")
_SIGNS = {"+": 1, "-": -1}
_SCALES = {
    "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "bn": 10**9,
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
# What is longer or larger is an identifier or damage, and neither a float nor SQLite need bear it.
_LONGEST = 40
_LARGEST = 10**18


class Number(NamedTuple):
    """A number as printed.

    `value` and `high` are already scaled (`309B` is 309000000000) and carry no sign; `sign` is +1 or -1 where one is
    printed, else 0, and `high_sign` the same for `high`. `unit` is `%`, `points`, `x`, `USD`, `dB` or `None`; `scaled`
    says that a magnitude letter or word is part of it; `shape` is `figure`, `word` (doubles), `share` (one-third) or
    `slash` (1/2); `joint` joins a range, whose lower end ends at `low_end`. `decimals` are the digits behind the
    point; `power` says that a power of ten is printed, and `deviates` a deviation (`± 0.2`), whose value is not given.
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
    decimals: int = 0
    power: bool = False
    deviates: bool = False
    high_sign: int = 0


def numbers(text: str, start: int, end: int) -> tuple[Number, ...]:
    """Find the numbers of flattened text that begin between two positions, in order.

    A text is read once, for however many of its sentences its numbers are asked for. Numbers inside names are not
    given, nor any that is above 10 to the power of 18 or printed with over 40 characters.
    """
    every, starts = _found(text)
    first = bisect_left(starts, start)
    return every[first : bisect_left(starts, end, first)]


@lru_cache(maxsize=4)
def _found(text: str) -> tuple[tuple[Number, ...], list[int]]:
    every = every_number(text)
    return every, [number.start for number in every]


@lru_cache(maxsize=4)
def has_digit(text: str) -> bool:
    """Say whether a text holds a digit at all; many abstracts of arXiv do not."""
    if text.isascii():  # to look for each in turn is faster than a pattern
        return any(digit in text for digit in "0123456789")
    return _DIGIT.search(text) is not None


def every_number(text: str) -> tuple[Number, ...]:
    """Find all numbers of a flattened text, in order."""
    words = [_worded(text, word) for word in number_words(text)]
    covered = [(word.start, word.end) for word in words if word.shape != "word" or word.unit]
    found: list[Number] = list(words)
    position = 0 if has_digit(text) else len(text)
    while digit := _DIGITS_OF_WORD.search(text, position):
        if digit["word"]:
            position = digit.end()
            continue
        number, position = _figure(text, digit.start())
        if number and not any(start <= number.start < end for start, end in covered):
            found.append(number)
    ordered = sorted(found, key=attrgetter("start"))
    return tuple(_shared_units(text, _intervals(text, ordered) if "[" in text else ordered))


def _worded(text: str, word: Word) -> Number:
    bound = bound_before(text, word.start)
    return Number(word.start, word.end, word.value, word.high, "x", 0, bound, False, word.shape)


def _figure(text: str, start: int) -> tuple[Number | None, int]:
    """Read the number whose first digit stands at a position; give it, and where to look for the next."""
    bracketed = BRACKETED.match(text, start) if text[start - 1 : start] == "(" else None
    match = bracketed or _ends(text, start)
    if match is None:  # never: a digit is a number
        return None, start + 1
    lead = _LEAD.search(text, max(0, start - 6), start)
    first = lead.start() if lead else start
    point = (
        text[start - 1 : start] == "."
        and "." not in match["low"]
        and not text[max(0, start - 2) : start - 1].strip("([=<>~ ")
    )
    if point:
        first = start - 1
    if is_in_a_name(text, match, first):
        return None, match.end("low")
    if len(match["low"]) > _LONGEST or len(match["high"] or "") > _LONGEST:
        return None, match.end()
    if bracketed:
        return _bracketed_number(text, match, first), match.end()
    return _number(text, match, first, lead, point=point), match.end()


def _ends(text: str, start: int) -> re.Match[str] | None:
    """Match a number with both ends; `450x to 20 minutes` is no range, because its ends differ in kind."""
    between = text[max(0, start - 9) : start].strip(" ~+-").endswith("between")
    match = (BETWEEN if between else NUMBER).match(text, start)
    if match and match["joint"] and match["joint"][-1].isalpha() and match["lowunit"] and not match["highunit"]:
        return SINGLE.match(text, start)
    if match and match["joint"] == "to" and _LISTED_FROM.search(text, max(0, start - 40), start):
        return SINGLE.match(text, start)  # "from 45.0 and 58.5 to 60.0 and 71.0"
    return match


def _number(text: str, match: re.Match[str], first: int, lead: re.Match[str] | None, *, point: bool) -> Number | None:
    low = f".{match['low']}" if point else match["low"]
    value = _value(low, match["lowscale"] or (match["highscale"] if match["high"] else None), _power(match, "low"))
    high = None
    if match["high"]:
        high = _value(match["high"], match["highscale"] or match["lowscale"], _power(match, "high"))
    if max(value, high or 0) > _LARGEST:
        return None
    sign = (lead["sign"] or "").strip() if lead else ""
    units = (match["highlater"], match["highunit"], match["lowlater"], match["lowunit"])
    unit = "USD" if lead and lead["money"] else next((_unit(unit) for unit in units if unit), None)
    bound = bound_before(text, first)
    return Number(
        start=first,
        end=match.end(),
        value=value,
        high=high,
        unit=unit,
        sign=_SIGNS.get(sign, 0),
        bound=bound or (Bound.AT_LEAST if match["plus"] else None),
        scaled=bool(match["lowscale"] or match["highscale"]),
        shape="figure",
        joint=(match["joint"] or "").strip(),
        low_end=match.end("lowunit") if match["lowunit"] else match.end("low"),
        decimals=len(low.partition(".")[2]),
        power=bool(match["lowpower"] or match["lowexponent"]),
        deviates=bool(match["lowdeviation"]),
        high_sign=_SIGNS.get(match["sign2"], 0),
    )


def _bracketed_number(text: str, match: re.Match[str], first: int) -> Number | None:
    """`(1.8 ± 0.5) x 10^-6`, `(0.11 - 2.0) x 10^-9`, `(8.5 ± 0.5) %`: one power of ten or unit for all of it."""
    power = _power(match, "")
    value = _value(match["low"], None, power)
    high = _value(match["high"], None, power) if match["high"] else None
    if max(value, high or 0) > _LARGEST:
        return None
    return Number(
        start=first,
        end=match.end(),
        value=value,
        high=high,
        unit=match["lowunit"],
        sign=0,
        bound=bound_before(text, first - 1),
        scaled=False,
        shape="figure",
        joint="-" if high else "",
        low_end=match.end("low"),
        decimals=len(match["low"].partition(".")[2]),
        power=power is not None,
    )


def _power(match: re.Match[str], side: str) -> int | None:
    power = match[f"{side}power"] or match[f"{side}exponent"]
    return int(power.replace(" ", "")) if power else None


def _value(digits: str, scale: str | None, power: int | None) -> int | float:
    plain = digits.replace(",", "")
    value: int | float = float(plain) if "." in plain else int(plain)
    if power is not None:
        return float(f"{plain}e{power}")
    if not scale:
        return value
    factor = _SCALES[scale.strip(" -").casefold().rstrip("s")]
    scaled = round(value * factor, 6)
    return int(scaled) if scaled == int(scaled) else scaled


def _unit(printed: str) -> str | None:
    word = printed.strip(" -").casefold()
    if word.endswith(("point", "points", "pts", "%p")) or word.startswith(("pp", "p.p")):
        return "points"
    if word.startswith(("%", "per", "pct")):
        return "%"
    return {"db": "dB", "usd": "USD", "dollars": "USD"}.get(word, "x")


def _intervals(text: str, found: list[Number]) -> list[Number]:
    """`[+0.0, +0.8]`: two numbers in square brackets are the ends of a range."""
    joined: list[Number] = []
    for number in found:
        low = joined[-1] if joined else None
        if (
            low
            and low.high is None
            and text[low.start - 1 : low.start] == "["
            and text[low.end : number.start] in (", ", ",", "; ")
            and text[number.end : number.end + 1] == "]"
        ):
            sign = low.sign or number.sign
            joined[-1] = low._replace(
                high=number.value, unit=number.unit or low.unit, sign=sign, joint=",", end=number.end
            )
        else:
            joined.append(number)
    return joined


def _shared_units(text: str, found: list[Number]) -> list[Number]:
    """`5.5 and 5.0 pp`, `6.8, 5.2 and 3.1 points`: a list gives its unit once, at its end."""
    for index in range(len(found) - 2, -1, -1):
        number, following = found[index], found[index + 1]
        if number.unit or number.scaled or following.unit not in ("%", "points", "x", "dB"):
            continue
        year = number.end - number.start == 4 and 1900 <= number.value < 2100
        alike = number.shape == following.shape == "figure" and isinstance(number.value, type(following.value))
        if alike and not year and _LIST.fullmatch(text, number.end, following.start):
            found[index] = number._replace(unit=following.unit)
    return found
