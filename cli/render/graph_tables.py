"""What the graph of papers tells of a library: what is cited most, and what is missing."""

from collections.abc import Iterable

from cli.render.tables import grid, print_table, text
from corpus_index.domain.graph import CitedPaper, Missing

_EXAMPLES = 3


def print_cited(papers: Iterable[CitedPaper]) -> None:
    """Print a row a paper: how many papers link to it, its key and title."""
    table = grid(("papers", "right"), ("key", "left"), ("title", "left"))
    for paper in papers:
        table.add_row(str(paper.papers), text(paper.key, "cyan"), text(paper.title))
    print_table(table)


def print_missing(found: Iterable[Missing]) -> None:
    """Print a row a name: how many papers use it, and some of them."""
    table = grid(("papers", "right"), ("name", "left"), ("kind", "left"), ("used by", "left"))
    for each in found:
        more = ", …" if len(each.keys) > _EXAMPLES else ""
        used_by = ", ".join(each.keys[:_EXAMPLES]) + more
        table.add_row(str(each.papers), text(each.name, "cyan"), text(each.kind.value), text(used_by))
    print_table(table)
