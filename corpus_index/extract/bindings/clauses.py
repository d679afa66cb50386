"""Clauses of a sentence: which phrase stands as the subject before which finite verb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus_index.extract.reading.lexicon import words

_TOKEN = re.compile(r"[A-Za-z][\w+@/'-]*(?:\.\w+)*|[,;:()]|--+|—|(?<=\s)-(?=\s)")
_MARKS = frozenset(",;:-—") | {"--", "---"}
_OPENERS = words("clauses", "openers")
_RELATIVE = frozenset(("that", "which", "who"))
_BEFORE_NOUNS = words("clauses", "before_nouns")
_BEHIND_PARTICIPLES = words("clauses", "behind_participles")
_BEHIND_NOUNS = frozenset(("of", "in", "on", "over", "for", "across"))
REPORTING = words("clauses", "reporting")
"""Verbs by which experiments tell what they found."""
_LEAD = re.compile(
    r"\s*(?:(?:and|or|so|then|thus|also|even|only|still|both|finally|notably|remarkably|specifically|importantly|"
    r"moreover|furthermore|additionally|overall|however|further|here|hence|consequently|[A-Z]?[a-z]+ly|"
    r"Notably|Moreover|Furthermore|Overall|However|Further|Here|Hence|Also|Thus|Then)\b,?\s*)+"
)
_PRONOUN_LAST = re.compile(
    r"(?<!\bon)(?<!\bof)(?<!\bin)(?<!\bto)(?<!\bby)(?<!from)(?<!with)(?<!\bfor)(?<!than)\s(?:it|they|we)\s*$"
)
_PRONOUNS = frozenset(("it", "they", "we"))
_BEING = (" is", " are", " was", " were", " becomes", " became", " remains", " represents", " serves")
_PREDICATE = re.compile(r"\s+(?:also\s+|thus\s+|as\s+)?(?:the|an?|among|one)\b")
_OUTDONE = re.compile(
    r"\b(?:(?:outperform|surpass|exceed|beat)\w*|over|than|compared (?:to|with))\s+(?P<np>(?:(?:the|an?)\s+)?"
    r"[A-Za-z][\w.-]*(?:\s+(?!by\b|on\b|in\b|with\b|and\b|of\b|for\b|at\b|from\b|to\b)[\w.-]+){0,4})\s*$"
)
_FIGURE = re.compile(r"(?<![\w.-])[+~-]?\d[\d.,]*%?(?![\w.-]*[A-Za-z])")
_AND = re.compile(r"\s*(?:and|or)\b")
_TRAIL = re.compile(
    r"(?:\s+(?:also|even|only|still|both|then|thus|not|now|further|always|often|just|itself|alone|[a-z]+ly))+\s*$"
)
_ENUMERATOR = re.compile(r"\s*\(?(?:[ivx]{1,4}|[a-z]|\d)\)")
_ADVERBIAL = re.compile(
    r"\s*(?:(?:On|In|With|At|For|By|From|Across|Under|Over|To|As|Through|Without|Despite|During|After|Before|Among|"
    r"Beyond|Unlike|Like|Within|Using|Given|Compared|Evaluated|Tested|Trained|Based|Built|Applied|When|While|If|"
    r"Via|Of|Between|on|in|with|at|for|by|from|across|under|over|to|through|without|despite|during|after|compared|"
    r"including|namely|e\.g|i\.e|respectively|[A-Za-z]+ing|[A-Za-z]+ly)\b)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb that ends at `after`, and its subject from `start` to `end`."""

    start: int
    end: int
    verb: str
    after: int


@dataclass(slots=True)
class _Segment:
    """A stretch between two marks; `verb` is where its last finite verb ends."""

    start: int
    opener: str
    end: int = 0
    verb: int | None = None
    reports: bool = False
    subject: tuple[int, int] | None = None


@cache
def finite_verbs() -> frozenset[str]:
    """Give the finite forms of the listed verbs."""
    forms = set(words("clauses", "irregular"))
    for base in words("clauses", "verbs"):
        if base.endswith("e"):
            forms |= {base, f"{base}s", f"{base}d"}
        elif base.endswith("y") and base[-2] not in "aeiou":
            forms |= {base, f"{base[:-1]}ies", f"{base[:-1]}ied"}
        elif base.endswith(("s", "x", "ch", "sh")):
            forms |= {base, f"{base}es", f"{base}ed"}
        else:
            forms |= {base, f"{base}s", f"{base}ed"}
    return frozenset(forms)


def clauses(text: str, sentence: tuple[int, int]) -> tuple[Clause, ...]:
    """Find the clauses of a sentence whose subject is printed, in order of their verbs."""
    return tuple(_scan(text, *sentence))


