"""Noun phrases that stand for a system: by a name, as the paper's own, by a pronoun, or by a description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from corpus_index.extract.bindings.actors import Actor, Cast
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.names import is_distinctive


class Sort(Enum):
    """How a phrase stands for a system."""

    NAME = "name"
    OWN = "own"
    PRONOUN = "pronoun"
    DESCRIBED = "described"


@dataclass(frozen=True, slots=True)
class Party:
    """A system that a phrase stands for; `name` is what the text calls it, if it does."""

    sort: Sort
    name: str | None = None


_OWN = re.compile(
    r"\b(?:we|our|ours|this (?:paper|work|study|article)|the (?:proposed|presented|resulting))\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"(?:it|they|itself|(?:its|their)\b.*|th(?:is|ese|e|ose)\s+(?:latter\s+|former\s+)?(?:models?|methods?|approach(?:es)?|"
    r"systems?|frameworks?|algorithms?|techniques?|strategy|pipeline|architecture|agents?|design|mechanism|scheme|"
    r"networks?|former|latter|additions?|tool|dataset|benchmark|classifier|detector|solution|policy))",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(
    r"\b(?:of|with|using|on|for|via|against|over|than|by|to|from|in|under|upon|like|as|between|into|through|"
    r"including|applying|outperform\w*|leveraging|unlike|without|replacing|removing)\s+(?:the\s+|an?\s+|both\s+|our\s+|other\s+)?"
    r"(?:[a-z-]+\s+){0,2}$"
)
_LISTED = re.compile(
    r"\((?:including|e\.g\.,?|such as|i\.e\.,?)?\s*[^(),]*,[^()]*\)|\((?:including|e\.g\.|such as)[^()]*\)"
)
_LIST = re.compile(r"\s*(?:,|and|or|/|,\s*and)\s*")
_OF = re.compile(r"\b(?:of|by)\s+(?:the\s+|an?\s+|our\s+)?(?:[\w-]+\s+){0,2}$")
_OF_WHAT = re.compile(r"\b(?:of|by|from|for|with)\s+(?P<what>(?:the\s+|an?\s+|our\s+)?[^,;()]{3,60})$")
_OF_OUR = re.compile(r"\b(?:of|by|with|using) (?:our|the proposed)\b")
_POST = re.compile(
    r"\s*[,(]|\s+(?:built|based|trained|tuned|fine-tuned|finetuned|pre-?trained|equipped|enhanced|augmented|paired|"
    r"combined|integrated|evaluated|tested|applied)(?=\s+(?:on|with|by|from|for|to|in|into|using|via|at|upon|over|under|"
    r"through|only|solely|purely|exclusively|entirely|directly|without|end-to-end)\b|\s*$)|"
    r"\s+(?:running|reaching|named|called|of|on|with|for|in|using|from|among|"
    r"across|at|under|without|when|over|than|per|via|by|to|after|before)\b"
)
_DETERMINER = re.compile(
    r"(?:(?:and|or|even|only|just|both|either|that|while|whereas)\s+)*"
    r"(?:(?:[a-z]+-)?[a-z]+ing\s+(?=(?:the|an?|our)\s))?"
    r"(?:(?:the|an?|our|its|their|this|that|these|those|some)\s+)?"
    r"(?:(?:proposed|presented|resulting|developed|introduced|suggested|given|newly|new|novel|simple|"
    r"yet|effective)\s+)*",
    re.IGNORECASE,
)
_ABLATES = re.compile(
    r"(?:removing|ablating|disabling|dropping|omitting|excluding|without|removal of)\b", re.IGNORECASE
)
_THIS = re.compile(r"(?:this|these|such)\b", re.IGNORECASE)
_APPOSED = re.compile(r"(?:\s*\(|,\s+)(?P<name>[A-Za-z][\w.+-]*(?:\s[A-Z\d][\w.+-]*){0,2})(?:\)|,|$)")
OUTSIDE = re.compile(
    r"(?:on|in|with|at|for|by|from|across|under|over|among|through|without|despite|during|after|before|as|when|while|"
    r"using|considering|given|within|between|via|to|of|than|that|if|unlike|beyond|"
    r"(?:outperform|surpass|exceed|achiev|deliver|includ|reach|yield|reduc|improv)ing)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(  # "which tool the model selects"
    r"\sthis$|(?<!\s(?:of|in|on|to|by))(?<!\sfor)(?<!\swith)\sthe\s"
)
_ACRONYM = re.compile(r"[A-Z][A-Z-]+[A-Z]s?|[A-Z-]{2,}s")
_COUNTED = re.compile(
    r"(?:all|each|every|no|none|neither|any|most|several|other|both|\d[\d.,/]*)(?:\s|$)", re.IGNORECASE
)
LONGEST = 5
"""The longest description that is taken for one system, in words."""


def party(text: str, start: int, end: int, inside: Sequence[Actor], who: Cast) -> Party | None:
    """Tell whom the phrase from `start` to `end` stands for; `None` where it is no system (a metric, a data set)."""
    phrase = text[start:end]
    if _ABLATES.match(phrase):
        return None
    listed = [match.span() for match in _LISTED.finditer(phrase)] if "(" in phrase else []
    named = [
        actor
        for actor in inside
        if start <= actor.start and actor.end <= end and not any(a <= actor.start - start < b for a, b in listed)
    ]
    cut = _POST.search(phrase)
    head = phrase[: cut.start()] if cut else phrase
    last = head.split()[-1] if head.strip() else ""
    if last.casefold() in words("clauses", "reports"):
        return _of_whom(text, start, phrase, named, who)
    free = _free(text, start, named)
    if free:
        return Party(Sort.NAME, free.name)
    if _PRONOUN.fullmatch(phrase):
        return Party(Sort.PRONOUN)
    if is_system(last) and _THIS.match(head):
        return Party(Sort.PRONOUN)
    if _OWN.search(head):
        return Party(Sort.OWN, None if who.main else described(head, who))
    apposed = _APPOSED.match(phrase, len(head)) if is_system(last) else None
    if apposed and is_distinctive(apposed["name"].split()[0]) and apposed["name"] not in who.tests:
        return Party(Sort.DESCRIBED, apposed["name"])
    name = described(head, who)
    return Party(Sort.DESCRIBED, name) if name else _of_whom(text, start, phrase, named, who)


def _free(text: str, start: int, named: Sequence[Actor]) -> Actor | None:
    """Give the first name that no preposition makes a part of something else, alone or as one of a list."""
    last: Actor | None = None
    for actor in named:
        listed = last and _LIST.fullmatch(text, last.end, actor.start)
        if not listed and not _DEPENDENT.search(text, start, actor.start):
            return actor
        last = actor
    return None


def _of_whom(text: str, start: int, phrase: str, named: Sequence[Actor], who: Cast) -> Party | None:
    """`the accuracy of X`, `evaluation of several open models`, `the accuracy of our method`."""
    owner = next((actor for actor in named if _OF.search(text[start : actor.start])), None)
    if owner:
        return Party(Sort.NAME, owner.name) if len({actor.name for actor in named}) == 1 else None
    if _OF_OUR.search(phrase):
        return Party(Sort.OWN)
    what = _OF_WHAT.search(_LISTED.sub("", phrase).strip())
    if what and _THIS.match(what["what"]):
        return Party(Sort.PRONOUN)
    name = described(_POST.split(what["what"], maxsplit=1)[0], who) if what else None
    return Party(Sort.DESCRIBED, name) if name else None


def described(phrase: str, who: Cast) -> str | None:
    """Give a phrase without a known name as the text prints it, where its head is a system and it says which one.

    A name by its shape alone (`the recent baseline Zarp-Net`) is given without what describes it.
    """
    printed = bare(phrase)
    listed = printed.split()
    if (
        not listed
        or len(listed) > LONGEST
        or _COUNTED.match(printed)
        or OUTSIDE.match(printed)
        or any(mark in printed for mark in (",", ";", ":", "(", ")", "=", "\\", "--", '"', "[", "]"))
        or _CLAUSE.search(printed)
    ):
        return None
    last = listed[-1]
    if is_system(last):
        telling = [word for word in listed[:-1] if word.casefold() not in words("clauses", "generic")]
        alone = _ACRONYM.fullmatch(last) and last.casefold() not in words("clauses", "generic")
        return printed if telling or alone else None
    return last if is_distinctive(last) and not is_metric(last) and last not in who.tests else None


def bare(phrase: str) -> str:
    """Give a phrase without its determiner and without what only calls it new or proposed."""
    lead = _DETERMINER.match(phrase)
    return phrase[lead.end() if lead else 0 :].strip(" ,\"'")


def is_system(word: str) -> bool:
    """Say whether a word is the head of a phrase for a system (`model`, `Forest`, `CNNs`)."""
    return word in words("clauses", "systems") or word.casefold() in words("clauses", "systems")


def is_metric(word: str) -> bool:
    """Say whether a word names what is measured."""
    return "@" in word or word.endswith(("F1", "Score", "score")) or word in words("measures", "metrics")


def is_any_system(phrase: str) -> bool:
    """Say whether a phrase speaks of systems in the plural without telling which (`current models`)."""
    listed = phrase.casefold().split()
    plural = bool(listed) and listed[-1].endswith("s") and is_system(listed[-1])
    return plural and all(
        word in words("clauses", "generic") or word in words("clauses", "standing") for word in listed
    )


def printed(text: str, start: int, end: int, inside: Sequence[Actor]) -> str:
    """Give what a phrase names: the name in it, where the rest only says what it is, else the phrase as printed."""
    phrase = text[start:end]
    named = [actor for actor in inside if start <= actor.start and actor.end <= end]
    if named and all(_says_little(word) for word in phrase[: named[0].start - start].split()):
        return named[0].name
    named_bare = re.sub(r"^(?:even\s+)?(?:(?:the|an?|its|their|our)\s+)?", "", phrase).strip(" .,-'\"")
    listed = named_bare.split()
    if len(listed) > 1 and is_distinctive(listed[-1]) and all(_says_little(word) for word in listed[:-1]):
        return listed[-1]
    return named_bare


def _says_little(word: str) -> bool:
    folded = word.casefold().strip("\"'(),")
    return (
        folded in words("clauses", "standing")
        or folded in words("clauses", "generic")
        or is_system(word)
        or folded in ("s", "performance", "accuracy", "standalone", "base")
    )
