"""Lines that belong to the page and not to a paper, each with the reason why it is passed over."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from corpus_index.pages.text.dates import is_date
from corpus_index.pages.text.identifier_lines import is_identifier_line
from corpus_index.pages.text.wording import LONGEST, word_list


class Reason(StrEnum):
    """Why a stretch of a page is in no record; the values are shown to people."""

    MENU = "menu line"
    HEADER = "page header"
    OWNER = "the page's owner"
    DATE = "date"
    COUNT = "number of authors, votes or comments"
    CREDIT = "who put the paper on the page"
    FIELD = "field of the site"
    NOTICE = "legal notice"
    MARK = "bullet or rule"
    LINK = "link"
    IDENTIFIER = "identifier"
    HEADING = "heading"
    SECTION = "another section"
    BARE_TITLE = "line without an abstract"
    LOOSE_TEXT = "text without a title or label"
    UNTITLED = "entry without a title or an abstract"
    NO_PAPER = "item that is no paper"
    OVERLONG = "paragraph longer than any abstract"
    FOOTER = "below the last paper"


_BETWEEN = re.compile(r"\s+[·•|–-]\s+")
_LISTS = (
    ("header", Reason.HEADER),
    ("menu", Reason.MENU),
    ("count", Reason.COUNT),
    ("credit", Reason.CREDIT),
    ("field_of_site", Reason.FIELD),
    ("notice", Reason.NOTICE),
    ("abstract", Reason.HEADING),
    ("summary", Reason.HEADING),
)


def furniture(line: str) -> Reason | None:
    """Return why a line belongs to the page by its own words, or `None` where it may belong to a paper."""
    return _furniture(line) if len(line) <= LONGEST else None


@lru_cache(maxsize=8192)
def _furniture(line: str) -> Reason | None:
    if not any(character.isalnum() for character in line):
        return Reason.MARK
    if is_date(_without_bullet(line)):
        return Reason.DATE
    if line.startswith(("http://", "https://", "www.")) and " " not in line:
        return Reason.LINK
    if is_identifier_line(line):
        return Reason.IDENTIFIER
    text = _without_bullet(line)
    reason = next((reason for name, reason in _LISTS if word_list(name).holds(text)), None)
    return reason or _together([part for part in _BETWEEN.split(text) if part])


def _together(parts: list[str]) -> Reason | None:
    """Return the reason of the first of several things on one line (`3 authors · Jul 31`) if all belong to the page."""
    reasons = [_furniture(part) for part in parts] if len(parts) > 1 else []
    return reasons[0] if reasons and None not in reasons else None


def names_next(line: str) -> bool:
    """Say whether a line announces that the next one is a name (`Submitted by`)."""
    return word_list("credit").holds(line) and line.casefold().rstrip(" :").endswith("by")


def _without_bullet(line: str) -> str:
    index = 0
    while index < len(line) and (
        line[index].isspace() or unicodedata.category(line[index]) in ("Po", "Pd", "Sm", "So")
    ):
        if line[index] in "#©":
            break
        index += 1
    return line[index:].rstrip() or line
