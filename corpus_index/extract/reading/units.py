"""Physical units behind a number."""

import re
from dataclasses import dataclass
from functools import cache

from corpus_index.extract.reading.lexicon import table

_SYMBOLS = {
    r"M_{\odot}": "M_sun", r"M_\odot": "M_sun", "M_☉": "M_sun", "M_⊙": "M_sun", r"M_{\oplus}": "M_earth",
    r"M_\oplus": "M_earth", r"R_{\odot}": "R_sun", r"R_\odot": "R_sun", r"L_{\odot}": "L_sun", r"L_\odot": "L_sun",
    r"M_{\rm Jup}": "M_jup", "°": "degrees", "deg": "degrees", "degree": "degrees", "sec": "s",
}  # fmt: skip
_MARKS = re.compile(r"[\s{}\\]")
_LONG = frozenset({"second", "millisecond", "minute", "hour", "day", "week", "month", "year", "meter", "metre", "min"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its usual spelling, its sort (`time`, `spent`, `rate` or `amount`) and its length in the text."""

    name: str
    sort: str
    length: int


@cache
def _sorts() -> dict[str, str]:
    return {word: sort for sort, section in table("units").items() for word in section["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted([*_sorts(), *(symbol for symbol in _SYMBOLS if "_" in symbol)], key=lambda word: (-len(word), word))
    one = "|".join(re.escape(word) for word in words)
    more = r"(?:\s?/\s?(?:[a-zA-Z]{1,6}\d?)|\s{0,6}[\\]?(?:km|m|s|cm|Mpc|yr|pc|g|kg|W|K|Hz)\s?\^\s?\{?\s?-\d\s?\}?)"
    return re.compile(
        rf"[\s~}}-]{{0,24}}(?P<unit>{one})(?![A-Za-z0-9]|-(?:order|level|long|scale|wide))(?P<more>{more}{{0,3}})"
    )


@cache
def glued_unit() -> re.Pattern[str]:
    """Give the pattern of a unit that stands right behind the digits of its number: `21ms`, `700uW`."""
    symbols = [
        word for word in _sorts() if " " not in word and len(word) <= 5 and word not in ("in", "bar", "day", "us")
    ]
    one = "|".join(
        re.escape(word) for word in sorted([*symbols, "us", "pp", "M_"], key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?:{one})(?<![a-z]{{4}})(?![A-Za-z0-9])")


def unit_behind(text: str) -> Unit | None:
    """Read the unit at the beginning of a text, `km s^{-1}` and `mA/cm^2` as a whole."""
    match = _pattern().match(text)
    if match is None:
        return None
    word = match["unit"]
    if word in ("A", "T", "K", "N", "V", "g", "h", "m", "s", "W") and text[match.end() : match.end() + 1] == "-":
        return None
    sort = _sorts().get(word, "amount")
    name = _SYMBOLS.get(word, f"{word}s" if word in _LONG else word)
    more = _MARKS.sub("", match["more"]).replace("^2", "2")
    joined = f"{name}{more}" if more.startswith("/") else f"{name} {more}" if more else name
    spent_each = more.startswith("/") and sort in ("time", "spent")
    return Unit(joined, "amount" if more and not spent_each else sort, match.end())
