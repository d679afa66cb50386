"""A key that was given out leads to a paper with records for which it was given out, whatever is done to papers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus_index.domain.paper import Paper
from corpus_index.errors import PapersError
from corpus_index.pages import Source
from corpus_index.pipeline import build, freeze_keys, merge, rebuild, remove, split, undo
from corpus_index.store import open_store, read

_ANT = "Ants in Large Forests and How They Walk"
_ENTRIES = {
    "a.bib": f"@article{{lee, title={{{_ANT}}}, author={{Lee, Ann}}, year=2020}}",
    "b.bib": f"@article{{ant, title={{{_ANT}}}, author={{Lee, Ann}}, year=2020}}",
    "c.ris": f"TY  - JOUR\nTI  - {_ANT}\nAU  - Lee, Ann\nPY  - 2020\nER  - \n",
    "d.ris": "TY  - JOUR\nTI  - Ants at Home, a Study of Small Rooms\nAU  - Lee, Ann\nPY  - 2020\nER  - \n",
}
"""Three records of one paper, of which two print a key, and another paper that wishes for the key of the third."""

_Papers = list[Paper]


@dataclass(slots=True)
class _World:
    """An index, and the records for which each key was given out last."""

    path: Path
    given: dict[str, frozenset[str]] = field(default_factory=dict)

    def papers(self) -> _Papers:
        with open_store(self.path) as store:
            return list(read.papers(store))

    def export(self, at: int) -> None:
        papers = self.papers()
        if papers:
            paper = papers[at % len(papers)]
            freeze_keys(self.path, [paper.key])
            self.given.setdefault(paper.key, frozenset())
            self.given[paper.key] |= _records(paper)

    def add(self, at: int) -> None:
        name = list(_ENTRIES)[at % len(_ENTRIES)]
        build(self.path, [Source(name, _ENTRIES[name].encode())])
        printed = {"a.bib": "lee", "b.bib": "ant"}.get(name)
        if printed:
            self.given.setdefault(printed, frozenset({f"{name}#0"}))

    def change(self, at: int, command: Callable[[_Papers, Paper], object]) -> None:
        papers = self.papers()
        if papers:
            try:
                command(papers, papers[at % len(papers)])
            except PapersError:
                return

    def split(self, at: int) -> None:
        """A key is of one of the parts from now on, and was given out for a record of it."""
        self.change(at, lambda _, paper: split(self.path, paper.key, [paper.records[at % len(paper.records)].id]))
        leads, there = self.check()
        for key, records in self.given.items():
            self.given[key] = records - there | records & leads.get(key, frozenset())

    def check(self) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
        """Check the law; the records to which keys lead, and all records."""
        papers = self.papers()
        leads = {key: _records(paper) for paper in papers for key in (paper.key, *paper.aliases)}
        assert len(leads) == sum(1 + len(paper.aliases) for paper in papers)
        there = frozenset().union(*leads.values())
        for key, records in self.given.items():
            assert not records & there or records & leads[key], (key, records)
        return leads, there


def _records(paper: Paper) -> frozenset[str]:
    return frozenset(record.id for record in paper.records)


_STEPS: dict[str, Callable[[_World, int], object]] = {
    "add": _World.add,
    "export": _World.export,
    "merge": lambda world, at: world.change(at, lambda papers, _: merge(world.path, [each.key for each in papers[:2]])),
    "split": _World.split,
    "remove": lambda world, at: world.change(at, lambda _, paper: remove(world.path, [paper.records[0].page])),
    "rebuild": lambda world, at: world.change(at, lambda *_: rebuild(world.path)),
    "undo": lambda world, at: world.change(at, lambda *_: undo(world.path)),
}


@settings(max_examples=4, deadline=None)
@example([("merge", 0), ("rebuild", 0), ("undo", 0)])
@example([("export", 1), ("split", 0), ("remove", 0), ("undo", 0)])
@given(st.lists(st.tuples(st.sampled_from(list(_STEPS)), st.integers(0, 5)), min_size=4, max_size=10))
def test_keys_lead_to_their_paper(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        world = _World(Path(folder) / "index.db")
        for at in range(len(_ENTRIES)):
            world.add(at)
        for name, at in steps:
            _STEPS[name](world, at)
            world.check()
