"""Words that begin with the name of a known family of models (`Qwen2.5-Math-7B`: Qwen), and what else they hold."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus_index.domain.folding import fold
from corpus_index.extract.reading.lexicon import FAMILY_SORTS, benchmark_spellings, known_families, table, words

_START = 3  # as many letters of a family are looked up first; some have only two
_MAKERS = ("openai-", "google-", "meta-", "nvidia-")
_GLUED_VERSION = re.compile(r"[vVRKM]?\d[\d.]*[a-zA-Z]{0,2}(?![A-Za-z])")
_PART = re.compile(r"[-_]?[^-_]+")
_DIGIT = re.compile(r"\d")
_SHORTEST_WORD = 6  # a family in another case than its usual one (`Deepseek`) is a word of at least so many letters,
_SHORTEST_VERSIONED = 4  # and so many where a version follows, unless it is all in one case (`phi-3`)
_TESTS = frozenset(("bench", "eval", "benchmark"))  # `olmOCR-bench` is a benchmark
_SIZES = frozenset(("xl", "xxl", "base", "large", "small", "tiny", "huge", "giant", "medium", "mini", "nano"))


@dataclass(frozen=True, slots=True)
class FamilyWord:
    """What a word says of a family: how much it needs to be believed, where its name ends, whether it has a version.

    It is `plain` where it holds nothing but the family, versions, sizes and known suffixes.
    """

    sort: str
    end: int
    versioned: bool
    plain: bool


@cache
def suffixes() -> frozenset[str]:
    """The words that may follow a family with a hyphen, in lower case."""
    return frozenset(word.casefold() for word in words("families", "suffixes"))


@cache
def excluded() -> frozenset[str]:
    """Words in the shape of a model's name that are none."""
    return words("families", "not_models") | words("families", "other_things") | words("phrases", "ordinary")


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(family[:_START] for family in known_families())


@lru_cache(maxsize=1 << 13)
def family_in(word: str) -> FamilyWord | None:
    """Read a word as a family with what follows it, or say that it is none."""
    lower = word.casefold()
    start = lower.index("-") + 1 if lower.startswith(_MAKERS) else 0
    lower = lower[start:]
    if (lower[:_START] not in _beginnings() and lower[:2] not in _beginnings()) or word in excluded():
        return None
    for end in range(len(lower), 1, -1):
        spellings = known_families().get(lower[:end])
        rest = word[start + end :]
        if not spellings or (rest and rest[0].isalnum() and not _GLUED_VERSION.match(rest)):
            continue
        variant = _variant(rest)
        if variant is None:
            continue
        length, versioned, plain = variant
        numbered = bool(_DIGIT.search(lower[:end]))
        sort = _sort(spellings, word[start : start + end], versioned=versioned or numbered)
        if sort == "ordinary" and not rest and word not in spellings and fold(word) in benchmark_spellings():
            return None
        versioned = versioned or (numbered and sort != "versioned")
        return FamilyWord(sort, start + end + length, versioned, plain) if sort else None
    return None


def _variant(rest: str) -> tuple[int, bool, bool] | None:
    """Say how much of what follows a family belongs to the name, whether it has a version, and nothing unknown.

    Versions, sizes and suffixes belong to it, and any word beside a version; a word in small letters does not, and cuts
    the name (`DINO-guided`). A capitalised word without a version makes the name of something else (`CLIP-Adapter`).
    """
    length, versioned, plain = 0, False, True
    for match in _PART.finditer(rest):
        part = match[0].lstrip("-_")
        if match[0][0] == "." and not _DIGIT.match(part[1:]):
            return None
        if _DIGIT.search(part) or part.casefold() in _SIZES or (len(part) == 1 and part.isupper()):
            versioned = True
        elif part.casefold() not in suffixes() and part.casefold() not in known_families():
            if part in _TESTS:
                return None
            if part.islower():
                break
            if part in excluded() or not (versioned or _DIGIT.search(rest, match.end())):
                return None
            plain = False
        length = match.end()
    return length, versioned, plain


def _sort(spellings: dict[str, str], printed: str, *, versioned: bool) -> str | None:
    """How much the family needs to be believed as it is printed, or nothing where it is another word."""
    if printed in spellings:
        return spellings[printed]
    weakest = max(spellings.values(), key=FAMILY_SORTS.index)
    if versioned and (len(printed) >= _SHORTEST_VERSIONED or printed.islower() or printed.isupper()):
        return "versioned" if weakest == "versioned" else "ordinary"
    is_word = not versioned and len(printed) >= _SHORTEST_WORD and printed[0].isupper()
    return "ordinary" if weakest == "alone" and is_word else None


@cache
def spaced_suffixes() -> str:
    """The suffixes that may follow with a space, as alternatives of a regular expression."""
    return "|".join(re.escape(word) for word in sorted(table("families")["suffixes"]["spaced"], key=len, reverse=True))


@cache
def small_suffixes() -> str:
    """The suffixes in small letters that may follow with a space and end a name, as alternatives."""
    return "|".join(table("families")["suffixes"]["small"])
