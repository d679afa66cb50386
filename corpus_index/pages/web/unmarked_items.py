"""Papers of a list that lack the element which holds the titles of the others, as one that is not linked yet."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import html

from corpus_index.pages.entry import Entry
from corpus_index.pages.text.prose import count_words
from corpus_index.pages.web.title_elements import Item
from corpus_index.pages.web.web_item import read_item

_FEWEST_WORDS = 2
_TITLE_END = re.compile(r"[.?!]\s+")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What lxml reads in HTML and does not take back."""


def with_unmarked(items: Sequence[Item]) -> Iterator[tuple[Entry, Item]]:
    """Read the items, and the points of the same lists that are papers with authors and a year like them."""
    tops = {item.parts[0] for item in items}
    for item in items:
        top = item.parts[0]
        first = top.tag == "li" and not any(each in tops for each in top.itersiblings(preceding=True))
        above = list(top.itersiblings("li", preceding=True))[::-1] if first else []
        points = [part for part in item.parts[1:] if part.tag == top.tag == "li"]
        papers = {point: paper for point in (*above, *points) if (paper := _paper(point))}
        yield from (papers[point] for point in above if point in papers)
        own = replace(item, parts=[part for part in item.parts if part not in papers])
        yield read_item(own), own
        yield from (papers[point] for point in points if point in papers)


def _paper(point: html.HtmlElement) -> tuple[Entry, Item] | None:
    """Read a point whose title is the text that it begins with, up to the end of the line or of a sentence."""
    copy = deepcopy(point)
    text = _NOT_IN_XML.sub("", copy.text or "").lstrip()
    end = _TITLE_END.search(text)
    breaks = len(copy) > 0 and copy[0].tag == "br"
    if not breaks and end is None:
        return None
    length = len(text) if breaks or end is None else end.end()
    title = html.Element("span")
    title.text, title.tail = text[:length], text[length:]
    copy.text, copy.tail = None, None
    copy.insert(0, title)
    item = Item(title, [copy])
    entry = read_item(item)
    fits = count_words(entry.title or "") >= _FEWEST_WORDS and entry.authors and entry.year
    return (entry, item) if fits else None
