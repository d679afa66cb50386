"""Papers as BibTeX entries.

An entry holds what the pages say and nothing else: no year, author or venue is made up. All entries are `@misc`,
because a venue does not say whether it is a journal, a conference or a preprint server. It stands in `howpublished`,
which is what styles print of an `@misc` between title and year.
"""

import re
import textwrap
from collections.abc import Iterable
from urllib.parse import quote

from corpus_index.domain.paper import Paper
from corpus_index.export.latex_text import latex_text
from corpus_index.export.names import author_field
from corpus_index.export.titles import protected_title

_LINE = 100
_FIELD = "  abstract = {"
_KEY = re.compile(r"[^A-Za-z0-9:_+./-]")
_ARXIV = re.compile(r"^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?$")
_NOTE = "No page prints the title; "
_NAMED = f"{_NOTE}it was inferred from what the paper introduces"
_OPENING = f"{_NOTE}these are the first words of "


def bibtex(papers: Iterable[Paper]) -> str:
    """Write the papers as BibTeX, sorted by key, with an empty line between entries; no papers give an empty string.

    The text depends on the set of papers alone. It is ASCII but for characters that LaTeX has no command for.
    """
    return "\n".join(_entry(paper) for paper in sorted(papers, key=lambda paper: paper.key))


def _entry(paper: Paper) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(paper) if value]
    return "\n".join([f"@misc{{{_KEY.sub('', paper.key)},", *lines, "}", ""])


def _fields(paper: Paper) -> list[tuple[str, str]]:
    """Names and encoded values of the fields, in the order in which they are written; empty ones are left out."""
    names = [fact.name for fact in paper.introduces]
    names += [fact.name for fact in paper.models]
    names += [fact.name for fact in paper.benchmarks]
    authors = author_field(paper.authors, paper.authors_complete)
    arxiv = paper.ids.get("arxiv", "")
    return [
        ("author", authors),
        # Styles sort and label an entry without authors by this.
        ("key", "" if authors else _label(paper.title)),
        ("title", protected_title(paper.title, names)),
        ("howpublished", latex_text(paper.venue or "")),
        ("year", str(paper.year) if paper.year is not None else ""),
        *([("eprint", arxiv), ("archiveprefix", "arXiv")] if _ARXIV.match(arxiv) else []),
        ("doi", _address(paper.ids.get("doi", ""))),
        ("url", _address(paper.urls[0]) if paper.urls else ""),
        ("keywords", _keywords(names)),
        ("note", _note(paper)),
        ("abstract", _wrapped(latex_text(paper.abstract or ""))),
    ]


def _note(paper: Paper) -> str:
    """Say where a title comes from that no page prints: a name that is introduced, or the beginning of the text."""
    if not paper.title_inferred:
        return ""
    if any(fact.name == paper.title for fact in paper.introduces):
        return _NAMED
    return _OPENING + ("its abstract" if paper.abstract is not None else "a summary")


def _label(title: str) -> str:
    # Styles put the beginning of it between square brackets.
    return latex_text(title).replace("[", "{[}").replace("]", "{]}")


def _address(url: str) -> str:
    """Escape, as URLs escape, what is neither allowed in a URL nor harmless in a field."""
    return quote(url, safe="%:/?#[]@!$&'()*+,;=~_.-")


def _keywords(names: Iterable[str]) -> str:
    distinct = dict.fromkeys(name.replace(",", " ") for name in names)
    return ", ".join(latex_text(name) for name in distinct)


def _wrapped(value: str) -> str:
    # Only at spaces, which BibTeX squeezes again. The first line has the name of the field before it.
    wrapper = textwrap.TextWrapper(
        _LINE, initial_indent=_FIELD, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
    return wrapper.fill(value)[len(_FIELD) :]
