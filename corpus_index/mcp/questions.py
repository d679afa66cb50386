"""What may be asked: questions with plain arguments, and answers that JSON can hold, each with evidence and source.

The docstrings and descriptions are what a language model reads to choose a tool and to fill in its arguments.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from corpus_index.domain.choice import Choice, Choices
from corpus_index.domain.plain import plain
from corpus_index.errors import NoSuchName
from corpus_index.library import Library
from corpus_index.mcp.bounds import bounded

_MOST = 50
_MOST_CHOICES = 20
_LONGEST = 10_000
"""Characters of a query, or of a name."""

Answer = dict[str, Any]
Query = Annotated[
    str,
    Field(
        description='Words, or the query language: "a phrase", -without, OR, model:QwQ-32B, bench:AIME24 score:>=70, '
        "year:2024.., author:, title:, has:, cites:, cited-by:, tag:. Empty for all papers.",
        max_length=_LONGEST,
    ),
]
SearchQuery = Annotated[
    str, Field(description="As `query` of the other tools, not empty.", min_length=1, max_length=_LONGEST)
]
Name = Annotated[
    str,
    Field(
        description="A key, title, or what the paper introduces; its beginning or a typo will do.",
        min_length=1,
        max_length=_LONGEST,
    ),
]
_Word = Annotated[str, Field(max_length=_LONGEST)]
Limit = Annotated[int, Field(description="At most so many items of a list.", ge=1, le=_MOST)]
Keys = Annotated[
    list[_Word], Field(description="Citation keys, as other answers give them.", min_length=1, max_length=_MOST)
]
Names = Annotated[
    list[_Word], Field(description="Models, methods or papers, two or more.", min_length=2, max_length=10)
]
Benchmark = Annotated[
    str, Field(description="One benchmark, in any usual spelling; empty to list them all.", max_length=_LONGEST)
]
Format = Literal["bibtex", "biblatex", "ris", "csl-json"]


class Tools:
    """The tools on the index at `path`, which each call opens anew. With `freeze`, keys that are cited never change."""

    def __init__(self, path: str, *, freeze: bool = True) -> None:
        self._path = path
        self._freeze = freeze

    def search(self, query: SearchQuery, limit: Limit = 10) -> Answer:
        """Find papers, the best match first, with the passages that matched and the pages where each paper stands."""
        with Library(self._path) as index:
            found = index.search(query, limit)
            hits = [{**plain(hit), "sources": _sources(index, hit.key)} for hit in found.hits]
        return bounded({**plain(found), "hits": hits})

    def show(self, name: Name) -> Answer:
        """All that is known of one paper: abstract, facts with evidence and record, sources, links, contradictions.

        Where the name fits several papers, the answer is `choices` instead: ask again with the key of one.
        """
        with Library(self._path) as index:
            try:
                return bounded(plain(index.get(name)))
            except NoSuchName as error:
                return _choices(index, error)

    def links(self, name: Name, query: Query = "", limit: Limit = 20) -> Answer:
        """What a paper builds on (`out`) and what builds on it (`in`), each link with the sentence that says so.

        With a query, only links to papers that match. Where the name fits several papers, the answer is `choices`.
        """
        with Library(self._path) as index:
            try:
                key = index.get(name).key
            except NoSuchName as error:
                return _choices(index, error)
            kept = frozenset(index.keys(query))
            found = [link for link in index.links(key) if link.key in kept]
        return bounded({"of": key, "total": len(found), "links": plain(found[:limit])})

    def bench(self, benchmark: Benchmark = "", query: Query = "", limit: Limit = 20) -> Answer:
        """Rank what papers report on a benchmark, or list the benchmarks, those of most papers first.

        Only numbers of one metric and unit are ranked together. Each has its subject, paper, page and evidence, and
        `trust` says whose word it is: the paper's `own`, one that it `quoted`, or the claim of a `summary`.
        """
        with Library(self._path) as index:
            if not benchmark.strip():
                found = index.benchmarks(query)
                return bounded({"total": len(found), "benchmarks": plain(found[:limit])})
            board = plain(index.results(benchmark, query))
        for ranking in board["rankings"]:
            ranking["total_entries"] = len(ranking["entries"])
            del ranking["entries"][limit:]
        return bounded({**board, **{part: board[part][:limit] for part in ("others", "joint", "mentions")}})

    def compare(self, names: Names, query: Query = "", limit: Limit = 20) -> Answer:
        """Set the numbers of models, methods or papers side by side; a row holds numbers that may be compared."""
        with Library(self._path) as index:
            compared = plain(index.compare(names, query))
        return bounded({**compared, "total": len(compared["rows"]), "rows": compared["rows"][:limit]})

    def cite(self, keys: Keys, form: Format = "bibtex") -> Answer:
        """Entries of a bibliography for papers. It says only what pages say; the keys never change from then on."""
        with Library(self._path) as index:
            entries = [
                {
                    "key": key,
                    "sources": _sources(index, key),
                    "entry": index.export(form=form, keys=[key], freeze=self._freeze),
                }
                for key in dict.fromkeys(keys)
            ]
        return bounded({"form": form, "entries": entries})

    def check(self, limit: Limit = 20) -> Answer:
        """What a person should look at: contradictions between sources, inferred titles, doubtful merges."""
        with Library(self._path) as index:
            found = index.check()
        return bounded({"total": len(found), "findings": plain(found[:limit])})


def _sources(index: Library, key: str) -> list[str]:
    return [f"{source.id} lines {source.first_line}-{source.last_line}" for source in index.get(key).records]


def _choices(index: Library, error: NoSuchName) -> Answer:
    """What a name may mean. Raises the error again where nothing resembles it."""
    if not error.close:
        raise error
    shown = error.close[:_MOST_CHOICES]
    choices = tuple(Choice(key=key, title=index.get(key).title) for key in shown)
    return bounded({**plain(Choices(name=error.where, choices=choices)), "total": len(error.close)})
