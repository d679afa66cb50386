"""Papers that may be one under two titles: a person can tell, the program cannot.

Of one team the titles of two papers that follow each other have as much in common as the titles of a preprint and its
print, which only an abstract tells apart. So these are pairs of which one lacks it.
"""

import re
from collections import defaultdict

from corpus_index.domain.folding import fold
from corpus_index.store.blocks import pairs_without_text
from corpus_index.store.connection import Store
from corpus_index.store.decisions import decided
from corpus_index.store.known import records_of

_ALIKE = 65
"""Titles without case and order of words (rapidfuzz ratio, 0 to 100): where a third of the words of a title are others,
this finds four papers of five; of papers by one team it takes one pair of eight for one paper."""
_FEWEST_AUTHORS = 2
_NUMBER = re.compile(r"\b(?:\d+|[ivx]+)\b")


def perhaps_one(store: Store) -> list[tuple[int, int]]:
    """Pairs of papers by the same authors (two or more) in the same order, with like titles and the same numbers there.

    Pairs of which a person decided that they are two papers are left out. In the order of the rows.
    """
    pairs = pairs_without_text(store.connection)
    teams = _teams(store, {paper for pair in pairs for paper in pair})
    of_one_team = [(a, b) for a, b in pairs if len(teams[a]) >= _FEWEST_AUTHORS and teams[a] == teams[b]]
    titles = _titles(store, {paper for pair in of_one_team for paper in pair})
    found = [(a, b) for a, b in of_one_team if _alike(titles[a], titles[b])]
    return [pair for pair in found if not _parted(store, pair)]


def _teams(store: Store, papers: set[int]) -> dict[int, list[str]]:
    """The family names of all authors of papers; none where pages do not name all."""
    teams: defaultdict[int, list[str]] = defaultdict(list)
    if papers:
        rows = store.connection.execute(
            "SELECT paper_id, name FROM paper_authors JOIN papers ON papers.id = paper_id WHERE authors_complete "
            "ORDER BY paper_id, position"
        )
        for paper, name in rows:
            if paper in papers:
                teams[paper].append(fold(name.split()[-1]))
    return teams


def _titles(store: Store, papers: set[int]) -> dict[int, str]:
    rows = store.connection.execute("SELECT id, title FROM papers") if papers else ()
    return {paper: title for paper, title in rows if paper in papers}


def _alike(a: str, b: str) -> bool:
    from rapidfuzz import fuzz, utils

    one, other = (set(_NUMBER.findall(title.casefold())) for title in (a, b))
    return one == other and fuzz.token_sort_ratio(a, b, processor=utils.default_process) >= _ALIKE


def _parted(store: Store, pair: tuple[int, int]) -> bool:
    ours, theirs = records_of(store.connection, pair).values()
    said = decided(store.connection, ours)
    return any(not said.get((min(a, b), max(a, b)), True) for a in ours for b in theirs)
