"""What the headings of two records rule out, comparing them whole rules out too."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_index.domain.facts import Facts
from corpus_index.domain.identifier import PaperId, Scheme
from corpus_index.domain.record import PrintedId, PrintedYear, RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve import compare, heading_of, surely_others

_TITLES = st.lists(
    st.sampled_from(["sorting", "pebbles", "Sorting", "on", "beaches", "waves", "2", "II", "tides:", "..."]), max_size=6
).map(" ".join)
_TEXT = "We sort pebbles by weight with tiny balances made of reed and put all heavy ones on the left of the beach " * 2
_IDS = st.builds(
    lambda scheme, value: PrintedId(PaperId(scheme, f"{value}/1" if scheme is Scheme.DOI else value), 0, 0),
    st.sampled_from([Scheme.ARXIV, Scheme.DOI, Scheme.ACL]),
    st.sampled_from(["10.1", "10.2", "10.48550"]),
)


@st.composite
def _known(draw: st.DrawFn) -> KnownRecord:
    title = draw(_TITLES)
    digest = draw(st.sampled_from(["a", "b"]))
    summary = draw(st.integers(0, 5)) == 0
    record = RawRecord(
        ordinal=draw(st.integers(0, 2)),
        kind=RecordKind.SUMMARY if summary else RecordKind.ABSTRACT,
        start=0,
        end=500,
        title=Span(0, len(title), title) if title else None,
        abstract=Span(0, 0, draw(st.sampled_from(["", _TEXT]))),
        authors=(Span(0, 0, "Anna Kivi"),),
        authors_complete=True,
        summarises=0 if summary else None,
        year=draw(st.sampled_from([None, PrintedYear(2019, 0, 0), PrintedYear(2024, 0, 0)])),
        ids=tuple(draw(st.lists(_IDS, max_size=2))),
        key=draw(st.sampled_from([None, Span(0, 0, "kivi")])),
    )
    return KnownRecord(id=0, page="page", digest=digest, record=record, facts=Facts())


@settings(deadline=None, max_examples=200)
@given(_known(), _known())
def test_surely_others_are_not_the_same(a: KnownRecord, b: KnownRecord) -> None:
    ruled_out = surely_others(heading_of(a), heading_of(b))
    assert ruled_out == surely_others(heading_of(b), heading_of(a))
    assert not (ruled_out and compare(a, b).same)
