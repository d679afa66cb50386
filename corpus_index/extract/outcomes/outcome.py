"""A number read as an outcome, and the words around it that say so."""

import re
from typing import NamedTuple

from corpus_index.domain.facts import Bound, ResultKind
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.numbers import Number

_REACH = 240  # of the words before a number that can say what it is, in characters
_REACH_BEHIND = 160
_PADDING = " ~<>≤≥=:("
_MODIFIERS = words("number_words", "modifiers")
_PHRASES = re.compile(
    r"(?:\bup to|\bmore than|\bless than|\bgreater than|\bhigher than|\bbetter than|\blower than|\bfewer than|"
    r"\bat least|\bat most|\bas (?:much|many|high|low|few|little|large) as|\bin excess of|\bclose to|\ban? (?:average|"
    r"total|mean|median|maximum|minimum|peak|additional|further|absolute|relative) of|\bon average)$"
)
_CLAUSE = re.compile(r";|,\s(?:while|whereas|but|yet|and|which|with)\s|w(?<!\w.)h(?:ile|ereas)\s")
_CUE = re.compile(r"(?:[\w'-]+\.?|[=:(≤≥<>±~])$")


class Spot(NamedTuple):
    """A number in its sentence.

    `printed` is the number itself, `before` and `after` are the words around it; `lead` is `before` without what only
    bounds or praises the number (`up to`, `an impressive`), `cue` its last word or mark in lower case, and `clause` its
    last clause. `beside` says that the name of a benchmark stands right next to the number.
    """

    number: Number
    printed: str
    before: str
    after: str
    lead: str
    cue: str
    clause: str
    beside: bool = False


def spot_of(number: Number, text: str, sentence: tuple[int, int], *, beside: bool = False) -> Spot:
    """Look at the words around a number of a sentence."""
    before = text[max(sentence[0], number.start - _REACH) : number.start]
    lead, mark = _lead(before)
    found = _CUE.search(lead, max(lead.rfind(" ") + 1, len(lead) - 40))
    cue = mark or (found[0].casefold() if found else "")
    clause = _CLAUSE.split(lead)[-1]
    after = text[number.end : min(sentence[1], number.end + _REACH_BEHIND)]
    return Spot(number, text[number.start : number.end], before, after, lead, cue, clause, beside)


def _lead(before: str) -> tuple[str, str]:
    """Take off what only bounds or praises; give the rest, and the mark (`=`, `(`, `:`) that stood behind it."""
    lead, mark = before.rstrip(), ""
    while lead:
        if lead[-1] in "~<>≤≥≈{":
            mark = mark or ("<" if lead[-1] in "<>≤≥" and lead[-2:-1] != "(" else "")
            lead = lead[:-1].rstrip()
        elif lead[-1] in "=:(":
            return lead[:-1].rstrip(), lead[-1]
        elif lead.endswith((" on average", " on an average")):
            lead = lead.removesuffix(" average").removesuffix(" an").removesuffix(" on").rstrip()
        elif lead[lead.rfind(" ") + 1 :].casefold().lstrip("(") in _MODIFIERS:
            cut = lead.rfind(" ") + 1
            lead = lead[: cut + (1 if lead[cut : cut + 1] == "(" else 0)].rstrip()
        elif phrase := _PHRASES.search(lead, max(0, len(lead) - 24)):
            lead = lead[: phrase.start()].rstrip()
        else:
            break
    return lead, mark


class Measure(NamedTuple):
    """A number read as an outcome; `end` is where its unit and noun end in the text.

    A `weak` reading is the one that is left when nothing around the number says more.
    """

    kind: ResultKind
    value: int | float
    high: int | float | None
    unit: str | None
    bound: Bound | None
    end: int
    total: float | None = None
    rule: str = ""
    weak: bool = False


def score(number: Number, unit: str | None = None, *, weak: bool = False, length: int = 0) -> Measure:
    """An absolute level, with its sign as printed; `length` characters behind the number are its unit."""
    value = -number.value if number.sign < 0 else number.value
    high = -number.high if number.high is not None and number.high_sign < 0 else number.high
    return Measure(ResultKind.SCORE, value, high, unit, number.bound, number.end + length, weak=weak)


def of_kind(kind: ResultKind, number: Number, unit: str | None, length: int = 0) -> Measure:
    """A number without a direction; `length` characters behind it are its unit."""
    return Measure(kind, number.value, number.high, unit, number.bound, number.end + length)
