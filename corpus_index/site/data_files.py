"""What the scripts of the site work on, as scripts themselves: a page opened as a file may read nothing else."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus_index.domain.board import BenchmarkSummary, ModelUses
from corpus_index.domain.graph import Graph
from corpus_index.domain.wording import counted
from corpus_index.site.addresses import Addresses, page_of
from corpus_index.site.overview import ListedPaper

MOST_WITH_TEXT = 3000
"""Above so many papers the search is over titles, names and authors alone, or its file grows too large to open."""

MOST_DRAWN = 400
"""Papers in the picture of the graph: those with most links. More cannot be told apart, and take long to lay out."""


def search_data(
    papers: Sequence[ListedPaper],
    models: Iterable[ModelUses],
    benchmarks: Iterable[BenchmarkSummary],
    addresses: Addresses,
) -> str:
    """Everything that can be searched, one object each: its page, sort, name or title, and text."""
    entries: list[dict[str, object]] = [
        {
            "page": addresses.paper(paper.key),
            "kind": "paper",
            "title": paper.title,
            "names": " ".join((paper.key, *paper.introduces, *paper.names)),
            "people": ", ".join(paper.authors),
            "note": f"{paper.key} · {paper.year}" if paper.year else paper.key,
            "text": paper.text if len(papers) <= MOST_WITH_TEXT else "",
        }
        for paper in papers
    ]
    named = [("benchmark", addresses.benchmark(each.name), each.name, each.papers) for each in benchmarks]
    named += [("model", page_of("models", use.name), use.name, papers_of(use)) for use in models]
    entries += [
        {"page": page, "kind": kind, "title": name, "names": "", "people": "", "text": "",
         "note": f"{kind} in {counted(count, 'paper')}"}
        for kind, page, name, count in named
    ]  # fmt: skip
    return _script("searchData", entries)


def papers_of(use: ModelUses) -> int:
    """How many papers name a model."""
    return len(use.introduced) + len(use.base) + len(use.compared)


def drawn(graph: Graph) -> Graph:
    """The part of a graph that is drawn: its papers with most links, at most `MOST_DRAWN`."""
    degree = Counter(key for edge in graph.edges for key in (edge.source, edge.target))
    nodes = sorted(graph.nodes, key=lambda node: (-degree[node.key], node.key))[:MOST_DRAWN]
    kept = {node.key for node in nodes}
    edges = tuple(edge for edge in graph.edges if edge.source in kept and edge.target in kept)
    return Graph(nodes=tuple(nodes), edges=edges)


def graph_data(graph: Graph, addresses: Addresses) -> str:
    """The papers and links of a graph; a link gives the positions of its papers in the list."""
    at = {node.key: position for position, node in enumerate(graph.nodes)}
    nodes = [
        {"key": node.key, "title": node.title, "year": node.year, "page": addresses.paper(node.key)}
        for node in graph.nodes
    ]
    links = [
        {"source": at[edge.source], "target": at[edge.target], "relation": edge.relation.value,
         "names": ", ".join(edge.names)}
        for edge in graph.edges
    ]  # fmt: skip
    return _script("graphData", {"nodes": nodes, "links": links})


def _script(name: str, value: object) -> str:
    return f"window.{name} = {json.dumps(value, separators=(',', ':'))};\n"
