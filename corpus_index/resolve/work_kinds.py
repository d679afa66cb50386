"""What kind of publication a record is of, as far as that tells works of one title and author apart."""

import re
from collections.abc import Mapping
from enum import Enum

from corpus_index.domain.publication import GENRE, TYPE
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.publishing import is_published


class WorkKind(Enum):
    """Kinds of publications; databases call a chapter a paper, and the other way round."""

    THESIS = "a thesis"
    BOOK = "a book"
    PART = "a part of a book"
    PROCEEDINGS = "proceedings"
    ARTICLE = "an article in a journal"
    TALK = "a paper at a conference"
    SLIDES = "slides"


PAPERS = frozenset((WorkKind.ARTICLE, WorkKind.TALK))
VOLUMES = frozenset((WorkKind.BOOK, WorkKind.PROCEEDINGS))
"""Kinds that fill a volume, or several."""

_TYPES = {
    WorkKind.THESIS: "phdthesis mastersthesis thesis",
    WorkKind.BOOK: "book mvbook collection mvcollection reference mvreference",
    WorkKind.PART: "inbook bookinbook suppbook incollection suppcollection inreference",
    WorkKind.PROCEEDINGS: "proceedings mvproceedings",
    WorkKind.ARTICLE: "article",
    WorkKind.TALK: "inproceedings",
}
_OF_TYPE = {name: kind for kind, names in _TYPES.items() for name in names.split()}
_WHICH_PART = ("chapter", "pages", "booktitle")
_SLIDES = re.compile(r"\bslides?\b", re.IGNORECASE)
_LOOSE = frozenset(("", "misc", "unpublished", "online"))
"""Types of anything, which a note may tell more of."""


def kind_of(known: KnownRecord, details: Mapping[str, str]) -> WorkKind | None:
    """Give the kind of a record by the `details` of its publication, or `None` where it may be any.

    What has no place but a server of preprints may be a thesis, too. A part of a book of which nothing says which part
    is the book: older styles of references have one title for both.
    """
    typed = details.get(TYPE, "")
    told = [typed, details.get(GENRE, ""), details.get("howpublished", "")]
    if _SLIDES.search(" ".join([*told, details.get("note", "")] if typed in _LOOSE else told)):
        return WorkKind.SLIDES
    kind = _OF_TYPE.get(typed)
    if kind in PAPERS and not is_published(known.record):
        return None
    if typed == "inbook" and not any(name in details for name in _WHICH_PART):
        return WorkKind.BOOK
    return kind
