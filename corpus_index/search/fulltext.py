"""Terms written for FTS5. Nothing of a query reaches FTS5 but inside the quotes made here."""

from collections.abc import Iterable
from itertools import pairwise

from corpus_index.search.query import Field, Phrase, Term, Word

COLUMNS = {"title": "title", "abstract": "abstract"}
"""Fields of the query language that are columns of the full-text table."""


def match(term: Word | Phrase, column: str | None = None) -> str:
    """Write one term as an FTS5 expression; the tokens of a word with inner punctuation must stand in a row."""
    quoted = '"' + term.text.replace('"', '""').replace("\0", " ") + '"'
    if isinstance(term, Word) and term.prefix:
        quoted += "*"
    return f"{{{column}}} : {quoted}" if column else quoted


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


def neighbours(words: list[Word]) -> list[Phrase]:
    """Pairs of words that follow each other in the query: papers where they do too are ranked higher."""
    return [Phrase(f"{a.text} {b.text}") for a, b in pairwise(words) if not (a.prefix or b.prefix)]
