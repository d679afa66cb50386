"""Graphs in every format read back as what they are, whatever the titles and names hold."""

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from corpus_index.domain.graph import Graph, GraphEdge, GraphNode
from corpus_index.domain.link import Relation
from corpus_index.errors import ExtraMissing, PapersError
from corpus_index.export.graphs.dot import dot
from corpus_index.export.graphs.graphml import graphml
from corpus_index.export.graphs.mermaid import mermaid
from corpus_index.export.graphs.svg import svg
from corpus_index.export.white_space import squeezed

_HOSTILE = '"]; <b>&amp; \\N #quot; `x` --> |y| \\" %%\x1b[31m'
_TEXTS = st.text(max_size=30) | st.text(alphabet='"\\#&;<>|[]{}`%\n-', max_size=12)


def _graph(*texts: str) -> Graph:
    """A row of papers that have these keys and titles, each linked to the next by its name."""
    nodes = tuple(
        GraphNode(key=text, title=text, title_inferred=False, year=2024 if text else None)
        for text in dict.fromkeys(texts)
    )
    edges = tuple(
        GraphEdge(source=a.key, target=b.key, relation=relation, names=(b.key,), confidence=0.9)
        for a, b, relation in zip(nodes, nodes[1:], list(Relation) * len(nodes), strict=False)
    )
    return Graph(nodes=nodes, edges=edges)


_SMALL = _graph("Kiwi", "Emu")


def test_dot() -> None:
    assert "".join(dot(_SMALL)) == (
        'digraph papers {\n  rankdir="LR";\n  node [shape="box"];\n'
        '  n1 [label="Kiwi", tooltip="Kiwi"];\n  n2 [label="Emu", tooltip="Emu"];\n'
        '  n1 -> n2 [label="Emu", tooltip="uses", style="solid"];\n}\n'
    )


def test_mermaid() -> None:
    assert "".join(mermaid(_SMALL)) == 'flowchart LR\n  n1["Kiwi"]\n  n2["Emu"]\n  n1 -->|"Emu"| n2\n'


def test_graphml() -> None:
    root = etree.fromstring(graphml(_SMALL).encode())
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    data = [(each.get("key"), each.text) for each in root.iterfind(".//g:data", space)]
    assert data[:3] == [("label", "Kiwi"), ("title", "Kiwi"), ("year", "2024")]
    assert data[-3:] == [("relation", "uses"), ("names", "Emu"), ("confidence", "0.9")]
    (edge,) = root.iterfind(".//g:edge", space)
    assert (edge.get("source"), edge.get("target")) == ("n1", "n2")


@settings(deadline=None, max_examples=60)
@given(st.lists(_TEXTS, min_size=2, max_size=4, unique=True))
def test_any_text_is_read_as_printed(texts: list[str]) -> None:
    graph = _graph(*texts, _HOSTILE)
    wanted = [squeezed(node.key) for node in graph.nodes]
    space = "{http://graphml.graphdrawing.org/xmlns}"
    labels = etree.fromstring(graphml(graph).encode()).iterfind(f".//{space}data[@key='label']")
    assert [each.text or "" for each in labels] == wanted
    lines = "".join(dot(graph)).split("\n")
    quoted = [re.fullmatch(r'  n\d+ \[label="((?:[^"\\]|\\.)*)", tooltip="(?:[^"\\]|\\.)*"\];', line) for line in lines]
    found = [re.sub(r"\\(.)", r"\1", each[1]).replace("&amp;", "&") for each in quoted if each]
    assert found == wanted
    drawn = "".join(mermaid(graph)).split("\n")
    boxes = [re.fullmatch(r'  n\d+\["([^"<>&`\\]*)"\]', line) for line in drawn]
    assert [re.sub(r"#(\d+);", lambda code: chr(int(code[1])), box[1]) for box in boxes if box] == wanted


def test_a_picture_holds_every_paper_and_link() -> None:
    pytest.importorskip("igraph")
    graph = _graph("Kiwi", "Emu", _HOSTILE)
    root = etree.fromstring(svg(graph).encode())
    space = "{http://www.w3.org/2000/svg}"
    assert [each.text for each in root.iter(f"{space}text")] == [squeezed(node.key) for node in graph.nodes]
    assert [each.get("class") for each in root.iter(f"{space}line")] == ["uses", "compares"]
    assert svg(graph) == svg(graph)


def test_what_no_picture_can_show_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus_index.export.graphs.svg.MOST_LINKS", 1)
    with pytest.raises(
        PapersError, match=r"svg: draws at most 1 links, and these are 2; give a query, or write graphml"
    ):
        svg(_graph("Kiwi", "Emu", "Teal"))


def test_without_the_extra_a_picture_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "igraph", None)
    with pytest.raises(ExtraMissing, match=r"corpus-index\[graph\]"):
        svg(_SMALL)
