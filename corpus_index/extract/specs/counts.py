"""Counts of things that describe: those that are no outcome, no year, no part of a name and no usual practice."""

import re
from dataclasses import replace

from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.specs.count_rules import COUNT_RULES, Count
from corpus_index.extract.specs.nouns import Sort, counted, sort_of
from corpus_index.extract.specs.phrase import ABOUT, Found, Phrase

_OUTCOME = re.compile(
    r"\b(?:solv|resolv|detect|discover|find|found|identif|uncover|fix|repair|correct|answer|reveal|outperform|"
    r"surpass|beat|win|"
    rf"rank|exceed|yield|sav|reduc|improv|achiev|reach|requir|consum|need|remov)\w*\s+{ABOUT}|\d\s*(?:of|out of|"
    rf"/)\s*{ABOUT}|"
    r"\b(?:top|first|last|next|every|each|one or|another|per|additional|place of)[\s-]$|\b(?:rank|"
    r"place)\w*\b[^,;]*\bamong\s+$"
)
_CUSTOM = re.compile(r"\b(?:conventional|conventionally|wisdom|typically|usually|traditionally|commonly)\b")
_LABEL = re.compile(r"(?<=[^.?!] )(?:[A-Z][\w.-]*|Level|Stage) $")
_RATE = re.compile(
    r"\s+(?:per|/|a)\s*(?:second|minute|hour|day|s\b)|\s+(?:earlier|later|faster|longer|shorter|ahead)\b|/(?:s|day|"
    r"sec)\b"
)
_SHARP = re.compile(r"\s+(?:UHD|HDR|(?:[\w-]+\s+)?(?:images?|videos?|frames|resolution|displays?|pixels))\b")
_MANY = 200


def read_count(phrase: Phrase) -> Found | None:
    """Read a whole number of things by the first rule that knows them."""
    number = phrase.number
    if number.unit or number.sign or number.high is not None or not isinstance(number.value, int) or number.value < 2:
        return None
    things = counted(phrase.after)
    if things is None:
        return None
    modifiers = things["modifiers"].strip()
    sort = sort_of(things["noun"], modifiers.rpartition(" ")[2])
    if sort is Sort.UNDESCRIBED or _describes_nothing(phrase, sort, things.end()):
        return None
    count = Count(phrase, things["noun"], modifiers, sort, things.end())
    for rule in COUNT_RULES:
        found = rule(count)
        if found:
            return replace(found, rule=name_of(rule))
    return None


def _describes_nothing(phrase: Phrase, sort: Sort, end: int) -> bool:
    """`solves 12 problems`, `usually 12 questions`, `Stage 2 problems`, `2020 problems`, `300 frames per second`."""
    value = phrase.number.value
    year = len(phrase.printed) == 4 and 1900 <= value < 2100
    named = _LABEL.search(phrase.before) and (value < _MANY or year or sort is Sort.OTHER)
    return bool(
        named
        or (phrase.printed.endswith("B") and sort is Sort.OTHER)  # "a 7B guardrail adapts"
        or (year and sort is Sort.OTHER)
        or phrase.before.endswith("*")
        or (phrase.printed in ("2K", "4K", "8K", "4k", "8k") and _SHARP.match(phrase.after))
        or _OUTCOME.search(phrase.before)
        or _CUSTOM.search(phrase.before)
        or _RATE.match(phrase.after, end)
    )
