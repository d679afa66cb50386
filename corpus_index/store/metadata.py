"""What a record says of its paper beside title, authors and abstract, to rows and back."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from corpus_index.domain.identifier import PaperId, Scheme, spelled
from corpus_index.domain.record import PrintedDetail, PrintedId, PrintedYear, RawRecord, Reference
from corpus_index.domain.span import Span

PUBLICATION = "publication:"
"""Begins the names of fields that say how a work was published."""


def metadata_rows(record: RawRecord, text: str) -> Iterator[dict[str, Any]]:
    """Rows for all of this, each field in printed order; `text` is that of the page."""
    year = record.year
    if year:
        yield _row("year", 0, Span(year.start, year.end, str(year.value)))
    for field, span in (("venue", record.venue), ("key", record.key)):
        if span:
            yield _row(field, 0, span)
    for position, printed in enumerate(record.ids):
        of = printed.id
        named = {"scheme": of.scheme.value, "value": of.value, "version": of.version}
        shown = spelled(text[printed.start : printed.end], of.value) if of.scheme is Scheme.DOI else of.value
        yield {**_row("id", position, Span(printed.start, printed.end, shown)), **named}
    for position, span in enumerate(record.urls):
        yield _row("url", position, span)
    for position, detail in enumerate(record.publication):
        yield _row(f"{PUBLICATION}{detail.name}", position, detail.span)
    for position, reference in enumerate(record.references):
        yield _row("reference", position, reference.span)


def reference_rows(record: RawRecord) -> Iterator[dict[str, Any]]:
    """Rows for the identifiers in the references of a record."""
    for position, reference in enumerate(record.references):
        for each in dict.fromkeys((each.scheme.value, each.value) for each in reference.ids):
            yield {"position": position, "scheme": each[0], "value": each[1]}


def metadata_of(rows: Iterable[sqlite3.Row], references: Iterable[sqlite3.Row]) -> dict[str, Any]:
    """The fields of a `RawRecord` that these rows of one record hold."""
    by_field: dict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        by_field[row["field"]].append(row)
    cited: dict[int, list[PaperId]] = defaultdict(list)
    for row in references:
        cited[row["position"]].append(PaperId(Scheme(row["scheme"]), row["value"]))
    year = by_field["year"][:1]
    return {
        "year": PrintedYear(int(year[0]["text"]), year[0]["start"], year[0]["end"]) if year else None,
        "venue": _first(by_field["venue"]),
        "key": _first(by_field["key"]),
        "ids": tuple(
            PrintedId(PaperId(Scheme(row["scheme"]), row["value"], row["version"]), row["start"], row["end"])
            for row in by_field["id"]
        ),
        "urls": tuple(map(_span, by_field["url"])),
        "references": tuple(Reference(_span(row), tuple(cited[row["position"]])) for row in by_field["reference"]),
        "publication": tuple(
            PrintedDetail(field.removeprefix(PUBLICATION), _span(of_field[0]))
            for field, of_field in by_field.items()
            if field.startswith(PUBLICATION)
        ),
    }


def _row(field: str, position: int, span: Span) -> dict[str, Any]:
    nothing = {"scheme": None, "value": None, "version": None}
    return {"field": field, "position": position, "text": span.text, **nothing, "start": span.start, "end": span.end}


def _span(row: sqlite3.Row) -> Span:
    return Span(row["start"], row["end"], row["text"])


def _first(rows: Sequence[sqlite3.Row]) -> Span | None:
    return _span(rows[0]) if rows else None
