"""Neighbours of a paper."""

from collections.abc import Sequence

from cli.console import put
from cli.render.wording import titled
from corpus_index.domain.related import Reason, RelatedPaper, Tie

_MOST_NAMES = 8
_SAID = {
    Tie.BUILDS_ON: "the paper builds on it",
    Tie.BASE_OF: "it builds on the paper",
    Tie.CITES: "the paper cites it",
    Tie.CITED_BY: "it cites the paper",
    Tie.REFERENCES: "both cite the same works",
    Tie.MODELS: "both name",
    Tie.BENCHMARKS: "both are on",
    Tie.WORDS: "both have the words",
}


def print_related(papers: Sequence[RelatedPaper]) -> None:
    """Print each neighbour with its number, key, title and reasons, the strongest first."""
    for number, paper in enumerate(papers, start=1):
        label = f"{number}. "
        indent = " " * len(label)
        put((paper.key, "key"), *titled(paper.key, paper.title), indent=label, later=indent)
        for reason in sorted(paper.reasons, key=lambda each: -each.score):
            put(_sentence(reason), indent=indent + "  ", later=indent + "    ")


def _sentence(reason: Reason) -> str:
    said = _SAID[reason.tie]
    if not reason.names:
        return said
    more = f" and {len(reason.names) - _MOST_NAMES} more" if len(reason.names) > _MOST_NAMES else ""
    names = ", ".join(reason.names[:_MOST_NAMES]) + more
    return f"{said}, by {names}" if reason.tie in (Tie.BUILDS_ON, Tie.BASE_OF) else f"{said} {names}"
