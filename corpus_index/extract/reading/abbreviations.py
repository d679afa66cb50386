"""Short forms and the long forms that stand beside them.

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text",
PSB 2003: the letters of the short form are found from right to left in the words before the bracket. Added here: long
forms inside the bracket (`START (Self-Taught Reasoner with Tools)`), and letters that stand inside a word.
"""

import re
from dataclasses import dataclass

from corpus_index.extract.reading.names import Name
from corpus_index.extract.reading.text import Text

_BRACKET = re.compile(r"\(([^()]{2,90})\)")
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-+/.][A-Za-z0-9]+)*\+?")
_MAX_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """A short and a long form; positions in the record's text, `start` to `end` covers both."""

    short: str
    long: str
    start: int
    end: int
    short_start: int
    long_start: int

    @property
    def name(self) -> Name:
        """The short form as a name where it stands."""
        return Name(self.short_start, self.short_start + len(self.short), self.short)


def abbreviations(text: Text) -> tuple[Pair, ...]:
    """Find the pairs in title and abstract, in order; the first long form of a short form wins."""
    pairs: dict[str, Pair] = {}
    for match in _BRACKET.finditer(text.clean):
        pair = _short_inside(text, match) or _long_inside(text, match)
        if pair:
            pairs.setdefault(pair.short, pair)
    return tuple(sorted(pairs.values(), key=lambda pair: pair.start))


def _short_inside(text: Text, match: re.Match[str]) -> Pair | None:
    inside = re.split(r"[;,]", match[1])[0].strip()
    if not _SHORT.fullmatch(inside) or not any(letter.isupper() for letter in inside):
        return None
    short = re.sub(r"(?<=[A-Z])s$", "", inside)
    floor = text.sentence(match.start())[0]
    before = text.clean[floor : match.start()].rstrip()
    start = long_form_start(short, before)
    if start is None:
        return None
    return Pair(short, before[start:], floor + start, match.end(), match.start() + 1, floor + start)


def _long_inside(text: Text, match: re.Match[str]) -> Pair | None:
    word = re.search(r"([A-Za-z][A-Za-z0-9-]+\+?)\s?$", text.clean[: match.start()])
    if not word or not any(letter.isupper() for letter in word[1]) or len(match[1].split()) < 2:
        return None
    start = long_form_start(word[1], match[1])
    if start is None or match[1][:start].strip():
        return None
    return Pair(word[1], match[1].strip(), word.start(1), match.end(), word.start(1), match.start() + 1)


def long_form_start(short: str, before: str) -> int | None:
    """Say where in `before`, which ends where the long form ends, the long form of `short` begins."""
    letters = [letter.casefold() for letter in short if letter.isalnum()]
    words = list(re.finditer(r"[^\s\-/]+", before))
    limit = min(len(letters) + 5, len(letters) * 2 + 1)
    if not 2 <= len(letters) <= _MAX_LETTERS or not words:
        return None
    floor = words[max(0, len(words) - limit)].start()
    position = len(before)
    for index in range(len(letters) - 1, -1, -1):
        position -= 1
        while position >= floor and not _fits(before, position, letters[index], first=index == 0):
            position -= 1
        if position < floor:
            return None
    long = before[position:]
    if len(long) <= len(short) or (len(long.split()) < 2 and "-" not in long and len(long) < len(letters) + 4):
        return None
    return position


def _fits(text: str, position: int, letter: str, *, first: bool) -> bool:
    if text[position].casefold() != letter:
        return False
    return not first or position == 0 or not text[position - 1].isalnum()
