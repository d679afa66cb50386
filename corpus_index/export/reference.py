"""What a bibliography needs of a paper, the same for every format."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import APART, FAMILIES, NO_TITLE, PROTECTED, TYPE, YEAR
from corpus_index.export.publication_fields import parts, with_venue, without_other_archives
from corpus_index.export.publication_types import PublicationType, publication_type
from corpus_index.export.white_space import squeezed

# Others run programs (`run:` in a PDF, `javascript:` in a browser) or open files where a reference is clicked.
_WEB = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_NAMED = f"{NO_TITLE}it was inferred from what the paper introduces"
_OPENING = f"{NO_TITLE}these are the first words of "

_CIRCA = re.compile(r"(?:c\.|ca\.?|circa) ?\d{4}", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"([1-9]\d{0,3}) BC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A paper as a work that is cited. Text is plain, as pages print it; what no page says is empty.

    `names` are the models, benchmarks and so on that the paper names: a title that prints one keeps its capitals.
    So do its `protected` parts, and the `families` are family names that the names alone do not tell. `dated` is the
    year, or what a source says in its place (`in press`, `2019/2020`).
    `details` are the fields of `domain.publication`, the venue among them. `keywords` are a person's tags and the words
    that sources give, else these names; `annotation` (of one line or more) and `status` are a person's own too.
    `arxiv` and `doi` are bare; `urls` are the addresses of the web that pages give.
    """

    key: str
    aliases: tuple[str, ...]
    type: PublicationType
    title: str
    names: tuple[str, ...]
    protected: tuple[str, ...]
    authors: tuple[str, ...]
    families: frozenset[str]
    authors_complete: bool
    year: int | None
    dated: str
    venue: str
    details: Mapping[str, str]
    arxiv: str
    doi: str
    urls: tuple[str, ...]
    keywords: tuple[str, ...]
    note: str
    annotation: str
    status: str
    abstract: str

    @property
    def is_circa(self) -> bool:
        """Whether the year is not sure (`c. 1960`)."""
        return self.year is not None and bool(_CIRCA.fullmatch(self.dated))

    @property
    def before_christ(self) -> int:
        """The year before Christ that stands for the year, 0 where there is none."""
        found = _BEFORE_CHRIST.fullmatch(self.dated) if self.year is None else None
        return int(found[1]) if found else 0

    @property
    def url_apart(self) -> str:
        """The first of `urls`, unless styles print it already, as how the work was published."""
        first = next(iter(self.urls), "")
        return "" if first in self.details.get("howpublished", "") else first

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the work can be found: the DOI and arXiv, then what pages give beside these."""
        registered = [f"https://doi.org/{self.doi}"] if self.doi else []
        registered += [f"https://arxiv.org/abs/{self.arxiv}"] if self.arxiv else []
        return tuple(dict.fromkeys((*registered, *self.urls)))


def reference(paper: Paper) -> Reference:
    """Take from a paper what a bibliography needs; nothing is made up."""
    names = [fact.name for fact in paper.introduces]
    names += [fact.name for fact in paper.models]
    names += [fact.name for fact in paper.benchmarks]
    distinct = tuple(dict.fromkeys(names))
    keywords = [word for word in paper.publication.get("keywords", "").split(APART) if word]
    known = {name for name, value in (("author", paper.authors), ("year", paper.year)) if value}
    published = without_other_archives(paper.publication) if paper.ids.get("arxiv") else paper.publication
    kind = publication_type(paper.venue, known, paper.publication.get(TYPE))
    return Reference(
        key=paper.key,
        aliases=paper.aliases,
        type=kind,
        title=paper.title,
        names=distinct,
        protected=parts(paper.publication, PROTECTED),
        authors=paper.authors,
        families=frozenset(parts(paper.publication, FAMILIES)),
        authors_complete=paper.authors_complete,
        year=paper.year,
        dated=_dated(paper),
        venue=paper.venue or "",
        details=with_venue(published, paper.venue or "", kind),
        arxiv=squeezed(paper.ids.get("arxiv", "")),
        doi=squeezed(paper.ids.get("doi", "")),
        urls=tuple(filter(_WEB.match, map(squeezed, paper.urls))),
        keywords=tuple(dict.fromkeys((*paper.tags, *(keywords or distinct)))),
        note=_note(paper) or squeezed(paper.publication.get("note", "")),
        annotation=_annotation(paper),
        status=paper.status.value,
        abstract=paper.abstract or "",
    )


def _annotation(paper: Paper) -> str:
    said = (paper.note or "", paper.publication.get("annotation", ""))
    return "\n".join(squeezed(line) for text in said for line in text.splitlines())


def _dated(paper: Paper) -> str:
    year = "" if paper.year is None else str(paper.year)
    printed = "" if "year" in paper.corrected else paper.publication.get(YEAR, "")
    return printed if year in printed and printed else year


def _note(paper: Paper) -> str:
    """Say where a title comes from that no page prints: a name that is introduced, or the beginning of the text."""
    if not paper.title_inferred:
        return ""
    if any(fact.name == paper.title for fact in paper.introduces):
        return _NAMED
    return _OPENING + ("its abstract" if paper.abstract is not None else "a summary")
