"""The preprint of a paper that was published elsewhere too: one work, of which either version can be cited."""

from dataclasses import replace

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import FAMILIES, PROTECTED
from corpus_index.domain.published import month_of_arxiv

SUFFIX = "-preprint"
"""Stands behind the key of a paper whose preprint is meant, so that both can be cited side by side."""

KEPT = frozenset(("eprintclass", FAMILIES, PROTECTED))
"""What is the same of the preprint: its class on arXiv, and what braces protect in its names and title."""


def preprint(paper: Paper) -> Paper:
    """Give the paper as arXiv has it: with that number, its year, and no other venue, identifier or address.

    A paper without an arXiv number has no preprint that is known, and stays as it is.
    """
    number = paper.ids.get(Scheme.ARXIV)
    if number is None:
        return paper
    return replace(
        paper,
        key=f"{paper.key}{SUFFIX}",
        aliases=(),
        year=int(month_of_arxiv(number)[:4]),
        venue=None,
        publication={name: value for name, value in paper.publication.items() if name in KEPT},
        ids={Scheme.ARXIV.value: number},
        urls=tuple(url for url in paper.urls if "arxiv.org/" in url),
    )
