"""What a number measures, in the words of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.outcomes.coordination import cue_before, list_end, list_start
from corpus_index.extract.outcomes.metric_text import SPEEDUPS, said_by
from corpus_index.extract.outcomes.metric_words import is_metric, is_quantity
from corpus_index.extract.outcomes.metrics_in_turn import in_turn
from corpus_index.extract.outcomes.noun_phrases import (
    CHANGE_NOUNS,
    Token,
    index_at,
    is_change_verb,
    is_noun_part,
    phrase_before,
    phrase_behind,
    tokens_of,
)
from corpus_index.extract.reading.lexicon import words

_COMPARATIVES = words("number_words", "comparatives")
_VAGUE = words("number_words", "vague")
_ARE = ("is", "was", "are", "were", "be", "equals", "averaging", "averaged", "reaching", "reaches", "exceeds")
_SAYS = frozenset(("of", "at", "=", ":", "(", *_ARE))
_BEFORE_OBJECTS = frozenset(("the", "its", "their", "both", "up", "down", "and"))
_AUXILIARIES = frozenset(("is", "are", "was", "were", "be", "been", "has", "can", "also"))
_TOO_VAGUE = frozenset(
    ("performance", "score", "scores", "gap", "level", "levels", "factor", "value", "values", "order", "bound")
)  # as a metric that stands far from its number
_APART = frozenset((",", ";", "(", "at", "using", "with", "over", "than", "compared", "while", "when", "without"))
_MEANS = frozenset(("average", "mean", "total", "median"))
_COUNTS = frozenset(("number", "amount", "share", "percentage", "occurrence"))  # what they count belongs to them
_MOVES = frozenset(("by", "to", "from"))
_FACTOR_WORDS = frozenset(("lower", "less", "fewer", "smaller", "shorter", "slower"))
_LEADING = re.compile(r"(?:absolute|relative|further|additional|overall|consistent|significant|average|mean)$")
_SHARE = re.compile(
    r"(?:\s*(?:,|and|to)\s*[\d/.%]+)?\s+of\s+(?P<what>(?:(?:the|its|their|all)\s+)*"
    r"(?:(?!(?:compared|of|in|on|for|when|with|to|than|by|as|and|while|from|required|used)\b)[\w'-]+\s*){1,5})"
)
_AREA_UNDER = re.compile(r"\barea under (?:the |an )?$")
_AREA_REACH = 16
_UNDER_CURVE = re.compile(r" under (?:the |an )?(?:[\w-]+ ){0,4}curves?(?: \([\w-]+\))?")
_SHARE_LEAD = re.compile(r"(?:(?:the|its|their|all)\s+)+")


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric and where it is printed; `own` where a list gives each number its own."""

    text: str
    start: int
    end: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Site:
    """A number among the words of its sentence: the words before it end at `before`, those behind it begin at `behind`.

    Of numbers in coordination (`54% and 46%`) `before` is the place of the first and `behind` that of the last. `cue`
    is the index of the last word before them that does not only bound the number.
    """

    tokens: Sequence[Token]
    before: int
    behind: int
    cue: int
    kind: ResultKind

    @property
    def cue_word(self) -> str:
        return self.tokens[self.cue].word if self.cue >= 0 else ""


def metric(
    text: str, sentence: tuple[int, int], spot: tuple[int, int], kind: ResultKind, tests: frozenset[str]
) -> Metric | None:
    """Find the metric: the nouns right behind the number, what a verb before it changes, what it is said to be of.

    `tests` are benchmarks as printed, whose names are no part of a metric.
    """
    if kind is ResultKind.COUNT:
        return None
    share = _SHARE.match(text, spot[1], sentence[1]) if kind is ResultKind.LEVEL else None
    if share:
        start, end = share.span("what")
        lead = _SHARE_LEAD.match(text, start, end)
        return _metric(text, lead.end() if lead else start, end)
    tokens = tokens_of(text, *sentence)
    site = _site(tokens, spot, kind)
    turn = in_turn(tokens, site.before, site.behind, index_at(tokens, spot[0]), site.cue)
    for first, last in (turn,) if turn else _phrases(site):
        if site.before <= first < site.behind:
            continue
        span = said_by(tokens, first, last, tests, symbol=turn is not None or site.cue_word == "=")
        if span:
            directed = first > site.before and tokens[first - 1].word in _FACTOR_WORDS
            start = tokens[first - 1].start if directed and kind is ResultKind.FACTOR else span[0]
            return _metric(text, start, span[1], own=turn is not None)
    return None


