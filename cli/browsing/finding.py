"""What the list of papers shows."""

import re
from typing import NamedTuple

from corpus_index.domain.hit import SearchAnswer
from corpus_index.domain.wording import counted
from corpus_index.search import matching, search
from corpus_index.store import Store, open_store, read

_MOST = 50
_ENDS_IN_A_WORD = re.compile(r"\w{3}$")


class Listed(NamedTuple):
    """A paper of the list."""

    key: str
    title: str


class Found(NamedTuple):
    """Papers, and what is said about them."""

    papers: tuple[Listed, ...]
    said: str


def found(path: str, query: str) -> Found:
    """The papers that answer a query best, or for an empty one the newest. Raises `PapersError`."""
    with open_store(path) as store:
        if not query.strip():
            papers = tuple(Listed(*row) for row in read.newest(store, _MOST))
            return Found(papers, "the newest papers" if papers else "the index is empty; add pages: papers add PATH")
        answer = _answer(store, query)
    papers = tuple(Listed(hit.key, hit.title) for hit in answer.hits)
    held = counted(answer.total, "paper")
    said = held if len(papers) == answer.total else f"the best {len(papers)} of {held}"
    return Found(papers, " · ".join((said, *answer.notes)))


def _answer(store: Store, query: str) -> SearchAnswer:
    """The answer to a query whose last word may not be complete yet."""
    answer = search(store, query, _MOST)
    begun = f"{query}*"
    if _ENDS_IN_A_WORD.search(query) and (answer.notes or not answer.hits) and not matching(store, query):
        return search(store, begun, _MOST) if matching(store, begun) else answer
    return answer
