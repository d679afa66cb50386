"""The versions of one work: preprints, and what was published, each with its own identifiers, year and venue."""

from __future__ import annotations

from enum import StrEnum

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.published import month_of_arxiv

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

PREPRINT_VENUES = ("arxiv", "corr", "biorxiv", "medrxiv", "preprint", "openreview", "hugging face")
"""How the venues of what is not published yet begin, in lower case."""

_ARXIV = "arxiv"
_CATALOGUES = ("openalex", "s2")
"""Schemes of those who list what others publish: their numbers say nothing of a publication."""


class VersionKind(StrEnum):
    """Whether a version went through a publisher."""

    PREPRINT = "preprint"
    """On a server of preprints."""
    PUBLISHED = "published"
    """In a journal, a book or the proceedings of a conference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of a work; `ids` by scheme. `year` and `venue` are `null` where no page gives them."""

    kind: VersionKind
    venue: str | None
    year: int | None
    ids: dict[str, str]


def versions_of(printed: Iterable[tuple[str | None, int | None, dict[str, str]]]) -> tuple[Version, ...]:
    """Tell the versions that records print, each as venue, year and identifiers: preprints first, then by year.

    A record that has a number of arXiv beside a venue or another identifier prints two versions. Nothing where they
    print one version only. The order of the records does not matter.
    """
    found: list[Version] = []
    for venue, year, ids in sorted(printed, key=repr):
        for version in _versions(venue, year, ids):
            same = next((each for each in found if _same(each, version)), None)
            if same is None:
                found.append(version)
            else:
                found[found.index(same)] = _joined(same, version)
    ordered = sorted(found, key=lambda each: (each.kind, each.year or 0, each.venue or "", sorted(each.ids.items())))
    return tuple(ordered) if len(ordered) > 1 else ()


def _versions(venue: str | None, year: int | None, ids: dict[str, str]) -> list[Version]:
    number = ids.get(_ARXIV)
    others = {scheme: value for scheme, value in ids.items() if scheme not in (_ARXIV, *_CATALOGUES)}
    on_server = venue is not None and venue.casefold().startswith(PREPRINT_VENUES)
    found = []
    if number is not None:
        since = int(month_of_arxiv(number)[:4])
        found.append(Version(kind=VersionKind.PREPRINT, venue="arXiv", year=since, ids={_ARXIV: number}))
        # The year beside a number alone is that of the number.
        year = None if others and year == since else year
    elif on_server:
        found.append(Version(kind=VersionKind.PREPRINT, venue=venue, year=year, ids=others))
    if (others and number is not None) or ((venue or others) and not on_server):
        place = None if on_server else venue
        found.append(Version(kind=VersionKind.PUBLISHED, venue=place, year=year, ids=others))
    return found


def _same(a: Version, b: Version) -> bool:
    """Tell whether two versions are one: by an identifier, else where nothing that both have differs."""
    if a.kind is not b.kind:
        return False
    both = a.ids.keys() & b.ids.keys()
    if both:
        return any(a.ids[scheme] == b.ids[scheme] for scheme in both)
    years = a.year is None or b.year is None or a.year == b.year
    return years and (a.venue is None or b.venue is None or a.venue.casefold() == b.venue.casefold())


def _joined(a: Version, b: Version) -> Version:
    return Version(kind=a.kind, venue=a.venue or b.venue, year=a.year or b.year, ids={**b.ids, **a.ids})
