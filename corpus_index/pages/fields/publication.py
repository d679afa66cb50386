"""How a work was published, from the fields of a source: see `domain.publication` for the names."""

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from corpus_index.domain.publication import APART, GENRE, OTHERS, PRINTED_GENRES, TYPE

Details = tuple[tuple[str, str], ...]
"""Names and values, each name once."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"({'|'.join(MONTHS)})[a-z]*\.?", re.IGNORECASE)
_DATE = re.compile(r"\d{4}[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:T\S*|[-/]?)?(?:/.*)?")
_YEAR = re.compile(r"\s*\d{4}(?:[\s/]*$|/\d{1,2}(?:/|$)|-)")
_SIGNS = re.compile(r"[\W_]+")
_HYPHEN = re.compile(r"(?<=\w)\s*-+\s*(?=\w)")
_WITH_GENRE = {genre.casefold(): kind for kind, genre in PRINTED_GENRES.items()}
_GENERAL = ("thesis", "report")
_LAST = frozenset(("others", "et al", "et al."))
_BOOK = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]", re.IGNORECASE)
_SERIAL = re.compile(r"\b\d{4}-?\d{3}[\dX]\b", re.IGNORECASE)


def details(pairs: Iterable[tuple[str, str]]) -> Details:
    """Keep the first filled value of each name; a hyphen between pages becomes the dash that is meant.

    Where a genre says of what type a thesis is (`PhD thesis`), it is that type.
    """
    kept: dict[str, str] = {}
    for name, value in pairs:
        if value:
            kept.setdefault(name, _HYPHEN.sub("–", value) if name == "pages" else value)
    special = _WITH_GENRE.get(kept.get(GENRE, "").casefold())
    if special and kept.get(TYPE) in (special, *_GENERAL):
        kept[TYPE] = special
        del kept[GENRE]
    return tuple(kept.items())


def type_of(source: str, *names: str) -> str:
    """Give the type that the first known one of `names` stands for in a kind of source; empty where none is known."""
    listed = _types()[source]
    return next((listed[name.strip().casefold()] for name in names if name.strip().casefold() in listed), "")


def type_named(*names: str) -> str:
    """Do so for what a table or an API without a list of its own calls types, whatever its blanks, signs and case."""
    return type_of("any", *(_SIGNS.sub("", name) for name in names))


def container(kind: str, title: str, publisher: str = "") -> Iterator[tuple[str, str]]:
    """Name what a work of the type `kind` is in, or who published it, as BibTeX names it for that type."""
    if kind:
        yield ("journaltitle" if kind in ("article", "periodical") else "booktitle"), title
        by = {"thesis": "school", "phdthesis": "school", "mastersthesis": "school", "report": "institution"}
        yield by.get(kind, "publisher"), publisher


def joined(values: Iterable[str]) -> str:
    """Join names or keywords."""
    return APART.join(filter(None, (value.replace(";", ",").strip(" ,") for value in values)))


def divided(texts: Iterable[str]) -> str:
    """Join stretches of text, each once; one with the sign that stands between them is two."""
    parts = (part.strip() for text in texts for part in text.split(APART))
    return APART.join(dict.fromkeys(filter(None, parts)))


def odd_year(printed: str) -> str:
    """Give what stands for the year where that is no plain one (`in press`, `2019/2020`)."""
    return "" if _YEAR.match(printed) else printed


def names(given: Iterable[str], *, complete: bool = True) -> str:
    """Join names; a last one says where these are not all."""
    listed = list(given)
    if listed and listed[-1].casefold() in _LAST:
        complete = not listed.pop()
    people = joined(listed)
    return people if complete or not people else f"{people}{APART}{OTHERS}"


def pages(first: str, last: str = "") -> str:
    """Join the first and the last page."""
    return f"{first}–{last}" if first and last and first != last else first


def month(printed: str) -> str:
    """Write a month as its number; what is more than a month stays as it is printed."""
    named = _MONTH.fullmatch(printed.strip())
    if named:
        return str(MONTHS.index(named[1].casefold()) + 1)
    return str(int(printed)) if printed.isascii() and printed.isdigit() else printed


def month_and_day(printed: str, day: str) -> Iterator[tuple[str, str]]:
    """Give month and day of a date whose parts are printed apart."""
    yield "month", month(printed)
    yield "day", day.lstrip("0")


def date(printed: str) -> Iterator[tuple[str, str]]:
    """Give month and day of a date (`2024-05-12`, `2024/05/12/`, the first one of a range)."""
    found = _DATE.fullmatch(printed.strip())
    if found and 1 <= int(found[1]) <= len(MONTHS):
        yield "month", str(int(found[1]))
        if found[2]:
            yield "day", str(int(found[2]))


def circa(year: str) -> str:
    """Print a year that is not sure, as `odd_year` gives it."""
    return f"c. {year}"


def year_before_christ(number: int) -> str:
    """Print a year before Christ, as `odd_year` gives it: -44 is 44 BC."""
    return f"{-number} BC"


def standard_number(printed: str) -> Iterator[tuple[str, str]]:
    """Tell an ISBN from an ISSN, where one field holds either."""
    book = _BOOK.search(printed)
    serial = None if book else _SERIAL.search(printed)
    if book or serial:
        yield ("isbn", book[0].strip()) if book else ("issn", serial[0] if serial else "")


@functools.cache
def _types() -> Mapping[str, Mapping[str, str]]:
    text = files("corpus_index.pages.fields").joinpath("publication_types.toml").read_text(encoding="utf-8")
    return {
        source: {name.casefold(): kind for name, kind in listed.items()}
        for source, listed in tomllib.loads(text).items()
    }
