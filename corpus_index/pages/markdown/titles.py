"""Titles of papers as headings, links and cells print them: with numbers, marks and links around them."""

import re
import unicodedata

from corpus_index.pages.exports import latex_plain
from corpus_index.pages.markdown.field_labels import Field, field_of
from corpus_index.pages.markdown.inline import Link, links, plain, without_images
from corpus_index.pages.markdown.paper_links import is_generic

_NUMBER = re.compile(r"^\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|#?\d{1,4}[.):、]|#\d{1,4}\b|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+")
_COMMAND = re.compile(r"\\(?:[,;'\"`^~]|[a-zA-Z]+\s?\{)")
_FORMULA = re.compile(r"\$[^$]{1,400}\$")
_VOTES = re.compile(r"\s*(?:[⭐👍🔥★☆↑▲❤💬]️?\s*[\d.,]*k?\s*)+$")
_QUOTES = {"[": "]", '"': '"', "“": "”", "«": "»", "„": "“", "《": "》", "「": "」", "『": "』"}
_LONGEST = 600
_FEWEST_WORDS = 2


def title_of(heading: str) -> tuple[str, list[Link]]:
    """Give the title that a heading or cell holds, and the links in it; no title where it holds none."""
    heading = without_images(heading)
    found = links(heading)
    named = next((link for link in found if link.label and not is_generic(link.label)), None)
    before = plain(heading[: named.start]) if named else ""
    if named and not _words(_NUMBER.sub("", before + " ")):
        return tidy(named.label), found
    rest = heading
    for link in reversed(found):
        if is_generic(link.label):
            rest = rest[: link.start] + rest[link.end :]
    return tidy(plain(rest)), found


def tidy(title: str) -> str:
    """Take what is no part of a title off its ends: numbers, votes, emoji, quotes, a full stop, empty brackets."""
    title = _without_tex(title[:_LONGEST])
    title = re.sub(r"[\[(]\s*[|,·/]?\s*[\])]", "", title)
    title = _VOTES.sub("", _NUMBER.sub("", title.strip(), count=1)).strip(" *_|·•\ufeff")
    while title and unicodedata.category(title[0]) == "So":
        title = title[1:].lstrip(" \ufe0f\u200d")
    if len(title) > 2 and _QUOTES.get(title[0]) == title[-1] and title[0] not in title[1:-1]:
        title = title[1:-1]
    return title[:-1].rstrip() if title.endswith((".", "。")) and not title.endswith("..") else title.strip(" |")


def _without_tex(title: str) -> str:
    """Write what TeX there is outside of formulas as plain text (`1\\,Hz`, `\\textit{in vitro}`)."""
    if not _COMMAND.search(_FORMULA.sub("", title)):
        return title
    return latex_plain.plain(title)


def can_be_a_title(title: str) -> bool:
    """Say whether a text is long enough for a title, and no label or link word."""
    return len(_words(title)) >= _FEWEST_WORDS and field_of(title) in (None, Field.METHOD) and not is_generic(title)


def _words(text: str) -> list[str]:
    """Split at white space; text without any, as in Chinese, counts by its length."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    wide = sum(1 for char in text[:_LONGEST] if "぀" <= char <= "鿿" or "가" <= char <= "힯")
    return words + ["wide"] * (wide // 3)
