"""Who wrote a work, where its records do not print the same names."""

from collections import Counter
from collections.abc import Sequence

from corpus_index.domain.record import RawRecord
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.people import in_full, union


def authors(records: Sequence[KnownRecord], published: RawRecord | None) -> tuple[str, ...]:
    """Choose the complete list of authors of one record; other records spell its names in full, and add nobody.

    Lists of records that lead go before others, then those of as many people as most records name, then the longest,
    then that of the record by which the work was `published`, then the first in order. Only where no list is complete
    are they joined: each may name people that the others leave out.
    """
    lists = {id(known.record): tuple(author.text for author in known.record.authors) for known in records}
    whole = [known for known in records if known.record.authors_complete and known.record.authors]
    if not whole:
        leading_first = sorted(records, key=lambda known: not known.own.leads)
        return union(lists[id(known.record)] for known in leading_first)
    people = Counter(len(known.record.authors) for known in whole)
    chosen = min(
        whole,
        key=lambda known: (
            not known.own.leads,
            -people[len(known.record.authors)],
            -len(known.record.authors),
            known.record is not published,
        ),
    )
    return in_full(lists[id(chosen.record)], lists.values())
