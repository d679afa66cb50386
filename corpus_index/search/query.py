"""The query as a tree, and how a tree is written as text.

`str(query)` and `corpus_index.search.parser.parse` are inverse: parsing what is printed gives the same tree.
"""

from corpus_index.domain.dataclass import dataclass

FIELDS = (
    "title", "abstract", "author", "venue", "publication", "year", "model", "bench", "method", "score", "kind", "has",
    "key", "id", "page", "source", "cites", "cited-by",
    "tag", "note", "status",
)  # fmt: skip
"""Names that may stand before a colon."""

COMPOUND_ENDINGS = frozenset((
    "agnostic", "aware", "based", "centric", "dependent", "driven", "free", "induced", "level", "like", "mediated",
    "oriented", "related", "specific", "wise",
))  # fmt: skip
"""Words that end others: after a word, `-based` is the rest of a compound that was torn apart, and no negation."""


@dataclass(frozen=True, slots=True)
class Word:
    """Text without white space; `prefix` also finds words that begin so. Inner punctuation separates, as in `c-d`."""

    text: str
    prefix: bool = False

    def __str__(self) -> str:
        return self.text + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order."""

    text: str

    def __str__(self) -> str:
        return f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Field:
    """A term that must stand in one field, one of `FIELDS`."""

    name: str
    term: Word | Phrase

    def __str__(self) -> str:
        return f"{self.name}:{self.term}"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not match."""

    part: "Query"

    def __str__(self) -> str:
        if isinstance(self.part, Word) and self.part.text.lower() in COMPOUND_ENDINGS:
            return f"NOT {self.part}"
        return f"-({self.part})" if isinstance(self.part, (Not, And, Or)) else f"-{self.part}"


@dataclass(frozen=True, slots=True)
class And:
    """Two or more parts, none of them an `And`, that must all match; make it with `all_of`."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """Two or more parts, none of them an `Or`, of which one must match; make it with `any_of`."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " OR ".join(str(part) for part in self.parts)


Query = Word | Phrase | Field | Not | And | Or
Term = Word | Phrase | Field


def all_of(parts: list[Query]) -> Query | None:
    """Join parts that must all match; `None` for no parts, the part itself for one."""
    flat: list[Query] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def conjuncts(query: Query) -> list[Query]:
    """Give the parts that must all match; `all_of` joins them again."""
    return list(query.parts) if isinstance(query, And) else [query]


def any_of(parts: list[Query]) -> Query | None:
    """Join parts of which one must match, each once; `None` for no parts, the part itself for one."""
    flat: dict[Query, None] = {}
    for part in parts:
        flat |= dict.fromkeys(part.parts if isinstance(part, Or) else (part,))
    return Or(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def wanted_terms(query: Query | None) -> list[Term]:
    """The terms that a match should have, in the order of the query: all but those under a `Not`."""
    if query is None or isinstance(query, Not):
        return []
    if isinstance(query, (And, Or)):
        return [term for part in query.parts for term in wanted_terms(part)]
    return [query]
