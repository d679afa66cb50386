"""Places by the order of lists: as many benchmarks as figures, figures that share what follows them, rivals in turn."""

import re

from corpus_index.extract.bindings.benchmark_groups import Group
from corpus_index.extract.bindings.no_benchmark import spends_resources
from corpus_index.extract.bindings.sentence import Place, Sentence, speak_alike
from corpus_index.extract.bindings.stated_figures import is_bare_list, is_in_turn, is_in_turn_of_others, is_list

_ON = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,90}?\b(?:on|in|for|of|from|across|over|against|at)\s+(?:both\s+|the\s+|an?\s+|our\s+)*"
    r"(?:[a-z][\w-]*\s+){0,4}\(?\s*"
)
_COORDINATED = re.compile(
    r"[%\s]*(?:,\s*and|,|and)\s+(?:the\s+)?(?:[\w./@+-]+\s+){1,4}?(?:\([^()]{1,30}\)\s+)?(?P<link>by|of|to|at|=)\s*"
)
_TOGETHER = re.compile(
    r"[\s%]*(?:(?!over\b|than\b|from\b|versus\b|compared\b)[\w@-]+\s+){0,5}?"
    r"(?:with|at|(?:achiev|reach|attain|yield|obtain)ing)\s+"
    r"(?:an?\s+|only\s+|just\s+)*(?:[\w-]+\s+){0,4}(?:\([^()]{1,20}\)\s*)?(?:of\s+)?[~<>]?"
)
_LINK = re.compile(r"\b(?:by|of|to|at|=)\s*(?:up to\s+|about\s+|an?\s+)?[~+-]?$")
_NEAR = 120


def paired_in_order(sentence: Sentence, index: int) -> Place | None:
    """As many figures as benchmarks, in one list each: they belong together in order.

    >>> places("We propose Velt. On GSM8K, MMLU, and GPQA, Velt reaches 91.5%, 80.2%, and 60.0%.")
    91.5 on GSM8K (paired in order)
    80.2 on MMLU (paired in order)
    60 on GPQA (paired in order)
    """
    for group in sentence.groups:
        count = len(group.names)
        if count < 2:
            continue
        run = _run_before(sentence, group, count) or _run_after(sentence, group, count)
        if run and index in run:
            return Place(group.names[index - run.start], group.start, group.end)
    return None


def paired_across_groups(sentence: Sentence, index: int) -> Place | None:
    """As many figures, `respectively`, as benchmarks in all that stand before them: `with X (A, B) and with Y (C)`.

    >>> places("We propose Velt. With A-7B (GSM8K, MMLU) and B-8B (GPQA) we gain 0.9%, 2.6%, and 1.1%, respectively.")
    0.9 on GSM8K (paired across groups)
    2.6 on MMLU (paired across groups)
    1.1 on GPQA (paired across groups)
    """
    figures, groups = sentence.figures, [group for group in sentence.groups if group.end <= sentence.figures[0].start]
    names = [(name, group) for group in groups for name in group.names]
    if len(groups) < 2 or len(names) != len(figures) or not is_list(sentence.text, figures):
        return None
    last, end = figures[-1], sentence.span[1]
    if not is_in_turn(sentence.text, last, end) or is_in_turn_of_others(sentence.text, last, end):
        return None
    name, group = names[index]
    return Place(name, group.start, group.end)


def paired_with_announced(sentence: Sentence, index: int) -> Place | None:
    """As many figures, `respectively`, as benchmarks that an earlier sentence announced belong to them in order.

    >>> places("We propose Velt and test it on GSM8K and MMLU. It gains 4.7% and 10.5%, respectively.")
    4.7 on GSM8K (paired with announced)
    10.5 on MMLU (paired with announced)
    """
    names = sentence.standing.announced.names if sentence.standing.announced else ()
    if len(names) < 2 or sentence.groups:
        return None
    first = index
    while first and is_list(sentence.text, sentence.figures[first - 1 : first + 1]):
        first -= 1
    run = sentence.figures[first : first + len(names)]
    if len(run) < len(names) or index >= first + len(names) or not is_list(sentence.text, run):
        return None
    last, end = run[-1], sentence.span[1]
    if not is_in_turn(sentence.text, last, end) or is_in_turn_of_others(sentence.text, last, end):
        return None
    return Place(names[index - first], sentence.figures[index].start, sentence.figures[index].start)