def _scan(text: str, start: int, end: int) -> Iterator[Clause]:
    done: list[_Segment] = []
    outer: list[_Segment] = []
    segment = _Segment(start, "")
    found = list(_TOKEN.finditer(text, start, end))
    for index, token in enumerate(found):
        word = token[0]
        if word == "(":
            outer.append(segment)
            segment = _Segment(token.end(), "(")
        elif word == ")":
            segment = outer.pop() if outer else segment
            if segment.verb is None and _ENUMERATOR.fullmatch(text, segment.start, token.end()):
                segment.start = token.end()
        elif word in _MARKS or word.casefold() in _OPENERS or (word in ("and", "or") and segment.verb):
            segment.end = token.start()
            done.append(segment)
            segment = _Segment(token.end(), word.casefold())
        elif word in finite_verbs() and _is_finite(found, index, segment):
            subject = _subject(text, segment, done, token.start())
            if subject and (segment.verb is None or segment.reports):
                yield Clause(*subject, word, token.end())
            segment.verb, segment.reports, segment.subject = token.end(), word in REPORTING, subject


def _is_finite(found: list[re.Match[str]], index: int, segment: _Segment) -> bool:
    """Tell a verb from an infinitive, a participle (`results obtained by`) and a noun (`scores of`)."""
    word = found[index][0]
    before = found[index - 1][0] if index and found[index - 1].start() >= segment.start else ""
    after = found[index + 1][0] if index + 1 < len(found) else ""
    if before.casefold() in _BEFORE_NOUNS:
        return False
    if word in words("clauses", "participles") and after in _BEHIND_PARTICIPLES:
        return False
    if word not in words("clauses", "nouns") or not before:
        return True
    if after in _BEHIND_NOUNS or after in _MARKS or after in ("(", ")", "and") or after in finite_verbs():
        return False
    return word.endswith("s") or (before.endswith("s") and not before.endswith(("'s", "ss")))


def _subject(text: str, segment: _Segment, done: list[_Segment], verb: int) -> tuple[int, int] | None:
    """Give the phrase before a verb; where it is empty, the one that a comma or a relative pronoun leads back to."""
    first = segment.start if segment.verb is None else segment.verb
    start, end = _trimmed(text, first, verb)
    if start < end:
        if text[start:end] in _PRONOUNS:
            return start, end
        listed = segment.opener == "," and _AND.match(text, first, start)
        return (_apposed(text, done) or (start, end))[0] if listed else start, end
    if not done or segment.verb is not None:
        return None
    if segment.opener in _RELATIVE:
        return _antecedent(text, done)
    return _apposed(text, done) if segment.opener == "," else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    trail = _TRAIL.search(text[start:end])
    end = start + trail.start() if trail else end
    pronoun = _PRONOUN_LAST.search(text[start:end])
    start = start + pronoun.start() + 1 if pronoun else start
    while start < end and text[start] in " ,":
        start += 1
    while start < end and text[end - 1] in " ,":
        end -= 1
    return start, end


def _apposed(text: str, done: list[_Segment]) -> tuple[int, int] | None:
    """`TrellisKV, a new cache, achieves`: from the first stretch that can be part of the subject."""
    first = None
    behind = _before_relative(text, done[:-1] if done[-1].opener in _RELATIVE else done)
    if not behind:
        return None
    for segment in reversed(behind[-4:]):
        if segment.verb is not None or _ADVERBIAL.match(text, segment.start, segment.end):
            break
        first = segment
        if segment.opener != ",":
            break
    return _trimmed(text, first.start, behind[-1].end) if first else None


def _before_relative(text: str, done: list[_Segment]) -> list[_Segment]:
    """`Zarp-7B, which uses a cache and a search, achieves`: what stands before a relative clause that has closed."""
    for index in range(len(done) - 1, max(-1, len(done) - 5), -1):
        if done[index].verb is not None:
            if done[index].opener not in ("which", "who"):
                break
            before = done[:index]
            blank = before and not text[before[-1].start : before[-1].end].strip()
            return before[:-1] if blank else before
    return done


def _antecedent(text: str, done: list[_Segment]) -> tuple[int, int] | None:
    """`we propose TrellisKV, a new cache, which achieves`: what stands after the verb of the clause before.

    Where a number stands there (`Zarp-7B scores 62.7 with tools, which is 3.7 above`), or what the subject is (`Zarp-7B
    is the only model that achieves`), it is the subject of that verb; but `outdoes Quil-8B, which achieves` goes on.
    """
    last = done[-1]
    if not text[last.start : last.end].strip() and len(done) > 1:
        done = done[:-1]
        last = done[-1]
    first = last
    if last.verb is None and last.opener == "," and len(done) > 1 and not _ADVERBIAL.match(text, done[-2].start):
        first = done[-2]
    outdone = _OUTDONE.search(text[last.start : last.end])
    if outdone:
        return last.start + outdone.start("np"), last.start + outdone.end("np")
    if first.subject and first.verb is not None:
        is_one = text.endswith(_BEING, 0, first.verb) and _PREDICATE.match(text, first.verb)
        if is_one or _FIGURE.search(text, first.verb, last.end):
            return first.subject
    start = first.verb if first.verb is not None else first.start
    return _trimmed(text, start, last.end) if start < last.end else None
