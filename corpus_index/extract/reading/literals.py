"""Where any of several literals stands in a text."""

import re
from collections.abc import Iterable, Iterator


def matches_at(literals: Iterable[str], pattern: re.Pattern[str], text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern from `start` on, in order; each begins with one of the literals.

    To look for the literals in turn takes a fraction of the time of the pattern's own search, because Python tries a
    pattern with branches at every character. No match may overlap another.
    """
    found = []
    for literal in literals:
        place = text.find(literal, start)
        while place >= 0:
            found.append(place)
            place = text.find(literal, place + 1)
    return filter(None, (pattern.match(text, place) for place in sorted(found)))
