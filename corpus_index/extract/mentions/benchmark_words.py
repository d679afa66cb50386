"""What a word by itself says: that it begins a listed name, ends like a benchmark's name, or is that of a competition.

Each word is judged once, and each text is gone through once for all rules that begin at such a word.
"""

import re
from functools import cache, lru_cache
from typing import Final

from corpus_index.extract.mentions.benchmark_word_shapes import is_refused
from corpus_index.extract.reading.lexicon import benchmark_spellings, table
from corpus_index.extract.reading.names import Name, tokens

COMPETITIONS = ("AIME", "AMC", "HMMT", "BRUMO", "CMIMC", "USAMO", "IMO", "SMT")
"""Contests that come every year."""
CAMPAIGN = (
    r"WMT|IWSLT|CoNLL|SemEval|TREC|CLEF|BioCreative|DCASE|ImageCLEF|MediaEval|NTCIR|BioNLP|SIGMORPHON|CheckThat!|DSTC|AVEC|"
    r"ComParE|MIREX|VarDial|EVALITA|GermEval|ASVspoof|CHiME|BraTS|KiTS|LiTS|ISIC|VisDrone|VoxSRC|IberLEF|FinCausal|SMM4H|BEA"
)
"""Evaluation campaigns with an edition a year, as alternatives of an expression."""
_CAMPAIGNS = frozenset(name.rstrip("!") for name in CAMPAIGN.split("|"))
_SHAPE = re.compile(
    r"(?:\w[\w-]*(?:[a-z0-9]Bench|-Bench|BENCH|-bench|[a-z]bench|Benchmark)(?:-[A-Z0-9]\w*|-v?\d(?:\.\d)?)?|[\w-]+-[Ee]val|"
    r"\w*[a-z]Eval(?:-[A-Z0-9]\w*)?|\w*[a-z]V?QA|[A-Z]\w+-V?QA|[A-Z0-9]+VQA|[A-Z]\w+(?<![Ss]ign)Arena|[A-Z]{2,}[A-Za-z]*MNIST)"
)
_CAPITALS = re.compile(
    r"[A-Z]{3,8}(?:'?2\d(?!\d)|'?20[12]\d(?!\d)|$|[-_.])|(?:AIME|AMC|HMMT|BRUMO|CMIMC|USAMO|IMO|SMT)"
)
_INNER = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z]{3})(?=\d)|[\W_]+|$")
"""Where a name may be printed in two words: at its signs, and before a capital or a figure inside."""
_NOT_A_LETTER = re.compile(r"[\W_]+")
_SIGNS_INSIDE = re.compile(r"[-_.'+*]|$")
_PART_OF_A_SHAPE = re.compile("ench|BENCH|val|QA|Arena|MNIST")
_SHORTEST = 4
_START = 3


class Says:
    """What a word says of the name that it may be or begin: plain numbers, because an `IntFlag` is slow."""

    LISTED: Final = 1
    SHAPED: Final = 2
    CAMPAIGN: Final = 4
    EDITION: Final = 8


def words_that_say(text: str, what: int) -> list[Name]:
    """Give the words of a text that say so, in order."""
    return [word for word, says in _marked(text) if says & what]


@lru_cache(maxsize=4)
def _marked(text: str) -> tuple[tuple[Name, int], ...]:
    return tuple([(word, says) for word in tokens(text) if (says := _what(word.text))])


@lru_cache(maxsize=1 << 13)
def _what(word: str) -> int:
    says = Says.LISTED if begins_listed_name(word) else 0
    if _ends_like_one(word):
        says |= Says.SHAPED
    if word.split("-", maxsplit=1)[0].rstrip("0123456789'") in _CAMPAIGNS:
        says |= Says.CAMPAIGN
    if word[:3].isupper() and _CAPITALS.match(word):
        says |= Says.EDITION
    return says


def begins_listed_name(word: str) -> bool:
    """Say whether this word, or what stands before a sign in it, is the first word of a listed name."""
    start = word[:_START]
    if start.isalnum():
        if start.casefold() not in _starts_of_first_words():
            return False
        if word.isalnum():
            return word.casefold() in _first_words()
    return any(_letters(word[: sign.start()]) in _first_words() for sign in _SIGNS_INSIDE.finditer(word))


def _ends_like_one(word: str) -> bool:
    if len(word) <= _SHORTEST or not _PART_OF_A_SHAPE.search(word) or not _SHAPE.fullmatch(word):
        return False
    return any(letter.isupper() for letter in word) and not is_refused(word)


def _letters(word: str) -> str:
    return _NOT_A_LETTER.sub("", word).casefold()


@cache
def _first_words() -> frozenset[str]:
    """What may be printed as the first word of a listed name, in small letters without signs."""
    listed = benchmark_spellings()
    first = {_letters(name[: inner.start()]) for name in listed.values() for inner in _INNER.finditer(name)}
    for spelling in table("benchmarks")["spellings"]:
        first.update(spelling[:size] for size in range(2, len(spelling) + 1))
    return frozenset(first - {""})


@cache
def _starts_of_first_words() -> frozenset[str]:
    return frozenset(word[:_START] for word in _first_words())
