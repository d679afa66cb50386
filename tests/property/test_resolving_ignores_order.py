"""Which papers there are, what they are and what they link to depends on the records, not on their order or numbers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_index.domain.facts import (
    Abbreviation,
    ArtefactKind,
    Facts,
    Introduction,
    ModelMention,
    Result,
    ResultKind,
    Role,
    Spec,
    Term,
)
from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.domain.work import KnownRecord, Work
from corpus_index.resolve import assemble, blocks, cluster, compare, distinct_keys, key_wish, link, name_uses

_NAMES = st.sampled_from(
    ["MiMo", "MiMo-7B", "MiMo-7B-RL", "MiMo-V2-Flash", "Qwen2.5-Math", "Qwen-Math", "Qwen2-Math-7B", "START", "PRM800K"]
)
_TITLES = st.sampled_from(
    [None, "Pebbles of the Long Cold Northern Beach", "PEBBLES of the Long Cold Northern Beach", "Preface", "MiMo-7B"]
)
_SORTING = (
    "We sort pebbles by weight with tiny balances made of reed, and put all heavy ones on the left side of the beach, "
    "where waves are slow and children play. The MiMo series helps to count them, as does Qwen-Math."
)
_ROUNDING = (
    "Rivers round stones on their way to the sea. We measure with callipers in four steep valleys how round the stones "
    "of each mile are, and give a table for geologists who have no callipers themselves."
)
_TEXTS = st.sampled_from(["", "Comment on a paper.", _SORTING, _SORTING.replace("tiny", "small"), _ROUNDING])
_PEOPLE = st.lists(st.sampled_from(["Anna Kivi", "A. Kivi", "Ben Rock", "Kivi, Anna", "Olav Stein"]), max_size=3)


@st.composite
def _facts(draw: st.DrawFn) -> Facts:
    names = draw(st.lists(_NAMES, max_size=3, unique=True))
    values = st.sampled_from([1.0, 2.0, 3.0])
    return Facts(
        introduces=tuple(
            Introduction(name=name, kind=ArtefactKind.MODEL, evidence=name, start=at, end=at + 1)
            for at, name in enumerate(names)
        ),
        models=tuple(
            ModelMention(name=name, role=draw(st.sampled_from(Role)), evidence=name, start=0, end=1)
            for name in draw(st.lists(_NAMES, max_size=3, unique=True))
        ),
        results=tuple(
            Result(value=value, kind=ResultKind.SCORE, metric="total size", evidence="x", start=0, end=1)
            for value in draw(st.lists(values, max_size=2))
        ),
        specs=tuple(
            Spec(subject=None, attribute="context length", value=value, unit="tokens", evidence="x", start=0, end=1)
            for value in draw(st.lists(values, max_size=2))
        ),
        abbreviations=tuple(
            Abbreviation(short="MTP", long=long, evidence="x", start=0, end=1)
            for long in draw(st.lists(st.sampled_from(["many tiny pebbles", "Multi-Token Play"]), max_size=1))
        ),
        terms=tuple(Term(name=name, evidence=name, start=0, end=1) for name in draw(st.lists(_NAMES, max_size=1))),
    )


@st.composite
def _records(draw: st.DrawFn) -> list[KnownRecord]:
    found: list[KnownRecord] = []
    for number in range(draw(st.integers(1, 6))):
        title, text = draw(_TITLES), draw(_TEXTS)
        page = draw(st.sampled_from(["a", "b", "c"]))
        ordinal = sum(known.page == page for known in found)
        summary = draw(st.booleans()) and ordinal % 2 == 0
        authors = draw(_PEOPLE)
        record = RawRecord(
            ordinal=ordinal,
            kind=RecordKind.SUMMARY if summary else RecordKind.ABSTRACT,
            start=0,
            end=500,
            title=Span(0, len(title), title) if title else None,
            abstract=Span(100, 100 + len(text), text),
            authors=tuple(Span(0, len(author), author) for author in authors),
            authors_complete=draw(st.booleans()) and bool(authors),
            summarises=ordinal + 1 if summary else None,
        )
        found.append(KnownRecord(id=number, page=page, digest=page, record=record, facts=draw(_facts())))
    return found


def _groups(records: Sequence[KnownRecord]) -> set[frozenset[tuple[str, int]]]:
    place = {known.id: (known.page, known.record.ordinal) for known in records}
    pairs = [(a.id, b.id) for a, b in combinations(records, 2) if blocks(a) & blocks(b) and compare(a, b).same]
    return {frozenset(place[each] for each in group) for group in cluster(place, pairs)}


@st.composite
def _shuffled(draw: st.DrawFn) -> tuple[list[KnownRecord], list[KnownRecord]]:
    """Draw records, and the same records in another order with other numbers."""
    records = draw(_records())
    numbers = draw(st.lists(st.integers(100, 999), min_size=len(records), max_size=len(records), unique=True))
    renumbered = [replace(known, id=number) for known, number in zip(records, numbers, strict=True)]
    return records, draw(st.permutations(renumbered))


@settings(deadline=None, max_examples=60)
@given(_shuffled())
def test_clusters(both: tuple[list[KnownRecord], list[KnownRecord]]) -> None:
    assert _groups(both[0]) == _groups(both[1])


@settings(deadline=None, max_examples=60)
@given(_records())
def test_comparing_is_symmetric_and_explains_itself(records: list[KnownRecord]) -> None:
    for a, b in combinations(records, 2):
        verdict = compare(a, b)
        assert verdict == compare(b, a)
        assert 0 <= verdict.score <= 1
        assert verdict.same or verdict.penalties
        assert not verdict.same or blocks(a) & blocks(b)


def _view(work: Work, records: Sequence[KnownRecord]) -> tuple[object, ...]:
    """Give a work without the numbers of its records."""
    place = {known.id: (known.page, known.record.ordinal) for known in records}
    judgements = {
        (place[ref.record_id], ref.field, ref.index): (
            judgement.trust,
            judgement.repeats
            and (place[judgement.repeats.record_id], judgement.repeats.field, judgement.repeats.index),
        )
        for ref, judgement in work.judgements.items()
    }
    conflicts = [
        (each.attribute, each.grade, place[each.a.record_id], each.a.claim, place[each.b.record_id], each.b.claim)
        for each in work.conflicts
    ]
    return (replace(work, judgements={}, conflicts=()), judgements, conflicts, key_wish(work, records))


@settings(deadline=None, max_examples=60)
@given(_shuffled())
def test_works(both: tuple[list[KnownRecord], list[KnownRecord]]) -> None:
    first, second = (_view(assemble(records), records) for records in both)
    assert first == second


@settings(deadline=None, max_examples=60)
@given(_shuffled())
def test_repetitions_lead_to_a_fact_that_repeats_nothing(both: tuple[list[KnownRecord], list[KnownRecord]]) -> None:
    judgements = assemble(both[0]).judgements
    for ref, judgement in judgements.items():
        if judgement.repeats:
            assert judgements[judgement.repeats].repeats is None
            assert judgement.repeats.record_id != ref.record_id


def _links(records: Sequence[KnownRecord]) -> set[tuple[object, ...]]:
    place = {known.id: (known.page, known.record.ordinal) for known in records}
    uses = []
    for known in records:
        work = assemble([known])
        ids = {ref: known.id * 100 + at for at, ref in enumerate(work.judgements)}
        uses += name_uses(known.id, work, [known], ids, lambda text, _start, _end: (0, len(text)))
    return {
        (place[each.source.work], place[each.target.work], each.source.name, each.target.name, each.kind)
        for each in link(uses)
    }


@settings(deadline=None, max_examples=60)
@given(_shuffled())
def test_links(both: tuple[list[KnownRecord], list[KnownRecord]]) -> None:
    assert _links(both[0]) == _links(both[1])


@settings(deadline=None, max_examples=60)
@given(_shuffled())
def test_keys(both: tuple[list[KnownRecord], list[KnownRecord]]) -> None:
    given_keys = []
    for records in both:
        wishes = {known.id: key_wish(assemble([known]), [known]) for known in records}
        keys = distinct_keys(wishes, {"mimo-7b"})
        assert len({key.casefold() for key in keys.values()} | {"mimo-7b"}) == len(records) + 1
        given_keys.append(sorted(keys.values()))
    assert given_keys[0] == given_keys[1]
