"""Where the records of one work contradict each other.

Only what different records say is compared, and only by rules that hold for any paper: numbers of one attribute of the
main artefact, or of one measure in one setting, that have nothing in common (`number_conflicts.py`); long forms of one
abbreviation that are other words; the same values given to another quantity; and titles and years
(`publication_conflicts.py`). A statement that several records
repeat takes part once, with its most trusted record.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus_index.domain.conflict import Grade
from corpus_index.domain.facts import Fact, Result
from corpus_index.domain.folding import fold
from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import Claim, KnownRecord, WorkConflict
from corpus_index.resolve.number_conflicts import result_conflicts, spec_conflicts
from corpus_index.resolve.publication_conflicts import publication_conflicts
from corpus_index.resolve.words import words

# Small words that long forms have or leave out.
_LINKING = frozenset({"a", "an", "and", "for", "in", "of", "the", "to", "via", "with"})

# Words that make two different quantities of one.
_OPPOSITES = tuple(
    map(
        frozenset,
        (
            ("total", "active"),
            ("training", "inference"),
            ("input", "output"),
            ("mean", "best"),
            ("relative", "absolute"),
            ("precision", "recall"),
        ),
    )
)
_Quantity = tuple[frozenset[float], str | None, str, str]

_SYNONYMS = {
    "activated": "active",
    "overall": "total",
    "full": "total",
    "average": "mean",
    "averaged": "mean",
    "max": "best",
    "maximum": "best",
    "peak": "best",
}


def conflicts(records: Sequence[KnownRecord], main: str | None) -> tuple[WorkConflict, ...]:
    """Find the contradictions between the records of a work, ordered by attribute; `main` is its main artefact.

    `records` are ordered (`judging.in_order`). Grades: numbers contradict each other, unless rounding or several parts
    explain both. Of wordings, those of the authors' own records differ (a version may have changed them), and a summary
    contradicts the paper.
    """
    if len(records) < 2:
        return ()
    found = [
        *spec_conflicts(records, main),
        *result_conflicts(records, main),
        *_long_form_conflicts(records),
        *_quantity_conflicts(records),
        *publication_conflicts(records),
    ]
    return tuple(sorted(found, key=lambda each: (each.attribute, each.a.claim, each.b.claim)))


def _long_form_conflicts(records: Sequence[KnownRecord]) -> Iterable[WorkConflict]:
    first: dict[str, tuple[KnownRecord, str, Fact]] = {}
    told: set[tuple[str, str]] = set()
    for known in records:
        for short, (long, fact) in _long_forms(known).items():
            if short not in first:
                first[short] = (known, long, fact)
                continue
            trusted, other, other_fact = first[short]
            if trusted is known or _same_words(long, other) or (short, fold(long)) in told:
                continue
            told.add((short, fold(long)))
            yield WorkConflict(
                attribute=f"long form of {short}",
                grade=_grade(known, trusted),
                a=_claim(known, fact, long),
                b=_claim(trusted, other_fact, other),
            )


def _long_forms(known: KnownRecord) -> dict[str, tuple[str, Fact]]:
    """Give the long form that a record prints for each short one; its first one, should it print several."""
    found: dict[str, tuple[str, Fact]] = {}
    for abbreviation in known.facts.abbreviations:
        found.setdefault(abbreviation.short, (abbreviation.long, abbreviation))
    for introduction in known.facts.introduces:
        if introduction.long:
            found.setdefault(introduction.name, (introduction.long, introduction))
    return found


def _same_words(a: str, b: str) -> bool:
    """Compare long forms but for case, hyphens, plurals and British spelling; one may have more words in front."""
    first, second = (
        "".join(word.removesuffix("s").replace("z", "s") for word in words(long) if word not in _LINKING)
        for long in (a, b)
    )
    return first.endswith(second) or second.endswith(first)


def _quantity_conflicts(records: Sequence[KnownRecord]) -> Iterable[WorkConflict]:
    told: set[tuple[str, str]] = set()
    # Of records that give the same quantities the first one speaks for all.
    before: dict[tuple[_Quantity, ...], tuple[KnownRecord, dict[_Quantity, list[Result]]]] = {}
    for known in records:
        ours = _quantities(known)
        for trusted, theirs in before.values():
            for place, results in ours.items():
                if place in theirs:
                    continue
                for other_place, others in theirs.items():
                    a, b = results[0], others[0]
                    pair = (fold(a.metric or ""), fold(b.metric or ""))
                    if place[:3] != other_place[:3] or pair in told or not _opposite(a.metric, b.metric):
                        continue
                    told.add(pair)
                    yield WorkConflict(
                        attribute=f"{b.metric} or {a.metric}",
                        grade=_grade(known, trusted),
                        a=_claim(known, a, a.metric or ""),
                        b=_claim(trusted, b, b.metric or ""),
                    )
        before.setdefault(tuple(ours), (known, ours))


def _quantities(known: KnownRecord) -> dict[_Quantity, list[Result]]:
    """Group the results of a record by metric; the key begins with all values that it gives for it."""
    by_metric: defaultdict[tuple[str | None, str, str], list[Result]] = defaultdict(list)
    for result in known.facts.results:
        if result.metric:
            by_metric[result.unit, result.kind, fold(result.metric)].append(result)
    return {
        (
            frozenset(
                round(value, 4)
                for result in results
                for value in (result.value, result.value_high)
                if value is not None
            ),
            *place,
        ): results
        for place, results in by_metric.items()
    }


def _opposite(a: str | None, b: str | None) -> bool:
    """Tell whether two metrics are the same thing with opposite qualifiers (`total` and `active` parameters)."""
    first, second = ([_SYNONYMS.get(word, word) for word in words(metric or "")] for metric in (a, b))
    if not first or not second or first[-1] != second[-1]:
        return False
    return any(
        pair & set(first) and pair & set(second) and pair & set(first) != pair & set(second) for pair in _OPPOSITES
    )


def _grade(a: KnownRecord, b: KnownRecord) -> Grade:
    summary = RecordKind.SUMMARY in (a.record.kind, b.record.kind)
    return Grade.CONTRADICTION if summary else Grade.DIFFERENCE


def _claim(known: KnownRecord, fact: Fact, claim: str) -> Claim:
    return Claim(record_id=known.id, claim=claim, fact=fact)
