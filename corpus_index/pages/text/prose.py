"""What a paragraph looks like by its words alone: a title, a sentence, or the text of an abstract."""

import re
from enum import Enum

from corpus_index.pages.fields.tidying import ABSTRACT_WORDS
from corpus_index.pages.text.wording import word_list

# The looks are decided by both ends of a paragraph, so that a huge one costs no more than a long one.
_HEAD, _TAIL = 4000, 200
# The longest abstracts in print have some 700 words; a longer paragraph is something else.
LONGEST_ABSTRACT = 20_000
LONGEST_TITLE = 400
_LONG = 45
_SENTENCE = 25
_TWO_SENTENCES = 12
_OPEN = 30

_CLOSERS = "\\s)\\]}\"'”’»*$"
_ENDED = re.compile(rf"[.!…。][{_CLOSERS}]*$")
_URL_END = re.compile(r"https?://\S+$")
_INNER = re.compile(r"(?<!\bvs)(?<!\bal)(?<!\bSt)(?<!\bDr)(?<!\bNo)(?<!\bcf)[a-z0-9)\]%}]{2}[.。]\s+[A-Z]")
_WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LABEL = re.compile(
    rf"\W{{0,4}}(?:abstract\s*(?:[:：]\s*|[—–]\s*|\.\s*[—–]\s*|\.\s+|\s-\s+)|(?:{ABSTRACT_WORDS})\s*[:：】\]]\s*)",
    re.IGNORECASE,
)

_ENGLISH = re.compile(r"\b(?:the|of|and|is|are|we)\b", re.IGNORECASE)
_TITLE_LABEL = re.compile(r"title\s*:\s*(?=\S)", re.IGNORECASE)


class Look(Enum):
    """What a paragraph can be, as far as its own words tell."""

    TITLE = "title"
    """Short and without an end."""
    SENTENCE = "sentence"
    """One short sentence: a very short abstract, a last paragraph of one, or a title that ends with a full stop."""
    OPEN = "open"
    """Too long or too broken for a plain title, and not ended: a long title, or an abstract that was cut."""
    PROSE = "prose"
    """The text of an abstract for sure, unless it is other prose."""
    LABELLED = "labelled"
    """Text behind the label `Abstract:`."""
    OVERLONG = "overlong"
    """Longer than any abstract."""


def look_of(text: str) -> Look:
    """Say what a paragraph looks like."""
    if len(text) > LONGEST_ABSTRACT:
        return Look.OVERLONG
    if 0 < label_end(text) < len(text):
        return Look.LABELLED
    head = text[:_HEAD]
    words = count_words(head)
    if words >= _LONG:
        return Look.PROSE
    ended = is_ended(text)
    broken = _INNER.search(head) is not None
    asks = words >= _SENTENCE and text.endswith("?")
    if asks or (ended and (words >= _SENTENCE or (broken and words >= _TWO_SENTENCES))):
        return Look.PROSE
    if ended:
        return Look.SENTENCE
    return Look.OPEN if broken or words >= _OPEN or len(text) > LONGEST_TITLE else Look.TITLE


def label_end(text: str) -> int:
    """Return the length of a leading `Abstract:` label with the white space behind it, 0 where there is none."""
    match = _LABEL.match(text)
    return match.end() if match else 0


def title_label_end(text: str) -> int:
    """Return the length of a leading `Title:` label with the white space behind it, 0 where there is none."""
    match = _TITLE_LABEL.match(text)
    return match.end() if match else 0


def is_ended(text: str) -> bool:
    """Say whether a paragraph ends as a sentence does, or with a URL behind some words."""
    tail = text[-_TAIL:]
    return _ENDED.search(tail) is not None or (" " in tail and _URL_END.search(tail) is not None)


def count_words(text: str) -> int:
    """Count words; two Chinese, Japanese or Korean characters count as one."""
    return len(text.split()) + len(_WIDE.findall(text)) // 2


def is_title_case(text: str) -> bool:
    """Say whether most longer words behind the first one are capitalised, as in titles and not in sentences."""
    words = [word for word in _WORD.findall(text[:_HEAD])[1:] if len(word) >= 4]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def scholarly_words(text: str) -> int:
    """Count the distinct words of a text that abstracts are made of."""
    return len({word.casefold() for word in _WORD.findall(text[:_HEAD])} & word_list("scholarly").words)


def is_english(text: str) -> bool:
    """Say whether a text has any of the commonest words of English, which the word lists are of."""
    return _ENGLISH.search(text[:_HEAD]) is not None


def is_scholarly(text: str) -> bool:
    """Say whether a text sounds like an abstract; a short one needs fewer words of the trade."""
    words = count_words(text[:_HEAD])
    needed = 1 if words < 30 else 2 if words < 60 else 3
    return scholarly_words(text) >= needed
