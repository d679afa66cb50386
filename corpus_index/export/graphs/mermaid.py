"""Graphs as Mermaid flowcharts (https://mermaid.js.org/syntax/flowchart.html), which GitHub draws in Markdown."""

import re
from collections.abc import Iterator

from corpus_index.domain.graph import Graph
from corpus_index.domain.link import Relation
from corpus_index.export.white_space import squeezed

MOST_LINKS = 500
"""How many links Mermaid draws unless its setting `maxEdges` is raised, which GitHub does not."""
_ARROWS = {Relation.USES: "-->", Relation.COMPARES: "-.->", Relation.NAMES: "-.->", Relation.CITES: "==>"}
# All that Mermaid, its Markdown or HTML could take for more than text.
_ACTIVE = re.compile(r"[^\w\s.,:()/+-]|_")


def mermaid(graph: Graph) -> Iterator[str]:
    """Write a graph line by line, with the keys of the papers and the mentions of the links."""
    yield "flowchart LR\n"
    numbers = {node.key: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    for node in graph.nodes:
        yield f"  {numbers[node.key]}[{_quoted(node.key)}]\n"
    for edge in graph.edges:
        label = _quoted(", ".join(edge.names))
        yield f"  {numbers[edge.source]} {_ARROWS[edge.relation]}|{label}| {numbers[edge.target]}\n"


def _quoted(text: str) -> str:
    """Write text with Mermaid's numbered entities (`#35;`)."""
    return '"' + _ACTIVE.sub(lambda found: f"#{ord(found[0])};", squeezed(text)) + '"'
