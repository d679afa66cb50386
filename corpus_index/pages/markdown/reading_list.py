"""Awesome lists and reading lists: list items that are papers, most of them without more than a title and a link."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from corpus_index.pages.entry import Entry
from corpus_index.pages.markdown.blocks import Note
from corpus_index.pages.markdown.inline import Link
from corpus_index.pages.markdown.list_items import Item, items_of
from corpus_index.pages.markdown.listed_paper import listed_paper
from corpus_index.pages.markdown.paper_links import is_of_a_paper
from corpus_index.pages.markdown.program_readme import program_headings
from corpus_index.pages.markdown.same_paper import joined
from corpus_index.pages.markdown.titles import can_be_a_title
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "markdown-list"
_CODE = re.compile(r"https?://(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/", re.IGNORECASE)
_FEWEST, _FEWEST_IN_MANUALS = 3, 10
_FEWEST_SHARE = 0.25
_FEWEST_WORDS = 4


def sniff(sheet: Sheet) -> Fit:
    """Fit where enough list items lead to papers."""
    if sheet.markdown is None:
        return Fit(0.0, "it is no Markdown")
    found = papers(sheet.markdown)
    if not found:
        return Fit(0.0, "no list in Markdown with titles and links to papers")
    return Fit(0.9 + 0.06 * len(found) / (len(found) + 10), f"a list in Markdown with {len(found)} papers")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all papers."""
    return iter(papers(sheet.markdown) if sheet.markdown else [])


# Asked for twice: to tell whether the reader fits, and to read.
@lru_cache(maxsize=1)
def papers(note: Note) -> list[Entry]:
    """Find the papers: items with a link to one, and of other items those among a majority of papers."""
    read = [(item, *paper) for item in items_of(note.blocks) for paper in (listed_paper(item),) if paper]
    sure = Counter(item.section for item, entry, links in read if _is_sure(entry, links))
    every = Counter(item.section for item, _, links in read if _leads_out(links))
    manual = program_headings(note.blocks) > 1
    enough = sure.total() >= (_FEWEST_IN_MANUALS if manual else _FEWEST)
    if not enough or sure.total() < every.total() * (2 * _FEWEST_SHARE if manual else _FEWEST_SHARE):
        return []
    return joined(
        entry
        for item, entry, links in read
        if _is_sure(entry, links) or (2 * sure[item.section] >= every[item.section] and _may_be(item, entry, links))
    )


def _is_sure(entry: Entry, links: tuple[Link, ...]) -> bool:
    return bool(entry.title) and any(is_of_a_paper(link.url) for link in links)


def _may_be(item: Item, entry: Entry, links: tuple[Link, ...]) -> bool:
    """Say whether an item without a link to a paper can be one: with authors and a year, or not code.

    Where it has no link at all, it has a venue.
    """
    if not can_be_a_title(entry.title or "") or not item.headings:
        return False
    if _leads_out(links):
        elsewhere = any(link.url.startswith("http") and not _CODE.match(link.url) for link in links)
        return elsewhere or bool(entry.authors and entry.year)
    return not links and entry.venue is not None and len((entry.title or "").split()) >= _FEWEST_WORDS


def _leads_out(links: tuple[Link, ...]) -> bool:
    return any(link.url.lower().startswith("http") for link in links)


READER = entries_reader(_NAME, sniff, entries)
