"""Names whose tasks, problems or questions are counted: `40 X problems`, `49 problems from X`."""

import re

from corpus_index.extract.mentions.benchmark_candidates import Candidate
from corpus_index.extract.mentions.benchmark_enumerations import Enumeration
from corpus_index.extract.mentions.benchmark_surroundings import is_another_thing
from corpus_index.extract.mentions.benchmark_word_shapes import is_plain_acronym

_ITEMS_BEHIND = re.compile(
    r"\s+(?:tasks|problems|questions|instances|samples|games|scenarios|queries|environments|examples|prompts|objectives|"
    r"behaviou?rs|puzzles|theorems|cases|sentences|utterances|clips|conversations|dialogues|trajectories|episodes|test\s(?:cases|images|samples|examples))\b"
)
_QUESTIONS_BEHIND = re.compile(r"\s+(?:tasks|problems|questions|instances)\b")
_COUNT_BEFORE = re.compile(
    r"\b(?:\d[\d,]{0,12}|all|[Oo]n|[Aa]cross)\s+(?:the\s+)?(?:held-out\s+|hard\s+|unseen\s+|challenging\s+)?$"
)
_EVALUATED_COUNT = re.compile(r"\b(?:on|across|solv\w+|answer\w*)\s+(?:all\s+)?\d[\d,]{0,12}\s+$")
_ITEMS_FROM = re.compile(
    r"\b(?:\d[\d,]{0,12}|[Aa]ll|[Ss]elected)\s+(?:[a-z-]+\s+){0,3}"
    r"(?:problems|questions|tasks|instances|theorems|issues)\s+(?:from|of|in)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}$"
)


def counted_in_items(found: Enumeration) -> tuple[Candidate, ...]:
    """`50 X questions`, `on all X tasks`.

    >>> benchmarks("The agent solves 40 TasBo-2 problems.")
    TasBo-2 (counted in items)
    """
    last = found.members[-1]
    if not _ITEMS_BEHIND.match(found.after) or not _COUNT_BEFORE.search(found.before):
        return ()
    if is_plain_acronym(last.name) and not last.listed:
        return found.members if _EVALUATED_COUNT.search(found.before) and _QUESTIONS_BEHIND.match(found.after) else ()
    return found.members if last.listed or last.telling else ()


def source_of_items(found: Enumeration) -> tuple[Candidate, ...]:
    """`solves 49 problems from X`, `12 questions of X`.

    >>> benchmarks("The agent solves 49 out of 658 problems from VorleMath.")
    VorleMath (source of items)
    """
    if not _ITEMS_FROM.search(found.before) or is_another_thing(found):
        return ()
    return tuple(m for m in found.members if m.telling or m.listed)


ITEM_RULES = (counted_in_items, source_of_items)
