"""What a number counts: the noun behind it, and which sort of thing that noun names."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from corpus_index.extract.reading.lexicon import one_of, words

_PLURAL = (
    r"(?!\w*ics\b)(?:[a-z][a-z-]*[a-hj-rtv-z]|(?:[a-z]+-)?[A-Z][A-Z0-9-]*[A-Z])s|people|data|children|women|men|LOC"
)
_NOT_BEHIND = r"(?!\s+(?:the|an?|many|both|better|its|their|our)\b)"  # "Stage 2 raises many questions"


class Sort(StrEnum):
    """Sorts of things that are counted."""

    DATA = "data"
    TEST = "tests"
    PEOPLE = "people"
    FACET = "facets"
    UNDESCRIBED = "not_described"
    OTHER = "other"


@cache
def _counted() -> re.Pattern[str]:
    ends = one_of("specs", "ends_noun_phrase")
    modifier = (
        rf"(?!(?:{ends})(?![\w-]))(?:\d+[A-Za-z-]|[A-Za-z])(?:[\w'/-]|\.(?=\w)|(?<=[A-Z]\.[A-Z])\.)*"
        r"(?:,\s+(?!\w+ing\b)(?:and\s+)?|\s+(?:\([A-Z][\w-]*\)\s+)?(?:(?:and|&)\s+)?)"
    )
    noun = rf"(?!(?:{ends}|{one_of('specs', 'singular')})\b)(?:{_PLURAL})(?![\w'/-])"
    things = rf"\s(?:centre |center )?(?!(?:{ends})\b)[a-z-]{{2,20}}[a-rt-z]s\b"
    noun += rf"(?<!\bdata(?={things}))"  # "data centre scenarios"
    return re.compile(
        rf"\+?\s+(?:of\s+(?:these|those|the)\s+)?(?!(?:{one_of('specs', 'units')})(?![\w-]))"
        rf"(?P<modifiers>(?:{modifier}){{0,6}}?)(?P<noun>{noun}){_NOT_BEHIND}"
    )


def counted(after: str) -> re.Match[str] | None:
    """Match the words behind a number that it counts: `modifiers` and the plural `noun`."""
    return _counted().match(after)


@lru_cache(maxsize=4096)
def sort_of(noun: str, modifier: str) -> Sort:
    """Give the sort of a noun, `modifier` being the word before it: `test cases`, `question-answer pairs`."""
    for name in (f"{modifier} {noun}", noun, noun.rpartition("-")[2]):
        for sort in (Sort.UNDESCRIBED, Sort.FACET, Sort.TEST, Sort.PEOPLE, Sort.DATA):
            if name in words("specs", sort):
                return sort
    return Sort.UNDESCRIBED if noun.endswith(("LMs", "NNs", "GANs", "VLAs")) else Sort.OTHER
