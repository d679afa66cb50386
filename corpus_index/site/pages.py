"""Each sort of page made of what the index says; templates do the writing, and escape all text."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

from jinja2 import Environment, PackageLoader, StrictUndefined

from corpus_index.domain import amounts
from corpus_index.domain.board import FindingKind, Leaderboard, ModelProfile
from corpus_index.domain.facts import Trust
from corpus_index.domain.graph import Graph
from corpus_index.domain.paper import Paper
from corpus_index.domain.wording import counted
from corpus_index.export import bibtex
from corpus_index.export.reference import reference
from corpus_index.report import benchmarks, check, models
from corpus_index.report.graph import graph, most_cited
from corpus_index.site.addresses import Addresses
from corpus_index.site.data_files import drawn, graph_data, papers_of, search_data
from corpus_index.site.listing import listing
from corpus_index.site.overview import ListedPaper
from corpus_index.site.plot import plot
from corpus_index.store import read
from corpus_index.store.connection import Store
from corpus_index.store.fact_places import FactPlace

_SHOWN_FIRST = 8

TRUST = {Trust.OWN: "own result", Trust.QUOTED: "quoted", Trust.SUMMARY: "claimed by a summary"}


class Contents:
    """What every page needs to know of the whole index: where pages lie, and all models and benchmarks.

    It is read once, and holds for as long as the index does not change.
    """

    def __init__(self, store: Store) -> None:
        self.benchmarks = benchmarks(store)
        self.models = models(store)
        names = (use.name for use in self.models), (summary.name for summary in self.benchmarks)
        self.addresses = Addresses(read.keys(store), *names)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("corpus_index.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "amount": amounts.amount, "against": amounts.comparison, "counted": counted,
        "result_line": amounts.result_line, "papers_of": papers_of, "leaf": _leaf,
    }  # fmt: skip
    return environment


def _leaf(name: str) -> str:
    """The name of a page without the folders it was read from, which are nobody else's business."""
    return name.replace("\\", "/").rsplit("/", 1)[-1]


class Pages:
    """The pages of one index, as text of HTML. They depend on its content alone."""

    def __init__(self, store: Store, contents: Contents | None = None) -> None:
        self._store = store
        self.contents = contents or Contents(store)

    def home(self) -> str:
        """Search, what the index holds, and where to begin."""
        return self._written(
            "home.html",
            "",
            counts=read.counts(self._store),
            cited=most_cited(self._store)[:_SHOWN_FIRST],
            benchmarks=sorted(self.contents.benchmarks, key=lambda each: -each.scores)[:_SHOWN_FIRST],
            models=self.contents.models[:_SHOWN_FIRST],
        )

    def paper(self, paper: Paper, places: Mapping[str, Sequence[FactPlace]]) -> str:
        """One paper; `places` are where its facts stand in its texts (`store.fact_places`)."""
        return self._written(
            "paper.html",
            "../",
            paper=paper,
            listing=listing(paper, places),
            sources={source.id: number for number, source in enumerate(paper.records, start=1)},
            # A person's own tags and notes are not for everybody who sees the site.
            entry="".join(bibtex([replace(paper, tags=(), note=None)])).strip(),
            elsewhere=reference(paper).addresses,
        )

    def benchmark(self, board: Leaderboard) -> str:
        """One leaderboard, with a picture of each ranking."""
        return self._written("benchmark.html", "../", board=board, plots_of=[plot(each) for each in board.rankings])

    def model(self, profile: ModelProfile) -> str:
        """One model."""
        return self._written("model.html", "../", model=profile)

    def paper_list(self, papers: Sequence[ListedPaper]) -> str:
        """All papers in a table."""
        return self._written("papers.html", "", papers=papers)

    def benchmark_list(self) -> str:
        """All benchmarks in a table."""
        return self._written("benchmarks.html", "", benchmarks=self.contents.benchmarks)

    def model_list(self) -> str:
        """All models in a table."""
        return self._written("models.html", "", models=self.contents.models)

    def disagreements(self) -> str:
        """Where sources of one paper contradict each other or differ."""
        kinds = (FindingKind.CONTRADICTION, FindingKind.DIFFERENCE)
        findings = [each for each in check(self._store) if each.kind in kinds]
        return self._written("disagreements.html", "", findings=findings)

    @cached_property
    def drawn(self) -> Graph:
        """The part of the graph of papers that is drawn."""
        return drawn(graph(self._store))

    def graph(self) -> str:
        """The graph of papers, to be explored and as a table."""
        return self._written("graph.html", "", graph=self.drawn)

    def graph_data(self) -> str:
        """The graph as the script that draws it reads it."""
        return graph_data(self.drawn, self.contents.addresses)

    def search_data(self, papers: Sequence[ListedPaper]) -> str:
        """What the script that searches reads."""
        return search_data(papers, self.contents.models, self.contents.benchmarks, self.contents.addresses)

    def _written(self, name: str, up: str, **content: object) -> str:
        template = _environment().get_template(name)
        return template.render(up=up, to=self.contents.addresses, trust=TRUST, **content)
