"""One page of the site, made when it is asked for, with links that lead to pages made the same way."""

from collections.abc import Callable

from corpus_index.report import leaderboard, models, profiles
from corpus_index.site.overview import ListedPaper, listed
from corpus_index.site.pages import Contents, Pages
from corpus_index.store import Store, read
from corpus_index.store.fact_places import fact_places


def page(store: Store, contents: Contents, path: str) -> str | None:
    """The text of the page at `path` (`papers/LongSpec.html`), as the site has it; `None` where there is none."""
    pages = Pages(store, contents)
    to = contents.addresses
    if path in to.papers:
        key = to.papers[path]
        return pages.paper(read.paper(store, key), fact_places(store, [key]).get(key, {}))
    if path in to.benchmarks:
        return pages.benchmark(leaderboard(store, to.benchmarks[path]))
    if path in to.models:
        return pages.model(profiles(store, models(store, to.models[path]))[0])
    whole: dict[str, Callable[[], str]] = {
        "index.html": pages.home,
        "papers.html": lambda: pages.paper_list(_papers(store)),
        "benchmarks.html": pages.benchmark_list,
        "models.html": pages.model_list,
        "graph.html": pages.graph,
        "disagreements.html": pages.disagreements,
        "data/search.js": lambda: pages.search_data(_papers(store)),
        "data/graph.js": pages.graph_data,
    }
    return whole[path]() if path in whole else None


def _papers(store: Store) -> list[ListedPaper]:
    return [listed(paper) for paper in read.papers(store)]
