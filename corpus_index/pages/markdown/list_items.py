"""Items of lists in Markdown, each with what stands below it and the heading above it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus_index.pages.markdown.blocks import Block, Kind
from corpus_index.pages.markdown.field_labels import labelled
from corpus_index.pages.markdown.inline import emphasised, links, plain, without_images
from corpus_index.pages.markdown.paper_links import is_generic

_LONGEST_HEADING = 80
_BELOW_HEADINGS = 9
_YEAR_ALONE = re.compile(r"\W*(?:19|20)\d\d\W*")
_BOLD_POINT = re.compile(r"(?:\*\*|__)(?:\d{1,3}[.)]\s)?[^*_\n]{12,400}(?:\*\*|__)[ \t]*[^\s*_]")
_MOST_OWN_WORDS = 5


@dataclass(slots=True)
class Item:
    """A list item: its first paragraph, the paragraphs below, and the headings above, the nearest last."""

    text: str
    depth: int
    section: int
    headings: tuple[str, ...]
    below: list[Block] = field(default_factory=list)


def items_of(blocks: Sequence[Block]) -> Iterator[Item]:
    """Give the items in their order; what is only a field of the item above it belongs to that."""
    headings: list[tuple[int, str]] = []
    section = 0
    item: Item | None = None
    for block in blocks:
        title = _heading(block)
        if title is not None:
            level = block.level if block.kind is Kind.HEADING else _BELOW_HEADINGS + block.level
            headings = [*((above, text) for above, text in headings if above < level), (level, title)]
            section += 1
        if title is not None or (block.level == 0 and block.kind is not Kind.ITEM) or block.kind is Kind.RULE:
            if item:
                yield item
            begins = block.kind is Kind.TEXT and title is None and _begins_with_a_title(block.text)
            item = Item(block.text, 0, section, tuple(text for _, text in headings)) if begins else None
        elif block.kind is Kind.ITEM and not (item and block.level > item.depth and _is_field(block.text)):
            if item:
                yield item
            item = Item(block.text, block.level, section, tuple(text for _, text in headings))
        elif item and block.kind in (Kind.ITEM, Kind.TEXT, Kind.QUOTE):
            item.below.append(block)
    if item:
        yield item


def _begins_with_a_title(text: str) -> bool:
    """Say whether a paragraph begins with words in bold and has a link, as the points of newsletters do."""
    return _BOLD_POINT.match(text) is not None and bool(links(text))


def _heading(block: Block) -> str | None:
    """Give the text of a heading; a short line in bold that no list holds is one too, and an item that is a year."""
    if block.kind is Kind.HEADING:
        return plain(block.text)
    if block.kind is Kind.ITEM and _YEAR_ALONE.fullmatch(block.text[:_LONGEST_HEADING]):
        return plain(block.text)
    inner = emphasised(block.text) if block.kind is Kind.TEXT and block.level == 0 else ""
    return plain(inner) if inner and len(inner) <= _LONGEST_HEADING else None


def _is_field(text: str) -> bool:
    """Say whether an item is a field of the item above: labelled, a row of links, in italics, or without a link."""
    found = links(without_images(text))
    if labelled(text) or not found or emphasised(text):
        return True
    own = len(plain(text).split()) - sum(len(link.label.split()) for link in found)
    return own < _MOST_OWN_WORDS and all(is_generic(link.label) for link in found)
