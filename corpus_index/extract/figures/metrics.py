"""What a number measures, in the words of the text."""

import re
from dataclasses import dataclass
from functools import cache

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.reading.lexicon import one_of

_OF_CHANGE = re.compile(
    r"\b(?:improv|increas|boost|enhanc|rais|reduc|sav|cut|trim|shorten|decreas|"
    r"lower|accelerat|speed(?:s|ing)? up|speed|compress)\w*\s+(?P<what>(?:the\s+|"
    r"its\s+|average\s+|both\s+)?(?:(?!and\b|over\b|than\b|while\b|compared\b)[\w@()-]+\s+){1,6}?)"
    r"(?:is\s+)?(?:\w+\s+)?(?:by|from|to)\b"
)
_IN = re.compile(
    r"\s+(?:\w+\s+)?(?:improvements?|gains?|reductions?|increases?|decreases?|"
    r"savings?|drop|boost|speedup)\s+(?:in|of)\s+(?P<what>(?:the\s+|both\s+)?(?:[\w@()-]+\s*){1,4})"
)


_LEAD = re.compile(
    r"(?:(?:the|its|their|both|an?|of|in|and|with|by|score of|on|at|using|(?:achiev|reach|improv|increas|boost|reduc|"
    r"limit|drop|enhanc|yield|show|maintain|report|obtain|attain|deliver|"
    r"rais|configuration|models?)\w*|higher|lower|better)\s+)*"
)
_SHARE = re.compile(
    r"(?:\s*(?:,|and|to)\s*[\d/.%]+)?\s+of\s+(?P<what>(?:(?:the|its|their|all)\s+)*"
    r"(?:(?!compared|of|in|on|for|when|with|to|than|by|as|and|while|from|required|used)[\w'-]+\s*){1,3})"
)


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric and where it is printed."""

    text: str
    start: int
    end: int


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:[a-z]+(?:-[a-z]+)?\s+)?(?:{one_of('measures', 'metrics')})(?:@[\w.]+)?(?![\w-])")


def metric(text: str, sentence: tuple[int, int], spot: tuple[int, int], kind: ResultKind) -> Metric | None:
    """Find the metric: the noun right behind the number, what the verb before it changes, a metric before it."""
    start, end = spot
    behind = _named().search(text, end, min(sentence[1], end + 45))
    if behind and re.fullmatch(
        r"[\s(]*(?:average|mean|overall|absolute|relative|higher|better|lower)?\s*(?:[a-z-]+\s+)?",
        text[end : behind.start()],
    ):
        return _metric(text, behind.start(), behind.end())
    change = _IN.match(text, end, sentence[1])
    if change:
        return _metric(text, change.start("what"), change.end("what"))
    changed = [match for match in _OF_CHANGE.finditer(text, sentence[0], start) if start - match.end() < 30]
    if changed and kind is not ResultKind.LEVEL:
        return _metric(text, changed[-1].start("what"), changed[-1].end("what"))
    ahead = list(_named().finditer(text, max(sentence[0], start - 80), start))
    if ahead:
        return _metric(text, ahead[-1].start(), ahead[-1].end())
    share = _SHARE.match(text[end : sentence[1]])
    if share:
        return _metric(text, end + share.start("what"), end + share.end("what"))
    return None


def _metric(text: str, start: int, end: int) -> Metric | None:
    words = text[start:end]
    lead = _LEAD.match(words)
    start += lead.end() if lead else 0
    tail = re.search(r"(?:\s+(?:of|on|in|for|and|with|to|the|than|over|at))+\s*$", text[start:end])
    end = start + tail.start() if tail else end
    printed = text[start:end].rstrip(" ,.;(")
    if not printed or re.search(r"\bbaselines?$|-\d+B\b", printed):
        return None
    return Metric(re.sub(r"\s+", " ", printed), start, start + len(printed))
