"""Links between papers, under the paper that they are seen from."""

from collections.abc import Iterable

from cli.console import blank, put
from cli.render.paper import print_link
from corpus_index.domain.link import PaperLink
from corpus_index.domain.paper import Paper

_DIRECTIONS = {"out": "names", "in": "is named by"}


def print_links(links: Iterable[tuple[Paper, PaperLink]]) -> None:
    """Print links, those of one paper and direction together."""
    last: tuple[str, str] | None = None
    for paper, link in links:
        if last is not None:
            blank()
        if (paper.key, link.direction) != last:
            put((paper.key, "key"), f"  {paper.title}")
            put((f"{_DIRECTIONS[link.direction]}", "heading"), indent="  ")
            last = (paper.key, link.direction)
        print_link(link)
