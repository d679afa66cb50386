"""The names in the noun phrase that a cue opens: `X`, `a framework (X)`, `two datasets, X and Y`, `Foo Bar (FB)`."""

import re
from collections.abc import Iterator

from corpus_index.extract.artefacts.established import is_common, is_established, is_generic, is_known, is_relative
from corpus_index.extract.artefacts.noun_phrases import (
    APART,
    APPOSED,
    BRACKET,
    CLOSING,
    ENDS,
    heads,
    noun_after,
    noun_before,
    phrase_end,
)
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import RUN, is_name, is_title_case, name_from, name_of_run
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import LETTERS, Name, name_group

_MORE = re.compile(
    rf"{BRACKET}(?:,\s*(?!and\b|or\b|an?\b|the\b|our\b)|(?:,\s*)?(?:and|or|&|as well as|along with|alongside|"
    r"together with|plus)\s+(?:also\s+)?(?:(?:an?|the|its|our)\s+)?)"
    rf"(?:(?:new|novel|[a-z]+-[a-z]+)\s+){{0,3}}[{{\"'`]*(?=[{LETTERS}0-9])"
)
_RENAMED = re.compile(
    rf"{CLOSING},?\s*(?:which we\s+|we\s+)?(?:termed|called|dubbed|named|denoted|abbreviated|call|term|name)\b"
)
_NUMBERED = re.compile(r"[A-Z][a-z]{2,}[ -]\d+(?:\.\d+)?[KkMB]?")
_SHORT_FORM = r"\((?:the\s)?\{?(?P<name>[A-Za-z0-9][\w.+-]{1,20})\}?(?:\s(?:model|method|framework|algorithm))?\)"
_SHORT_FORM_BEHIND = re.compile(rf"{CLOSING}(?:\s+[a-z]+)?(?:\s+[A-Z][\w-]*){{0,3}}\s*{_SHORT_FORM}")
_SHORT_FORM_OF_WORDS = re.compile(rf"(?<=[a-z]\s){_SHORT_FORM}")
_MADE_OF = re.compile(r"[\s-]*(?:-based|based|-driven|-style|-like)\b")
_DESCRIPTION = re.compile(r"\s+an?\s(?:new|novel|simple|efficient|unified|general|lightweight)\b")
_RESOURCE = re.compile(r"\s(?:data\s?set|corpus|benchmark)\b", re.IGNORECASE)
_QUOTES = " \t\"'`{}*(:,"
_SHORTEST_WORD = 3
_NEAR = 8
_REACH = 40


def presented(passage: Passage, start: int, end: int, *, surely: bool) -> Iterator[Name | Pair]:
    """Give the names in the noun phrase from `start`, and those that are listed with them.

    `surely` says that the cue leaves no doubt (`we propose`); otherwise (`we build`) a name that others may have
    introduced is left out.
    """
    edge = phrase_end(passage.text.clean, start, end)
    found = _in_phrase(passage, start, edge, end, surely=surely)
    if found is None and edge < end and passage.text.clean[edge] in ",:":
        found = _behind_phrase(passage, start, edge, end, surely=surely)
    while found is not None:
        yield found
        found = _next_listed(passage, found, end)


def _in_phrase(passage: Passage, start: int, edge: int, end: int, *, surely: bool) -> Name | Pair | None:
    """Read the phrase itself: a name, words with their short form, or words with a name in brackets behind them."""
    clean = passage.text.clean
    pair = passage.pair_from(start, edge)
    for run in RUN.finditer(clean, start, min(end, edge + 1)):
        name = name_of_run(run)
        if run.start() >= (pair.start if pair else edge) or (pair and name and name.text == pair.short):
            break
        if name and name.text not in passage.defined and _fits(passage, name, start, surely=surely):
            return _short_form_of(clean, name) or name
    if pair and pair.end <= end + 1 and not _MADE_OF.match(clean, pair.end):
        return pair if heads(clean[start : pair.start]) else None
    bracket = _SHORT_FORM_OF_WORDS.search(clean, start, min(end, edge + 1))
    if bracket is None or not is_name(bracket["name"]) or is_common(bracket["name"]):
        return None
    return name_group(bracket) if heads(clean[start : bracket.start()]) else None


def _short_form_of(clean: str, name: Name) -> Name | None:
    """Give the short form in the bracket behind capitalised words that do not spell it (`Foo Bar (FBX-2)`)."""
    bracket = _SHORT_FORM_BEHIND.match(clean, name.end)
    if not bracket or is_name(name.text.split()[0]) or not is_name(bracket["name"]) or is_generic(bracket["name"]):
        return None
    return name_group(bracket)


def _behind_phrase(passage: Passage, start: int, edge: int, end: int, *, surely: bool) -> Name | Pair | None:
    """Read what stands in apposition to the phrase: `a new benchmark, X, ...`; `a metric: the Foo Bar Score (FBS)`."""
    clean = passage.text.clean
    noun = noun_before().search(clean[start:edge])
    pair = passage.pair_from(edge, edge + _NEAR)
    if noun and pair and pair.end <= end + 1:
        return pair
    position = edge + 1
    while position < end and clean[position] in _QUOTES:
        position += 1
    name = name_from(clean, position, end)
    if name is None or name.text in passage.defined or not ENDS.match(clean, name.end):
        return None
    if is_generic(name.text) if surely else is_common(name.text):
        return None
    if is_name(name.text.split()[0]):
        described = surely and _DESCRIPTION.match(clean, start) and clean[edge] == "," and APART.match(clean, name.end)
        return name if noun or described or clean.startswith(",", name.end) else None
    return name if noun and (APART.match(clean, name.end) or is_title_case(name.text)) else None


