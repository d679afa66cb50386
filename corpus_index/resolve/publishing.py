"""When and where a work was published, and its identifiers."""

from collections import Counter
from collections.abc import Sequence

from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.domain.publication import FORMER_KEYS, TYPE
from corpus_index.domain.published import month_of_arxiv
from corpus_index.domain.record import RawRecord
from corpus_index.domain.version import PREPRINT_VENUES
from corpus_index.domain.work import KnownRecord


def publication(records: Sequence[KnownRecord]) -> RawRecord | None:
    """Choose the record whose year and venue stand for the work.

    One that names a venue other than a preprint server comes before one that only gives a year, one of the paper that a
    person named first when joining it before others, and one that says how the work was published before one that does
    not; of several the one whose year most records give, then the earliest,
    then the one that says most, then the first in order. `None` where no record has either.
    """
    telling = [each for each in records if each.record.year or each.record.venue or each.record.publication]
    if len(telling) < 2:
        return telling[0].record if telling else None
    years = Counter(known.record.year.value for known in telling if known.record.year)
    leading = {id(known.record) for known in telling if known.own.leads}
    return min(
        (known.record for known in telling),
        key=lambda record: (
            not is_published(record),
            id(record) not in leading,
            record.year is None,
            not record.publication,
            -years[record.year.value] if record.year else 0,
            record.year.value if record.year else 0,
            -len(record.publication),
        ),
    )


def details(chosen: RawRecord | None, records: Sequence[KnownRecord]) -> dict[str, str]:
    """Say how the work was published: as the record that stands for it does.

    Records of the same type and year fill in what it lacks, in their order. What others say is of another version of
    the work, whose pages would be wrong beside this one's venue.
    """
    if chosen is None or not chosen.publication:
        return {}
    found = _details(chosen)
    for known in records:
        other = _details(known.record)
        if other.get(TYPE) == found.get(TYPE) and _year(known.record) == _year(chosen):
            found |= {name: value for name, value in other.items() if name not in found}
    return found


def _details(record: RawRecord) -> dict[str, str]:
    return {name: span.text for name, span in record.publication if name != FORMER_KEYS}


def _year(record: RawRecord) -> int | None:
    return record.year.value if record.year else None


def since(records: Sequence[KnownRecord]) -> str | None:
    """Give when a work came out first, as far as its records say: the earliest year, or month of an arXiv number.

    A month goes before the year that it lies in.
    """
    years = {str(known.record.year.value) for known in records if known.record.year}
    months = {
        month_of_arxiv(each.id.value)
        for known in records
        for each in known.record.ids
        if each.id.scheme is Scheme.ARXIV
    }
    return min(months | {year for year in years if not any(month.startswith(year) for month in months)}, default=None)


def is_published(record: RawRecord) -> bool:
    """Say whether a record names a venue other than a preprint server."""
    return record.venue is not None and not record.venue.text.casefold().startswith(PREPRINT_VENUES)


def known_ids(records: Sequence[KnownRecord]) -> tuple[PaperId, ...]:
    """List the identifiers of all records, without versions, each once.

    Of a scheme those of records that lead come first, then the most printed ones.
    """
    counts: Counter[PaperId] = Counter()
    leading: set[PaperId] = set()
    for known in records:
        ids = {PaperId(each.id.scheme, each.id.value) for each in known.record.ids}
        counts.update(ids)
        if known.own.leads:
            leading |= ids
    return tuple(sorted(counts, key=lambda each: (each.scheme.value, each not in leading, -counts[each], each.value)))
