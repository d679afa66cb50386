"""Places by what earlier sentences leave standing: an announced benchmark, the paper's own, the only one it names."""

import re
from collections.abc import Sequence

from corpus_index.domain.facts import ArtefactKind, ResultKind
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.bindings.no_benchmark import is_measured
from corpus_index.extract.bindings.other_data import (
    is_one_of_others,
    is_pretraining,
    names_several,
    speaks_of_other_data,
)
from corpus_index.extract.bindings.sentence import Place, Sentence, Standing
from corpus_index.extract.mentions.benchmark_name import BenchmarkName

_EVALUATES = re.compile(
    r"\b(?:evaluat|experiment|test|validat|assess|benchmark|investigat|examin|verif|compar)\w*", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\s*(?:(?:Moreover|Furthermore|Notably|Additionally|Also|Further|Overall|Remarkably|Importantly|Critically),\s+)?"
    r"(?:it|this|these|they|such|that|under|at|with|without|when|after|even|compared (?:to|with)|relative to|"
    r"of this)\b",
    re.IGNORECASE,
)
_REFERS = re.compile(r"\s+(?:of\s+)?(?:them|these|those)\b")


def standing_at_first(benchmarks: Sequence[BenchmarkName], artefacts: Sequence[Artefact]) -> Standing:
    """What stands before the first sentence: the paper's own benchmark, and the only one that it names."""
    own = next((artefact for artefact in artefacts if artefact.kind is ArtefactKind.BENCHMARK), None)
    names = {name.name for name in benchmarks}
    first = benchmarks[0] if len(names) == 1 else None
    return Standing(
        own=Place(own.name, own.start, own.end) if own else None,
        only=Place(first.name, first.start, first.end) if first else None,
    )


def standing_after(standing: Standing, sentence: Sentence) -> Standing:
    """What a sentence leaves for the next ones: a benchmark that it announces, the place of its last number.

    The only benchmark that the paper names stands no more once a sentence shows that it is one among others.
    """
    last = next((place for place in reversed(sentence.places) if place and place.benchmark), standing.last)
    placed = {place.benchmark if place else None for place in sentence.places}
    further = last if len(placed) == 1 and None not in placed else None
    evaluates = _EVALUATES.search(sentence.text, *sentence.span) is not None
    several = (evaluates or standing.only is not None) and names_several(sentence)
    only = None if several else standing.only
    if only and sentence.span[0] <= only.start < sentence.span[1]:
        only = None if is_one_of_others(sentence, only, evaluates=evaluates) else only
    announced = standing.announced
    if evaluates and several and not sentence.groups:
        announced = None
    elif evaluates and len(sentence.groups) == 1 and not sentence.figures:
        group = sentence.groups[0]
        announced = announced if several and len(group.names) == 1 else group
    return Standing(announced, last, further, standing.own, only)


def referred_back(sentence: Sentence, index: int) -> Place | None:
    """`8 of these problems`: those of the number before.

    >>> places("We propose Velt. Velt solves 49 of 658 problems from PutnamBench. Zarp-7B solves 8 of these problems.")
    49 on PutnamBench (on name)
    8 on PutnamBench (referred back)
    """
    figure, last = sentence.figures[index], sentence.standing.last
    return _from_before(last, figure.start) if last and _REFERS.match(sentence.text, figure.stop) else None


def announced_before(sentence: Sentence, index: int) -> Place | None:
    """The benchmarks that an earlier sentence announced, for scores, changes and counts of a sentence that names none.

    >>> places("We propose Velt. We evaluate it on GSM8K and MMLU. Velt improves accuracy by 5.1%.")
    5.1 on GSM8K + MMLU (announced before)
    """
    announced = sentence.standing.announced
    if announced is None or sentence.groups or sentence.kind(index) is ResultKind.COST:
        return None
    start = sentence.figures[index].start
    return Place(announced.joint, start, start)


def own_benchmark(sentence: Sentence, index: int) -> Place | None:
    """The benchmark that the paper presents, once it is named, for all but costs in a sentence that names none.

    >>> places("It asks for plans. We find that the best model reaches 41.5%.", "VeltBench: A Benchmark of Planning")
    41.5 on VeltBench (own benchmark)
    """
    own, start = sentence.standing.own, sentence.figures[index].start
    announced = sentence.standing.announced
    if own is None or own.start > start or (announced and own.benchmark not in announced.names):
        return None
    if sentence.groups or sentence.kind(index) is ResultKind.COST:
        return None
    return _from_before(own, start)


def only_benchmark(sentence: Sentence, index: int) -> Place | None:
    """The only benchmark that the paper names, once it is named, for what is measured where a sentence names none.

    >>> places("We propose Velt, tuned for GSM8K. It reaches an accuracy of 81.5%.")
    81.5 on GSM8K (only benchmark)
    >>> places("We propose Velt, tuned for GSM8K. On long legal corpora, it reaches an accuracy of 81.5%.")
    81.5 (no rule)
    """
    only, start = sentence.standing.only, sentence.figures[index].start
    if only is None or only.start > start or sentence.groups or not is_measured(sentence, index):
        return None
    if is_pretraining(sentence.text, only) or names_several(sentence) or speaks_of_other_data(sentence, start):
        return None
    return _from_before(only, start)


def told_further(sentence: Sentence, index: int) -> Place | None:
    """What `it` or `this` adds to a sentence whose figures all stand on one benchmark, or on the same ones.

    >>> places("We propose Velt for GSM8K and MMLU. Velt reaches 81.5% on GSM8K. This is 5.1% more than before.")
    81.5 on GSM8K (on name)
    5.1 on GSM8K (told further)
    """
    further = sentence.standing.further
    if further is None or sentence.groups or sentence.kind(index) is ResultKind.COST:
        return None
    goes_on = _GOES_ON.match(sentence.text, *sentence.span)
    start = sentence.figures[index].start
    return _from_before(further, start) if goes_on and not speaks_of_other_data(sentence, start) else None


def _from_before(place: Place, start: int) -> Place:
    """The benchmarks of an earlier sentence, as a place that adds nothing to the evidence of this one."""
    return Place(place.benchmark, start, start)
