"""Questions that an index can answer, for somebody who does not know yet what to ask of it."""

from __future__ import annotations

from corpus_index.domain.dataclass import dataclass
from corpus_index.search.words import says_nothing
from corpus_index.store.read import newest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus_index.store import Store

_NEWEST = 200
_SHORTEST = 4
_ENDS = ".,:;?!"
_MOST_RECORDS = """
    SELECT papers.key, papers.title FROM papers LEFT JOIN records ON paper_id = papers.id
    WHERE papers.id > (SELECT max(id) - ? FROM papers) GROUP BY papers.id ORDER BY count(*) DESC, papers.id DESC LIMIT 1
"""
_MOST_SCORES = """
    SELECT benchmark, count(*) FROM facts
    WHERE field = 'results' AND kind = 'score' AND repeats IS NULL AND benchmark <> '' AND benchmark NOT LIKE '% + %'
    GROUP BY benchmark ORDER BY count(*) DESC, benchmark LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """`query` is two words that end a phrase of titles, or a paper's key; `key` is that of the paper with most records;
    both are of papers that were added lately. `benchmark` is what most `scores` are on, `None` where there are none.
    """

    query: str
    key: str
    title: str
    benchmark: str | None
    scores: int


def examples(store: Store) -> Examples | None:
    """Questions to the index, the same for the same index; `None` where it is empty."""
    titles = [title for _, title in newest(store, _NEWEST)]
    if not titles:
        return None
    key, title = store.connection.execute(_MOST_RECORDS, (_NEWEST,)).fetchone()
    benchmark, scores = store.connection.execute(_MOST_SCORES).fetchone() or (None, 0)
    return Examples(query=_shared(titles) or f"key:{key}", key=key, title=title, benchmark=benchmark, scores=scores)


def _shared(titles: Iterable[str]) -> str | None:
    """The pair of words that most of the titles share; the first one of those that as many do."""
    counts: dict[str, int] = {}
    for title in titles:
        for pair in dict.fromkeys(_pairs(title)):
            counts[pair] = counts.get(pair, 0) + 1
    return max(counts, key=counts.__getitem__, default=None)


def _pairs(title: str) -> Iterator[str]:
    """The last two words of each phrase, as far as punctuation and words that say nothing tell where one ends."""
    words = title.lower().split()
    for first, second, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        last = second.rstrip(_ENDS)
        if _is_plain(first) and _is_plain(last) and (last != second or says_nothing(after)):
            yield f"{first} {last}"


def _is_plain(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isascii() and word.isalpha() and not says_nothing(word)
