"""An index as Python programs use it: a few names that stay, over the front doors of the parts.

What a command does, a method here does too (a test holds the two together). Each call reads the index as it is at one
moment, however long it takes, and the next call sees what other processes have added since; while an iterator is not at
its end, all calls see the moment at which it began. Nothing prints; what goes wrong is raised as a `PapersError`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from corpus_index.errors import NoSuchName
from corpus_index.library_exports import Exports, of_one_moment
from corpus_index.store import read

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Literal

    from corpus_index.domain.board import BenchmarkSummary, Comparison, Finding, Leaderboard, ModelProfile, ModelUses
    from corpus_index.domain.explanation import Explanation
    from corpus_index.domain.graph import CitedPaper, Graph, Missing
    from corpus_index.domain.hit import SearchAnswer
    from corpus_index.domain.link import PaperLink
    from corpus_index.domain.paper import Paper
    from corpus_index.domain.related import RelatedPaper
    from corpus_index.domain.why import Reasons
    from corpus_index.embedding import Encoder
    from corpus_index.report.sources import FieldSources
    from corpus_index.serving.server import Server
    from corpus_index.store.read import Counts, StoredPage

    Order = Literal["key", "title", "year", "added"]


class Library(Exports):
    """An open index. Close it, or use it as a context manager."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.__exit__(kind, error, trace)

    def close(self) -> None:
        """Close the index."""
        self._store.close()

    @of_one_moment
    def search(self, query: str, limit: int = 10, *, semantic: bool = False) -> SearchAnswer:
        """The papers that answer a query best, best first; the same index gives the same answer.

        `semantic` searches by meaning too, which needs vectors and the extra `semantic`. Raises `QueryError`, with the
        place of the fault, for what can mean nothing (`year:abc`).
        """
        from corpus_index.search import search

        return search(self._store, query, limit, _encoder() if semantic else None)

    @of_one_moment
    def explain(self, query: str, limit: int = 10, *, semantic: bool = False) -> Explanation:
        """How a query is read, and what each hit of `search` owes to each part of it."""
        from corpus_index.search.explaining import explain

        return explain(self._store, query, limit, _encoder() if semantic else None)

    @of_one_moment
    def keys(self, query: str = "", sort: Order = "key") -> tuple[str, ...]:
        """Keys of the papers that match the whole query, or of all, in an order; for the orders see `read.Sort`."""
        chosen = self._matching(query)
        ordered = read.keys(self._store, read.Sort(sort))
        return ordered if chosen is None else tuple(filter(frozenset(chosen).__contains__, ordered))

    def papers(self, query: str = "", sort: Order = "key") -> Iterator[Paper]:
        """The papers of `keys`, one after the other."""
        with self.moment():
            yield from read.papers(self._store, self.keys(query, sort))

    @of_one_moment
    def find(self, name: str) -> tuple[str, ...]:
        """Keys of the papers that a name may mean: a key, title, artefact, model, benchmark or id, or a typo of one."""
        from corpus_index.store.names import find

        return find(self._store, name).keys

    @of_one_moment
    def get(self, name: str) -> Paper:
        """The one paper that a name means. Raises `NoSuchName`, with the choice in `close`, for none or several."""
        from corpus_index.store.names import find

        found = find(self._store, name)
        if len(found.keys) == 1 and found.sure:
            return read.paper(self._store, found.keys[0])
        what = f"may be one of {len(found.keys)} papers" if found.keys else "no paper has this name or one like it"
        raise NoSuchName(name, what, "give more of the name, or a key", found.keys)

    @of_one_moment
    def sources(self, name: str) -> tuple[FieldSources, ...]:
        """All values that the sources of a paper, and you, give its fields; the paper shows the marked ones."""
        from corpus_index.report.sources import field_sources

        return field_sources(self._store, self.get(name))

    @of_one_moment
    def links(self, name: str) -> tuple[PaperLink, ...]:
        """What a paper builds on and what builds on it, each with the sentence that says so."""
        return self.get(name).links

    def every_link(self, query: str = "") -> Iterator[tuple[str, PaperLink]]:
        """What the papers (those that match, or all) build on: the key of such a paper, and the link from it."""
        from corpus_index.store.linked import naming_keys

        with self.moment():
            naming = frozenset(naming_keys(self._store))
            for paper in read.papers(self._store, [key for key in self.keys(query) if key in naming]):
                yield from ((paper.key, link) for link in paper.links if link.direction == "out")

    @of_one_moment
    def way(self, name: str, other: str) -> tuple[str, ...]:
        """Keys on a shortest way from one paper to another along links of any direction; empty where there is none."""
        from corpus_index.report.graph import shortest_path

        return shortest_path(self._store, self.get(name).key, self.get(other).key)

    @of_one_moment
    def graph(self, query: str = "", steps: int = 0) -> Graph:
        """The papers that match (or all), those at most `steps` links around them, and the links between all these."""
        from corpus_index.report.graph import graph
        from corpus_index.store.linked import linked_keys

        keys = self._matching(query)
        return graph(self._store, keys if keys is None else linked_keys(self._store, keys, steps))

    @of_one_moment
    def most_cited(self, query: str = "") -> tuple[CitedPaper, ...]:
        """Papers that others (those that match, or all) link to, those of most papers first."""
        from corpus_index.report.graph import most_cited

        return most_cited(self._store, self._matching(query))

    @of_one_moment
    def missing(self, query: str = "") -> tuple[Missing, ...]:
        """What several papers (that match, or of all) name or cite and no paper is about, the most wanted first."""
        from corpus_index.report.graph import missing

        return missing(self._store, self._matching(query))

    @of_one_moment
    def related(self, name: str, query: str = "", limit: int = 10) -> tuple[RelatedPaper, ...]:
        """The papers nearest to one (of those that match, or all), each with the reasons."""
        from corpus_index.search.related import related

        return tuple(related(self._store, self.get(name).key, self._matching(query))[:limit])

    @of_one_moment
    def benchmarks(self, query: str = "") -> tuple[BenchmarkSummary, ...]:
        """Every benchmark that the papers (those that match, or all) name, those of most papers first."""
        from corpus_index.report import benchmarks

        return benchmarks(self._store, self._matching(query))

    @of_one_moment
    def results(self, benchmark: str, query: str = "") -> Leaderboard:
        """What papers (those that match, or all) state on one benchmark, in any usual spelling of its name."""
        from corpus_index.report import leaderboard

        return leaderboard(self._store, benchmark, self._matching(query))

    def plot(self, benchmark: str, form: Literal["svg", "png"] = "svg", query: str = "") -> bytes:
        """The scores of `results` over the years as a picture. Raises `ExtraMissing` without the extra `plot`."""
        from corpus_index.report.plotting import plot

        return plot(self.results(benchmark, query), form)

    @of_one_moment
    def models(self, query: str = "") -> tuple[ModelUses, ...]:
        """Every model that the papers (those that match, or all) name, and who introduces, uses and compares it."""
        from corpus_index.report import models

        return models(self._store, keys=self._matching(query))

    @of_one_moment
    def model(self, name: str, query: str = "") -> tuple[ModelProfile, ...]:
        """The model of this name, or those whose names hold it, with results and family."""
        from corpus_index.report import models, profiles

        keys = self._matching(query)
        return profiles(self._store, models(self._store, name, keys), keys)

    @of_one_moment
    def compare(self, names: Sequence[str], query: str = "") -> Comparison:
        """Numbers of several models, methods or papers side by side."""
        from corpus_index.report import comparison

        return comparison(self._store, names, self._matching(query))

    @of_one_moment
    def why(self, a: str, b: str | None = None) -> Reasons:
        """What joins or parts two papers or records (keys, or `page#ordinal`); without `b`, what joins those of `a`."""
        from corpus_index.pipeline import why

        return why(self._store, a, b)

    @of_one_moment
    def check(self) -> tuple[Finding, ...]:
        """What a person should look at: contradictions, inferred titles, doubtful merges."""
        from corpus_index.report import check

        return tuple(check(self._store))

    @of_one_moment
    def index_page(self, folder: str = "") -> str:
        """The whole index as one page of Markdown; the pages lie in `folder`, seen from it."""
        from corpus_index.report import index_page

        return index_page(self._store, folder)

    @of_one_moment
    def index_pages(self, name: str = "INDEX.md", folder: str = "") -> dict[str, str]:
        """The index in Markdown by the names of its pages: of a large one `name`, which leads to the others."""
        from corpus_index.report import index_pages

        return dict(index_pages(self._store, name, folder))

    def site(self, folder: str | os.PathLike[str], *, force: bool = False) -> int:
        """Write the index as web pages into `folder`, which is replaced as a whole; return how many pages it has.

        The keys in their BibTeX never change from then on. Raises `PapersError` where the folder holds anything but
        an earlier site, unless `force`.
        """
        from corpus_index.errors import StoreError
        from corpus_index.site.building import build_site
        from corpus_index.store.freezing import freeze_keys

        with self.moment():
            pages = build_site(self._store, Path(folder), force=force)
            keys = self.keys()
        with suppress(StoreError):
            freeze_keys(self.path, keys)
        return pages

    def server(self, port: int = 0) -> Server:
        """A server of the site and of JSON for this machine, to be run by `serve_forever()` in a thread of its own.

        It listens from now on, at its `address`. Close it by `shutdown()` and `server_close()`.
        """
        from corpus_index.serving.server import Server

        return Server(self.path, port)

    @of_one_moment
    def counts(self) -> Counts:
        """How much the index holds."""
        return read.counts(self._store)

    @of_one_moment
    def pages(self) -> tuple[StoredPage, ...]:
        """The pages that it was made from."""
        return tuple(read.pages(self._store))


def _encoder() -> Encoder:
    from corpus_index.embedding import installed_encoder

    return installed_encoder()
