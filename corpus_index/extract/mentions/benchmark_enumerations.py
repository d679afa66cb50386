"""Enumerations of names that may be data sets: `A, B, and C`, with the sentence around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus_index.extract.mentions.benchmark_candidates import Candidate, candidates
from corpus_index.extract.mentions.benchmark_name import NOUN, BenchmarkName
from corpus_index.extract.reading.text import Text

_ADJECTIVE = r"(?:[a-z]+-[a-z]+\s+)?"
_JOINT = re.compile(
    rf"(?:\s+(?:[a-z][\w-]*\s+)?{NOUN})?(?:\s*\([^()]{{0,90}}\)|:?\s[+-]?\d+(?:\.\d+)?\s?%?)?"
    rf"(?:\s*[,;]\s*(?:(?:the|both)\s+(?:[a-z-]+\s+)?|{_ADJECTIVE})|\s?/\s?|"
    r"(?:\s*[,;])?\s+(?:and|or|&|as well as|vs\.?|versus)\s+(?:on\s+)?"
    rf"(?:(?:the|its|both|an?|our)\s+(?:[a-z-]+\s+){{0,2}}?|{_ADJECTIVE}))"
    r"(?:\((?:i{1,3}|iv|v|[1-9a-e])\)\s+)?"
    r"(?:(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*,\s+(?:and\s+)?)?"
)
"""What stands between the names of an enumeration; capitalised words that are no candidates may be one of its items."""
_NOUN_NEXT = re.compile(rf"\s+(?:[a-z][\w-]*\s+)?{NOUN}")
_NEXT_BRACKET = re.compile(r"\)(?:\s*[,;](?:\s+and)?|\s+and)\s+(?:[a-z][\w-]*\s+){1,4}\(")
"""Between names in a bracket each, behind what they are for: `parsing (A), and tagging (B)`."""
_LONGEST_GAP = 130
_OPENS = re.compile(r"(?:[A-Z][\w-]*,?\s)?(?:On|In|For|At|Across|With|Under|Using|on|across)\s")
_CLOSES = re.compile(r"\s*(?:\([^()]*\)\s*)?[,;)]")
_AROUND = 200
"""How many characters on either side of an enumeration are looked at."""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Candidates joined by commas or `and`, and the sentence around them, cut where it is long."""

    members: tuple[Candidate, ...]
    before: str
    after: str
    in_title: bool
    in_brackets: bool = False
    called: tuple[Candidate, ...] = ()
    """The members, without the last, that have a noun of their own behind them: `the X benchmark and Y`."""

    @property
    def single(self) -> bool:
        """Say whether one name stands alone."""
        return len(self.members) == 1


def enumerations(text: Text, known: list[BenchmarkName], taken: list[tuple[int, int]]) -> Iterator[Enumeration]:
    """Group the candidates of every sentence; names of other things (`taken`) part them."""
    for start, end, found in candidates(text, known, taken):
        yield from _grouped(text, found, start, end)
        yield from _bracketed(text, found, start, end)


def _grouped(text: Text, found: list[Candidate], start: int, end: int) -> Iterator[Enumeration]:
    group: list[Candidate] = []
    for candidate in found:
        gap = text.clean[group[-1].end : candidate.start] if group else ""
        if group and not (len(gap) < _LONGEST_GAP and _JOINT.fullmatch(gap)):
            yield from _without_subject(text, group, start, end)
            group = []
        group.append(candidate)
    if group:
        yield from _without_subject(text, group, start, end)


def _bracketed(text: Text, found: list[Candidate], start: int, end: int) -> Iterator[Enumeration]:
    """Group names that stand in brackets of their own, one behind the other."""
    group: list[Candidate] = []
    for candidate in found:
        if group and not _NEXT_BRACKET.fullmatch(text.clean, group[-1].end, candidate.start):
            if len(group) > 1:
                yield replace(_enumeration(text, group, start, end), in_brackets=True)
            group = []
        group.append(candidate)
    if len(group) > 1:
        yield replace(_enumeration(text, group, start, end), in_brackets=True)


def _without_subject(text: Text, group: list[Candidate], start: int, end: int) -> Iterator[Enumeration]:
    """Part the subject from what opens the sentence: `On A, B improves` speaks of A alone."""
    if (
        len(group) > 1
        and text.clean[group[-2].end : group[-1].start].strip().endswith(",")
        and _OPENS.match(text.clean, start, group[0].start)
        and not _CLOSES.match(text.clean, group[-1].end)
    ):
        yield _enumeration(text, group[:-1], start, end)
        group = group[-1:]
    yield _enumeration(text, group, start, end)


def _enumeration(text: Text, group: list[Candidate], start: int, end: int) -> Enumeration:
    first, last = group[0].start, group[-1].end
    far = first - start > _AROUND
    before = f"…{text.clean[first - _AROUND : first]}" if far else text.clean[start:first]
    called = tuple(
        one for one, other in pairwise(group) if _NOUN_NEXT.match(text.clean, one.end, min(other.start, one.end + 40))
    )
    after = text.clean[last : min(end, last + _AROUND)]
    return Enumeration(tuple(group), before, after, end <= text.body, called=called)
