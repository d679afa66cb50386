"""Short forms and the long forms that stand beside them.

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text",
PSB 2003: the letters of the short form are found from right to left in the words before the bracket. Added here: the
first letters of the words are tried before letters inside them, no long form begins with `of` or `and`, and long forms
are read inside the bracket (`START (Self-Taught Reasoner with Tools)`) and behind a name too (`X: a ...`). Where the
sentence offers something of its own right before the bracket, the letters need not agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus_index.extract.reading.names import Name
from corpus_index.extract.reading.text import Text

_BRACKET = re.compile(r"\(([^()]{2,120})\)")
_SAID = re.compile(
    r"(?:or|i\.e\.,?|hereafter|henceforth|abbreviated(?: as)?|denoted(?: as| by)?|called|named|dubbed|termed|"
    r"short for|for short)\s+"
)
_SHORT = re.compile(r"[A-Za-z0-9][A-Za-z0-9]*(?:[-+/._&][A-Za-z0-9]+)*\+*")
_PLURAL = re.compile(r"(?<=[A-Z])s$")
_INSIDE_END = re.compile(r"[;,]")
_WORD_BEFORE = re.compile(r"(?<![\w-])([A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]\+?)[}\"'*]*\s?$")
_WORD = re.compile(r"[^\s\-/(){}\"']+")
_FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "or",
        "in",
        "on",
        "to",
        "with",
        "via",
        "by",
        "from",
        "at",
        "as",
        "its",
        "into",
        "using",
    ]
)
_TITLED = r"(?:[A-Z][\w-]*\s(?:(?:and|of|for|with|to|in|by|from)\s)?)+[A-Z][\w-]*"
_OFFERED = re.compile(
    r"\b(?:[Ww]e|paper|work)\s(?:\w+\s)?(?:propos|present|introduc|develop)(?:e|es|s)?\s(?:(?:an?|the)\s)?(?:(?:new|novel)\s)?"
    r"(?P<long>(?!(?:an?|the)\s)(?:(?!(?:that|which|to|by|on|using|where)\b)[\w-]+\s){1,14})$"
)
_OWN_TITLE = re.compile(rf"\b(?:[Oo]ur|[Ww]e\s(?:propose|present|introduce|develop)(?:\sthe)?)\s(?P<long>{_TITLED})\s$")
_NEW_TITLE = re.compile(rf"(?<![\w-])(?P<long>{_TITLED})\s$")
_IS_NEW = re.compile(r"\)\sis\san?\s(?:new|novel)\b")
_IN_CAPITALS = re.compile(r"[A-Z]\w*[A-Z]")
_ACTS = re.compile(r"\s(?:\w+ly\s)?[a-z]+[^\Ws]s\b")
_WORDS_OF_NAMES = re.compile(r"[A-Z][\w-]*[A-Za-z][\w-]*")
_MARKUP = re.compile(r"\\[A-Za-z]+\s?|[{}$]")
_MAX_LETTERS = 12
_FEWEST_WORDS = 3
_LONGEST_SHORT = 30
_OFFER_REACH = 200  # how far before a bracket an offer may begin, in characters


@dataclass(frozen=True, slots=True)
class Pair:
    """A short and a long form; positions in the record's text, `start` to `end` covers both.

    `spelled` says that the letters of the short form stand in the long one.
    """

    short: str
    long: str
    start: int
    end: int
    short_start: int
    long_start: int
    spelled: bool = True

    @property
    def name(self) -> Name:
        """The short form as a name where it stands."""
        return Name(self.short_start, self.short_start + len(self.short), self.short)


def abbreviations(text: Text) -> tuple[Pair, ...]:
    """Find the pairs in title and abstract, in order; the first long form of a short form wins."""
    pairs: dict[str, Pair] = {}
    for match in _BRACKET.finditer(text.clean):
        pair = _short_inside(text, match) or _long_inside(text, match) or _offered(text, match)
        if pair:
            pairs.setdefault(pair.short, pair)
    return tuple(sorted(pairs.values(), key=lambda pair: pair.start))


def _short_inside(text: Text, match: re.Match[str]) -> Pair | None:
    said = _SAID.match(match[1])
    offset = said.end() if said else 0
    inside = _INSIDE_END.split(match[1][offset:], maxsplit=1)[0]
    lead = len(inside) - len(inside.lstrip(" \"'`"))
    inside = inside.strip(" \"'`}")
    if len(inside) > _LONGEST_SHORT or not _SHORT.fullmatch(inside) or inside.islower() or inside.isdigit():
        return None
    short = _PLURAL.sub("", inside)
    floor = text.sentence(match.start())[0]
    before = text.clean[max(floor, match.start() - 160) : match.start()].rstrip(" }\"'")
    start = long_form_start(short, before)
    if start is None:
        return None
    position = max(floor, match.start() - 160) + start
    long = _spelling(text, position, position + len(before) - start)
    return Pair(short, long, position, match.end(), match.start(1) + offset + lead, position)


def _long_inside(text: Text, match: re.Match[str]) -> Pair | None:
    if " " not in match[1].strip():
        return None
    before = text.clean[max(0, match.start() - _LONGEST_SHORT) : match.start()]
    word = _WORD_BEFORE.search(before)
    if not word or word[1].islower() or word[1].isdigit():
        return None
    start = long_form_start(word[1], match[1].rstrip())
    if start is None or match[1][:start].strip():
        return None
    position = match.start() - len(before) + word.start(1)
    return Pair(word[1], _spelling(text, *match.span(1)), position, match.end(), position, match.start(1) + start)


def _offered(text: Text, match: re.Match[str]) -> Pair | None:
    """Read `we propose rewarding agents for single steps (ROPA)`, where the name is spoken of again.

    Capitalised words need only be the authors' own, or new: `Our Foo Bar Search (ROPA)`, `Foo Bar (ROPA) is a novel`.
    """
    short, clean, at = match[1], text.clean, match.start()
    if not _WORDS_OF_NAMES.fullmatch(short) or clean.find(short, match.end()) < 0:
        return None
    floor = max(text.sentence(at)[0], at - _OFFER_REACH)
    before = clean[floor:at]
    long = _OWN_TITLE.search(before) or (_NEW_TITLE.search(before) if _IS_NEW.match(clean, match.end(1)) else None)
    if (
        long is None
        and _IN_CAPITALS.search(short)
        and clean.find(short, text.body) == match.start(1)
        and _is_subject(clean, short, match.end())
    ):
        long = _OFFERED.search(before)
    if long is None:
        return None
    start = floor + long.start("long")
    return Pair(short, _spelling(text, start, at), start, match.end(), match.start(1), start, spelled=False)


def _is_subject(clean: str, short: str, position: int) -> bool:
    """Say whether a name is the subject of a verb somewhere behind a position."""
    position = clean.find(short, position)
    while position >= 0 and not _ACTS.match(clean, position + len(short)):
        position = clean.find(short, position + 1)
    return position >= 0


def _spelling(text: Text, start: int, end: int) -> str:
    """Give a long form as it reads, without the markup of single letters (`{\\bf F}ast`)."""
    if "\\" not in text.raw[start:end] and "}" not in text.raw[start:end]:
        return text.clean[start:end].strip()
    return " ".join(_MARKUP.sub("", text.raw[start:end]).split())


def long_form_start(short: str, before: str) -> int | None:
    """Say where in `before`, which ends where the long form ends, the long form of `short` begins."""
    letters = [letter.casefold() for letter in short if letter.isalnum()]
    if not 2 <= len(letters) <= _MAX_LETTERS:
        return None
    words = list(_WORD.finditer(before))[-min(len(letters) + 5, len(letters) * 2 + 1) :]
    if not words:
        return None
    for position in (
        _by_initials(letters, words),
        _by_letters(letters, before, words[0].start()),
        _by_initials(letters, words[:-1]),  # `Foo Bar framework (FB)`
    ):
        if position is not None and "," not in before[position:]:
            start = before.rfind(" ", 0, position) + 1  # `non-negative ...` as a whole, not from `negative` on
            if _is_long_enough(before[start:], short, letters):
                return start
    return None


def _is_long_enough(long: str, short: str, letters: list[str]) -> bool:
    if len(long) <= len(short):
        return False
    return " " in long or "-" in long or len(long) >= len(letters) + 4


def _by_initials(letters: list[str], words: list[re.Match[str]]) -> int | None:
    """Match the letters with the first letters of the last words; function words may be passed over."""
    left = len(letters)
    for word in reversed(words):
        if word[0][0].casefold() == letters[left - 1]:
            left -= 1
            if left == 0:
                return None if _is_function(word) else word.start()
        elif word[0] not in _FUNCTION_WORDS and word[0] != "&":
            return None
    return None


def _by_letters(letters: list[str], before: str, floor: int) -> int | None:
    """Find the letters from right to left anywhere in the words, the first one at the beginning of a content word."""
    folded = before.casefold()
    if len(folded) != len(before):  # `ß`
        folded = "".join(min(letter.casefold(), letter, key=len) for letter in before)
    position = len(before)
    for letter in reversed(letters):
        position = folded.rfind(letter, floor, position)
        if position < 0:
            return None
    while position >= 0 and not _opens_content_word(before, position):
        position = folded.rfind(letters[0], floor, position)
    return position if position >= 0 else None


def _opens_content_word(text: str, position: int) -> bool:
    if position > 0 and text[position - 1].isalnum():
        return False
    word = _WORD.match(text, position)
    return word is None or not _is_function(word)


def _is_function(word: re.Match[str]) -> bool:
    """Say whether a word is a function word that opens no long form (`of`, but not the `In` of `In-Context`)."""
    return word[0] in _FUNCTION_WORDS and word.string[word.end() : word.end() + 1] != "-"


def expansion(short: str, after: str) -> str | None:
    """Give the words at the beginning of `after` that spell out a short form: capitalised, its letters in their order.

    `MacTok, a Masked Continuous Tokenizer for images` and `BAR: Bayesian Activity Recognition using ...` say so.
    """
    letters = [letter.casefold() for letter in short if letter.isalnum()]
    words = list(_WORD.finditer(after))[: len(letters) + 3]
    if not 3 <= len(letters) <= _MAX_LETTERS or not words:
        return None
    phrases = list(_capitalised(words))
    for spelled in (_by_first_letters, _by_capitals):
        for phrase in phrases:
            if spelled(short, letters, phrase, after):
                return after[phrase[0].start() : phrase[-1].end()].rstrip(",.:;")
    return None


def _capitalised(words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Give the beginnings of a row of words, two or more, that are capitalised but for function words."""
    for count, last in enumerate(words, 1):
        if last[0][0].isupper() and count > 1:
            yield words[:count]
        elif not last[0][0].isupper() and last[0] not in _FUNCTION_WORDS:
            return


def _by_first_letters(_short: str, letters: list[str], words: list[re.Match[str]], _after: str) -> bool:
    return _by_initials(letters, words) == words[0].start()


def _by_capitals(short: str, letters: list[str], words: list[re.Match[str]], after: str) -> bool:
    """Say whether each capital of a short form begins a word, and its other letters stand inside."""
    initials = [word[0][0] for word in words if word[0] not in _FUNCTION_WORDS and not word[0][0].isdigit()]
    remaining = iter(short.casefold())
    if not all(initial.casefold() in remaining for initial in initials):
        return False
    if short.isupper() and len(initials) < max(_FEWEST_WORDS, len(short) - 1):
        return False
    if not short.isupper() and not all(capital in initials for capital in short if capital.isupper()):
        return False
    return _by_letters(letters, after[: words[-1].end()], words[0].start()) == words[0].start()
