"""Places by what a sentence puts next to a figure, around it, or at its beginning."""

import re
from dataclasses import replace

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.bindings.no_benchmark import is_measured, is_on_others, spends_resources
from corpus_index.extract.bindings.sentence import Place, Sentence

LEVELS = (ResultKind.SCORE, ResultKind.CHANGE)

_BREAK = re.compile(r";|,\s+(?:while|whereas|but|yet)\b|\b(?:while|whereas)\b")
_IN_BRACKET = re.compile(r"\s*(?:'s\s+)?(?:[a-z]+\s+)?\((?:[^()]{0,60})")
_TOUCHES = re.compile(r"[\s(:=+~-]*")
_TOUCHED = re.compile(r"[\s}*]+")
_LEADS = re.compile(
    r"(?:'s)?(?:\s+(?!(?:and|or|while|with|over|using|than|compared)\b)[\w@^/-]+){0,5}?"
    r"(?:\s+\([^()]{1,30}\))?\s+(?:of|at|is|was|are|from|to|by|with|reach\w*|achiev\w*|gains?|up|=)"
    r"(?:\s+(?:an?|about|around|nearly|over|up to|more than|by|only|just|from|approximately|roughly|at least)|"
    r"\s*[~>+-])*\s*"
)
_ON = re.compile(
    r"(?![\s%]*(?:,\s+(?:and\s+)?|and\s+)(?:on|in|for|across)\s)(?:[^.;]|\.(?=\d)){0,90}?"
    r"\b(?:on|in|for|of|from|across|over|against|at)\s+(?:both\s+|all\s+|average across\s+)?(?:the\s+|an?\s+|our\s+)?"
    r"(?:\d[\d,.]*[kK]?\s+)?(?:(?!(?:that|which|where|while|than)\s)[a-z][\w-]*\s+|[A-Z][A-Z-]+\s+){0,6}"
    r"(?:[a-z]+(?:,\s+|\s+)(?:including|such as|namely)\s+(?:the\s+)?(?:[a-z]+\s+)?|"
    r"\(?\s*(?:e\.g\.,?|i\.e\.,?|including|such as|namely)?\s*)"
)
_ON_ANOTHER = re.compile(r"\b(?:on|in)\s+[A-Z][\w-]*,?\s.*\b(?:on|in|across)\s")
_OUTDOING = re.compile(r"\b(?:outperform\w*|surpass\w*|exceed\w*|beat\w*|than|versus|unlike)\s+(?:the\s+)?$")
_JOINS = re.compile(r",|/|&|\band\b")
_ON_OTHER = re.compile(r"\b(?:on|across)\s")
_TURNS = re.compile(
    r";|\b(?:whereas|but|yet)\b|\bwhile\s+(?!\w+ed\b)|\bon\s+(?:the\s+)?[A-Z][^,;]{0,80}\band\b[^;]{0,80}\bon\s|\([^)]*$|"
    r"\b(?:that|which|where)\s+(?:the\s+)?$"
)
_COMPARED = re.compile(r"\b(?:compared (?:to|with)|than|unlike|relative to)\s+(?:the\s+)?$")
_OPEN_BRACKET = re.compile(r"[^,;()]{0,70}\(\s*(?:on\s+)?")


def in_bracket_behind_name(sentence: Sentence, index: int) -> Place | None:
    """A bracket right behind a benchmark speaks of it.

    >>> places("We propose Velt. Velt leads on GSM8K (F1 of 61.2%) and MMLU (accuracy of 70.3%).")
    61.2 on GSM8K (in bracket behind name)
    70.3 on MMLU (in bracket behind name)
    """
    start = sentence.figures[index].start
    opened = sentence.text.rfind("(", sentence.span[0], start)
    if opened < 0 or ")" in sentence.text[opened:start]:
        return None
    for group in sentence.groups:
        if group.end <= opened and _IN_BRACKET.fullmatch(sentence.text, group.end, start):
            return Place(group.names[-1], group.start, group.end)
    return None


def beside_name(sentence: Sentence, index: int) -> Place | None:
    """A figure right behind a benchmark, or led to from it by a few words: `A: 94.4`, `A accuracy rises to 94.4`.

    >>> places("We propose Velt. It lifts GSM8K accuracy from 61.2% to 70.3%.")
    61.2 on GSM8K (beside name)
    70.3 on GSM8K (beside name)
    """
    group, start = sentence.group_before(index), sentence.figures[index].start
    if group is None:
        return None
    if _TOUCHES.fullmatch(sentence.text, group.end, start):
        return Place(group.names[-1], group.start, group.end)
    leads = _LEADS.fullmatch(sentence.text, group.end, start) and not spends_resources(sentence, index)
    return Place(group.joint, group.start, group.end) if leads else None


