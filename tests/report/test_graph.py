"""What the graph of papers tells: ways, what is cited most, what is missing."""

from collections.abc import Iterator

import pytest

from corpus_index.domain.graph import MissingKind
from corpus_index.domain.link import Relation
from corpus_index.pages import Source
from corpus_index.pipeline import build
from corpus_index.report.graph import graph, missing, most_cited, shortest_path
from corpus_index.store import Store, open_store

_PAPERS = {
    "KiwiNet-1": "We propose KiwiNet-1, a model of birds that walk.",
    "EmuNet-2": "We propose EmuNet-2, a model that is built on KiwiNet-1 and runs on GPT-4.",
    "TealNet-3": "We propose TealNet-3. We fine-tune KiwiNet-1 and compare it with GPT-4.",
    "GooseNet-4": "We propose GooseNet-4. We fine-tune EmuNet-2 and TealNet-3. It goes on from doi:10.1000/lost.",
    "Loner-5": "We propose Loner-5, which knows nobody but GPT-4 and doi:10.1000/lost.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Papers of which each builds on earlier ones, but for one."""
    path = tmp_path_factory.mktemp("graph") / "index.db"
    entries = (
        f"@misc{{{name}, title={{{name}: A Study of Birds Number {at}}}, abstract={{{text}}}}}"
        for at, (name, text) in enumerate(_PAPERS.items())
    )
    build(path, [Source("birds.bib", "\n".join(entries).encode())])
    with open_store(path) as opened:
        yield opened


def test_the_graph_has_linked_papers_only(store: Store) -> None:
    found = graph(store)
    assert [node.key for node in found.nodes] == ["EmuNet-2", "GooseNet-4", "KiwiNet-1", "TealNet-3"]
    assert [(edge.source, edge.target) for edge in found.edges] == [
        ("EmuNet-2", "KiwiNet-1"),
        ("GooseNet-4", "EmuNet-2"),
        ("GooseNet-4", "TealNet-3"),
        ("TealNet-3", "KiwiNet-1"),
    ]
    assert {edge.relation for edge in found.edges} <= {Relation.USES, Relation.NAMES}
    some = graph(store, ["KiwiNet-1", "TealNet-3", "Loner-5"])
    assert [(edge.source, edge.target, edge.names) for edge in some.edges] == [
        ("TealNet-3", "KiwiNet-1", ("KiwiNet-1",))
    ]


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        ("GooseNet-4", "KiwiNet-1", ("GooseNet-4", "EmuNet-2", "KiwiNet-1")),
        ("KiwiNet-1", "GooseNet-4", ("KiwiNet-1", "EmuNet-2", "GooseNet-4")),
        ("EmuNet-2", "TealNet-3", ("EmuNet-2", "GooseNet-4", "TealNet-3")),
        ("EmuNet-2", "EmuNet-2", ("EmuNet-2",)),
        ("EmuNet-2", "Loner-5", ()),
    ],
)
def test_shortest_path(store: Store, start: str, end: str, way: tuple[str, ...]) -> None:
    assert shortest_path(store, start, end) == way


def test_most_cited(store: Store) -> None:
    assert [(paper.key, paper.papers) for paper in most_cited(store)] == [
        ("KiwiNet-1", 2),
        ("EmuNet-2", 1),
        ("TealNet-3", 1),
    ]
    assert [(paper.key, paper.papers) for paper in most_cited(store, ["EmuNet-2"])] == [("KiwiNet-1", 1)]


def test_what_several_name_and_none_is_about_is_missing(store: Store) -> None:
    found = [(each.name, each.kind, each.keys) for each in missing(store)]
    assert found == [
        ("GPT-4", MissingKind.MODEL, ("EmuNet-2", "Loner-5", "TealNet-3")),
        ("doi:10.1000/lost", MissingKind.IDENTIFIER, ("GooseNet-4", "Loner-5")),
    ]
    assert missing(store, ["EmuNet-2"]) == ()
