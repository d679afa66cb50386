"""What a number measures, in the words of the text."""

import re
from dataclasses import dataclass
from functools import cache

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.reading.lexicon import one_of

_STOP = (
    r"(?!(?:and|or|over|above|below|beyond|than|while|when|compared|on|of|in|with|for|to|by|as|from|"
    r"at|across|under|is|are|was|were|which|that|using|after|before|per|the|a|"
    r"an|we|it|our|respectively)\b)"
)
_NOUNS_BEHIND = re.compile(
    rf"\s+(?:of\s+)?(?P<what>(?:{_STOP}[A-Za-z@][\w@^-]*\s+){{0,4}}?{_STOP}[A-Za-z@][\w@^-]*)(?=\s*[,"
    rf".;:)(]|\s+(?:on|with|for|in|over|when|while|"
    r"and|compared|than|at|across|under|from|to|of|is|are|by|as|after|using|"
    r"per|relative|against|without|which|due)\b|$)"
)
_CHANGE_NOUN = re.compile(
    r"\s*\b(?:(?:absolute|relative|further|additional|overall|consistent|"
    r"significant)\s+)?(?:improvement|gain|increase|reduction|"
    r"decrease|drop|boost|saving|rise|decline|degradation|uplift|margin|loss)s?$"
)
_EMPTY = re.compile(
    r"(?:higher|lower|better|worse|more|less|fewer|faster|slower|shorter|longer|"
    r"larger|smaller|greater|points?|problems?|times)"
)
_CHANGED_IN = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,2}}?(?:improvement|gain|reduction|increase|decrease|"
    rf"saving|drop|boost|speedup|rise|decline)s?\s+(?:in|of)\s+"
    rf"(?P<what>(?:the\s+|both\s+)?(?:{_STOP}[\w@()-]+\s*){{1,4}})"
)
_OF_CHANGE = re.compile(
    r"\b(?:improv|increas|boost|enhanc|rais|reduc|sav|cut|trim|shorten|decreas|"
    r"lower|accelerat|speed(?:s|ing)? up|speed|compress|doubl|"
    rf"tripl)\w*\s+(?P<what>(?:the\s+|its\s+|both\s+)?(?:{_STOP}[\w@()-]+\s+(?:of\s+)?){{1,6}}?)(?:is\s+)"
    rf"?(?:\w+\s+)?(?:by|from|to)\b"
)
_SHARE = re.compile(
    r"(?:\s*(?:,|and|to)\s*[\d/.%]+)?\s+of\s+(?P<what>(?:(?:the|its|their|all)\s+)*"
    r"(?:(?!(?:compared|of|in|on|for|when|with|to|than|by|as|and|while|from|required|used)\b)[\w'-]+\s*){1,3})"
)
_LEAD = re.compile(
    r"(?:(?:the|its|their|both|an?|of|in|and|with|by|score of|on|at|using|"
    r"(?:achiev|reach|improv|increas|boost|reduc|limit|drop|"
    r"enhanc|yield|show|maintain|report|obtain|attain|deliver|rais|lift|configuration|"
    r"models?)\w*|higher|lower|better|faster|fewer|less|more)\s+)*"
)
_IS_CHANGED = re.compile(
    r"(?<![\w-])(?:[Tt]he|[Oo]ur|[Ii]ts)\s+(?P<what>[a-z-]+(?:\s[a-z-]+){0,3})\s+(?:of|"
    r"for)\s[^;]*\b(?:is|are)\s+(?:\w+ly\s+)?"
    r"(?:improved|reduced|increased|decreased|raised|cut|boosted|shortened)\s+by\b[^;,]*$"
)
_AND_BY = re.compile(
    r"(?:\band|,)\s+(?P<what>(?!outperform|surpass|exceed|beat|improv|reduc)[a-z]+(?:\s[a-z]+){0,2})"
    r"\s+by\s*(?:up to\s*|about\s*|over\s*|[><~])?\s*$"
)
_FIELD = re.compile(r"[^;,.()\d]{0,40}\bon\s+(?:the\s+)?(?P<what>(?:[a-z]+\s){0,2}[a-z]+)\s*(?=[(,.])")
_TAIL = re.compile(r"(?:\s+(?:of|on|in|for|and|with|to|the|than|over|at))+\s*$")


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric and where it is printed."""

    text: str
    start: int
    end: int


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:[a-z]+(?:-[a-z]+)?\s+)?(?:{one_of('measures', 'metrics')})(?:@[\w.]+)?(?![\w-])")


def metric(
    text: str, sentence: tuple[int, int], spot: tuple[int, int], kind: ResultKind, tests: frozenset[str]
) -> Metric | None:
    """Find the metric: the nouns right behind the number, what the verb before it changes, a metric before it.

    `tests` are benchmarks as printed, whose names are no part of a metric.
    """
    start, end = spot
    if kind is ResultKind.COUNT:
        return None
    if kind is ResultKind.LEVEL:
        return _found(text, tests, _SHARE.match(text, end, sentence[1]), _changed(text, sentence, start))
    behind = _named().match(text, end + 1, min(sentence[1], end + 60)) if text[end : end + 1] in " (" else None
    nouns = _NOUNS_BEHIND.match(text, end, min(sentence[1], end + 80))
    if kind is ResultKind.COST:
        return _found(text, tests, nouns)
    changed_in = _CHANGED_IN.match(text, end, sentence[1])
    near = _directed(
        text,
        end,
        kind,
        _found(
            text, tests, changed_in, behind, nouns, _changed(text, sentence, start), _passive(text, sentence, start)
        ),
    )
    if near:
        return near
    ahead = [
        match for match in _named().finditer(text, max(sentence[0], start - 80), start) if _names(text, match, start)
    ]
    return _found(text, tests, ahead[-1] if ahead else None, _FIELD.match(text, end, sentence[1]))


def _passive(text: str, sentence: tuple[int, int], start: int) -> re.Match[str] | None:
    """`the runtime of A and B is improved by 70%`, `..., and training time by 450x`."""
    return _IS_CHANGED.search(text, sentence[0], start) or _AND_BY.search(text, max(sentence[0], start - 60), start)


def _directed(text: str, end: int, kind: ResultKind, found: Metric | None) -> Metric | None:
    """`2.6x lower error`: a factor says which way only by this word."""
    if found is None or kind is not ResultKind.FACTOR:
        return found
    word = re.search(r"\b(?:lower|less|fewer|smaller|shorter|slower)\s+$", text[end : found.start])
    if not word:
        return found
    start = end + word.start()
    return Metric(f"{word[0].strip()} {found.text}", start, found.end)


def _names(text: str, match: re.Match[str], start: int) -> bool:
    """`X scores 68.7%` is a verb, and a vague `performance` must stand right before its number."""
    gap, word = text[match.end() : start], match[0].split()[-1]
    if word in ("scores", "score"):
        return (bool(re.match(r"\s*\w", gap)) and not re.fullmatch(r"\s*[a-z]*\s*", gap)) or gap.strip() in (
            "of",
            "is",
            "to",
        )
    return word not in ("performance", "efficiency", "improvement") or bool(
        re.fullmatch(r"\s*(?:of|by|to|at|from)?\s*~?", gap)
    )


def _changed(text: str, sentence: tuple[int, int], start: int) -> re.Match[str] | None:
    """`reduces token usage by 46%`: what the last verb of change before the number changes."""
    changed = [match for match in _OF_CHANGE.finditer(text, sentence[0], start) if start - match.end() < 40]
    return changed[-1] if changed else None


def _found(text: str, tests: frozenset[str], *matches: re.Match[str] | None) -> Metric | None:
    """Give the first match that says anything, without articles, verbs, change nouns and names of benchmarks."""
    for match in matches:
        if match is None:
            continue
        start, end = match.span("what") if "what" in match.re.groupindex else match.span()
        start += len(_LEAD.match(text[start:end])[0])  # type: ignore[index]
        words = text[start:end].split()
        while words and words[0].strip("()") in tests:
            start = text.index(words[0], start) + len(words.pop(0))
            start += len(text[start:end]) - len(text[start:end].lstrip())
        place = re.search(r"\s+(?:on|across)\s", text[start:end])
        end = start + place.start() if place else end
        for pattern in (_TAIL, _CHANGE_NOUN):
            tail = pattern.search(text[start:end].rstrip())
            end = start + tail.start() if tail else end
        printed = text[start:end].rstrip(" ,.;(")
        if (
            printed
            and not _EMPTY.fullmatch(printed)
            and not re.search(r"\bbaselines?$|-\d+B\b", printed)
            and printed not in tests
        ):
            return Metric(re.sub(r"\s+", " ", printed), start, start + len(printed))
    return None
