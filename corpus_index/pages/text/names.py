"""Lines that are the name of a person, or a row of such names."""

import re
from itertools import pairwise

from corpus_index.domain.span import Span
from corpus_index.pages.text.wording import word_list

_WORD = r"(?:[^\W\d_][^\W\d_'’.-]*(?:['’-][^\W\d_]+)*\.?|[^\W\d_]\.(?:-?[^\W\d_]\.)*)"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,4}}")
_WIDE_NAME = re.compile(r"[㐀-鿿가-힯]{2,5}")
_BYLINE = re.compile(r"[,;·•]\s*(?:and\s+|&\s*)?|\s+and\s+|\s+&\s+")
_MARKS = re.compile(r"[\s*†‡§¶\d¹²³⁴-⁹,]+$")
_AND_OTHERS = re.compile(r"[,;]?\s*(?:et\s+al\.?|and\s+others|\.\.\.|…)\s*$", re.IGNORECASE)


def name_in(text: str, offset: int) -> Span | None:
    """Return the person's name that a line is or begins with (`Jane Doe, PhD`); `offset` is where the line begins."""
    head = re.split(r"\s*[|,(–—:]|\s+-\s", text, maxsplit=1)[0].strip()
    return Span(offset, offset + len(head), head) if is_name(head) else None


def is_name(text: str) -> bool:
    """Say whether a text looks like one person's name: two to five capitalised words, or one in Han or Hangul."""
    if len(text) > 60:
        return False
    if _WIDE_NAME.fullmatch(text):
        return True
    if not _NAME.fullmatch(text):
        return False
    words = text.split()
    if any(word.casefold().strip(".") in word_list("no_names").words for word in words):
        return False
    particles = word_list("particles").words
    return all(word[0].isupper() or word in particles for word in words) and words[-1][0].isupper()


def names_of_byline(text: str, offset: int) -> tuple[tuple[Span, ...], bool]:
    """Return the names in a line of authors and whether these are all; no names where it is no such line."""
    if len(text) > 4000:
        return (), False
    others = _AND_OTHERS.search(text)
    body = text[: others.start()] if others else text
    edges = [(0, 0), *(match.span() for match in _BYLINE.finditer(body)), (len(body), len(body))]
    spans = [_trimmed(body, left[1], right[0], offset) for left, right in pairwise(edges)]
    spans = [span for span in spans if span.text]
    enough = len(spans) >= (1 if others else 2)
    return (tuple(spans), others is None) if enough and all(is_name(span.text) for span in spans) else ((), False)


def _trimmed(text: str, start: int, end: int, offset: int) -> Span:
    part = _MARKS.sub("", text[start:end])
    start += len(part) - len(part.lstrip())
    return Span(offset + start, offset + start + len(part.strip()), part.strip())
