"""Graphs in DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from collections.abc import Iterator

from corpus_index.domain.graph import Graph
from corpus_index.domain.link import Relation
from corpus_index.export.white_space import squeezed

_STYLES = {Relation.USES: "solid", Relation.COMPARES: "dashed", Relation.NAMES: "dotted", Relation.CITES: "bold"}


def dot(graph: Graph) -> Iterator[str]:
    """Write a graph line by line, the papers with their titles as tooltips and the links with their mentions."""
    yield 'digraph papers {\n  rankdir="LR";\n  node [shape="box"];\n'
    numbers = {node.key: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    for node in graph.nodes:
        yield f"  {numbers[node.key]} [label={_quoted(node.key)}, tooltip={_quoted(node.title)}];\n"
    for edge in graph.edges:
        label, style = _quoted(", ".join(edge.names)), _STYLES[edge.relation]
        ends = f"{numbers[edge.source]} -> {numbers[edge.target]}"
        yield f'  {ends} [label={label}, tooltip="{edge.relation}", style="{style}"];\n'
    yield "}\n"


def _quoted(text: str) -> str:
    """Write text as it is to be read: a label has escapes (`\\\\N`) and character references (`&lt;`)."""
    escaped = squeezed(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{escaped}"'
