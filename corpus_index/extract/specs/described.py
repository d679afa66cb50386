"""Numbers that describe an artefact or a set-up rather than an outcome."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from corpus_index.domain.facts import Spec
from corpus_index.extract.bindings.actors import Cast
from corpus_index.extract.reading.numbers import Number, has_digit, numbers
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.spans import Spans
from corpus_index.extract.reading.text import Text
from corpus_index.extract.specs.collections import COLLECTION_RULES, parts
from corpus_index.extract.specs.counts import read_count
from corpus_index.extract.specs.lengths import LENGTH_RULES
from corpus_index.extract.specs.model_sizes import MODEL_SIZE_RULES, with_letter_apart
from corpus_index.extract.specs.phrase import REACH, Found, Grammar, Phrase, PhraseRule
from corpus_index.extract.specs.quantities import QUANTITY_PHRASE_RULES, QUANTITY_RULES
from corpus_index.extract.specs.ratios import RATIO_RULES
from corpus_index.extract.specs.resolutions import squares
from corpus_index.extract.specs.resources import RESOURCE_RULES
from corpus_index.extract.specs.series import in_series
from corpus_index.extract.specs.settings import SETTING_RULES
from corpus_index.extract.specs.spelled import spelled_numbers

SPEC_GRAMMARS = (
    RATIO_RULES,
    LENGTH_RULES,
    RESOURCE_RULES,
    QUANTITY_PHRASE_RULES,
    SETTING_RULES,
    COLLECTION_RULES,
    (read_count,),
    QUANTITY_RULES,
)
"""The grammars of everything but the sizes of models, in the order in which they are tried."""
_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_DIGIT = re.compile(r"\d")
_SPELLED_OUT = ("illion", "thousand", "layers")
_SPELLED = re.compile("|".join(_SPELLED_OUT))
_DIGIT_OR_SPELLED = re.compile(rf"\d|{_SPELLED.pattern}")
_SIZE = re.compile(r"\d\s{0,3}[BM]\b|parameter|illion")
_OWN = re.compile(
    r"\b(?:we|our|this (?:paper|work|study|report|article|thesis)|in this|here|(?:is|are) (?:proposed|presented|"
    r"introduced)|achiev\w+|"
    r"outperform\w+)\b",
    re.IGNORECASE,
)
_COLLECTED = re.compile(r"\b(?:was|were) (?:collected|annotated|recruited|constructed)\b")
_CLAUSE_OF_RIVAL = 300  # how far before a number a rival is looked for, in characters
_CLAUSE = 90  # how far before a number its owner is looked for, in characters
_BESIDE = re.compile(r"\s|\s?\((?:\d+(?:\.\d+)?[BM](?:,\s+and\s+|,\s+|\s+and\s+))*")
_RIVAL = re.compile(r"\b(?:outperform|surpass|exceed|than|compared (?:to|with))\w*\b[^,;]*$")
_BREAK = re.compile(r"[.;:]\s|\b(?:while|whereas)\b")


def specs(
    text: Text, spans: list[tuple[int, int]], taken: list[tuple[int, int]], who: Cast
) -> Iterator[tuple[Spec, str]]:
    """Give the specifications of the abstract in order, each with its rule; `taken` are the spans of outcomes.

    A specification that the abstract repeats is given once.
    """
    spelled = any(word in text.clean for word in _SPELLED_OUT)
    if not spelled and not has_digit(text.clean):
        return
    own = _own_work(text, who)
    names, blocked = Spans.of(spans), Spans.of([*spans, *taken])
    seen: set[tuple[str, float, str | None]] = set()
    for sentence in text.sentences:
        background = sentence[1] <= own
        needed = _SIZE if background else _DIGIT_OR_SPELLED if spelled else _DIGIT
        if sentence[0] < text.body or not needed.search(text.clean, *sentence):
            continue
        for spec in _of_sentence(text, sentence, names, blocked, background=background):
            if (spec.attribute, spec.value, spec.unit) in seen:
                continue
            seen.add((spec.attribute, spec.value, spec.unit))
            subject = spec.subject or _described(text.clean, who, sentence, spec)
            address = text.address(_word_start(text.clean, spec.start - spec.ahead), spec.end)
            described = Spec(subject=subject, attribute=spec.attribute, value=spec.value, unit=spec.unit, **address)
            yield described, spec.rule


def _word_start(text: str, position: int) -> int:
    """Give the start of the word, with its prefix and hyphens, that holds a position: of `pre-trained` in `trained`."""
    while position and (text[position - 1].isalnum() or (text[position - 1] == "-" and text[position - 2].isalnum())):
        position -= 1
    return position


def _own_work(text: Text, who: Cast) -> int:
    """Say where the paper begins to speak of itself; a paper that never does speaks of itself all along."""
    if text.summary:
        return 0
    cue = _OWN.search(text.clean, text.body)
    collected = _COLLECTED.search(text.clean, text.body, cue.start()) if cue else None
    starts = [found.start() for found in (collected, cue) if found][:1]
    starts += [actor.start for actor in who.actors if actor.name == who.main and actor.start >= text.body][:1]
    return min(starts, default=0)


def _of_sentence(
    text: Text,
    sentence: tuple[int, int],
    names: Spans,
    blocked: Spans,
    *,
    background: bool,
) -> list[Found]:
    clean = text.clean
    given: Sequence[Number] = numbers(clean, *sentence)
    if _SPELLED.search(clean, *sentence):
        given = sorted([*given, *spelled_numbers(clean, *sentence)], key=lambda number: number.start)
    free = [number for number in given if not blocked.cover(number.start)]
    drawn = [] if background else [square for square in squares(clean, *sentence) if not blocked.cover(square.start)]
    sides = Spans.of([(square.start, square.end) for square in drawn])
    found: list[Found] = []
    readings: list[tuple[Number, Found | None]] = []
    for printed in free:
        if (found and printed.start < found[-1].end) or sides.cover(printed.start):
            continue
        number = with_letter_apart(printed, clean[printed.end : printed.end + 20])
        phrase = _phrase(clean, sentence, number, found[-1] if found else None, names)
        spec = _read(phrase, background=background)
        readings.append((number, spec))
        if spec:
            found.append(spec)
            found += parts(clean, spec, sentence[1], free)
    found += drawn
    found += in_series(clean, readings)
    found += [replace(spec, value=number.high) for number, spec in readings if spec and number.high is not None]
    return sorted(found, key=lambda spec: spec.start)


def _phrase(clean: str, sentence: tuple[int, int], number: Number, last: Found | None, names: Spans) -> Phrase:
    before = clean[max(sentence[0], number.start - REACH) : number.start]
    after = clean[number.end : min(sentence[1], number.end + REACH)].replace("~", " ")
    span = names.before(number.start) if number.scaled else None
    beside = span and number.start - span[1] < REACH and _BESIDE.fullmatch(clean, span[1], number.start)
    owner = (clean[slice(*span)], span[0]) if span and beside else None
    return Phrase(number, clean[number.start : number.end], before, after, last, owner)


def _read(phrase: Phrase, *, background: bool) -> Found | None:
    """Read one number by the first rule that knows its phrase; of background, only sizes of models are read."""
    if phrase.number.shape not in ("figure", "spelled"):
        return None
    for rule in MODEL_SIZE_RULES:
        found = rule(phrase)
        if found:
            return replace(found, rule=name_of(rule))
    if background:
        return None
    behind, rules, others = _rules_of(phrase.number.unit)
    for named in rules if behind.match(phrase.after) else others:
        found = named(phrase)
        if found:
            return found if found.rule else replace(found, rule=getattr(named, "name", "") or name_of(named))
    return None


@cache
def _rules_of(unit: str | None) -> tuple[re.Pattern[str], tuple[Grammar, ...], tuple[Grammar, ...]]:
    """Give what some words behind a number of this unit may be, all its rules, and those that need no such words."""
    rules = [rule for grammar in SPEC_GRAMMARS for rule in grammar]
    rules = [rule for rule in rules if not isinstance(rule, PhraseRule) or unit in rule.printed]
    needing = [rule for rule in rules if isinstance(rule, PhraseRule) and not rule.after.match("")]
    behind = "|".join(_GROUP_NAME.sub("(?:", rule.after.pattern) for rule in needing) or "(?!)"
    return re.compile(behind), tuple(rules), tuple(rule for rule in rules if rule not in needing)


def _described(text: str, who: Cast, sentence: tuple[int, int], spec: Found) -> str | None:
    """Name what a number describes: the artefact or model that its clause names before it, else the main one.

    What a rival was made with (`outperforms a model distilled on 800K samples`) describes nobody here.
    """
    if _RIVAL.search(text, max(sentence[0], spec.start - _CLAUSE_OF_RIVAL), spec.start):
        return None
    for index in range(bisect_left(who.actors, spec.start, key=attrgetter("start")) - 1, -1, -1):
        actor = who.actors[index]
        if actor.start < sentence[0] or actor.end <= spec.start:
            near = actor.start >= sentence[0] and spec.start - actor.end < _CLAUSE
            return actor.name if near and not _BREAK.search(text, actor.end, spec.start) else who.main
    return who.main
