"""Noun phrases around a number, read word by word."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from corpus_index.extract.outcomes.metric_words import is_listed, is_metric, is_quantity
from corpus_index.extract.reading.lexicon import words

LONGEST_PHRASE = 7
"""How many words a noun phrase has at most."""
CHANGE_NOUNS = words("number_words", "change_nouns")
_TOKEN = re.compile(r"[^\s,;:()\[\]=~<>≤≥$]+|[,;:()\[\]=~<>≤≥]")
_STOPS = words("number_words", "particles")
_VERB = re.compile(
    r"(?:achiev|reach|attain|obtain|yield|deliver|exhibit|demonstrat|report|produc|reveal|provid|offer|surpass|"
    r"outperform|maintain|preserv|retain|enjoy|boast|exceed|improv|increas|boost|enhanc|rais|reduc|decreas|lower|sav|"
    r"accelerat|shorten|compress|lift|elevat|trim|limit|keep|show|rang|remain|saturat|collaps|degrad|declin|"
    r"suffer|allow|resolv|bring|indicat|suggest|find|found|observ|introduc|incur|requir|need|consum|impl|"
    r"lead|result|doubl|tripl|halv|mak|enabl|speed)(?:e|es|s|d|ed|ing|l?ing|ied|ies|t)?"
    r"|cuts?|cutting|gets?|getting|drops?|dropp(?:ed|ing)|falls?|fell|falling|ris(?:es?|ing)|rose|grows?|grew|gains|"
    r"gained|gaining|made|kept|gives?|gave|giving|means|meaning|averages|averaging|records|recorded|drives?|sees|saw|led|gives|has|"
    r"pushes|pushing|posts|saves|scoring|scored|recovers?|captures?|performs?|resulting|tops|spends?|costs?|solves?"
)
_CHANGES = re.compile(
    r"(?:improv|increas|boost|enhanc|rais|reduc|decreas|lower|sav|accelerat|shorten|compress|lift|elevat|trim|degrad|"
    r"declin|diminish|speed|doubl|halv|shrink|limit|push|bring|driv|keep|mitigat|minimi[sz]|prun)(?:e|es|s|d|ed|ing|t|ned|ning)?|"
    r"cuts?|cutting|drops?|dropp(?:ed|ing)|falls?|fell|falling|ris(?:es?|ing)|rose|grows?|grew|lowers|pruned|pruning|"
    r"goes|went|collapses?"
)


class Token(NamedTuple):
    """A word or mark of a sentence, by its positions in the text."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=64)
def tokens_of(text: str, start: int, end: int) -> Sequence[Token]:
    """Split a sentence into words and marks; a full stop, hyphen or sign inside a word belongs to it."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if word[-1] in ".'\"":
            word = word.rstrip(".'\"") or word
        start = match.start()
        found.append(Token(word, start, start + len(word)))
    return found


def index_at(tokens: Sequence[Token], position: int) -> int:
    """Give the index of the first word that begins at a position or behind it."""
    return bisect_left(tokens, position, key=attrgetter("start"))


@lru_cache(maxsize=1 << 13)
def is_noun_part(word: str) -> bool:
    """Say whether a word can stand inside a noun phrase: no number, mark, particle, or finite verb."""
    if not (word[0].isalpha() or word[0] in "@'\"`\\") or word.casefold() in _STOPS:
        return False
    if word.endswith("ly") and len(word) > 5:
        return False
    if not _VERB.fullmatch(word.casefold()) or is_metric(word):
        return True
    return is_quantity(word) and not word.endswith("s")


@lru_cache(maxsize=1 << 13)
def is_change_verb(word: str) -> bool:
    """Say whether a word is a form of a verb of change: `improves`, `reduced`, `falling`."""
    return bool(_CHANGES.fullmatch(word.casefold()))


def phrase_before(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Give the noun phrase whose last word stands right before an index, as a range of indexes, perhaps empty.

    An abbreviation in brackets belongs to it; so does what stands before `of` or `per`, where that names a metric.
    """
    first = index
    while first > 0 and index - first < LONGEST_PHRASE:
        token = tokens[first - 1]
        if token.word == ")" and first == index:
            opened = next((i for i in range(first - 2, max(-1, first - 6), -1) if tokens[i].word == "("), None)
            if opened is None or opened == 0 or not is_noun_part(tokens[opened - 1].word):
                break
            first = opened
        elif is_noun_part(token.word) or _is_noun_here(tokens, first - 1, last=first == index):
            first -= 1
        else:
            break
    if first < index and first > 1 and tokens[first - 1].word in ("of", "per"):
        head = tokens[first - 2].word
        if is_noun_part(head) and is_quantity(head):
            return phrase_before(tokens, first - 1)[0], index
    if first < index and first > 2 and tokens[first - 1].word == "the" and tokens[first - 2].word == "of":
        head = tokens[first - 3].word
        if is_noun_part(head) and is_quantity(head):
            return phrase_before(tokens, first - 2)[0], index
    return first, index


def _is_noun_here(tokens: Sequence[Token], index: int, *, last: bool) -> bool:
    """`training costs by 45%`, `the solve rate`: what might be a verb is a noun at the end, and in a listed name."""
    word = tokens[index].word
    if last:
        modified = index > 0 and is_noun_part(tokens[index - 1].word)
        return word.casefold() in CHANGE_NOUNS or (modified and is_quantity(word))
    return is_listed(f"{word} {tokens[index + 1].word}")


def phrase_behind(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Give the noun phrase that begins at an index, as a range of indexes, perhaps empty."""
    last = index
    while last < len(tokens) and last - index < LONGEST_PHRASE:
        word = tokens[last].word
        if not (is_noun_part(word) or word in CHANGE_NOUNS or (last > index and is_quantity(word))):
            break
        last += 1
    bracket = last > index and last + 2 < len(tokens) and tokens[last].word == "(" and tokens[last + 2].word == ")"
    if bracket and tokens[last + 1].word[0].isalpha() and is_metric(tokens[last + 1].word):
        last += 3
    return index, last
