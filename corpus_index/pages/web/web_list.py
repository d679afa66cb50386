"""Lists of papers on web pages: author's pages made by hand, proceedings, listings, with a link or authors each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from lxml import html

from corpus_index.domain.identifier import Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.people import have_initials_last, initials_first
from corpus_index.pages.fields.tidying import squeezed
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader
from corpus_index.pages.text.prose import count_words, is_ended
from corpus_index.pages.text.running_reference import reference_in
from corpus_index.pages.web.html_lines import HEADINGS, Line, lines_of
from corpus_index.pages.web.title_elements import Group, Item, groups, items
from corpus_index.pages.web.unmarked_items import with_unmarked
from corpus_index.pages.web.web_item import ids_of_address, is_paper, is_surely_paper, leads_to_paper, read_item

_NAME = "web-list"
_FEWEST_WORDS_ALONE = 3
_POINTS = frozenset(("li", "tr"))
_MOST_ITEMS = 20_000
_SAMPLE = 60
_FEWEST_SURE = 0.25
_YEAR_ALONE = re.compile(r"\W*(?:19|20)\d\d\W*")


def sniff(sheet: Sheet) -> Fit:
    """Fit where an element that can be a title is repeated, with authors or a link to a paper beside it."""
    if sheet.html is None:
        return Fit(0.0, "it is no HTML")
    group = _best(sheet)
    if group is None:
        return Fit(0.0, "no element that is repeated stands for a paper each time")
    papers, share = _papers(group)
    if len(papers) < 2:
        return Fit(0.0, "fewer than two items of a list have authors or a link to a paper")
    return Fit(0.55 + 0.35 * share, f"a list of {len(papers)} papers with authors or links")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the papers of the list in their order, then titles elsewhere that are a link to a paper and nothing else."""
    group = _best(sheet)
    assert sheet.html is not None  # noqa: S101  sniffed before
    assert group is not None  # noqa: S101
    papers, _ = _papers(group)
    found = _with_given_names_first(_dated(sheet.html, papers))
    yield from found
    yield from filter(None, map(reference_in, _other_points(sheet)))
    known = {part for _, item in papers for part in item.parts}
    titles = {(entry.title or "").casefold() for entry in found}
    addresses = {url for entry in found for url in entry.urls}
    for line in lines_of([sheet.html]):
        if _is_lone(line) and line.text.casefold() not in titles and line.links[0].address not in addresses:
            block = line.element
            if block is None or not any(each in known for each in (block, *block.iterancestors())):
                yield Entry(
                    title=line.text,
                    ids=tuple(printed for _, printed in ids_of_address(line.links[0].address)),
                    urls=(line.links[0].address,),
                )


def rest(sheet: Sheet) -> Iterator[str]:
    """Give the points and rows of the lists that hold the papers, where they are no papers themselves."""
    return (text for text in _other_points(sheet) if reference_in(text) is None)


def _other_points(sheet: Sheet) -> Iterator[str]:
    group = _best(sheet)
    papers, _ = _papers(group) if group else ([], 0.0)
    titles = tuple(entry.title for entry, _ in papers if entry.title)
    # Where most papers are made of several points each, all of these belong to papers.
    further = [[part for part in item.parts[1:] if part.tag == item.parts[0].tag == "li"] for _, item in papers]
    alone = 2 * sum(map(bool, further)) <= len(papers)
    apart = {part for points in further for part in points} if alone else set()
    known = {each for _, item in papers for part in item.parts if part not in apart for each in part.iter()}
    for parent in dict.fromkeys(item.parts[0].getparent() for _, item in papers if item.parts[0].tag in _POINTS):
        for point in parent if parent is not None else ():
            text = squeezed(point.text_content()) if point.tag in _POINTS else ""
            if text and not text.startswith(titles) and not any(each in known for each in point.iter()):
                yield text


@lru_cache(maxsize=1)
def _best(sheet: Sheet) -> Group | None:
    """Find the group whose items read best as papers."""
    best, most = None, 0.0
    for group in groups(sheet.html) if sheet.html is not None else ():
        score = _score(group)
        if score > most:
            best, most = group, score
    return best


def _score(group: Group) -> float:
    """Count the items that are papers; titles are not all alike, and few of them end as sentences do."""
    sample = items(group)[:_SAMPLE]
    good, sure = 0.0, 0
    titles = set()
    for item in sample:
        entry = read_item(item)
        if entry.title and is_paper(entry, item):
            titles.add(entry.title.casefold())
            sure += is_surely_paper(entry, item)
            good += bool(entry.authors) + 0.5 * bool(entry.urls) + 0.25 * bool(entry.year)
            good -= 0.5 * (is_ended(entry.title) and count_words(entry.title) > 12)
    distinct = len(titles) / len(sample) if sample else 0.0
    if sure < len(sample) * _FEWEST_SURE:
        return 0.0
    return good * distinct * group.weight * len(group.elements) / max(len(sample), 1)


def _papers(group: Group) -> tuple[list[tuple[Entry, Item]], float]:
    """Read the items of a group that are papers, and say which share of the items that is."""
    every = list(with_unmarked(items(group)[:_MOST_ITEMS]))
    papers = [(entry, item) for entry, item in every if entry.title and is_paper(entry, item)]
    return papers, len(papers) / max(len(every), 1)


def _is_lone(line: Line) -> bool:
    if len(line.links) != 1 or line.text != line.links[0].text:
        return False
    return count_words(line.text) >= _FEWEST_WORDS_ALONE and leads_to_paper(line.links[0].address)


def _dated(root: html.HtmlElement, papers: Sequence[tuple[Entry, Item]]) -> list[Entry]:
    """Give papers without a year that of the heading above them, or of the volume where no paper has any."""
    found = [entry for entry, _ in papers]
    if all(entry.year or _tells_year(entry) for entry in found):
        return found
    above = _years_above(root, [item.title for _, item in papers])
    alone = not any(entry.year or _tells_year(entry) for entry in found)
    volume = _year_of_page(root, papers[0][1].title) if alone and papers else None
    return [
        entry if entry.year or _tells_year(entry) else replace(entry, year=above.get(item.title, volume))
        for entry, item in papers
    ]


def _tells_year(entry: Entry) -> bool:
    return any(found.scheme is Scheme.ARXIV for found in filter(None, map(identifier, entry.ids)))


def _years_above(root: html.HtmlElement, titles: Iterable[html.HtmlElement]) -> dict[html.HtmlElement, int]:
    """Give the titles below headings that are a year and nothing else, each with its year."""
    wanted = set(titles)
    found: dict[html.HtmlElement, int] = {}
    year = None
    for element in root.iter():
        if element in wanted and year:
            found[element] = year
        elif element.tag in HEADINGS:
            words = " ".join(element.text_content().split())
            year = year_in(words) if _YEAR_ALONE.fullmatch(words) else None
    return found


def _year_of_page(root: html.HtmlElement, first: html.HtmlElement) -> int | None:
    """Give the year that the title of the page names, or a heading above the first paper."""
    headings = [root.findtext(".//title")]
    for element in root.iter():
        if element is first:
            break
        if element.tag in HEADINGS:
            headings.append(element.text_content())
    return year_in(*headings)


def _with_given_names_first(found: Sequence[Entry]) -> list[Entry]:
    """Turn `Doe JA` to `JA Doe` where most names of a list are written so."""
    if not have_initials_last("; ".join(entry.authors) for entry in found[:_SAMPLE]):
        return list(found)
    return [replace(entry, authors=tuple(map(initials_first, entry.authors))) for entry in found]


READER = entries_reader(_NAME, sniff, entries, rest)
