"""The papers of an index and the links between them, and what they tell of the library as a whole."""

from dataclasses import dataclass
from enum import StrEnum

from corpus_index.domain.link import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNode:
    """A paper."""

    key: str
    title: str
    title_inferred: bool
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphEdge:
    """All links of one relation from the paper `source` to the paper `target` (keys).

    `names` are the mentions; `confidence` is that of the surest of them.
    """

    source: str
    target: str
    relation: Relation
    names: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Papers by key that have a link to another one of them, and the links by their ends and relation."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPaper(GraphNode):
    """A paper, and how many others name what it introduces or cite it (`papers`)."""

    papers: int


class MissingKind(StrEnum):
    """What is missing."""

    MODEL = "model"
    BENCHMARK = "benchmark"
    IDENTIFIER = "identifier"
    """A paper of which only its number or DOI is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A name that papers use and none claims, or an identifier that they cite and none has.

    `papers` is how many do so; `keys` are theirs, sorted.
    """

    name: str
    kind: MissingKind
    papers: int
    keys: tuple[str, ...]
