"""A number with the words around it, and what the grammars of specifications make of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from corpus_index.extract.reading.numbers import Number

REACH = 120
"""How far before and behind a number its grammars look, in characters."""
ABOUT = (
    r"(?:(?:only|just|a|an|the|all|of|full|mere|merely|simply|about|around|over|more than|under|approximately|"
    r"approx\.|up"
    r" to|nearly|almost|roughly|some|another|at least|at most|fewer than|less than|a total of|in total|totally|exactly"
    r"|additional|these|our|its)\s+|[~<>]=?\s*)*$"
)
"""Words that may stand between a cue and the number that it announces."""
_BREAK = re.compile(r"[.;:]\s|,\s(?:while|and|which|but)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A specification by its span in the record's text; `subject` is what it describes, where its phrase says so.

    So many characters `ahead` of it say what the number is, and belong to its evidence.
    """

    attribute: str
    value: float
    unit: str | None
    start: int
    end: int
    subject: str | None = None
    rule: str = ""
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number and the words of its sentence before and behind it, with what was found right before it.

    `printed` is the number as the text has it; `owner` is the name that stands right before it, with its start.
    """

    number: Number
    printed: str
    before: str
    after: str
    last: Found | None = None
    owner: tuple[str, int] | None = None

    def found(self, attribute: str, unit: str | None, length: int = 0, *, cue: re.Match[str] | None = None) -> Found:
        """Say that the number gives an attribute.

        The evidence takes in `length` characters behind the number and what stands from `cue` on before it.
        """
        ahead = len(self.before) - cue.start() if cue else 0
        number = self.number
        return Found(attribute, number.value, unit, number.start, number.end + length, ahead=ahead)


def nearest(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Give the shortest match of a pattern that reaches to the end of the words before a number."""
    found = None
    match = pattern.search(before)
    while match is not None:
        found = match
        match = pattern.search(before, match.start() + 1) if match.start() < len(before) else None
    return found


Grammar = Callable[[Phrase], Found | None]
"""A rule: what a number specifies, or `None`."""


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """A number gives `attribute` where the text right before and right behind it match.

    Without a `unit`, the group `noun` behind the number names it, or the unit printed with it; `printed` are the units
    that may be. Where the `topic` stands before, in the same clause, it belongs to the evidence. `scaled` asks for a
    magnitude (`256k`), `least` and `most` bound the value. `example` is a sentence that the rule reads, and `reads`
    what it reads in it.
    """

    name: str
    attribute: str
    before: re.Pattern[str] | None
    after: re.Pattern[str]
    unit: str | None
    example: str
    reads: str
    printed: tuple[str | None, ...] = (None,)
    scaled: bool = False
    least: float = 0
    most: float = inf
    topic: re.Pattern[str] | None = None

    def __call__(self, phrase: Phrase) -> Found | None:
        """Read the number of a phrase."""
        number = phrase.number
        if number.sign or number.unit not in self.printed or not self.least <= number.value <= self.most:
            return None
        behind = self.after.match(phrase.after)
        if behind is None or (self.scaled and not number.scaled):
            return None
        cue = nearest(self.before, phrase.before) if self.before is not None else None
        if self.before is not None and cue is None:
            return None
        unit = self.unit or number.unit or " ".join(behind["noun"].split()) or None
        return phrase.found(self.attribute, unit, behind.end(), cue=self._topic(phrase.before, cue) or cue)

    def _topic(self, before: str, cue: re.Match[str] | None) -> re.Match[str] | None:
        """Give the last topic before the cue, unless the cue itself holds one."""
        if self.topic is None or cue is None or self.topic.search(cue[0]):
            return None
        said = [match for match in self.topic.finditer(before) if not _BREAK.search(before, match.end())]
        return said[-1] if said else None


def phrase_rule(
    name: str,
    attribute: str,
    before: str,
    after: str,
    unit: str | None = None,
    *,
    example: str,
    reads: str,
    printed: tuple[str | None, ...] = (None,),
    scaled: bool = False,
    least: float = 0,
    most: float = inf,
    topic: str = "",
) -> PhraseRule:
    """Compile a rule from the patterns of the text before (at its end) and behind (at its start) a number."""
    ahead = re.compile(before, re.IGNORECASE) if before else None
    said = re.compile(topic) if topic else None
    return PhraseRule(
        name, attribute, ahead, re.compile(after), unit, example, reads, printed, scaled, least, most, said
    )
