"""How an entry of BibTeX or biblatex says a work was published: its type, and the fields that say no more than that."""

import re
from collections.abc import Iterator, Mapping

from corpus_index.domain.publication import (
    END_DATE,
    EVENT_PLACE,
    FAMILIES,
    FORMER_KEYS,
    GENRE,
    PEOPLE,
    PROTECTED,
    TYPE,
    YEAR,
)
from corpus_index.pages.exports.bibtex_blocks import BibEntry
from corpus_index.pages.exports.bibtex_names import family_names, names_of
from corpus_index.pages.exports.latex_braces import commands, protected_words
from corpus_index.pages.exports.latex_plain import address, plain, with_addresses
from corpus_index.pages.fields import publication
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.publication import Details, details

_TOLD = frozenset(
    ("title", "subtitle", "author", "year", "abstract", "doi", "url", "arxiv", "arxivid", "month",
     "day", "date", "crossref", "xdata", "ids", "file", "xref", "entryset", "related", "relatedtype", "relatedoptions",
     "options", "execute")
)  # fmt: skip
"""Fields that are read elsewhere; that lead to other entries, from which this one has inherited; that act on the style;
and the place of a file on one computer."""
_NAMES = {
    "journal": "journaltitle",
    "address": "location",
    "annote": "annotation",
    "keyword": "keywords",
    "type": GENRE,
    "venue": EVENT_PLACE,
    "primaryclass": "eprintclass",
    "archiveprefix": "eprinttype",
}
"""What biblatex calls fields of BibTeX, and the domain those of biblatex."""
_SAME_TYPES = {
    "conference": "inproceedings",
    "www": "online",
    "electronic": "online",
    ("thesis", "phdthesis"): "phdthesis",
    ("thesis", "mathesis"): "mastersthesis",
    ("report", "techreport"): "techreport",
}
"""Types that are another name of one, alone or with what `type` says."""
_ADDRESSES = re.compile(r"(?:.*url.*|urldate|eprint|isbn|issn)")
_CIRCA = re.compile(r"(\d{4})[~?%]")
_NEGATIVE = re.compile(r"-\d{4}")
_STRETCH = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)/(\d{4}-\d\d(?:-\d\d)?)")
_EPRINT = ("eprint", "eprinttype")
_REMARKS = frozenset(("note", "annotation", "addendum", "comment", "comments"))
_KEYWORDS = re.compile(r"\s*[,;]\s*")


def details_of(entry: BibEntry, fields: Mapping[str, str]) -> Details:
    """Give the type and all fields that nothing else is read from, in the order in which they are typed."""
    return details(_details(entry, fields))


def _details(entry: BibEntry, fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    genre = plain(fields.get("type", ""))
    known = _SAME_TYPES.get((entry.type, genre.casefold()))
    yield TYPE, known or _SAME_TYPES.get(entry.type, entry.type)
    yield "month", publication.month(plain(fields.get("month", "")))
    yield "day", plain(fields.get("day", ""))
    date = address(fields.get("date", ""))
    yield from publication.date(date)
    yield from _uncertain(date)
    if stretch := _STRETCH.fullmatch(date):
        yield END_DATE, stretch[2]
    yield YEAR, publication.odd_year(plain(fields.get("year", "")) or date)
    yield (
        FAMILIES,
        publication.divided(
            family
            for name, value in fields.items()
            if name == "author" or name in PEOPLE
            for family in family_names(value)
        ),
    )
    yield PROTECTED, publication.divided((
        *protected_words(value for name, value in fields.items() if name.endswith(("title", "type"))),
        *commands(value for name, value in fields.items() if not _ADDRESSES.fullmatch(name)),
    ))  # fmt: skip
    yield FORMER_KEYS, publication.divided(fields.get("ids", "").split(","))
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv").strip().casefold()
    on_arxiv = archive == "arxiv" and identifier(f"arXiv:{address(fields.get('eprint', ''))}") is not None
    for typed, value in fields.items():
        name = _NAMES.get(typed, typed)
        if typed in _TOLD or (on_arxiv and name in _EPRINT) or (known and typed == "type"):
            continue
        if name == "institution" and entry.type in ("thesis", "phdthesis", "mastersthesis"):
            name = "school"
        yield name, _value(name, value)


def _uncertain(date: str) -> Iterator[tuple[str, str]]:
    """Give years as biblatex writes those that are not sure (`1960~`), and those before Christ (`-0043` is 44 BC)."""
    if found := _CIRCA.fullmatch(date):
        yield YEAR, publication.circa(found[1])
    if _NEGATIVE.fullmatch(date):
        yield YEAR, publication.year_before_christ(int(date) - 1)


def _value(name: str, typed: str) -> str:
    if name in PEOPLE:
        people, complete = names_of(typed)
        return publication.names(people, complete=complete)
    if name == "keywords":
        return publication.joined(_KEYWORDS.split(plain(typed)))
    if _ADDRESSES.fullmatch(name):
        return address(typed)
    return plain(with_addresses(typed) if name in _REMARKS else typed)
