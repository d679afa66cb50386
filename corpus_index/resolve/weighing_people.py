"""What is to be said for or against records being one work by the lists of their authors."""

from corpus_index.domain.work import Penalty
from corpus_index.resolve.people import share_family, shared_part
from corpus_index.resolve.profiles import LONG_TEXT, Profile
from corpus_index.resolve.weighing_imprints import LONG_TITLE

ONE_TEXT = 0.97
"""What two printings of one text agree in at least."""
_MANY = 5
"""A paper that has so many times the authors of another one is hardly a version of it."""


def other_authors(a: Profile, b: Profile, agreement: float | None) -> list[Penalty]:
    """Weigh whole lists of authors that share somebody, where no text says that the records are one paper."""
    # Half of a short list may be two people of one name, and a short title is one that others hit on too.
    few = 0.5 if min(len(a.title_words), len(b.title_words)) < LONG_TITLE else 0.49
    if agreement is None and shared_part(a.people, b.people) <= few:
        return [Penalty("few common authors", 0.6)]
    short, long = sorted((len(a.people), len(b.people)))
    return [Penalty("many more authors", 0.4)] if long >= _MANY * short else []


def no_common_authors(a: Profile, b: Profile, agreement: float | None) -> Penalty:
    """Weigh disjoint lists of authors: less where a long abstract is the same, since names get misread."""
    identical = agreement is not None and agreement >= ONE_TEXT and min(len(a.text), len(b.text)) >= 2 * LONG_TEXT
    return Penalty("no common authors", 0.3 if identical else 0.6)


def spelled_otherwise(a: Profile, b: Profile) -> list[Penalty]:
    """Weigh that no author of both has a family name that is spelled alike: a year must agree, too."""
    if (a.year and b.year) or share_family(a.people, b.people):
        return []
    return [Penalty("authors spelled otherwise", 0.5)]
