"""Headings that say what the text below them is: a summary, an abstract, or something else."""

import re
import unicodedata
from dataclasses import dataclass

from corpus_index.domain.record import RecordKind
from corpus_index.pages.text.prose import label_end
from corpus_index.pages.text.wording import LONGEST, word_list

_INLINE = re.compile(r"([^\n:：]{1,40}[:：])\s+(?=\S)")
# A decorated line with more words is a title with an emoji.
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, `length` code points long, the rest of its line being text already.

    `kind` is what is below it, `None` for what is in no record. `by_machine` says that the heading itself marks a
    summary as somebody else's; a plain `Summary` does not.
    """

    kind: RecordKind | None
    length: int
    by_machine: bool = False


def heading_of(text: str) -> Heading | None:
    """Return the heading that a paragraph is or begins with, `None` for text."""
    if len(text) <= LONGEST:
        whole = _named(text, len(text))
        if whole is not None:
            return whole
        if word_list("other_headings").holds(text) or _is_decorated(text):
            return Heading(None, len(text))
    if label_end(text):
        return Heading(RecordKind.ABSTRACT, label_end(text))
    inline = _INLINE.match(text)
    return _named(inline.group(1), inline.end()) if inline else None


def _named(text: str, length: int) -> Heading | None:
    if word_list("summary").holds(text):
        return Heading(RecordKind.SUMMARY, length, by_machine=True)
    if word_list("plain_summary").holds(text):
        return Heading(RecordKind.SUMMARY, length)
    return Heading(RecordKind.ABSTRACT, length) if word_list("abstract").holds(text) else None


def _is_decorated(text: str) -> bool:
    """Say whether a short line begins with an emoji, as the headings of such pages do."""
    return unicodedata.category(text[0]) == "So" and ":" not in text and 2 <= len(text.split()) <= _MOST_WORDS + 1
