"""Papers as entries for biblatex and biber: its types, names of fields, and former keys as `ids`."""

import re
from collections.abc import Iterable, Iterator

from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import END_DATE
from corpus_index.export.bib_entry import Fields, address, entry, is_arxiv, keywords, separated, wrapped
from corpus_index.export.latex_text import latex_text
from corpus_index.export.names import author_field
from corpus_index.export.protected_parts import abstract, remark
from corpus_index.export.publication_fields import bib_fields, day, month
from corpus_index.export.reference import Reference, reference
from corpus_index.export.titles import protected_title

_YEARS = re.compile(r"\d{4}/\d{4}")
_BELOW = re.compile(r"\\([db])\{((?:[^{}]|\{(?:[^{}]|\{\w\})*\})*)\}")
_MARKS = {"d": ".", "b": r"\={}"}
_STATES = frozenset(("inpreparation", "submitted", "forthcoming", "inpress", "prepublished"))


def biblatex(papers: Iterable[Paper], *, unicode: bool = False) -> Iterator[str]:
    """Yield one entry a paper in the order given, with an empty line between them; see `bibtex`."""
    works = map(reference, papers)
    return separated(_for_biber(entry(work.type.biblatex, work.key, _fields(work, unicode))) for work in works)


def _for_biber(text: str) -> str:
    """Build letters with a dot or a line below: biber makes one letter of the command, which pdflatex has not."""
    return _BELOW.sub(lambda found: rf"\oalign{{{found[2]}\crcr\hidewidth{_MARKS[found[1]]}\hidewidth}}", text)


def _fields(work: Reference, unicode: bool) -> Fields:
    return [
        ("ids", ", ".join(work.aliases)),
        ("author", author_field(work.authors, work.authors_complete, work.families, unicode=unicode)),
        ("title", protected_title(work.title, work.names, work.protected, unicode=unicode)),
        *bib_fields("biblatex", work.details, unicode=unicode),
        ("type", work.type.genre),
        ("date", _date(work)),
        ("pubstate", _state(work, unicode)),
        *([("eprint", work.arxiv), ("eprinttype", "arxiv")] if is_arxiv(work.arxiv) else []),
        ("doi", address(work.doi)),
        ("url", address(work.url_apart)),
        ("keywords", keywords(work.keywords, unicode=unicode)),
        ("note", remark(work.note, work.protected, unicode=unicode)),
        ("annotation", remark(work.annotation, work.protected, unicode=unicode)),
        ("abstract", wrapped(abstract(work.abstract, work.protected, unicode=unicode))),
    ]


def _date(work: Reference) -> str:
    if work.before_christ:
        # Between 1 BC and 1 lies the year 0.
        return f"-{work.before_christ - 1:04}"
    if work.is_circa:
        return f"{work.year:04}~"
    if work.year is None or _YEARS.fullmatch(work.dated):
        return work.dated if work.year else ""
    parts = (month(work.details), day(work.details))
    first = "-".join([f"{work.year:04}", *(f"{part:02}" for part in parts if part)])
    return "/".join(filter(None, (first, work.details.get(END_DATE))))


def _state(work: Reference, unicode: bool) -> str:
    """Give what stands in place of a year, as biblatex calls it (`inpress`) where it does."""
    if work.year is not None or work.before_christ:
        return ""
    state = work.dated.casefold().replace(" ", "")
    return state if state in _STATES else latex_text(work.dated, unicode=unicode)
