"""Graphs as pictures in SVG, laid out by igraph (the extra `graph`).

Links of different relations differ in their strokes, so that nothing depends on colour.
"""

import math
import random
from collections import Counter

from lxml import etree

from corpus_index.domain.graph import Graph, GraphNode
from corpus_index.domain.link import Relation
from corpus_index.errors import ExtraMissing, PapersError
from corpus_index.export.white_space import squeezed

_DASHES = {Relation.USES: "none", Relation.COMPARES: "6 3", Relation.NAMES: "2 3", Relation.CITES: "none"}
MOST_LINKS = 10_000
"""A picture of more is a grey cloud, and takes gigabytes."""
_SPREAD = 130.0
"""Points between neighbours, about the width of a key."""
_MARGIN = 90.0
_STYLE = """
text { font: 11px sans-serif; text-anchor: middle; }
circle { fill: #0072B2; }
line { stroke: #777; marker-end: url(#arrow); }
.cites { stroke-width: 2; }
"""
_Place = tuple[float, float]


def svg(graph: Graph) -> str:
    """Draw a graph; titles and mentions are shown where a pointer rests.

    The same graph gives the same picture with the same version of igraph. Raises `ExtraMissing` without it, and
    `PapersError` where there are more than `MOST_LINKS`.
    """
    if len(graph.edges) > MOST_LINKS:
        what = f"draws at most {MOST_LINKS:,} links, and these are {len(graph.edges):,}"
        raise PapersError("svg", what, "give a query, or write graphml for a program that lays out large graphs")
    places = _places(graph)
    width, height = (max((place[axis] for place in places.values()), default=0.0) + _MARGIN for axis in (0, 1))
    root = etree.Element(
        "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {width:.0f} {height:.0f}", width=f"{width:.0f}"
    )
    etree.SubElement(root, "style").text = _STYLE
    marker = etree.SubElement(
        etree.SubElement(root, "defs"), "marker", id="arrow", viewBox="0 0 8 8", refX="8", refY="4", orient="auto"
    )
    etree.SubElement(marker, "path", d="M0 0 8 4 0 8z", fill="#777")
    named = Counter(edge.target for edge in graph.edges)
    sizes = {node.key: 4 + 2 * math.sqrt(named[node.key]) for node in graph.nodes}
    for edge in graph.edges:
        ends = _ends(places[edge.source], places[edge.target], sizes[edge.target])
        line = etree.SubElement(root, "line", ends | {"stroke-dasharray": _DASHES[edge.relation]})
        line.set("class", edge.relation.value)
        etree.SubElement(line, "title").text = squeezed(
            f"{edge.source} {edge.relation} {', '.join(edge.names)} of {edge.target}"
        )
    for node in graph.nodes:
        _draw(root, node, places[node.key], sizes[node.key])
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _places(graph: Graph) -> dict[str, _Place]:
    """Lay the papers out by their links (Fruchterman and Reingold 1991)."""
    try:
        import igraph
    except ImportError:
        raise ExtraMissing("--format svg", "is laid out by an extra", "graph") from None
    numbers = {node.key: number for number, node in enumerate(graph.nodes)}
    drawn = igraph.Graph(n=len(numbers), edges=[(numbers[each.source], numbers[each.target]) for each in graph.edges])
    igraph.set_random_number_generator(random.Random(1))  # noqa: S311  the same picture every time
    layout = drawn.layout_fruchterman_reingold().coords
    left, top = (min((place[axis] for place in layout), default=0.0) for axis in (0, 1))
    return {
        key: ((layout[at][0] - left) * _SPREAD + _MARGIN, (layout[at][1] - top) * _SPREAD / 2 + _MARGIN)
        for key, at in numbers.items()
    }


def _ends(source: _Place, target: _Place, size: float) -> dict[str, str]:
    """Give the ends of an arrow that stops at the rim of its target."""
    length = math.dist(source, target) or 1.0
    x, y = (end - (end - begin) * size / length for begin, end in zip(source, target, strict=True))
    return {"x1": f"{source[0]:.1f}", "y1": f"{source[1]:.1f}", "x2": f"{x:.1f}", "y2": f"{y:.1f}"}


def _draw(root: etree._Element, node: GraphNode, place: _Place, size: float) -> None:
    group = etree.SubElement(root, "g")
    etree.SubElement(group, "title").text = squeezed(node.title)
    etree.SubElement(group, "circle", cx=f"{place[0]:.1f}", cy=f"{place[1]:.1f}", r=f"{size:.1f}")
    etree.SubElement(group, "text", x=f"{place[0]:.1f}", y=f"{place[1] - size - 4:.1f}").text = squeezed(node.key)
