"""References in running text with the title in quotes: `Doe, Jane. "Title." Venue, 2024.`"""

import re

from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.markdown.name_lists import names_in
from corpus_index.pages.markdown.titles import tidy

_QUOTED = re.compile(r"(?P<before>[^\"“”]{0,600})[\"“](?P<title>[^\"“”]{8,400})[\"”](?P<after>[^\"“”]{0,400})")
_TURNED = re.compile(r"^([^\W\d_][^\s,.]{0,40}), ((?:[^\W\d_][\w'’.-]*\s?){1,3})(?=,|\.|$| and )")


def turned(people: str) -> str:
    """Turn `Doe, Jane` at the front of a row of people to `Jane Doe`."""
    return _TURNED.sub(r"\2 \1", re.sub(r"(?<=[^\W\d_]{2})\.$", "", people.strip()))


def cited(text: str) -> Entry | None:
    """Read a reference; `None` for a text that quotes no title, or words that a title begins with."""
    match = _QUOTED.search(text[:2000])
    if not match:
        return None
    names, complete = names_in(turned(match["before"]))
    year = year_in(match["after"], match["before"])
    if not names and year is None:
        return None
    return Entry(
        title=tidy(match["title"].strip(" ,.") if not match["title"].endswith("?") else match["title"]),
        authors=names,
        authors_complete=complete,
        year=year,
    )
