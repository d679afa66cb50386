"""Words that name a metric or a measured quantity."""

import re
from functools import cache, lru_cache

from corpus_index.extract.reading.lexicon import words

_PREFIX = re.compile(r"(?:[a-z]{1,4}-?)(?=[A-Z])")
_DEGREES = frozenset(("high", "low", "real", "large", "small", "long", "short", "full", "zero", "same"))
_WORD = re.compile(r"[A-Za-z][\w@^.+'-]*(?<![.'])")


@cache
def _heads(section: str) -> frozenset[str]:
    """Give the last words of the listed names: in lower case, or as printed where they are acronyms."""
    heads = (name.split()[-1] for name in words("measures", section))
    return frozenset(head if _is_acronym(head) else head.casefold() for head in heads)


def _is_acronym(word: str) -> bool:
    return len(word) < 3 or sum(map(str.isupper, word)) > 1


@lru_cache(maxsize=1 << 13)
def is_metric(word: str) -> bool:
    """Say whether a word ends the name of a metric: `accuracy`, `F1-score`, `gFID`, `mAP@50`, `RMSEs`."""
    return _names(word, "metrics")


@lru_cache(maxsize=1 << 13)
def is_quantity(word: str) -> bool:
    """Say whether a word ends the name of something that is measured in physical units, or of a metric."""
    return _names(word, "quantities") or _names(word, "metrics")


def _names(word: str, section: str) -> bool:
    word = word.strip("()[]{},;:.")
    if "@" in word[1:] or ("^" in word[2:] and word[0].isupper()):
        return word[0].isalpha()
    heads = _heads(section)
    single = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    lead, _, tail = word.rpartition("-")
    last = "" if tail == "level" or lead.casefold() in _DEGREES else tail  # `human-level`, `low-cost`
    for form in (word, single, _PREFIX.sub("", word, count=1), last):
        if form in heads or (form.casefold() in heads and not _is_acronym(form)):
            return True
    return False


@lru_cache(maxsize=1 << 13)
def is_listed(name: str) -> bool:
    """Say whether several words are together the listed name of a metric: `solve rate`, `pass ratio`."""
    return name.casefold() in words("measures", "metrics")


def words_of(text: str) -> list[str]:
    """Split a stretch of text into words, without numbers and punctuation."""
    return _WORD.findall(text)
