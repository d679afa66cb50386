"""Whether a paper gives a name to its own work, or only uses a name that is known already.

Extraction reads one paper at a time, and "we present a deep reinforcement learning (DRL) framework" reads like an
introduction of DRL. A link may only lead to a paper that the name comes from. That takes two things: the paper says
so, by the head of its title or by presenting or calling its thing by that very name; and no older paper of the library
has the name already.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files

from corpus_index.domain.facts import Trust
from corpus_index.domain.work import NameUse
from corpus_index.resolve.naming import is_acronym, is_plain_word, places

_LISTS = tomllib.loads(files("corpus_index.resolve").joinpath("coinage.toml").read_text(encoding="utf-8"))
_AFTER = frozenset(_LISTS["after"].split())
_OPENED = r"(?:\\[a-z]+\s*\{|[\"'“”‘’`$*_{(])*"
_CLOSED = r"[\"'“”‘’`$*_})]*"
_VERB = rf"(?<!\bthe )(?<!\bour )\b(?:{'|'.join(_LISTS['presenting'].split())})\w*\s+(?:here\s+)?"
# What stands between "a new" and a name, where the name is only a part of what is new.
_OTHER = r"(?!(?:an?|the|of|for|on|in|to|that|which|with|by|from|via|and|using|based|version|variant|application)\b)"
_SAYS = re.compile(
    rf"{_VERB}{_OPENED}$|{_VERB}(?:an?|two|three|four|five|several)\s+[^:;.]*:\s*{_OPENED}$", re.IGNORECASE
)
_CALLS = re.compile(rf"\b(?:{'|'.join(_LISTS['calling'].split())})\s+(?:the\s+)?{_OPENED}$", re.IGNORECASE)
_OWN = re.compile(rf"\b(?:we|our|this\s+(?:paper|work|study|article))\b|{_VERB.strip('+')}", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:previous|previews|earlier|prior|last)(?:ly)?\b", re.IGNORECASE)
_SAYS_NEW = re.compile(
    rf"{_VERB}(?:an?|the|our|another)\s+(?:[\w-]+\s+)?(?:new|novel)\s+(?:{_OTHER}[\w-]+[\s,:]+){{0,6}}{_OPENED}$",
    re.IGNORECASE,
)
_IS_NEW = re.compile(r"(?:,|\s+is)\s+(?:an?|our)\s+(?:[\w-]+\s+)?(?:new|novel)\b", re.IGNORECASE)
_HEADS = re.compile(r"\s*(?:[:—–]|\s-+\s|$|technical\s+report)", re.IGNORECASE)
_OPENS = re.compile(rf"s?{_CLOSED}\s*\(\s*$")
_END = re.compile(rf"{_CLOSED}(?:\s*\([^)]*\)?)?")
_NEXT_WORD = re.compile(r"\s*([\w-]+)")
_GOES_ON = ("!", "+", "*", "^", "-")
_CATALOGUED = re.compile(r"\d{4}")
_LEAD = 160
"""How many characters before a name are read for what is said of it."""


def coined(uses: Iterable[NameUse]) -> list[NameUse]:
    """Give the introductions that a mention elsewhere can mean, in their order.

    Of several works that claim one name none is kept: which of them is meant is anybody's guess.
    """
    claimed = [use for use in uses if use.claimed and use.trust is not Trust.SUMMARY]
    works: defaultdict[str, set[int]] = defaultdict(set)
    for use in claimed:
        works[use.name].add(use.work)
    own = [use for use in claimed if use.field == "introduces" and not use.preceded]
    return [use for use in own if len(works[use.name]) == 1]


def claims(name: str, long: str | None, title: str, sentence: str) -> bool:
    """Tell whether a work with this title calls its own thing by the name, in its title or in the sentence.

    The title alone is not enough for an acronym or a compound of words that mean something alone, nor is the sentence
    for an acronym whose long form has no capitals: these are ways to speak before they are names. Catalogue numbers
    (GW231123) are given by others.
    """
    if _CATALOGUED.search(name):
        return False
    head = _heads(name, title)
    if _is_said(name, long, sentence, head):
        return head or not is_acronym(name) or _is_proper(long)
    return head and not is_acronym(name) and not _is_compound(name)


def _heads(name: str, title: str) -> bool:
    """Tell whether a title begins with the name and then says what it is: `Name: ...`, `Name Technical Report`."""
    begin = re.match(_OPENED, title)
    at = begin.end() if begin else 0
    if title[at : at + len(name)].casefold() != name.casefold():
        return False
    return _HEADS.match(title, _ended(title, at + len(name))) is not None


def _is_said(name: str, long: str | None, sentence: str, head: bool) -> bool:
    """Tell whether the sentence presents or calls something by the very name, or by its long form with the name.

    That a thing is new does for a name that heads the title; else it may be somebody else's.
    """
    for lead, end in _places(name, long, sentence):
        behind = sentence[_ended(sentence, end) :]
        if _SAYS.search(lead) or (_CALLS.search(lead) and _OWN.search(sentence)) or _says_new(name, lead):
            word = _NEXT_WORD.match(behind)
            whole = not behind.startswith(_GOES_ON) and (word is None or word[1].casefold() in _AFTER)
            if whole and not _BEFORE.search(lead):
                return True
        elif head and not lead.strip() and _IS_NEW.match(behind):
            return True
    return False


def _says_new(name: str, lead: str) -> bool:
    """Tell whether a new thing is presented that the name stands for; of an acronym the new may be one of its kind."""
    return not is_acronym(name) and _SAYS_NEW.search(lead) is not None


def _places(name: str, long: str | None, sentence: str) -> Iterator[tuple[str, int]]:
    """Give what stands before the name, or before its long form in front of it, and where the name ends."""
    for start in places(name, sentence):
        lead = sentence[max(0, start - _LEAD) : start]
        yield _before_long(lead, long) if long else lead, start + len(name)


def _before_long(lead: str, long: str) -> str:
    """Leave out a long form at the end, with the bracket that it opens; a plural may stand for a singular."""
    at = lead.find(long)
    while at >= 0 and not _OPENS.match(lead, at + len(long)):
        at = lead.find(long, at + 1)
    return lead[:at] if at >= 0 else lead


def _ended(text: str, at: int) -> int:
    """Go past the marks around a name that ends here, and past brackets behind it."""
    end = _END.match(text, at)
    return end.end() if end else at


def _is_compound(name: str) -> bool:
    """Tell whether a name is made of words or acronyms that mean something alone: `Human-AI`, `CNN-LSTM`."""
    return "-" in name and not any(map(str.isdigit, name)) and all(map(is_plain_word, filter(None, name.split("-"))))


def _is_proper(long: str | None) -> bool:
    """Tell whether a long form is printed as a name, with capitals."""
    words = re.findall(r"[^\W\d_]{4,}", long or "")
    return len(words) > 1 and all(word[0].isupper() for word in words)
