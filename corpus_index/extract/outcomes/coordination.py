"""Numbers in coordination: where the list begins and ends in which a number stands, and what announces it."""

import re
from collections.abc import Sequence

from corpus_index.extract.outcomes.noun_phrases import Token
from corpus_index.extract.reading.lexicon import words

_SKIPPED = words("number_words", "skipped")
_LONGEST_LIST = 24  # in words and marks
_NUMERAL = re.compile(r"[+~-]?\d[\d.,/]*\s?(?:\\?%|[xX]|×)?")
_JOINTS = frozenset((",", "and", "or", "&", "/"))
_BETWEEN_NUMBERS = frozenset(("by", "up", "to", "about", "around", "nearly", "over", "~"))


def cue_before(tokens: Sequence[Token], index: int) -> int:
    """Give the index of the last word before an index that does not only bound a number; -1 for none."""
    cue = index - 1
    while cue >= 0 and tokens[cue].word.casefold() in _SKIPPED:
        cue -= 1
    return cue


def is_numeral(word: str) -> bool:
    """Say whether a word is a number, perhaps with a sign and a mark of its unit."""
    return bool(_NUMERAL.fullmatch(word))


def list_start(tokens: Sequence[Token], index: int) -> int:
    """`scores of 54% and 46%`: what stands before the first number is said of all."""
    first, joined = index, False
    for before in range(index - 1, max(-1, index - _LONGEST_LIST), -1):
        word = tokens[before].word
        if is_numeral(word):
            if not joined:
                break
            first, joined = before, False
        elif word in _JOINTS:
            joined = True
        elif word not in _BETWEEN_NUMBERS:
            break
    return first


def list_end(tokens: Sequence[Token], index: int) -> int:
    """`8.8%, 6.1% and 9.9% accuracy gain`: what stands behind the last number is said of all."""
    for last in range(index, min(len(tokens), index + _LONGEST_LIST)):
        if is_numeral(tokens[last].word):
            index = last + 1
        elif tokens[last].word not in _JOINTS:
            break
    return index
