"""Lists of references on web pages, as bibliographies and author's pages have them: no element marks their titles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from lxml import html

from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.tidying import squeezed
from corpus_index.pages.reader import Fit, Sheet, entries_reader
from corpus_index.pages.text.running_reference import reference_in
from corpus_index.pages.web.html_lines import text_of

_NAME = "web-references"
_POINTS = frozenset(("dd", "li", "p"))
_FEWEST = 2
_FEWEST_SHARE = 0.6
_SAMPLE = 60
_MOST = 20_000


def sniff(sheet: Sheet) -> Fit:
    """Fit where most points or paragraphs in one place read as references with authors, a title and a year."""
    if sheet.html is None:
        return Fit(0.0, "it is no HTML")
    points = _points(sheet)
    if not points:
        return Fit(0.0, "no list of which most points read as references")
    return Fit(0.5, f"a list of {len(points)} references")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all references, with the links in their points."""
    return filter(None, map(_read, _points(sheet)))


def rest(sheet: Sheet) -> Iterator[str]:
    """Give the points of the list in which no reference could be read."""
    return (_text(point) for point in _points(sheet) if _read(point) is None)


# Asked for several times: to tell whether the reader fits, and to read.
@lru_cache(maxsize=1)
def _points(sheet: Sheet) -> Sequence[html.HtmlElement]:
    """Find the elements of one name, class and parent's name and class that are the most references."""
    groups: dict[tuple[str, str, str, str], list[html.HtmlElement]] = {}
    for each in sheet.html.iter(*_POINTS) if sheet.html is not None else ():
        parent = each.getparent()
        if parent is not None:
            kind = (each.tag, each.get("class", ""), parent.tag, parent.get("class", ""))
            groups.setdefault(kind, []).append(each)
    best: list[html.HtmlElement] = []
    for points in groups.values():
        sample = points[:_SAMPLE] if len(points) > len(best) else []
        read = sum(_read(point) is not None for point in sample)
        if read >= _FEWEST and read >= _FEWEST_SHARE * len(sample):
            best = points[:_MOST]
    return best


def _text(point: html.HtmlElement) -> str:
    return squeezed(text_of(point))


def _read(point: html.HtmlElement) -> Entry | None:
    found = reference_in(_text(point))
    if found is None:
        return None
    addresses = (link.get("href", "").strip() for link in point.iter("a"))
    return replace(found, urls=(*found.urls, *(url for url in addresses if url.startswith("http"))))


READER = entries_reader(_NAME, sniff, entries, rest)
