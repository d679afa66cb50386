"""Authors, title and venue that stand one behind another on a line, with full stops or quotes between them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus_index.pages.fields.years import year_in
from corpus_index.pages.web.html_lines import Line
from corpus_index.pages.web.people_in_line import people_of

_QUOTED = re.compile(r"(?P<before>[^\"“”]{3,2000})[\"“](?P<title>[^\"“”]{8,400})[\"”](?P<after>[^\"“”]{0,400})")
_LEAD = " \t.,;:–—-"
_MOST_LINES = 3
# An initial is no end of a row of names.
_END = re.compile(r"(?<=[^\W\d_][^\W\d_])\.\s+|\s[–—-]\s")
_LONGEST = 2000


def parts_of_citation(text: str) -> tuple[str, str, str] | None:
    """Divide `Jane Doe. "Title". Venue, 2024` into authors, title and the rest; `None` for any other text."""
    match = _QUOTED.fullmatch(text)
    if match is None or not people_of(match["before"]).names:
        return None
    title = match["title"].strip()
    return match["before"].strip(), title, match["after"].strip(_LEAD)


def divided(lines: Sequence[Line]) -> list[Line]:
    """Make a line of the authors with which one of the first lines begins: `. Jane Doe, Ron Roe. Venue 2024`.

    One name alone may be anything, and counts only where a year follows.
    """
    for number, line in enumerate(lines[:_MOST_LINES]):
        text = line.text.lstrip(_LEAD)
        for end in _END.finditer(text[:_LONGEST]):
            names = people_of(text[: end.start()]).names
            rest = text[end.end() :]
            if len(names) > 1 or (names and year_in(rest)):
                parts = [replace(line, text=text[: end.start()], links=[]), replace(line, text=rest)]
                return [*lines[:number], *parts, *lines[number + 1 :]]
    return list(lines)
