"""Graphs in GraphML (http://graphml.graphdrawing.org/), for Gephi, yEd, Cytoscape and others."""

from lxml import etree

from corpus_index.domain.graph import Graph
from corpus_index.export.white_space import squeezed

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_FIELDS = {
    "node": {"label": "string", "title": "string", "year": "int"},
    "edge": {"relation": "string", "names": "string", "confidence": "double"},
}


def graphml(graph: Graph) -> str:
    """Write a graph: papers with `label` (the key), `title`, `year`; links with `relation`, `names`, `confidence`."""
    root = etree.Element("graphml", xmlns=_NAMESPACE)
    for of, fields in _FIELDS.items():
        for name, type_ in fields.items():
            etree.SubElement(root, "key", attrib={"id": name, "for": of, "attr.name": name, "attr.type": type_})
    inner = etree.SubElement(root, "graph", id="papers", edgedefault="directed")
    numbers = {node.key: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    for node in graph.nodes:
        element = etree.SubElement(inner, "node", id=numbers[node.key])
        _fill(element, label=node.key, title=node.title, year=node.year)
    for edge in graph.edges:
        ends = {"source": numbers[edge.source], "target": numbers[edge.target]}
        element = etree.SubElement(inner, "edge", attrib=ends)
        _fill(element, relation=edge.relation.value, names=", ".join(edge.names), confidence=edge.confidence)
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _fill(element: etree._Element, **values: str | float | None) -> None:
    for name, value in values.items():
        if value is not None:
            etree.SubElement(element, "data", key=name).text = squeezed(str(value))
