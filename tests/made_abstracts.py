"""Records made for the tests of extraction."""

from corpus_index.domain.facts import Facts
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.extract import facts_of


def record(abstract: str, title: str | None = None) -> RawRecord:
    """Lay a title and an abstract out as a page would, two line ends apart."""
    offset = len(title) + 2 if title else 0
    return RawRecord(
        ordinal=0,
        kind=RecordKind.ABSTRACT,
        start=0,
        end=offset + len(abstract),
        title=Span(0, len(title), title) if title else None,
        abstract=Span(offset, offset + len(abstract), abstract),
    )


def facts(abstract: str, title: str | None = None) -> Facts:
    """Extract from a title and an abstract."""
    return facts_of(record(abstract, title))