def on_name(sentence: Sentence, index: int) -> Place | None:
    """A figure that is stated `on` a benchmark behind it, or directly before it: `94.4% on A`, `94.4% (A)`.

    >>> places("We propose Velt. It gains 4.2 points on average across GSM8K and MMLU.")
    4.2 on GSM8K + MMLU (on name)
    """
    group, stop = sentence.group_after(index), sentence.figures[index].stop
    if group is None or group.opens:
        return None
    gap = sentence.text[stop : group.start]
    near = sentence.kind(index) in LEVELS or "," not in gap
    stated = near and _ON.fullmatch(gap) and not _BREAK.search(gap) and not is_on_others(gap)
    stated = stated and not _ON_ANOTHER.search(gap)
    if stated or _TOUCHED.fullmatch(gap) or _OPEN_BRACKET.fullmatch(gap):
        return Place(group.joint, group.start, group.end)
    return None


def under_opening(sentence: Sentence, index: int) -> Place | None:
    """Benchmarks that open the clause, or the sentence, stand over all that follows, up to the next ones.

    >>> places("We propose Velt. On GSM8K and MMLU, Velt halves latency and keeps 99% of the accuracy.")
    0.5 on GSM8K + MMLU (under opening)
    99 on GSM8K + MMLU (under opening)
    """
    group = sentence.last_group_before(index)
    return Place(group.joint, group.start, group.end) if group and group.opens else None


def over_all_before(sentence: Sentence, index: int) -> Place | None:
    """A change behind scores that stand each on a benchmark of its own speaks of all of these.

    >>> places("We propose Velt. It gets 61.2% on GSM8K and 70.3% on MMLU, ahead of the rest by 3.4%.")
    61.2 on GSM8K (on name)
    70.3 on MMLU (on name)
    3.4 on GSM8K + MMLU (over all before)
    """
    if sentence.kind(index) is not ResultKind.CHANGE:
        return None
    if any(sentence.kind(earlier) is not ResultKind.SCORE for earlier in range(index)):
        return None
    placed = [place for place in sentence.places[:index] if place and place.benchmark]
    names = dict.fromkeys(place.benchmark for place in placed if place.benchmark)
    if len(names) < 2 or any(" + " in name for name in names):
        return None
    return replace(placed[0], benchmark=" + ".join(names))


def group_before(sentence: Sentence, index: int) -> Place | None:
    """The benchmarks named last before a figure, unless they are compared with.

    A figure in between that is stated on something else ends it.

    >>> places("We propose Velt. Velt, once tested on GSM8K, gets an F1 of 61.2%, whereas Zarp-7B stays at 55.1%.")
    61.2 on GSM8K (group before)
    55.1 on GSM8K (group before)
    """
    start = sentence.figures[index].start
    before = (group for group in reversed(sentence.groups) if group.end <= start)
    group = next(
        (group for group in before if not _COMPARED.search(sentence.text, sentence.span[0], group.start)), None
    )
    if group is None:
        return None
    factor = sentence.kind(index) is ResultKind.FACTOR and not spends_resources(sentence, index)
    if not (factor or is_measured(sentence, index)):
        return None
    for figure, place in zip(sentence.figures[:index], sentence.places[:index], strict=True):
        if figure.start >= group.end and place and place.benchmark is None and place.rule != "of resources":
            return None
    return Place(group.joint, group.start, group.end)


def group_ahead(sentence: Sentence, index: int) -> Place | None:
    """The benchmarks named next behind a measured figure, and behind those like it that are joined to it.

    >>> places("We propose Velt. It gains 8.7% in recall for short texts and 2.3% in depth, tested without GSM8K.")
    8.7 on GSM8K (group ahead)
    2.3 on GSM8K (group ahead)
    """
    stop = sentence.figures[index].stop
    group = next((group for group in sentence.groups if group.start >= stop), None)
    if group is None or group.opens or not is_measured(sentence, index):
        return None
    gap = sentence.text[stop : group.start]
    if _TURNS.search(gap) or _OUTDOING.search(gap) or (")" in gap and sentence.text.startswith(" (", group.end)):
        return None
    for later in range(index + 1, len(sentence.figures)):
        if sentence.figures[later].start > group.start:
            break
        between = sentence.before(later)
        if sentence.kind(later) is not sentence.kind(index) or not _JOINS.search(between) or _ON_OTHER.search(between):
            return None
    return Place(group.joint, group.start, group.end)
