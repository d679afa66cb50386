"""What is looked for in the texts of papers, apart from how an engine writes it."""

from collections.abc import Iterable, Iterator

from corpus_index.domain.dataclass import dataclass, replace
from corpus_index.search.query import Field, Phrase, Term, Word

COLUMNS = {"title": "title", "abstract": "abstract"}
"""Fields of the query language that are columns of the full text."""


@dataclass(frozen=True, slots=True)
class Text:
    """Tokens that stand in a row, in one of `columns` or, where none are given, in any; the last may be a beginning.

    Text without a token is nowhere.
    """

    text: str
    prefix: bool = False
    columns: tuple[str, ...] = ()

    def __str__(self) -> str:
        quoted = f'"{self.text}"' if " " in self.text else self.text
        return f"{' '.join(self.columns)}: {quoted}{'*' * self.prefix}" if self.columns else quoted + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Every:
    """All of the parts."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the parts; one that is given twice counts twice for the score."""

    parts: tuple["Expression", ...]


Expression = Text | Every | Some


def text_of(term: Word | Phrase, column: str | None = None) -> Text:
    """Look for one term; the tokens of a word with inner punctuation must stand in a row."""
    return Text(term.text, isinstance(term, Word) and term.prefix, (column,) if column else ())


def some_text_of(terms: Iterable[Term]) -> Expression | None:
    """Terms as alternatives, for ranking and for marking; terms of other fields are looked for as text."""
    found: dict[Expression, None] = {}
    for term in terms:
        if not isinstance(term, Field):
            found[text_of(term)] = None
        elif term.name in COLUMNS:
            found[text_of(term.term, COLUMNS[term.name])] = None
        elif term.name in ("model", "bench", "method"):
            found[text_of(term.term)] = None
    return any_of(found)


def all_of(parts: Iterable[Expression]) -> Expression | None:
    """Join expressions that must all match; `None` for none."""
    given = tuple(parts)
    return Every(given) if len(given) > 1 else given[0] if given else None


def any_of(parts: Iterable[Expression]) -> Expression | None:
    """Join expressions of which one must match; `None` for none."""
    given = tuple(parts)
    return Some(given) if len(given) > 1 else given[0] if given else None


def leaves(expression: Expression) -> Iterator[Text]:
    """The texts of an expression, in their order."""
    if isinstance(expression, Text):
        yield expression
    else:
        for part in expression.parts:
            yield from leaves(part)


def within(columns: tuple[str, ...], expression: Expression) -> Expression:
    """The expression with all of its texts in these columns; those that had columns of their own keep those of them."""
    if isinstance(expression, Text):
        kept = tuple(column for column in expression.columns or columns if column in columns)
        return replace(expression, columns=kept) if kept else Text("")
    return type(expression)(tuple(within(columns, part) for part in expression.parts))
