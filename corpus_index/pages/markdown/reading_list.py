"""Awesome lists and reading lists: list items that are papers, most of them without more than a title and a link."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus_index.pages.entry import Entry
from corpus_index.pages.markdown.blocks import Kind, Note
from corpus_index.pages.markdown.inline import Link, links, plain
from corpus_index.pages.markdown.list_items import Item, items_of
from corpus_index.pages.markdown.listed_paper import listed_paper
from corpus_index.pages.markdown.paper_links import is_of_a_paper
from corpus_index.pages.markdown.program_readme import program_headings
from corpus_index.pages.markdown.same_paper import joined
from corpus_index.pages.markdown.titles import can_be_a_title
from corpus_index.pages.reader import Fit, Sheet

NAME = "markdown-list"
_CODE = re.compile(r"https?://(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/", re.IGNORECASE)
_FEWEST, _FEWEST_IN_MANUALS = 3, 10
_OF_LISTS = frozenset((Kind.HEADING, Kind.ITEM, Kind.RULE))
_FEWEST_SHARE = 0.25
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Listed:
    """An item of a list, the entry that it would be, and whether that is one of a paper."""

    item: Item
    entry: Entry
    is_paper: bool


def sniff(sheet: Sheet) -> Fit:
    """Fit where enough list items lead to papers: three beside other text, or two if to code as well; else one."""
    if sheet.markdown is None:
        return Fit(0.0, "it is no Markdown")
    found = papers(sheet.markdown)
    if found:
        return Fit(0.9 + 0.06 * len(found) / (len(found) + 10), f"a list in Markdown with {len(found)} papers")
    led = sum(_is_sure(entry, links) for _, entry, links in _read(sheet.markdown))
    if 0 < led < _FEWEST:
        only = f"only {led} item{'s' if led > 1 else ''} of a list in Markdown with a link to a paper"
        return Fit(0.0, f"{only}: beside other text there must be {_FEWEST}", holds_none=True)
    return Fit(0.0, "no list in Markdown with titles and links to papers")


def papers(note: Note, *, beside: bool = False) -> list[Entry]:
    """Find the papers: items with a link to one, and of other items those among a majority of papers.

    `beside` says that there are papers elsewhere in the note, so that a short list is one of papers too.
    """
    return joined(each.entry for each in _listed(note, beside) if each.is_paper)


def others(note: Note, *, beside: bool = False) -> Iterator[str]:
    """Give the text of items that are no papers, without those that lead to a place in the note."""
    for each in _listed(note, beside):
        within = [link.url.startswith("#") for link in links(each.item.text)]
        if not each.is_paper and not (within and all(within)):
            yield plain(each.item.text)


# Asked for several times: to tell whether the reader fits, and to read.
@lru_cache(maxsize=2)
def _listed(note: Note, beside: bool) -> tuple[_Listed, ...]:
    read = list(_read(note))
    sure = Counter(item.section for item, entry, links in read if _is_sure(entry, links))
    every = Counter(item.section for item, _, links in read if _leads_out(links))
    manual = program_headings(note.blocks) > 1
    alone = all(block.kind in _OF_LISTS or block.level for block in note.blocks) and sure.total() == len(read)
    fewest = _FEWEST_IN_MANUALS if manual else 1 if beside or alone else _FEWEST
    # A paper beside its code is a paper for sure.
    paired = sum(_is_sure(entry, links) and _has_code(links) for _, entry, links in read)
    if sure.total() + paired < fewest or sure.total() < every.total() * (
        2 * _FEWEST_SHARE if manual else _FEWEST_SHARE
    ):
        return ()
    return tuple(
        _Listed(
            item,
            entry,
            _is_sure(entry, links)
            or _is_cited(entry)
            or (2 * sure[item.section] >= every[item.section] and _may_be(item, entry, links)),
        )
        for item, entry, links in read
    )


def _read(note: Note) -> Iterator[tuple[Item, Entry, tuple[Link, ...]]]:
    for item in items_of(note.blocks):
        paper = listed_paper(item)
        yield (item, *paper) if paper else (item, Entry(), ())


def _is_sure(entry: Entry, links: tuple[Link, ...]) -> bool:
    return bool(entry.title) and any(is_of_a_paper(link.url) for link in links)


def _is_cited(entry: Entry) -> bool:
    """Say whether an item says who wrote it and when, behind a title of some words; its link may lead to a project."""
    return bool(entry.authors and entry.year) and len((entry.title or "").split()) >= _FEWEST_WORDS


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


def _has_code(links: tuple[Link, ...]) -> bool:
    return len(links) > 1 and any(_CODE.match(link.url) for link in links)


def _leads_out(links: tuple[Link, ...]) -> bool:
    return any(link.url.lower().startswith("http") for link in links)
