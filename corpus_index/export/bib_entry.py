"""Entries of a `.bib` file, of which BibTeX and biblatex name the fields differently."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from corpus_index.export.latex_text import latex_text

_LINE = 100
_FIELD = "  abstract = {"
# Biber warns of a line that begins like a field or an entry, because the value before it may lack its end.
_LIKE_A_FIELD = re.compile(r"\n +(?=[^\s={}]*\s*=|@)")
_KEY = re.compile(r"[^A-Za-z0-9:_+./-]")
_ARXIV = re.compile(r"^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?$")

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months as strings that every style of BibTeX defines."""

Fields = Sequence[tuple[str, str]]
"""Names and encoded values, in the order in which they are written; empty ones are left out."""


def entry(kind: str, key: str, fields: Fields) -> str:
    """Write an entry, with its line end. Of fields with one name the first is written."""
    once = dict(reversed([each for each in fields if each[1]]))
    lines = [f"  {name} = {_delimited(name, once.pop(name))}," for name, _ in fields if name in once]
    return "\n".join([f"@{kind}{{{_KEY.sub('', key)},", *lines, "}", ""])


def _delimited(name: str, value: str) -> str:
    return value if name == "month" and value in MONTHS else f"{{{value}}}"


def separated(entries: Iterable[str]) -> Iterator[str]:
    """Put an empty line between entries."""
    for number, each in enumerate(entries):
        yield f"\n{each}" if number else each


def is_arxiv(number: str) -> bool:
    """Whether this is the number of a paper on arXiv, and nothing else."""
    return bool(_ARXIV.match(number))


def address(url: str) -> str:
    """Escape, as URLs escape, what is neither allowed in a URL nor harmless in a field."""
    return quote(url, safe="%:/?#[]@!$&'()*+,;=~_.-")


def keywords(names: Iterable[str], *, unicode: bool = False) -> str:
    """Join keywords by commas, each once."""
    distinct = dict.fromkeys(name.replace(",", " ") for name in names)
    return ", ".join(latex_text(name, unicode=unicode) for name in distinct)


def wrapped(value: str) -> str:
    """Break a long value into lines at spaces, which BibTeX squeezes again; the name of the field is in the first."""
    if len(value) + len(_FIELD) < _LINE:
        return value
    wrapper = textwrap.TextWrapper(
        _LINE, initial_indent=_FIELD, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
    return _LIKE_A_FIELD.sub(" ", wrapper.fill(value)[len(_FIELD) :])
