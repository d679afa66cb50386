"""Words in the shape of names, and what their shape says."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from corpus_index.extract.reading.lexicon import words

LONGEST_NAME = 80
"""The longest word that can be a name, in characters."""
LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
"""Latin letters with and without accents, for a character class."""
_SMALL = r"[^\W\d_A-ZÀ-ÖØ-Þ]*+"
_TELLING = rf"(?={_SMALL}(?:[-_.'+]{_SMALL})*+[A-Z0-9À-ÖØ-Þ])"  # a capital or a digit somewhere before the word ends
_BEGINS = rf"(?<![\w@.]){_TELLING}[{LETTERS}]"
# One match steps over all that is no such word, most of it as plain words in a row; the last finds the end of the text.
_TOKEN = re.compile(
    rf"(?:[a-z\s,;:()]+(?<=[\s,;:()])|(?!{_BEGINS})(?:\w++\W?|\W))*+"
    rf"({_BEGINS}[{LETTERS}0-9]*\+*(?:(?:[-_.]|'(?=\d))[{LETTERS}0-9]+\+*)*(?:\*(?=\s|$))?|\Z)"
)
_ADJECTIVE = re.compile(
    r"-(?:based|distilled|like|style|trained|generated|tuned|powered|level|driven|as|class|only|enhanced|scale|sized?|"
    r"inspired|initialized|guided|aware|specific|compatible|aligned|augmented|related|type|augmentation|free|derived|"
    r"equipped|optimized|quality|filtered|annotated|verified|assisted|evaluated|judged|oriented|to|and|or|s)$"
)
_LETTER, _CAPITAL, _DIGIT = re.compile(r"[A-Za-z]"), re.compile(r"[A-Z]"), re.compile(r"\d")
_MIXED = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]")
_PLURAL_ACRONYM = re.compile(r"(?:[A-Za-z]+-)?[A-Z]{2,}s")
_WORD_AND_NUMBER = re.compile(r"(?:[A-Z][a-z]+|[a-z]+)-\d+")
SIZE = re.compile(r"(?<![A-Za-z0-9.])\d+(?:\.\d+)?[BM](?![A-Za-z0-9])")

_MORE_SIZES = re.compile(r"(?:/(\d+(?:\.\d+)?[BM])(?![A-Za-z]))+")
_BARE_SIZES = re.compile(
    r"(?:\s*(?:,|/|&|and|, and)\s*(\d+(?:\.\d+)?[BM])(?![\w-]))+(?=\s+(?:Instruct\s+|Base\s+|Chat\s+)?models?\b)"
)
_START = attrgetter("start")


class Name(NamedTuple):
    """A word or run of words, by its positions in the text of a record."""

    start: int
    end: int
    text: str


def name_group(match: re.Match[str]) -> Name:
    """Give the group `name` of a match."""
    return Name(match.start("name"), match.end("name"), match["name"])


def tokens(text: str, start: int = 0, end: int | None = None) -> Sequence[Name]:
    """Give the words that may be names: they begin with a letter and hold a capital or a digit.

    Inner hyphens, dots and digits belong to them; adjective endings are cut off.
    """
    every = _every_token(text)
    first = bisect_left(every, start, key=_START) if start else 0
    return every[first : len(every) if end is None else bisect_left(every, end, first, key=_START)]


@lru_cache(maxsize=4)
def _every_token(text: str) -> tuple[Name, ...]:
    """Many grammars ask for the words of one text in turn; they are found once."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match[1]
        if not word or len(word) > LONGEST_NAME:
            continue
        start, end = match.span(1)
        if "-" in word and (cut := _ADJECTIVE.search(word)):
            word = word[: cut.start()]
            end = start + len(word)
        found.append(Name(start, end, word))
    return tuple(found)


@lru_cache(maxsize=1 << 13)
def is_distinctive(word: str) -> bool:
    """Say whether a word can only be a name: mixed case inside, letters with digits, three or more capitals."""
    if word[1:].islower() and word.isalpha():  # most words are capitalised and no more
        return False
    if word in words("families", "not_models") or word in words("phrases", "ordinary"):
        return False
    if "-to-" in word:
        return False
    if len(_LETTER.findall(word)) < 2:
        return False
    if _MIXED.search(word):
        return not _PLURAL_ACRONYM.fullmatch(word)
    if _DIGIT.search(word):
        return bool(_CAPITAL.search(word)) and not _WORD_AND_NUMBER.fullmatch(word)
    parts = word.split("-")
    if len(parts) > 1:
        return any(len(part) > 1 and part.isupper() for part in parts) and not parts[-1].islower()
    return word.isupper() and len(word) >= 3


def other_sizes(text: str, name: Name) -> Iterator[Name]:
    """Complete the sizes that share a name: `X-1.5B/7B/72B`, `Llama-3.1-8B and 70B Instruct models`."""
    size = SIZE.search(name.text)
    spread = (_MORE_SIZES.match(text, name.end) or _BARE_SIZES.match(text, name.end)) if size else None
    if not size or not spread:
        return
    for other in re.finditer(r"\d+(?:\.\d+)?[BM]", spread[0]):
        completed = name.text[: size.start()] + other[0] + name.text[size.end() :]
        yield Name(name.start, spread.start() + other.end(), completed)
