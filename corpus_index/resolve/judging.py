"""How far each fact of a work is trusted, and which facts merely repeat another record's."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import fields

from corpus_index.domain.facts import (
    Abbreviation,
    ArtefactKind,
    BenchmarkMention,
    Fact,
    Facts,
    Introduction,
    ModelMention,
    Result,
    ResultKind,
    Role,
    Spec,
    Term,
    Trust,
    Url,
)
from corpus_index.domain.folding import fold
from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import FactRef, Judgement, KnownRecord
from corpus_index.resolve.same_results import same_results

BEFORE = "before"
"""The baseline of a score that was the level before the change."""
ONE_OF_A_MODEL = frozenset(
    {
        "total parameters",
        "active parameters",
        "training tokens",
        "context length",
        "native context length",
        "window size",
    }
)
"""Attributes of which a model has one number each."""
_FIELDS = tuple(field.name for field in fields(Facts))
_TRUST_ORDER = (Trust.OWN, Trust.QUOTED, Trust.SUMMARY)


def in_order(records: Sequence[KnownRecord]) -> list[KnownRecord]:
    """Sort records: abstracts before summaries, then by page name, content and ordinal; never by id."""
    return sorted(
        records,
        key=lambda known: (
            known.record.kind is RecordKind.SUMMARY,
            known.page,
            known.digest,
            known.record.ordinal,
        ),
    )


def facts_with_places(known: KnownRecord) -> Iterator[tuple[FactRef, Fact]]:
    """Go through all facts of a record, field by field."""
    for field in _FIELDS:
        for index, fact in enumerate(getattr(known.facts, field)):
            yield FactRef(known.id, field, index), fact


def judge(records: Sequence[KnownRecord], main: str | None) -> dict[FactRef, Judgement]:
    """Judge every fact of the records of one work; `main` is the name of its main artefact.

    Of facts in several records that say the same, the one of the most trusted record keeps its own place, and the
    others repeat it; records of equal trust count in the order of `in_order`. Results whose subjects are a shorter and
    a longer name of one thing say the same, and the longer name stays. What one record says twice stays twice.
    """
    if len(records) == 1:
        alone = records[0]
        return {ref: Judgement(trust=trust_of(alone, fact), repeats=None) for ref, fact in facts_with_places(alone)}
    trusts: dict[FactRef, Trust] = {}
    sayings: defaultdict[Hashable, list[list[FactRef]]] = defaultdict(list)
    for known in in_order(records):
        of_record: defaultdict[Hashable, list[FactRef]] = defaultdict(list)
        for ref, fact in facts_with_places(known):
            trusts[ref] = trust_of(known, fact)
            of_record[ref.field, _content(known, fact, main)].append(ref)
        for content, refs in of_record.items():
            sayings[content].append(refs)
    repeats: dict[FactRef, FactRef] = {}
    for by_record in sayings.values():
        repeats |= _repeats(by_record, trusts)
    again = _same_results(records, trusts, repeats)
    repeats = {ref: again.get(first, first) for ref, first in repeats.items()} | dict(again)
    return {ref: Judgement(trust=trust, repeats=repeats.get(ref)) for ref, trust in trusts.items()}


def _repeats(by_record: list[list[FactRef]], trusts: dict[FactRef, Trust]) -> dict[FactRef, FactRef]:
    """Pair the n-th fact of a record with the n-th fact that says the same in the first record that has so many."""
    found: dict[FactRef, FactRef] = {}
    for nth in range(max(map(len, by_record))):
        # Sorting is stable, so that records of equal trust stay in their order.
        first, *others = sorted(
            (refs[nth] for refs in by_record if nth < len(refs)), key=lambda ref: _TRUST_ORDER.index(trusts[ref])
        )
        found |= dict.fromkeys(others, first)
    return found


def _same_results(
    records: Sequence[KnownRecord], trusts: Mapping[FactRef, Trust], repeats: Mapping[FactRef, FactRef]
) -> Mapping[FactRef, FactRef]:
    """Pair results that are one under a shorter and a longer name; `repeats` has those that agree in everything."""
    sayers: defaultdict[FactRef, set[int]] = defaultdict(set)
    for ref, first in repeats.items():
        sayers[first].add(ref.record_id)
    told = [
        (ref, fact, frozenset({known.id, *sayers[ref]}))
        for known in in_order(records)
        for ref, fact in facts_with_places(known)
        if isinstance(fact, Result) and ref not in repeats
    ]
    # Sorting is stable, as above.
    told.sort(key=lambda each: (_TRUST_ORDER.index(trusts[each[0]]), -len(each[1].subject or "")))
    return same_results(told)


def trust_of(known: KnownRecord, fact: Fact) -> Trust:
    """Tell whose word a fact is: the paper's on itself, the paper's on others' work, or a summary's.

    A number of a model that the record neither introduces nor runs itself, but only compares with, is quoted. A subject
    that is no model of the record (a method, a phrase) is the paper's own.
    """
    if known.record.kind is RecordKind.SUMMARY:
        return Trust.SUMMARY
    if isinstance(fact, Result) and fact.kind is ResultKind.SCORE and fact.baseline == BEFORE:
        return Trust.QUOTED
    if isinstance(fact, (Result, Spec)) and fact.subject is not None:
        subject = fold(fact.subject)
        roles = {model.role for model in known.facts.models if fold(model.name) == subject}
        introduced = any(fold(each.name) == subject for each in known.facts.introduces)
        if roles == {Role.COMPARED} and not introduced:
            return Trust.QUOTED
    return Trust.OWN


def _content(known: KnownRecord, fact: Fact, main: str | None) -> Hashable:
    """Give what a fact says, so that equal contents are one statement."""
    match fact:
        case Introduction() | ModelMention() | BenchmarkMention():
            return fold(fact.name)
        case Term():
            return fact.name
        case Abbreviation():
            return fact.short, fold(fact.long)
        case Url():
            return fact.evidence
        case Spec():
            return about(known, fact, main), fact.attribute, fact.value, fact.unit
        case Result():
            wording = (fact.metric, fact.benchmark, fact.baseline)
            return (
                fact.value,
                fact.value_high,
                fact.unit,
                fact.kind,
                fact.total,
                about(known, fact, main),
                *(fold(words or "") for words in wording),
            )
    return fact


def about(known: KnownRecord, fact: Result | Spec, main: str | None) -> str:
    """Fold the subject of a number; a number without one is about the main artefact `main`.

    So is a size or a length that a summary gives to a method: summaries seldom name the model that they speak of, so
    that the nearest name is taken for it, but only a model has such numbers.
    """
    subject = fold(fact.subject or "")
    if known.record.kind is RecordKind.SUMMARY and isinstance(fact, Spec) and fact.attribute in ONE_OF_A_MODEL:
        others = {fold(each.name) for each in known.facts.introduces if each.kind is not ArtefactKind.MODEL}
        if subject in others - {fold(each.name) for each in known.facts.models}:
            subject = ""
    return subject or fold(main or "")