def _metric(text: str, start: int, end: int, *, own: bool = False) -> Metric | None:
    """Take the words as printed; an area goes with its curve.

    >>> metrics("We reach an area under the ROC curve (AUC) of 0.92.", "Zarp: A Model")
    0.92: area under the ROC curve (AUC)
    """
    before = _AREA_UNDER.search(text, max(0, start - _AREA_REACH), start)
    start = before.start() if before else start
    behind = _UNDER_CURVE.match(text, end) if text.endswith("area", start, end) else None
    end = behind.end() if behind else end
    printed = text[start:end].strip("`'\" ")
    return Metric(" ".join(printed.split()), start, start + len(printed), own) if printed else None


def _site(tokens: Sequence[Token], spot: tuple[int, int], kind: ResultKind) -> _Site:
    before = list_start(tokens, index_at(tokens, spot[0]))
    cue = cue_before(tokens, before)
    if cue >= 1 and tokens[cue].word == "of" and tokens[cue - 1].word == "factor":
        cue = cue_before(tokens, cue - 1)  # "cuts the latency by a factor of 3"
    if cue >= 2 and tokens[cue].word == "of" and tokens[cue - 1].word in _MEANS and tokens[cue - 2].word in ("a", "an"):
        cue -= 3
    if cue >= 2 and tokens[cue].word == "to" and tokens[cue_before(tokens, cue - 1)].word == "by":
        cue = cue_before(tokens, cue - 1)  # "cuts the latency by 3x to about 20 minutes"
    elif cue >= 0 and tokens[cue].word == "to":
        cue = next((index for index in range(cue - 1, max(-1, cue - 8), -1) if tokens[index].word == "from"), cue)
    return _Site(tokens, before, list_end(tokens, index_at(tokens, spot[1])), cue, kind)


def _phrases(site: _Site) -> Iterator[tuple[int, int]]:
    """Give the phrases that may name the metric, the likeliest first, as ranges of indexes."""
    yield from _behind(site)
    yield from _said_of(site)
    yield from _moved(site)
    if site.kind is not ResultKind.COST:
        yield from _earlier(site)
        yield from _later(site)


def _behind(site: _Site) -> Iterator[tuple[int, int]]:
    """`12% improvement in recall`, `3% higher top-1 accuracy`, `83.0 AUROC`, `64% risk reduction`.

    >>> metrics("Zarp gives a 12% gain in recall, 3% higher top-1 accuracy, and 64% risk reduction.", "Zarp: A Model")
    12: recall
    3: top-1 accuracy
    -64: risk
    """
    tokens, index = site.tokens, site.behind
    if index < len(tokens) and tokens[index].word == "in":
        first, last = phrase_behind(tokens, index + 1)
        if first < last and is_metric(tokens[last - 1].word):
            yield first, last  # "gains 2% in recall, 3% in depth"
    if index < len(tokens) and tokens[index].word in (")", "of"):
        index += 1
    while index < len(tokens) and (tokens[index].word in _COMPARATIVES or tokens[index].word in ("-", "(")):
        index += 1
    first, last = phrase_behind(tokens, index)
    changed = first < last < len(tokens) - 1 and tokens[last - 1].word.casefold() in CHANGE_NOUNS
    if changed and tokens[last].word in ("in", "of") and tokens[last - 1].word.casefold() not in SPEEDUPS:
        start = last + 1 + (tokens[last + 1].word in ("the", "both", "its"))
        yield _with_tail(tokens, *phrase_behind(tokens, start))
    known = is_metric if site.kind is ResultKind.SCORE else is_quantity
    named = any(known(token.word) for token in tokens[first:last])
    directed = index > site.behind or any(token.word.casefold() in CHANGE_NOUNS for token in tokens[first:last])
    if named or (site.kind is not ResultKind.SCORE and directed) or site.kind is ResultKind.COST:
        yield first, last
    elif site.kind is ResultKind.SCORE and is_noun_part(site.cue_word or " ") is False and site.cue_word not in _SAYS:
        ends = last == len(tokens) or tokens[last].word in (",", ".", ";", "on", "for", "and", "in", "with", "across")
        if ends and site.cue_word not in ("(", "and", "on", "in", "than", "to", "from", "by"):
            yield first, last