def _run_before(sentence: Sentence, group: Group, count: int) -> range | None:
    end = sum(figure.start < group.start for figure in sentence.figures)
    run = range(end - count, end)
    if run.start < 0 or not is_list(sentence.text, sentence.figures[run.start : end]):
        return None
    if run.start and is_bare_list(sentence.text, sentence.figures[run.start - 1 : run.start + 1]):
        return None
    return run if _ON.fullmatch(sentence.text, sentence.figures[end - 1].stop, group.start) else None


def _run_after(sentence: Sentence, group: Group, count: int) -> range | None:
    first = sum(figure.start < group.end for figure in sentence.figures)
    run, figures = range(first, first + count), sentence.figures
    if run.stop > len(figures) or not is_list(sentence.text, figures[first : run.stop]):
        return None
    if run.stop < len(figures) and is_list(sentence.text, figures[run.stop - 1 : run.stop + 1]):
        return None
    if any(group.end <= other.start < figures[first].start for other in sentence.groups):
        return None
    last, end = figures[run.stop - 1], sentence.span[1]
    if is_in_turn(sentence.text, last, end):
        return None if is_in_turn_of_others(sentence.text, last, end) else run
    near = figures[first].start - group.end < _NEAR
    return run if near and is_bare_list(sentence.text, figures[first : run.stop]) else None


def paired_again(sentence: Sentence, index: int) -> Place | None:
    """A later list takes the benchmarks of the figures before it again, in order.

    >>> places("We propose Velt. It gets 54% on GSM8K and 70% on MMLU, ahead of the rest by 5% and 7%.")
    54 on GSM8K (on name)
    70 on MMLU (on name)
    5 on GSM8K (paired again)
    7 on MMLU (paired again)
    """
    figures = sentence.figures
    first = index
    while first and is_list(sentence.text, figures[first - 1 : first + 1]):
        first -= 1
    end = index + 1
    while end < len(figures) and is_list(sentence.text, figures[end - 1 : end + 1]):
        end += 1
    count = end - first
    earlier = [place for place in sentence.places[max(0, first - count) : first] if place]
    if count < 2 or len({place.benchmark for place in earlier}) < count:
        return None
    last, stop = figures[end - 1], sentence.span[1]
    told = is_in_turn(sentence.text, last, stop) and not is_in_turn_of_others(sentence.text, last, stop)
    return earlier[index - first] if told or is_bare_list(sentence.text, figures[first:end]) else None


def listed_before(sentence: Sentence, index: int) -> Place | None:
    """The figures of one list, or of one construction, share the benchmark that follows the last of them.

    >>> places("We propose Velt. It lifts recall by 13.0% and precision by 22.2% on GSM8K.")
    13 on GSM8K (listed before)
    22.2 on GSM8K (on name)
    """
    spent = spends_resources(sentence, index)
    for later in range(index + 1, len(sentence.figures)):
        if spent and not spends_resources(sentence, later):
            return None
        joined = is_list(sentence.text, sentence.figures[later - 1 : later + 1]) or _is_coordinated(sentence, later)
        if not (joined or _TOGETHER.fullmatch(sentence.before(later))):
            return None
        place = sentence.places[later]
        if place:
            return place if place.start > sentence.figures[later].start else None
    return None


def _is_coordinated(sentence: Sentence, index: int) -> bool:
    """`A by 3.2 points and B by 7.7 points`: the same link before both, and nothing but a name between."""
    link = _COORDINATED.fullmatch(sentence.before(index))
    ahead = sentence.text[sentence.span[0] : sentence.figures[index - 1].start]
    same = sentence.kind(index - 1) is sentence.kind(index) or speak_alike(
        sentence.measure(index - 1), sentence.measure(index)
    )
    spent = spends_resources(sentence, index - 1) and not spends_resources(sentence, index)
    return bool(link and same and not spent and _LINK.search(ahead))
