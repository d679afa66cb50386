"""Hits of a search."""

from collections.abc import Callable

from cli.console import blank, marked, put
from cli.layout import Piece
from corpus_index.domain.hit import Hit, SearchAnswer, Snippet


def print_hits(answer: SearchAnswer, more: Callable[[Hit, str], None] | None = None) -> None:
    """Print each hit with its number, title, key and passages; and how many more there are.

    `more` prints what stands below a hit, with the indent that it is given.
    """
    for number, hit in enumerate(answer.hits, start=1):
        if number > 1:
            blank()
        _print_hit(number, hit)
        if more is not None:
            more(hit, " " * (len(str(number)) + 4))
    hidden = answer.total - len(answer.hits)
    if hidden > 0:
        blank()
        put((f"{hidden} more: --limit {answer.total}", "quiet"))


def _print_hit(number: int, hit: Hit) -> None:
    label = f"{number}. "
    indent = " " * len(label)
    title, passages = _title(hit)
    inferred: list[Piece] = [(" (title inferred)", "quiet")] if hit.title_inferred else []
    put(*title, *inferred, indent=label, later=indent)
    put((hit.key, "key"), indent=indent)
    for passage in passages:
        before = "" if passage.text[:1].isupper() else "… "
        after = "" if passage.text[-1:] in ".!?" else " …"
        put(before, *marked(passage.text, passage.marks), after, indent=indent + "  ")


def _title(hit: Hit) -> tuple[list[Piece], list[Snippet]]:
    """The title with its marks, where it is the first snippet, and the other snippets."""
    if hit.snippets and hit.snippets[0].text == hit.title and hit.snippets[0].marks:
        return marked(hit.title, hit.snippets[0].marks, "title"), list(hit.snippets[1:])
    return [(hit.title, "title")], list(hit.snippets)