def _said_of(site: _Site) -> Iterator[tuple[int, int]]:
    """`an accuracy (ACC) of 92%`, `F1 = 0.92`, `the error on the test set is 3%`, `recall (91%)`.

    >>> metrics("Its balanced accuracy (BA) on all sets is 92% and its recall (91%) is high.", "Zarp: A Model")
    92: balanced accuracy (BA)
    91: recall
    """
    if site.cue_word not in _SAYS:
        verb = site.cue_word == "scores" and not (site.cue and is_metric(site.tokens[site.cue - 1].word))
        if site.cue >= 0 and is_quantity(site.cue_word) and not verb:
            yield phrase_before(site.tokens, site.cue + 1)
        return
    first, last = phrase_before(site.tokens, site.cue)
    named = any(is_quantity(token.word) for token in site.tokens[first:last])
    if named or site.cue_word in ("of", "="):
        if not named and site.cue_word == "of":
            yield from _earlier(site, reach=10)
        symbol = site.cue_word == "=" and not any(is_metric(token.word) for token in site.tokens[first:last])
        yield last - 1 if symbol and first < last else first, last


def _moved(site: _Site) -> Iterator[tuple[int, int]]:
    """What a verb of change changes: its object, or its subject where it has none.

    >>> metrics("Zarp cuts the peak memory on phones by 12%. The word error rate drops by up to 9%.", "Zarp: A Model")
    -12: peak memory
    -9: word error rate
    """
    tokens, moves = site.tokens, site.cue_word in _MOVES
    if not moves and not is_change_verb(site.cue_word or " "):
        return
    first, last = phrase_before(tokens, site.cue)
    if 0 < first < last and tokens[first - 1].word in ("and", ",", "the") and _is_measured(tokens, first, last):
        yield first, last  # "cuts memory by 12% and latency by 9%"
    start = site.cue if moves else site.cue + 1
    verb = next((i for i in range(start - 1, max(-1, site.cue - 22), -1) if is_change_verb(tokens[i].word)), None)
    if verb is not None:
        yield from _object(site, verb + 1)
        yield from _subject(tokens, verb)


def _is_measured(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(is_quantity(token.word) for token in tokens[first:last])


def _object(site: _Site, index: int) -> Iterator[tuple[int, int]]:
    """Give the phrase behind a verb."""
    tokens = site.tokens
    while index < len(tokens) and tokens[index].word in _BEFORE_OBJECTS:
        index += 1
    first, last = phrase_behind(tokens, index)
    if first < last <= site.before and not tokens[last - 1].word.endswith("ly"):
        yield _with_tail(tokens, first, last)


def _subject(tokens: Sequence[Token], verb: int) -> Iterator[tuple[int, int]]:
    """Give the phrase before a verb, and what that belongs to where it is `the X of ...`."""
    while verb > 0 and tokens[verb - 1].word.casefold() in _AUXILIARIES:
        verb -= 1
    first, last = phrase_before(tokens, verb)
    if _is_measured(tokens, first, last):
        yield first, last
    for of in range(verb - 1, max(0, verb - 16), -1):
        if tokens[of].word == "of" and is_quantity(tokens[of - 1].word):
            yield phrase_before(tokens, of)


def _with_tail(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """`the average latency of the cache`: the phrase behind `of` belongs to a metric."""
    head = tokens[last - 1].word
    if last + 1 < len(tokens) and tokens[last].word == "of" and (is_quantity(head) or head in _COUNTS):
        start = last + 1 + (tokens[last + 1].word in ("the", "its"))
        end = phrase_behind(tokens, start)[1]
        return (first, end) if start < end <= start + 3 else (first, last)
    return first, last


def _earlier(site: _Site, reach: int = 30) -> Iterator[tuple[int, int]]:
    """The nearest metric before the number.

    >>> metrics("In terms of recall, Zarp reaches 81.2%.", "Zarp: A Model")
    81.2: recall
    """
    for index in range(site.before, max(0, site.before - reach), -1):
        word = site.tokens[index - 1].word
        if word == ";":
            return
        if is_metric(word) and is_noun_part(word) and word.casefold() not in _VAGUE | _TOO_VAGUE:
            first, last = phrase_before(site.tokens, index)
            short = [token.word for token in site.tokens[last : last + 3]]
            yield first, last + 3 if short[:1] == ["("] and short[2:] == [")"] and last + 3 <= site.before else last


def _later(site: _Site) -> Iterator[tuple[int, int]]:
    """A metric a few words behind the number: `ranges from 4% to 10% in nRMSE`.

    >>> metrics("Zarp is 4% ahead in mean recall.", "Zarp: A Model")
    4: mean recall
    """
    for index in range(site.behind, min(len(site.tokens), site.behind + 12)):
        word = site.tokens[index].word
        if word in _APART or word[0].isdigit():
            return
        if is_metric(word) and is_noun_part(word) and word.casefold() not in _VAGUE:
            yield phrase_before(site.tokens, index + 1)
            return