def _next_listed(passage: Passage, previous: Name | Pair, end: int) -> Name | Pair | None:
    """Read on in a list: `A, B, and C`; `X (LONG) and Y (LONG)`."""
    clean = passage.text.clean
    more = _MORE.match(clean, previous.end, end)
    if not more:
        return None
    pair = passage.pair_from(more.start(), more.end())
    if pair and pair.start >= more.end() - _REACH and pair.end <= end:
        return pair
    name = name_from(clean, more.end(), end)
    if name is None or not ENDS.match(clean, name.end) or is_common(name.text) or name.text in passage.defined:
        return None
    return name if is_name(name.text.split()[0]) or is_title_case(name.text) or "-" in name.text else None


def _fits(passage: Passage, name: Name, start: int, *, surely: bool) -> bool:
    """Say whether a name in the object is what is presented, by what stands before and behind it."""
    clean = passage.text.clean
    before = clean[start : name.start]
    if _is_excluded(passage, name, before, surely=surely):
        return False
    prefix = before.strip(_QUOTES)
    ends = bool(ENDS.match(clean, name.end))
    if not prefix:
        return _fits_alone(passage, name, ends=ends, surely=surely)
    telling = is_name(name.text.split()[0])
    if noun_before().search(before):
        return ends and (telling or is_title_case(name.text) or bool(APART.match(clean, name.end)))
    if telling:
        return _fits_as_modifier(passage, name, prefix, surely=surely)
    if is_title_case(name.text):
        return ends or bool(noun_after().match(clean, name.end))
    if not surely or prefix != "the":
        return False
    titled = passage.title.startswith(name.text) and noun_after().match(clean, name.end)
    return bool(titled or APPOSED.match(clean, name.end))


def _is_excluded(passage: Passage, name: Name, before: str, *, surely: bool) -> bool:
    """Say whether a name is somebody else's, or the long form of the name that follows."""
    clean = passage.text.clean
    if is_generic(name.text) or is_established(name.text):
        return True
    if is_known(name.text) and not (surely and not before.strip(_QUOTES) and ENDS.match(clean, name.end)):
        return True
    if not surely and ((is_relative(name.text) and not _is_titled(passage, name)) or _is_background(passage, name)):
        return True
    return bool(_RENAMED.match(clean, name.end)) or not heads(before)


def _fits_alone(passage: Passage, name: Name, *, ends: bool, surely: bool) -> bool:
    """`propose SkipX`, `present Prometheus, a ...`: the name follows the cue at once."""
    clean = passage.text.clean
    if is_name(name.text.split()[0]) or _NUMBERED.fullmatch(name.text):
        return (ends and (surely or not is_common(name.text))) or _recurs(passage, name)
    if is_title_case(name.text):
        return not is_common(name.text) and (ends or bool(noun_after().match(clean, name.end)))
    if len(name.text) < _SHORTEST_WORD:
        return False
    return bool(APPOSED.match(clean, name.end)) or (surely and ends and _recurs(passage, name))


def _fits_as_modifier(passage: Passage, name: Name, prefix: str, *, surely: bool) -> bool:
    """`the SkipX framework`: but `a new VLN framework` is for VLN, unless the name is the paper's in other places."""
    if not surely and not _is_titled(passage, name):
        return False
    if surely and not name.text.isupper() and not is_common(name.text):
        noun = noun_after().match(passage.text.clean, name.end)
        if noun:
            return "-" in name.text or not name.text[1:].islower()
    if surely and prefix == "the" and not is_common(name.text) and _RESOURCE.match(passage.text.clean, name.end):
        return True
    return _recurs(passage, name) and prefix.split(maxsplit=1)[0] not in ("two", "three", "four", "several")


def _recurs(passage: Passage, name: Name) -> bool:
    """Say whether a name is spoken of again, and is nobody else's."""
    if is_common(name.text) or _is_background(passage, name) or f"({name.text})" in passage.text.clean:
        return False
    return passage.count(name.text) > 1 or _is_titled(passage, name)


def _is_background(passage: Passage, name: Name) -> bool:
    """Say whether the abstract mentions a name before the paper speaks of itself, so that others introduced it."""
    found = passage.text.clean.find(name.text, passage.text.body, passage.own_from)
    return found >= 0 and not passage.title.startswith(name.text)


def _is_titled(passage: Passage, name: Name) -> bool:
    """Say whether the title holds a name as a whole, not as a part of another (`FE` of `PINN-FE`)."""
    found = passage.title.find(name.text)
    if found < 0:
        return False
    end = found + len(name.text)
    beside = passage.title[max(0, found - 1) : found] + passage.title[end : end + 1]
    return not any(letter.isalnum() or letter == "-" for letter in beside.removesuffix("-"))
