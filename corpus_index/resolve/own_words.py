"""A person's word over that of all sources."""

from dataclasses import replace

from corpus_index.domain.own import NOTHING_OWN, OwnValues
from corpus_index.domain.publication import APART, CONTAINERS, END_DATE, FAMILIES, TYPE, YEAR
from corpus_index.domain.work import Work

_CONTAINER_OF = {
    "article": "journaltitle",
    **dict.fromkeys(("inproceedings", "incollection", "inbook", "inreference", "bookinbook"), "booktitle"),
}
_DATES = frozenset((YEAR, END_DATE, "month", "day"))


def with_own(work: Work, own: OwnValues) -> Work:
    """Let what a person said stand in place of what pages say; identifiers come before those of the same scheme."""
    if own == NOTHING_OWN:
        return work
    venue = own.venue or _container(work, own) or work.venue
    said = replace(
        work,
        title=own.title or work.title,
        title_inferred=work.title_inferred and own.title is None,
        authors=own.authors or work.authors,
        authors_complete=own.authors_complete if own.authors else work.authors_complete,
        year=work.year if own.year is None else own.year,
        venue=venue,
        publication=_publication(work, own, venue),
        ids=(*own.ids, *(each for each in work.ids if each not in own.ids)),
    )
    return _without(said, own.absent) if own.absent else said


def _without(work: Work, absent: frozenset[str]) -> Work:
    lacking = absent | _DATES if YEAR in absent else absent
    told = {name: value for name, value in work.publication.items() if name not in lacking}
    if "venue" in absent:
        told = {name: value for name, value in told.items() if name not in CONTAINERS or value != work.venue}
    gone = "venue" in absent or any(
        work.publication.get(name) == work.venue for name in absent.intersection(CONTAINERS)
    )
    return replace(
        work,
        authors=() if "authors" in absent else work.authors,
        year=None if YEAR in absent else work.year,
        venue=None if gone else work.venue,
        publication=told,
        ids=tuple(each for each in work.ids if each.scheme not in absent),
    )


def _container(work: Work, own: OwnValues) -> str | None:
    """Give what a person put in place of the field that the venue is in: the publisher of a book, for example."""
    said = dict(own.publication)
    return next((said[name] for name in CONTAINERS if name in said and work.publication.get(name) == work.venue), None)


def _publication(work: Work, own: OwnValues, venue: str | None) -> dict[str, str]:
    """Give the fields of the publication, with the `venue` where that of the pages stands."""
    told = dict(work.publication)
    if own.year is not None and own.year != work.year:
        # They are of the other date.
        told = {name: value for name, value in told.items() if name not in _DATES}
    if venue is not None:
        told.update((name, venue) for name in CONTAINERS if name in told and told[name] == work.venue)
    said = dict(own.publication)
    # Those of editors stay what they are.
    families = filter(None, (said.get(FAMILIES), told.get(FAMILIES)))
    told = _placed(told, said.get(TYPE))
    return told | said | ({FAMILIES: APART.join(families)} if FAMILIES in said else {})


def _placed(told: dict[str, str], type_: str | None) -> dict[str, str]:
    """Let what the work is part of be in the field that belongs to the type that a person set."""
    right = _CONTAINER_OF.get(type_ or "")
    wrong = next((name for name in _CONTAINER_OF.values() if name != right and name in told), None)
    if right is None or wrong is None or right in told:
        return told
    return {right if name == wrong else name: value for name, value in told.items()}
