"""Terms written for FTS5. Nothing of a query reaches FTS5 but inside the quotes made here."""

from collections.abc import Iterable

from corpus_index.search.query import Field, Phrase, Term, Word

COLUMNS = {"title": "title", "abstract": "abstract"}
"""Fields of the query language that are columns of the full-text table."""


def match(term: Word | Phrase, column: str | None = None) -> str:
    """Write one term as an FTS5 expression; the tokens of a word with inner punctuation must stand in a row."""
    quoted = quote(term.text)
    if isinstance(term, Word) and term.prefix:
        quoted += "*"
    return f"{{{column}}} : {quoted}" if column else quoted


def quote(text: str) -> str:
    """Write text as an FTS5 string, of which every token must stand in a row."""
    return '"' + text.replace('"', '""').replace("\0", " ") + '"'


def match_any(terms: Iterable[Term]) -> str:
    """Write terms as alternatives, for ranking and for marking; terms of other fields are looked for as text."""
    written: dict[str, None] = {}
    for term in terms:
        if not isinstance(term, Field):
            written[match(term)] = None
        elif term.name in ("title", "abstract"):
            written[match(term.term, COLUMNS[term.name])] = None
        elif term.name in ("model", "bench", "method"):
            written[match(term.term)] = None
    return " OR ".join(written)


def all_of(expressions: Iterable[str]) -> str:
    """Join expressions that must all match."""
    return " AND ".join(f"({each})" for each in expressions)


def any_of(expressions: Iterable[str]) -> str:
    """Join expressions of which one must match; one that is given twice counts twice for BM25."""
    return " OR ".join(expressions)
