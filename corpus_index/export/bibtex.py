"""Papers as BibTeX entries, for bibtex and every program that reads them.

An entry holds what the pages say and nothing else: no year, author or venue is made up. The venue stands where styles
print it for an entry of its type.
"""

from collections.abc import Iterable, Iterator

from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import END_DATE
from corpus_index.export.bib_entry import MONTHS, Fields, address, entry, is_arxiv, keywords, separated, wrapped
from corpus_index.export.latex_text import latex_text
from corpus_index.export.names import author_field
from corpus_index.export.protected_parts import abstract, remark
from corpus_index.export.publication_fields import bib_fields, month
from corpus_index.export.reference import Reference, reference
from corpus_index.export.titles import protected_title


def bibtex(papers: Iterable[Paper], *, unicode: bool = False) -> Iterator[str]:
    """Yield one entry a paper in the order given, with an empty line between them; no papers give no text.

    A former key gets an entry of its own with the same fields, so that manuscripts which cite it still compile.
    The text is ASCII but for characters that LaTeX has no command for, or all UTF-8 with `unicode`.
    """
    return separated(each for paper in papers for each in _entries(reference(paper), unicode))


def _entries(work: Reference, unicode: bool) -> Iterator[str]:
    fields = list(_fields(work, unicode))
    # BibTeX takes keys that differ in case alone for one.
    keys = {key.casefold(): key for key in (*reversed(work.aliases), work.key)}
    for key in reversed(keys.values()):
        yield entry(work.type.bibtex, key, fields)


def _fields(work: Reference, unicode: bool) -> Fields:
    authors = author_field(work.authors, work.authors_complete, work.families, unicode=unicode)
    published = list(bib_fields("bibtex", work.details, unicode=unicode))
    return [
        ("author", authors),
        # Styles sort and label an entry without authors by this.
        ("key", latex_text(work.details.get("key", ""), unicode=unicode)),
        ("key", "" if authors or "editor" in work.details else _label(work.title, unicode)),
        ("title", protected_title(work.title, work.names, work.protected, unicode=unicode)),
        *published[:1],
        ("year", latex_text(work.dated, unicode=unicode)),
        ("month", _month(work, unicode)),
        ("day", latex_text(work.details.get("day", ""), unicode=unicode)),
        *published[1:],
        *([("eprint", work.arxiv), ("archiveprefix", "arXiv")] if is_arxiv(work.arxiv) else []),
        ("doi", address(work.doi)),
        ("url", address(work.url_apart)),
        ("keywords", keywords(work.keywords, unicode=unicode)),
        ("note", remark(work.note, work.protected, unicode=unicode)),
        ("annote", remark(work.annotation, work.protected, unicode=unicode)),
        ("abstract", wrapped(abstract(work.abstract, work.protected, unicode=unicode))),
    ]


def _month(work: Reference, unicode: bool) -> str:
    """Give a month as the string that styles know, and anything else as it is printed."""
    printed = work.details.get("month", "")
    last = work.details.get(END_DATE, "").split("-")
    if printed.isdigit() and len(last) == 2 and int(last[0]) == work.year:
        first, end = (MONTHS[int(each) - 1].capitalize() for each in (printed, last[1]))
        return f"{first}--{end}"
    number = month(work.details) if printed.isdigit() else None
    return MONTHS[number - 1] if number else latex_text(printed.replace("–", "--"), unicode=unicode)


def _label(title: str, unicode: bool) -> str:
    # Styles put the beginning of it between square brackets.
    return latex_text(title, unicode=unicode).replace("[", "{[}").replace("]", "{]}")
