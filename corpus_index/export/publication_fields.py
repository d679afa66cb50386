"""The fields that say how a work was published, in each format; `publication_fields.toml` has the list."""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from corpus_index.domain.publication import (
    APART,
    CONTAINERS,
    END_DATE,
    FAMILIES,
    GENRE,
    OTHERS,
    PEOPLE,
    PRINTED_GENRES,
    PROTECTED,
    TYPE,
    YEAR,
)
from corpus_index.export.bib_entry import MONTHS
from corpus_index.export.names import author_field
from corpus_index.export.protected_parts import braced, remark
from corpus_index.export.publication_types import PublicationType
from corpus_index.export.titles import protected_title

_APART = frozenset((TYPE, YEAR, END_DATE, "month", "day", "key", "note", "annotation", "keywords"))
"""What is no text of its own, or is written together with what else a paper says."""
_GENRES = {"phdthesis": "", "mathesis": "", "techreport": ""}
"""Words of biblatex for what BibTeX says by the type of the entry."""
_WORD = re.compile(r"[A-Za-z]{3,}")
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[a-z][a-z0-9_-]*")


def without_other_archives(details: Mapping[str, str]) -> dict[str, str]:
    """Leave out the number of another archive, where that of arXiv stands in its place."""
    return {name: value for name, value in details.items() if name not in ("eprint", "eprinttype")}


def with_venue(details: Mapping[str, str], venue: str, kind: PublicationType) -> dict[str, str]:
    """Put the venue into the field that it is in a publication of this kind, unless one of its fields says it.

    The other fields stay what they are, if a source says that the publication is of this kind.
    """
    if not venue or venue in (details.get(name) for name in CONTAINERS):
        return dict(details)
    told = details.get(TYPE) in kind.types
    return {**{name: value for name, value in details.items() if told or name not in CONTAINERS}, kind.venue: venue}


def people(value: str) -> tuple[tuple[str, ...], bool]:
    """Give the names in a value, and whether they are all."""
    names = tuple(value.split(APART))
    return (names[:-1], False) if names[-1] == OTHERS else (names, True)


def called(form: str, details: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Give the fields that a format has, in the order in which they are written: its name of each, ours, and the value.

    Behind them are those that nobody knows, for BibTeX, which passes them over.
    """
    listed = _fields()
    in_bib = form in ("bibtex", "biblatex")
    if not in_bib:
        details = _in_words(details)
    for name, names in listed.items():
        if name in details and (in_bib or form in names):
            yield names.get(form, name), name, details[name]
    for name in details if form == "bibtex" else ():
        if name not in listed and name not in _APART and _NAME.fullmatch(name):
            yield name, name, details[name]


def _in_words(details: Mapping[str, str]) -> Mapping[str, str]:
    """Say in words what BibTeX says by a type, and leave out an address in place of a venue, which stands elsewhere."""
    genre = PRINTED_GENRES.get(details.get(TYPE, ""))
    kept = {name: value for name, value in details.items() if name != "howpublished" or "://" not in value}
    return {GENRE: genre, **kept} if genre else kept


def bib_fields(form: str, details: Mapping[str, str], *, unicode: bool) -> Iterator[tuple[str, str]]:
    """Give these fields as LaTeX."""
    protected, families = parts(details, PROTECTED), frozenset(parts(details, FAMILIES))
    for name, ours, value in called(form, details):
        if ours in PEOPLE:
            yield name, author_field(*people(value), families, unicode=unicode)
        elif ours == GENRE:
            text = value if form == "biblatex" else _GENRES.get(value, value)
            yield name, protected_title(text, protected=protected, unicode=unicode)
        elif ours.endswith("title"):
            yield name, braced(value, protected, unicode=unicode)
        else:
            yield name, remark(value.replace("–", "--"), protected, unicode=unicode)


def field_names() -> frozenset[str]:
    """Give the names of all fields that some format has, and of those that stand for a date or keywords."""
    return frozenset((*_fields(), "month", "day", "keywords"))


def parts(details: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Give the parts of a detail that is several."""
    return tuple(filter(None, details.get(name, "").split(APART)))


def month(details: Mapping[str, str]) -> int | None:
    """Give the month, where one is known; of a stretch of time the first."""
    printed = details.get("month", "")
    if printed.isascii() and printed.isdigit() and 1 <= int(printed) <= len(MONTHS):
        return int(printed)
    named = (word[:3].casefold() for word in _WORD.findall(printed))
    return next((MONTHS.index(word) + 1 for word in named if word in MONTHS), None)


def day(details: Mapping[str, str]) -> int | None:
    """Give the day of the month, where month and day are known; some print it with the month (`March 3`)."""
    beside = _NUMBER.findall(details.get("month", ""))
    printed = details.get("day", "") or (beside[0] if len(beside) == 1 and details["month"] != beside[0] else "")
    known = month(details) and printed.isascii() and printed.isdigit() and 1 <= int(printed) <= 31
    return int(printed) if known else None


def columns(form: str) -> tuple[str, ...]:
    """Give what a format calls the fields that it has, each name once, in their order."""
    return tuple(dict.fromkeys(names[form] for names in _fields().values() if form in names))


@functools.cache
def _fields() -> dict[str, dict[str, str]]:
    text = files("corpus_index.export").joinpath("publication_fields.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
