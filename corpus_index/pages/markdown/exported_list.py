"""Lists of references in Markdown as this program exports them, so that they can be read back."""

import html
import re
from collections.abc import Iterator

from corpus_index.domain.publication import YEAR
from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import registered
from corpus_index.pages.fields.publication import details, odd_year
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "papers-markdown"
_TEXT = r"(?:\\.|[^\\*])"
_ITEM = re.compile(
    rf"- (?:(?P<authors>{_TEXT}+)\. )?\*\*(?P<title>{_TEXT}+)\*\*\."
    rf"(?: (?:\*(?P<venue>{_TEXT}+)\*)?(?:(?:, |(?<= ))(?P<year>[^*`\[\]]+?))?\.)?"
    r"(?P<links>(?: \[(?:\\.|[^\\\]])+\]\([^()\s]+\))*) `(?P<key>[^`\s]+)`"
)
_LINK = re.compile(r"\[((?:\\.|[^\\\]])+)\]\((https?://|ftp://)?")
_ESCAPED = re.compile(r"\\(.)|(&#?\w+;)")
_LONGEST = 20_000
_FEWEST = 0.5


def sniff(sheet: Sheet) -> Fit:
    """Fit where at least half of the lines are references that end with their keys."""
    lines = [line for line in sheet.page.text.splitlines() if line.strip()]
    found = sum(_item(line) is not None for line in lines)
    if not found or found < len(lines) * _FEWEST:
        return Fit(0.0, "its lines are no references in Markdown with keys behind them")
    return Fit(0.98, f"{found} exported reference(s)")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references."""
    return map(_entry, filter(None, map(_item, sheet.page.text.splitlines())))


def rest(sheet: Sheet) -> Iterator[str]:
    """Give the lines between them."""
    return (line for line in sheet.page.text.splitlines() if _item(line) is None)


def _item(line: str) -> re.Match[str] | None:
    return _ITEM.fullmatch(line) if line.startswith("- ") and len(line) <= _LONGEST else None


def _entry(item: re.Match[str]) -> Entry:
    dated = _printed(item["year"])
    ids, urls = registered(f"{scheme}{_printed(shown)}" for shown, scheme in _LINK.findall(item["links"]))
    return Entry(
        title=_printed(item["title"]),
        authors=tuple(_printed(item["authors"]).split(", ")),
        year=year_in(dated),
        venue=_printed(item["venue"]),
        ids=ids,
        urls=urls,
        key=item["key"],
        publication=details([(YEAR, odd_year(dated))]),
    )


def _printed(escaped: str | None) -> str:
    return _ESCAPED.sub(lambda found: found[1] or html.unescape(found[2]), escaped or "")


READER = entries_reader(_NAME, sniff, entries, rest)
