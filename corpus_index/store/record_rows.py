"""Records with all that is theirs, as rows numbered from 0."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus_index.domain.facts import Facts, Trust
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.store.lines import LineIndex
from corpus_index.store.metadata import metadata_rows, reference_rows
from corpus_index.store.numbered import NumberedRows, numbered
from corpus_index.store.rows import fact_rows


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to store: its facts, its blocks, and the number of its paper.

    `trusts` are those of the facts, field by field; without them each fact gets the one that its record has.
    """

    record: RawRecord
    facts: Facts
    blocks: frozenset[str]
    paper: int
    trusts: Sequence[Trust] = field(default=())


def record_rows(text: str, records: Sequence[NewRecord]) -> list[NumberedRows]:
    """Rows for the records of a page with this `text`, and what is theirs, in the order in which they refer to others.

    Records and facts are numbered in their order.
    """
    lines = LineIndex(text)
    metadata = ({"record_id": at, **row} for at, new in enumerate(records) for row in metadata_rows(new.record, text))
    return [
        numbered("records", (_record_row(at, new, lines) for at, new in enumerate(records))),
        numbered("metadata", metadata),
        *(
            numbered(table, ({"record_id": at, **row} for at, new in enumerate(records) for row in rows_of(new)))
            for table, rows_of in _TABLES.items()
        ),
        # In the order of their index, because it is the largest one: so each of its pages is looked for once.
        NumberedRows("blocks", ("record_id", "block"), _block_rows(records)),
        numbered("facts", _fact_rows(records)),
    ]


def _record_row(at: int, new: NewRecord, lines: LineIndex) -> dict[str, object]:
    record = new.record
    first, last = lines.lines(record.start, record.end)
    return {
        "id": at,
        "page_id": 0,
        "ordinal": record.ordinal,
        "kind": record.kind.value,
        "start": record.start,
        "end": record.end,
        "first_line": first,
        "last_line": last,
        "title": record.title.text if record.title else None,
        "title_start": record.title.start if record.title else None,
        "abstract": record.abstract.text,
        "abstract_start": record.abstract.start,
        "authors_complete": int(record.authors_complete),
        "summarises": record.summarises,
        "paper_id": new.paper,
    }


def _author_rows(new: NewRecord) -> Iterator[dict[str, object]]:
    for position, author in enumerate(new.record.authors):
        yield {"position": position, "name": author.text, "start": author.start, "end": author.end}


_TABLES: dict[str, Callable[[NewRecord], Iterator[dict[str, object]]]] = {
    "record_authors": _author_rows,
    "reference_ids": lambda new: reference_rows(new.record),
}
"""Tables that hold what belongs to a record, and their rows."""


def _block_rows(records: Sequence[NewRecord]) -> list[tuple[int, str]]:
    ordered = sorted([(block, at) for at, new in enumerate(records) for block in new.blocks])
    return [(at, block) for block, at in ordered]


def _fact_rows(records: Sequence[NewRecord]) -> Iterator[dict[str, object]]:
    number = 0
    for at, new in enumerate(records):
        of_record = Trust.SUMMARY if new.record.kind is RecordKind.SUMMARY else Trust.OWN
        for place, row in enumerate(fact_rows(new.facts)):
            trust = new.trusts[place] if new.trusts else of_record
            yield {"id": number, "record_id": at, **row, "trust": trust.value}
            number += 1
