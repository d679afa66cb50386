"""Which records are surely two papers, by their titles and identifiers alone.

Most records that share a block have a turn of phrase or an author in common. To see that takes a hundredth of the time
that comparing whole records takes.
"""

from collections.abc import Collection
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.own import NOTHING_OWN
from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import Heading, KnownRecord
from corpus_index.resolve.identifiers import Shared, compared_ids
from corpus_index.resolve.profiles import printed_ids
from corpus_index.resolve.words import squeezed, telling

PARTING = ("type", "genre", "howpublished", "note", "booktitle", "chapter", "volume", "number", "pages", "edition")
"""Fields of a publication by which two records may be two works, whatever else agrees; proceedings by the year, too."""
# Titles of which no more agrees have nothing to do with each other, though an abstract may be made by one template.
_HARDLY_A_WORD = 0.25
_UNLIKE = 0.5


def heading_of(known: KnownRecord) -> Heading:
    """Give the heading of a record."""
    record = known.record
    return Heading(
        title=record.title.text if record.title else "",
        ids=printed_ids(known),
        key=record.key.text if record.key else None,
        decides=record.kind is RecordKind.ABSTRACT and known.own is NOTHING_OWN,
    )


def surely_others(a: Heading, b: Heading) -> bool:
    """Tell whether `compare` can only find that two records are two papers, whatever else they print.

    So it is where titles have nothing in common, or differ at all and the identifiers differ too.
    """
    if not (a.decides and b.decides):
        return False
    ours, theirs = _squeezed(a.title), _squeezed(b.title)
    if not ours or not theirs or ours == theirs:
        return False
    shared = compared_ids(a.ids, b.ids)
    if shared is Shared.OTHER:
        return True
    if shared is Shared.SAME or (a.key is not None and a.key == b.key):
        return False
    return unlike(ours, theirs, common_words(_words(a.title), _words(b.title)))


def may_contradict(records: Collection[KnownRecord]) -> bool:
    """Tell whether some of these records may be parted: by their ids, by their publication, or by a correction."""
    headings = list(map(heading_of, records))
    if len({_published(known) for known in records}) > 1:
        return True
    ids = set[tuple[Scheme, str]]().union(*(each.ids for each in headings))
    return len({scheme for scheme, _ in ids}) < len(ids) or not all(each.decides for each in headings)


def _published(known: KnownRecord) -> tuple[object, ...]:
    year = known.record.year.value if known.record.year else None
    return year, *((name, span.text) for name, span in known.record.publication if name in PARTING)


def unlike(a: str, b: str, in_common: float) -> bool:
    """Tell whether two squeezed titles have nothing to do with each other, given the share of their common words."""
    return in_common <= _HARDLY_A_WORD and Levenshtein.normalized_similarity(a, b) < _UNLIKE


def common_words(ours: Collection[str], theirs: Collection[str]) -> float:
    """Give the share of the words of the shorter title that the other one has too; one may be a part of the other."""
    one, other = frozenset(ours), frozenset(theirs)
    return len(one & other) / max(1, min(len(one), len(other)))


def word_exchanged(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Tell whether each of two titles has a word of its own, which no slip of the finger makes one of the other's."""
    one, other = set(ours) - set(theirs), set(theirs) - set(ours)
    return _has_its_own(one, other) and _has_its_own(other, one)


def _has_its_own(words: Collection[str], others: Collection[str]) -> bool:
    return any(all(Levenshtein.normalized_similarity(word, each) < _UNLIKE for each in others) for word in words)


@lru_cache(maxsize=4096)
def _squeezed(title: str) -> str:
    return squeezed(title)


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    return frozenset(telling(title))
