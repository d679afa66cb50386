"""A paper in short, for tables and for the search, so that no page needs all papers whole in memory."""

from dataclasses import dataclass

from corpus_index.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """`introduces` are names, `names` all models and benchmarks; `cited` counts the papers that link to it."""

    key: str
    title: str
    title_inferred: bool
    authors: tuple[str, ...]
    year: int | None
    introduces: tuple[str, ...]
    names: tuple[str, ...]
    results: int
    cited: int
    text: str


def listed(paper: Paper) -> ListedPaper:
    """Take from a paper what lists and the search need; its text is the abstract, else the first summary."""
    names = [*(fact.name for fact in paper.models), *(fact.name for fact in paper.benchmarks)]
    return ListedPaper(
        key=paper.key,
        title=paper.title,
        title_inferred=paper.title_inferred,
        authors=paper.authors,
        year=paper.year,
        introduces=tuple(dict.fromkeys(fact.name for fact in paper.introduces)),
        names=tuple(dict.fromkeys(names)),
        results=len(paper.results),
        cited=len({link.key for link in paper.links if link.direction == "in"}),
        text=paper.abstract or next((each.text for each in paper.summaries), ""),
    )
