"""Feeds in RSS, 2.0 or 1.0 (RDF), as preprint servers and journals have them: each item a paper.

Elements beside RSS's own are Dublin Core's and PRISM's, whose names are told without their namespaces.
"""

import re
from collections.abc import Iterator

from corpus_index.domain.identifier import Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.listed_words import reads_like_an_abstract
from corpus_index.pages.feeds.xml_elements import Element, below, first_text, inside, name_of, text
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.people import have_initials_last, people_in
from corpus_index.pages.fields.tidying import without_label, without_stop, without_tags
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "rss-feed"
_NUMBERED = ("doi", "DOI", "identifier", "guid", "link")
_JOURNAL = ("publicationName", "authors")
_DATES = ("date", "publicationDate", "coverDate", "pubDate")
_NUMBER_BEHIND = re.compile(r"\s*\((arXiv:\S{5,20})\s[^()]{0,40}\)$")
_PREPRINTS = re.compile(r"10\.(?:1101|64898)/")


def sniff(sheet: Sheet) -> Fit:
    """Fit a feed half of whose items have identifiers of papers, or say their journal."""
    root = sheet.xml
    if root is None or name_of(root) not in ("rss", "RDF"):
        return Fit(0.0, "it is no RSS feed")
    every = list(below(root, "item"))
    if not every:
        return Fit(0.0, "it is an RSS feed without any item", holds_none=True)
    papers = sum(map(_is_paper, every))
    if papers < len(every) / 2:
        return Fit(0.0, "the items of its RSS feed have neither identifiers of papers nor a journal", holds_none=True)
    return Fit(0.9, f"an RSS feed with {papers} papers")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the items that are papers."""
    assert sheet.xml is not None  # noqa: S101  sniffed before
    return map(_entry, filter(_is_paper, below(sheet.xml, "item")))


def _is_paper(item: Element) -> bool:
    said = any(first_text(item, name) for name in _JOURNAL)
    return bool(first_text(item, "title")) and (said or bool(_ids(item)))


def _ids(item: Element) -> tuple[str, ...]:
    behind = _NUMBER_BEHIND.search(first_text(item, "title"))
    printed = [*([behind[1]] if behind else []), *(text(each) for name in _NUMBERED for each in inside(item, name))]
    return tuple(filter(identifier, printed))


def _entry(item: Element) -> Entry:
    ids = _ids(item)
    told = without_label(without_tags(first_text(item, "description") or first_text(item, "encoded")))
    of_authors = any(_is_of_preprint(each) for each in ids) or reads_like_an_abstract(told)
    # The date of an item is when it was announced, which can be years behind the first version.
    dated = any(found.scheme is Scheme.ARXIV for found in filter(None, map(identifier, ids)))
    return Entry(
        title=without_stop(_NUMBER_BEHIND.sub("", without_tags(first_text(item, "title")))),
        authors=_authors(item),
        year=None if dated else year_in(*(first_text(item, name) for name in _DATES)),
        venue=first_text(item, "publicationName"),
        ids=ids,
        urls=tuple(url for url in map(text, inside(item, "link")) if url.startswith("http")),
        abstract=told if of_authors else "",
        summary="" if of_authors else told,
    )


def _is_of_preprint(printed: str) -> bool:
    found = identifier(printed)
    return found is not None and (found.scheme is Scheme.ARXIV or bool(_PREPRINTS.match(found.value)))


def _authors(item: Element) -> tuple[str, ...]:
    said = [without_tags(text(each)) for name in ("creator", "author", "authors") for each in inside(item, name)]
    initials_last = have_initials_last(said)
    return tuple(dict.fromkeys(name for field in said for name in people_in(field, initials_last=initials_last)[0]))


READER = entries_reader(_NAME, sniff, entries)
