"""Lists in which only some names are known as benchmarks, paired in order with as many figures."""

import re
from collections.abc import Iterator

from corpus_index.extract.bindings.benchmark_groups import Group
from corpus_index.extract.bindings.sentence import Place, Sentence
from corpus_index.extract.bindings.stated_figures import is_in_turn, is_in_turn_of_others, is_list

_NAME = r"(?P<name>[A-Z\\][\w.\\+/-]*(?:\s[A-Z0-9][\w.+-]*){0,2})"
_COMMA = r"(?:\s*\([^()]{0,40}\))?\s*(?:,\s*(?:and\s+)?|\band\s+|&\s*)(?:the\s+)?"
_NEXT = re.compile(_COMMA + _NAME)
_PREVIOUS = re.compile(_NAME + _COMMA + "$")
_ON = re.compile(r"[^;]{0,90}?\b(?:on|in|for|of|from|across|over|against|at)\s+(?:(?:the|both)\s+)?(?:[a-z-]+\s+){0,4}")
_TOLD = re.compile(
    r"[^;.\d]{0,60}?\b(?:on|in|for|across|over)\s+(?:the\s+)?(?P<list>[^;]{3,160}?)(?:\s*,)?\s*\(?respectively\b"
)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_LONGEST = 12


def paired_in_part(sentence: Sentence, index: int) -> Place | None:
    """A list with names that are no known benchmarks still pairs in order with as many figures, `respectively`.

    >>> places("We propose Velt. It gains 8.7%, 6.1%, and 19.8% on GSM8K, our own quizzes, and MMLU, respectively.")
    8.7 on GSM8K (paired in part)
    6.1 (paired in part)
    19.8 on MMLU (paired in part)
    >>> places("We propose Velt. It lifts recall from 45.0 and 58.5 to 60.0 and 71.0 on GSM8K and MMLU, respectively.")
    45 on GSM8K (paired in part)
    58.5 on MMLU (paired in part)
    60 on GSM8K (paired in order)
    71 on MMLU (paired in order)
    """
    run = _run(sentence, index)
    if len(run) < 2 or not is_in_turn(sentence.text, sentence.figures[run[-1]], sentence.span[1]):
        return None
    last = sentence.figures[run[-1]]
    for group in sentence.groups:
        items = _items(sentence, group)
        if len(items) != len(run) and group.start >= last.stop:
            items = _listed(sentence, last.stop, group)
        if len(items) == len(run) and _faces(sentence, run, items):
            start, end = items[index - run.start]
            return Place(_benchmark(sentence, start, end), start, end)
    return None


def _listed(sentence: Sentence, start: int, group: Group) -> list[tuple[int, int]]:
    """What stands between a preposition behind the figures and `respectively`, item by item, whatever the items are."""
    told = _TOLD.match(sentence.text, start, sentence.span[1])
    if told is None or not told.start("list") <= group.start < told.end("list"):
        return []
    if any(told.start("list") <= actor.start < told.end("list") for actor in sentence.actors):
        return []
    found, at = [], told.start("list")
    for comma in (*_AND.finditer(sentence.text, *told.span("list")), None):
        end = comma.start() if comma else told.end("list")
        found.append((at, end))
        at = comma.end() if comma else end
    return found


def _run(sentence: Sentence, index: int) -> range:
    first, end = index, index + 1
    while first and is_list(sentence.text, sentence.figures[first - 1 : first + 1]):
        first -= 1
    while end < len(sentence.figures) and is_list(sentence.text, sentence.figures[end - 1 : end + 1]):
        end += 1
    return range(first, end)


def _items(sentence: Sentence, group: Group) -> list[tuple[int, int]]:
    """The names of the list that a group stands in, as spans; none where one of them is a model."""
    found = [(name.start, name.end) for name in group.members]
    found[:0] = reversed(list(_before(sentence, group.start)))
    found.extend(_behind(sentence, group.end))
    acting = any(actor.start < end and start < actor.end for actor in sentence.actors for start, end in found)
    return [] if acting else found


def _before(sentence: Sentence, start: int) -> Iterator[tuple[int, int]]:
    for _ in range(_LONGEST):
        floor = max(sentence.span[0], start - 80)
        previous = _PREVIOUS.search(sentence.text[floor:start])
        if previous is None:
            return
        yield floor + previous.start("name"), floor + previous.end("name")
        start = floor + previous.start("name")


def _behind(sentence: Sentence, end: int) -> Iterator[tuple[int, int]]:
    for _ in range(_LONGEST):
        following = _NEXT.match(sentence.text, end, sentence.span[1])
        if following is None:
            return
        yield following.span("name")
        end = following.end("name")


def _faces(sentence: Sentence, run: range, items: list[tuple[int, int]]) -> bool:
    """Say whether the figures of a run are stated `on` the items behind them, or stand behind the items."""
    first, last = sentence.figures[run[0]], sentence.figures[run[-1]]
    if last.stop <= items[0][0]:
        return _ON.fullmatch(sentence.text, last.stop, items[0][0]) is not None
    if is_in_turn_of_others(sentence.text, last, sentence.span[1]):
        return False
    return items[-1][1] <= first.start and not any(
        items[-1][1] <= figure.start < first.start for figure in sentence.figures
    )


def _benchmark(sentence: Sentence, start: int, end: int) -> str | None:
    members = (name for group in sentence.groups for name in group.members)
    return next((name.name for name in members if name.start < end and start < name.end), None)
