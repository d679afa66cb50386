"""What is to be said against records being one work by how each of them says that it was published."""

import re
from collections.abc import Mapping

from corpus_index.domain.publication import TYPE
from corpus_index.domain.work import KnownRecord, Penalty
from corpus_index.resolve.imprint import first_number, one_place
from corpus_index.resolve.publishing import is_published
from corpus_index.resolve.work_kinds import PAPERS, VOLUMES, WorkKind, kind_of

_RANGE = re.compile(r"\s*(\d+)\s*(?:-+|–|—)\s*(\d+)\s*")
_DIGITS = re.compile(r"\d")
_ISBN = slice(-10, -1)
"""The digits that an old and a new number of one book share: all but what stands before them, and the last."""
_OF_ONE_TEXT = 0.25
"""What is left of the differences of two printings where the texts are the same: a workshop's and a conference's."""


def other_kind(a: KnownRecord, b: KnownRecord) -> list[Penalty]:
    """Weigh that two records are of two kinds of publications, which are seldom one work or never."""
    kinds = {kind_of(known, _details(known)) for known in (a, b)}
    weight = _apart(kinds)
    if not weight:
        return []
    names = sorted(kind.value if kind else "something else" for kind in kinds)
    return [Penalty(f"{names[0]} and {names[1]}", weight)]


def part_of_it(a: KnownRecord, b: KnownRecord) -> list[Penalty]:
    """Weigh that one record is of a part of the other one's book, which may have the identifiers of the book."""
    return [each for each in other_kind(a, b) if each.weight > 0.5]


def _apart(kinds: set[WorkKind | None]) -> float:
    if len(kinds) < 2 or kinds == VOLUMES:
        return 0.0
    if WorkKind.SLIDES in kinds:
        return 0.5
    if None in kinds or kinds <= PAPERS | {WorkKind.PART}:
        return 0.0
    if WorkKind.PART in kinds and kinds & VOLUMES:
        return 0.6
    return 0.3 if WorkKind.BOOK in kinds and kinds & PAPERS else 0.5


def other_imprint(a: KnownRecord, b: KnownRecord, *, one_text: bool) -> list[Penalty]:
    """Weigh volumes, numbers, pages, editions and years that differ, of what is published in one form.

    `one_text` says that both have the same long abstract, so that they are more likely two printings of one work.
    """
    one, other = _details(a), _details(b)
    kinds = kind_of(a, one), kind_of(b, other)
    if None not in kinds and VOLUMES.issuperset(kinds):
        return _of_volumes(a, b, one, other)
    penalties = []
    if all(kind in VOLUMES or kind is WorkKind.PART for kind in kinds) and _differ(one, other, "volume"):
        penalties.append(Penalty("another volume", 0.5))
    elif is_published(a.record) and is_published(b.record):
        penalties = _of_pages(one, other)
        if set(kinds) == PAPERS and not _one_venue(a, b):
            penalties.append(Penalty("a journal and a conference", 0.3))
        if penalties and _years_differ(a, b):
            penalties.append(Penalty("published in another year", 0.2))
    factor = _OF_ONE_TEXT if one_text else 1
    return [Penalty(each.name, each.weight * factor) for each in penalties]


def listed_apart(a: KnownRecord, b: KnownRecord, *, one_title: bool, one_text: bool) -> list[Penalty]:
    """Weigh that one file of references lists two entries of one type: whoever wrote it takes them for two works.

    So they are where their years or titles are not the same, unless their texts are, or their pages, or one is a
    preprint.
    """
    if one_text or not _in_one_file(a, b) or is_published(a.record) != is_published(b.record):
        return []
    one, other = _details(a), _details(b)
    if one.get(TYPE) != other.get(TYPE) or _one_beginning(one, other):
        return []
    if _years_differ(a, b):
        return [Penalty("listed apart, with other years", 0.5)]
    return [] if one_title else [Penalty("listed apart, with other titles", 0.3)]


def _in_one_file(a: KnownRecord, b: KnownRecord) -> bool:
    keys = (a.record.key, b.record.key)
    return a.page == b.page and a.digest == b.digest and all(keys) and a.record.ordinal != b.record.ordinal


def _of_volumes(a: KnownRecord, b: KnownRecord, one: Mapping[str, str], other: Mapping[str, str]) -> list[Penalty]:
    penalties = [Penalty(f"another {name}", 0.5) for name in ("volume", "edition") if _differ(one, other, name)]
    if WorkKind.PROCEEDINGS in (kind_of(a, one), kind_of(b, other)) and _years_differ(a, b):
        penalties.append(Penalty("proceedings of another year", 0.5))
    isbns = ["".join(_DIGITS.findall(each.get("isbn", "")))[_ISBN] for each in (one, other)]
    # A book has a number for each of its bindings.
    return [*penalties, Penalty("another ISBN", 0.2)] if all(isbns) and isbns[0] != isbns[1] else penalties


def _of_pages(one: Mapping[str, str], other: Mapping[str, str]) -> list[Penalty]:
    """Weigh the places in a journal or book: where the pages agree, another volume or number is mistyped."""
    weights = {"volume": 0.3, "number": 0.2}
    if _one_beginning(one, other):
        weights = dict.fromkeys(weights, 0.1)
    penalties = [Penalty(f"another {name}", weight) for name, weight in weights.items() if _differ(one, other, name)]
    return [*penalties, Penalty("other pages", 0.3)] if _other_pages(one, other) else penalties


def _one_beginning(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return "pages" in one and "pages" in other and not _differ(one, other, "pages")


def _other_pages(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Tell whether two ranges of pages have none in common; such that are counted from 1 are those of an offprint."""
    found = [_RANGE.fullmatch(each.get("pages", "")) for each in (one, other)]
    ranges = sorted((int(match[1]), int(match[2])) for match in found if match)
    if len(ranges) < 2 or ranges[1][0] <= ranges[0][1]:
        return False
    lengths = {last - first for first, last in ranges}
    return ranges[0][0] != 1 or len(lengths) > 1


def _one_venue(a: KnownRecord, b: KnownRecord) -> bool:
    return bool(a.record.venue and b.record.venue and one_place(a.record.venue.text, b.record.venue.text))


def _differ(one: Mapping[str, str], other: Mapping[str, str], name: str) -> bool:
    return name in one and name in other and first_number(one[name]) != first_number(other[name])


def _years_differ(a: KnownRecord, b: KnownRecord) -> bool:
    return bool(a.record.year and b.record.year and a.record.year.value != b.record.year.value)


def _details(known: KnownRecord) -> dict[str, str]:
    return {name: span.text for name, span in known.record.publication}
