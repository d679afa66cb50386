"""Which way a change went: verbs and nouns of rise and fall."""

import re
from functools import cache

from corpus_index.extract.reading.lexicon import one_of

_STOP = (
    r"(?!(?:on|of|with|when|for|over|in|to|and|at|by|from|as|is|are|was|which|while|using|than|versus|vs|compared|"
    r"across|after|under)\b)"
)
_DESCRIBED = re.compile(
    r"\b(?:the|an?|of|for|in|on|its|their|our|over|than|from|with|these|all)\s$"
)  # "of pruned models"


@cache
def _nouns() -> str:
    return f"{one_of('measures', 'rise')}|{one_of('measures', 'fall')}"


@cache
def nouns_behind() -> re.Pattern[str]:
    """Match a noun of change that stands behind a number, as `noun`."""
    return re.compile(
        rf"[\s-]*(?:of\s+\w+\s+(?=degradation|loss|drop|improvement|reduction))?"
        rf"(?:\(?{_STOP}\w[\w@/().+-]*\s+){{0,5}}?(?P<noun>{_nouns()})\b"
    )


@cache
def nouns_of_change() -> re.Pattern[str]:
    """Match a noun of change."""
    return re.compile(rf"\b(?:{_nouns()})\b")


@cache
def verbs_of_change() -> re.Pattern[str]:
    """Match a verb of change, as `fall` or `rise`."""
    return re.compile(
        rf"\b(?:(?P<fall>{one_of('measures', 'falling')})|(?P<rise>{one_of('measures', 'rising')}))"
        r"\w*+(?!-edge)(?<!compression)",
        re.IGNORECASE,
    )


@cache
def is_fall() -> re.Pattern[str]:
    """Match the nouns of a fall."""
    return re.compile(one_of("measures", "fall"))


def direction_of(words: str) -> int | None:
    """Give the direction of the last verb of change in some words: +1, -1, or `None` where there is none."""
    last = None
    for match in verbs_of_change().finditer(words):
        if not (match[0].endswith("ed") and _DESCRIBED.search(words, max(0, match.start() - 12), match.start())):
            last = match
    return None if last is None else -1 if last["fall"] else 1


def direction_behind(after: str) -> int | None:
    """Give the direction of a noun of change right behind a number."""
    match = nouns_behind().match(after)
    return None if match is None else -1 if is_fall().fullmatch(match["noun"]) else 1
