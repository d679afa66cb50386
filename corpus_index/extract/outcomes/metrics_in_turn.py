"""Metrics that are listed beside a list of as many numbers: `accuracy and recall by 2.1% and 3.2%`."""

from collections.abc import Sequence

from corpus_index.extract.outcomes.coordination import is_numeral
from corpus_index.extract.outcomes.metric_words import is_quantity
from corpus_index.extract.outcomes.noun_phrases import CHANGE_NOUNS, Token, phrase_before, phrase_behind

_LINKS = frozenset(("by", "of", "to", "at", "is", "are", "was", "were", "="))
_INTRODUCE = frozenset(("in", "for", "on", "of"))
_LED_BY = frozenset(("terms", "of", "the", "both"))

Phrase = tuple[int, int]
"""A range of indexes of words."""


def in_turn(tokens: Sequence[Token], first: int, behind: int, index: int, cue: int) -> Phrase | None:
    """Give the metric of the number at `index` in the list of numbers from `first` to before `behind`, by its place.

    `cue` is the index of the word that announces the list. Only where as many metrics as numbers are listed, right
    before the list and a link (`of`, `by`) or right behind it.
    """
    numerals = [place for place in range(first, min(behind, len(tokens))) if is_numeral(tokens[place].word)]
    if len(numerals) < 2 or index not in numerals:
        return None
    for listed in (_listed_before(tokens, cue), _listed_behind(tokens, behind)):
        if len(listed) == len(numerals) and any(_is_measured(tokens, phrase) for phrase in listed):
            return listed[numerals.index(index)]
    return None


def _listed_before(tokens: Sequence[Token], cue: int) -> list[Phrase]:
    listed: list[Phrase] = []
    end = cue if cue >= 0 and tokens[cue].word in _LINKS else 0
    while end > 0:
        phrase = phrase_before(tokens, end)
        if phrase[0] == phrase[1]:
            return []
        listed.insert(0, phrase)
        end = phrase[0] - 1
        if end < 1 or tokens[end].word not in (",", "and"):
            break
        end -= tokens[end].word == "and" and tokens[end - 1].word == ","
    return listed


def _listed_behind(tokens: Sequence[Token], behind: int) -> list[Phrase]:
    start = behind
    while start < len(tokens) and tokens[start].word in CHANGE_NOUNS:
        start += 1
    if start >= len(tokens) or tokens[start].word not in _INTRODUCE:
        return []
    listed: list[Phrase] = []
    while start + 1 < len(tokens):
        start += 1
        while start < len(tokens) and (tokens[start].word in _LED_BY or (listed and tokens[start].word == "and")):
            start += 1
        phrase = phrase_behind(tokens, start)
        if phrase[0] == phrase[1]:
            return []
        listed.append(phrase)
        start = phrase[1]
        if start >= len(tokens) or tokens[start].word not in (",", "and") or _ends(tokens, start):
            break
    return listed


def _ends(tokens: Sequence[Token], comma: int) -> bool:
    """Say whether a comma ends the list: `in A and B, respectively`."""
    return comma + 1 < len(tokens) and tokens[comma + 1].word == "respectively"


def _is_measured(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return any(is_quantity(token.word) for token in tokens[phrase[0] : phrase[1]])
