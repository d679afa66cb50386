"""Graphs of papers for other programs: Graphviz, GraphML, Mermaid, and a picture."""

from collections.abc import Iterable
from importlib import import_module

from corpus_index.domain.graph import Graph
from corpus_index.errors import PapersError

FORMATS = ("dot", "graphml", "mermaid", "svg")
"""What graphs are written as; each by the function of its name in the module of its name."""


def graph_file(graph: Graph, form: str) -> Iterable[str]:
    """Write a graph in one of `FORMATS`, in pieces. Raises `PapersError` for another."""
    if form not in FORMATS:
        raise PapersError(form, "is no format of a graph", f"give one of {', '.join(FORMATS)}")
    pieces: Iterable[str] = vars(import_module(f"{__name__}.{form}"))[form](graph)
    return pieces
