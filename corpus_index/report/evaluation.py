"""How well extraction does, measured against a gold file.

Records are paired by the file name of their page and their ordinal. Names are compared folded, texts with white space
squeezed, numbers to six decimals. Hits are summed over all records before shares are taken (micro-average).
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from corpus_index.domain.document import RecordDocument
from corpus_index.domain.facts import Result
from corpus_index.domain.folding import fold
from corpus_index.report.gold import GoldRecord, GoldResult

Scored = GoldRecord | RecordDocument
Facts = Counter[Hashable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of the table: how many facts `gold` holds, how many were `given`, and how many of these agree.

    For `evidence` nothing is recalled: `given` counts facts, `hit` those whose evidence stands in the record and,
    where the fact is a name, holds the name.
    """

    field: str
    gold: int
    given: int
    hit: int
    precision: float
    recall: float
    f1: float


def score(gold: Sequence[GoldRecord], predicted: Sequence[Scored]) -> tuple[Measure, ...]:
    """Compare `predicted` with `gold`, field by field; records that one side lacks count as misses or as spurious."""
    wanted = {_identity(record): record for record in gold}
    given = {_identity(record): record for record in predicted}
    pairs = [(wanted.get(key), given.get(key)) for key in wanted.keys() | given.keys()]
    measures = [_measure(field, facts_of, pairs) for field, facts_of in FIELDS.items()]
    documents = [record for record in given.values() if isinstance(record, RecordDocument)]
    return (*measures, _evidence(documents))


def differences(
    gold: Sequence[GoldRecord], predicted: Sequence[Scored], field: str
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Records that differ in `field`, in the order of the gold: `page#ordinal`, what was missed, what is spurious."""
    given = {_identity(record): record for record in predicted}
    facts_of = FIELDS[field]
    for record in gold:
        want = facts_of(record)
        found = given.get(_identity(record))
        got = facts_of(found) if found else Counter()
        if want != got:
            page, ordinal = _identity(record)
            yield f"{page}#{ordinal}", sorted(map(_shown, want - got)), sorted(map(_shown, got - want))


def _shown(fact: Hashable) -> str:
    """Write what was compared for a person: its values, a dash for those that are not there."""
    if isinstance(fact, tuple):
        return ", ".join(" + ".join(map(_shown, part)) if isinstance(part, tuple) else _shown(part) for part in fact)
    if isinstance(fact, Enum):
        return str(fact.value)
    if isinstance(fact, float):
        return f"{fact:.15g}"
    return "-" if fact is None else str(fact)


def _identity(record: Scored) -> tuple[str, int]:
    return re.split(r"[/\\]", record.page)[-1], record.ordinal


def _measure(
    field: str, facts_of: Callable[[Scored], Facts], pairs: Iterable[tuple[Scored | None, Scored | None]]
) -> Measure:
    hit = wanted = given = 0
    for one, other in pairs:
        want = facts_of(one) if one else Counter()
        got = facts_of(other) if other else Counter()
        hit += (want & got).total()
        wanted += want.total()
        given += got.total()
    precision = hit / given if given else float(not wanted)
    recall = hit / wanted if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Measure(field=field, gold=wanted, given=given, hit=hit, precision=precision, recall=recall, f1=f1)


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def _decimal(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _folded(name: str | None) -> str | None:
    return None if name is None else fold(name)


def _named(names: Iterable[Hashable]) -> Facts:
    return Counter(set(names))


def _results(record: Scored, key: Callable[[Result | GoldResult], tuple[Hashable, ...]]) -> Facts:
    return Counter(key(result) for result in record.results)


def _value(result: Result | GoldResult) -> tuple[Hashable, ...]:
    return _decimal(result.value), _decimal(result.value_high)


def _typed(result: Result | GoldResult) -> tuple[Hashable, ...]:
    return *_value(result), result.kind, _folded(result.unit)


def _placed(result: Result | GoldResult) -> tuple[Hashable, ...]:
    places = tuple(map(fold, result.benchmark.split(" + "))) if result.benchmark else None
    return *_typed(result), places


def _full(result: Result | GoldResult) -> tuple[Hashable, ...]:
    return *_placed(result), _folded(result.subject)


def _exact(result: Result | GoldResult) -> tuple[Hashable, ...]:
    return *_full(result), result.bound


FIELDS: dict[str, Callable[[Scored], Facts]] = {
    "title": lambda record: Counter([_squeezed(record.title)] if record.title else []),
    "abstract": lambda record: Counter([_squeezed(record.abstract)]),
    "introduces": lambda record: _named(fold(fact.name) for fact in record.introduces),
    "introduces+kind": lambda record: _named((fold(fact.name), fact.kind) for fact in record.introduces),
    "models": lambda record: _named(fold(fact.name) for fact in record.models),
    "models+role": lambda record: _named((fold(fact.name), fact.role) for fact in record.models),
    "benchmarks": lambda record: _named(fold(fact.name) for fact in record.benchmarks),
    "results:value": lambda record: _results(record, _value),
    "results:typed": lambda record: _results(record, _typed),
    "results:placed": lambda record: _results(record, _placed),
    "results:on-bench": lambda record: Counter(_placed(result) for result in record.results if result.benchmark),
    "results:full": lambda record: _results(record, _full),
    "results:exact": lambda record: _results(record, _exact),
    "specs": lambda record: Counter((fact.attribute, _decimal(fact.value)) for fact in record.specs),
    "urls": lambda record: _named(url.rstrip("/.") for url in record.urls),
}
"""What is counted in a record under each name of a measure, in the order of the table."""


def _evidence(documents: Iterable[RecordDocument]) -> Measure:
    marks = [mark for document in documents for mark in _grounded(document)]
    share = sum(marks) / len(marks) if marks else 1.0
    return Measure(field="evidence", gold=0, given=len(marks), hit=sum(marks), precision=share, recall=share, f1=share)


def _grounded(document: RecordDocument) -> Iterator[bool]:
    """For each fact, whether its evidence stands in the record and, where the fact is a name, holds the name."""
    text = _squeezed(f"{document.title or ''} {document.abstract}")

    def stands(evidence: str) -> bool:
        return bool(evidence.strip()) and _squeezed(evidence) in text

    for artefact in document.introduces:
        yield stands(artefact.evidence) and fold(artefact.name) in fold(artefact.evidence)
    mentions = [(fact.name, fact.evidence) for fact in document.models]
    mentions += [(fact.name, fact.evidence) for fact in document.benchmarks]
    for name, evidence in mentions:
        # A completed name ("70B", "& 25") shows a part of itself.
        parts = [fold(part) for part in re.split(r"[\s-]+", name) if len(part) > 1]
        yield stands(evidence) and any(part in fold(evidence) for part in parts)
    for number in (*document.results, *document.specs):
        yield stands(number.evidence)
