"""One paper as a structured source has it: what readers of feeds, exports and markup find, before it has a place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus_index.domain.publication import NO_TITLE
from corpus_index.pages.fields.publication import Details
from corpus_index.pages.fields.tidying import all_mended, decoded_once, mended, squeezed, without_surrogates

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OTHERS = frozenset(("others", "and others", "et al"))  # what stands last for authors that a source leaves out


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A reference that an entry lists: its text as far as the source gives one, and identifiers in any spelling."""

    text: str
    ids: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Entry:
    """The fields of one paper, as plain text: no markup, no escapes of the format; empty where the source has none.

    `ids` are identifiers in any spelling that `identifiers.py` reads (`arXiv:2401.00001v2`, `doi:10.1000/x`, a URL).
    `publication` are names and values of how it was published, as `fields.publication` makes them.
    `summary` is text about the paper that is not its authors' abstract. `key` is a citation key that the source gives.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    authors_complete: bool = True
    year: int | None = None
    venue: str | None = None
    ids: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    abstract: str = ""
    summary: str = ""
    key: str | None = None
    references: tuple[Cited, ...] = ()
    publication: Details = ()

    def tidy(self) -> "Entry":
        """Squeeze white space in all that is one line, mend letters, and drop what is empty or said twice; return self.

        An address that stands where the venue is said is one of the addresses. In place, since files of millions of
        papers are read: a second entry for each would take as long as all else here.
        """
        self.title = mended(self.title) or None if self.title else None
        if self.authors:
            self.authors = tuple(filter(None, all_mended(self.authors)))
            if self.authors and self.authors[-1].casefold().rstrip(".") in _OTHERS:
                self.authors, self.authors_complete = self.authors[:-1], False
        self.venue = squeezed(self.venue) or None if self.venue else None
        if self.venue and _ADDRESS.fullmatch(self.venue):
            self.urls, self.venue = (*self.urls, self.venue), None
        self.ids = _distinct(self.ids)
        if self.urls:
            self.urls = _distinct(self.urls)
        self.abstract = without_surrogates(decoded_once(self.abstract)).strip()
        if self.summary:
            self.summary = without_surrogates(decoded_once(self.summary)).strip()
        self.key = squeezed(self.key) or None if self.key else None
        if self.publication:
            told = ((name, mended(value)) for name, value in self.publication)
            self.publication = tuple(each for each in told if each[1])
            self._without_inferred_title()
        if self.references:
            self.references = tuple(map(_tidied, filter(_says_something, self.references)))
        return self

    def _without_inferred_title(self) -> None:
        """Take a title off that an export says is none, where an abstract makes the work one all the same."""
        if self.abstract and any(name == "note" and value.startswith(NO_TITLE) for name, value in self.publication):
            self.title = None
            self.publication = tuple(each for each in self.publication if each[0] not in ("note", "key"))


def _says_something(cited: Cited) -> bool:
    return bool(cited.text.strip() or cited.ids)


def _tidied(cited: Cited) -> Cited:
    return Cited(text=squeezed(cited.text), ids=_distinct(cited.ids))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(squeezed, values))))
