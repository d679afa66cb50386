"""The words of a metric without what is no part of it."""

from collections.abc import Sequence

from corpus_index.extract.outcomes.metric_words import is_metric, is_quantity
from corpus_index.extract.outcomes.noun_phrases import CHANGE_NOUNS, Token
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.units import unit_behind

_PRAISE = words("number_words", "praise")
_VAGUE = words("number_words", "vague")
_DEGREES = frozenset(("absolute", "relative", "significant", "substantial", "consistent"))
SPEEDUPS = frozenset(("speedup", "speedups", "speed-up", "speed-ups"))
"""Nouns of change that are metrics themselves."""
_KEPT_CHANGES = SPEEDUPS | {"savings", "saving", "loss", "difference"}
_SAY_OF = frozenset(("performance", "score", "value", "level"))
_SHORTEST_PARTICIPLE = 5


def said_by(
    tokens: Sequence[Token], first: int, last: int, tests: frozenset[str], *, symbol: bool = False
) -> tuple[int, int] | None:
    """Cut names, praise and nouns of change off a phrase, given as a range of words; give where what is left stands.

    `symbol` says that the phrase stands before a sign of equality, where any word may be a symbol.
    """
    while first < last and (tokens[first].word in tests or _is_praise(tokens[first].word, last - first)):
        first += 1
    if last - first > 2 and tokens[first].word in _SAY_OF and tokens[first + 1].word == "of":
        first += 2  # `a performance of BLEU 33.8`
    first = max((index + 1 for index in range(first, last - 1) if _names_system(tokens[index].word)), default=first)
    while first < last and _is_trail(tokens, first, last):
        last -= 1
    last = _without_owner(tokens, first, last)
    said = [token.word for token in tokens[first:last]]
    if not any(word.casefold() not in _VAGUE and word not in tests and word not in "()" for word in said):
        return None
    head = said[-1]
    if sum(word.count("{") - word.count("}") for word in said):
        return None  # a piece of a formula
    if len(said) == 1 and not symbol and not is_metric(head) and (len(head) == 1 or _is_unit(head)):
        return None
    if not is_metric(head) and (head.casefold() in _VAGUE or (not symbol and _is_name(head, len(said)))):
        return None
    return tokens[first].start, tokens[last - 1].end


def _is_praise(word: str, length: int) -> bool:
    """Say whether a word says nothing of the metric that it leads."""
    return word.casefold() in _PRAISE or (length > 1 and word.casefold() in _DEGREES)


def _is_trail(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the last word is a noun of change or says no more than `value`."""
    word = tokens[last - 1].word.casefold()
    values = last - first > 1 and word in ("value", "values", "scores") and is_metric(tokens[last - 2].word)
    participle = last - first > 1 and len(word) > _SHORTEST_PARTICIPLE and word.endswith("ed") and not is_quantity(word)
    return values or participle or (word in CHANGE_NOUNS and word not in _KEPT_CHANGES)


def _is_unit(word: str) -> bool:
    unit = unit_behind(f" {word}")
    return unit is not None and unit.length > len(word)


def _without_owner(tokens: Sequence[Token], first: int, last: int) -> int:
    """`the runtime of QwQ-32B`: whose runtime it is, is no part of the metric."""
    of = next((index for index in range(last - 2, first, -1) if tokens[index].word == "of"), None)
    return of if of is not None and _is_name(tokens[last - 1].word, 1) else last


def _is_name(word: str, length: int) -> bool:
    """Say whether the last word of a phrase names something: a digit or capital in it, but for `average ACT`."""
    if is_metric(word) or word == ")":
        return False
    if word.islower():
        return any(char.isdigit() for char in word)
    return not (length > 1 and word.rstrip("s").isupper() and word.isascii() and word.rstrip("s").isalpha())


def _names_system(word: str) -> bool:
    """Say whether a word is the name of a system: letters with digits, or capitals inside."""
    inside = any(char.isdigit() for char in word) or any(char.isupper() for char in word[1:])
    return inside and not is_metric(word) and not word.rstrip("s").isupper()
