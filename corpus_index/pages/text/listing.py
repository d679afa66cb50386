"""Listings without abstracts, as saved text: what libraries, search engines and people's pages print of each paper.

Nothing marks the lines. What is known is that one line of a paper names its authors, and that its title stands at the
same height above that line in the whole listing; the lines around say where and when it appeared.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from corpus_index.domain.record import RawRecord, ReadPage
from corpus_index.pages.reader import Fit, Reader, Sheet, cover, share_of_text
from corpus_index.pages.text.dates import is_date
from corpus_index.pages.text.furniture import Reason, furniture
from corpus_index.pages.text.identifier_lines import is_identifier_line
from corpus_index.pages.text.listed_lines import Byline, byline_at, is_scholarly_line, title_of, year_of
from corpus_index.pages.text.listed_record import record_of
from corpus_index.pages.text.markup import markup_in
from corpus_index.pages.text.paragraphs import Paragraph

_NAME = "listing"
_FEWEST, _FEWEST_NUMBERED = 3, 2
_HIGHEST = 3
"""How many lines of a paper can stand above its authors, without those of the site."""
_FARTHEST = 12
_MUCH_LONGER = 1.4
_FEWEST_TITLED = 0.8
_FEWEST_DATED = 0.6
_FEWEST_SCHOLARLY = 0.5
_FEWEST_IN_RECORDS = 0.35
_BELOW = (Reason.FIELD, Reason.IDENTIFIER, Reason.DATE)
_MOST_LINES = 50_000


@dataclass(frozen=True, slots=True)
class _Listed:
    """The places of a paper's title and authors among the lines of a page."""

    title: int
    byline: Byline


def sniff(sheet: Sheet) -> Fit:
    """Fit where titles stand at one height above lines of authors, with years or identifiers around them."""
    markup = markup_in(sheet, headings_too=False)
    if markup or len(sheet.paragraphs) > _MOST_LINES:
        return Fit(0.0, f"it is {markup}" if markup else "it has more lines than a listing")
    papers = _papers(sheet.paragraphs)
    found = _records(sheet, papers)
    sure = sum(bool(each.ids or each.abstract.text or not each.authors) for each in found)
    if len(found) < (_FEWEST_NUMBERED if sure == len(found) else _FEWEST):
        return Fit(0.0, "too few titles at one height above lines of authors")
    dated = max(sure, sum(each.year is not None for each in found))
    ends = [*(each.start for each in found[1:]), len(sheet.page.text)]
    scholarly = sum(
        map(is_scholarly_line, (sheet.page.text[each.start : end] for each, end in zip(found, ends, strict=True)))
    )
    if dated < _FEWEST_DATED * len(found) or scholarly < _FEWEST_SCHOLARLY * len(found):
        told = min(dated, scholarly)
        return Fit(0.0, f"only {told} of {len(found)} titles above names say when or where they appeared")
    furnished = [(each.start, each.end) for each in sheet.paragraphs if furniture(each.text) is not None]
    share = share_of_text(sheet, [*((each.start, each.end) for each in found), *furnished])
    if share < _FEWEST_IN_RECORDS:
        return Fit(0.0, f"titles above lines of authors make up only {share:.0%} of the text")
    return Fit(0.3 + 0.3 * share, f"{len(found)} titles above lines of authors")


def read(sheet: Sheet) -> ReadPage:
    """Split the listing."""
    records = _records(sheet, _papers(sheet.paragraphs))
    reasons = {line.start: furniture(line.text) or Reason.FIELD for line in sheet.paragraphs}
    return cover(sheet, _NAME, records, reasons)


def _records(sheet: Sheet, papers: Sequence[_Listed]) -> list[RawRecord]:
    """Read each paper from its first line to the one above the next paper's."""
    lines = sheet.paragraphs
    if not papers:
        return []
    starts = _starts(lines, papers)
    ends = [(paper.byline.index, stop) for paper, stop in zip(papers, starts[1:], strict=False)]
    # Below the last paper there may be anything: it has no more lines than the others.
    longest = max((stop - named for named, stop in ends), default=_FARTHEST)
    stops = [*starts[1:], papers[-1].byline.index + longest]
    return [
        record_of(lines[start:stop], paper.title - start, paper.byline.index - start, paper.byline, ordinal)
        for ordinal, (paper, start, stop) in enumerate(zip(papers, starts, stops, strict=True))
    ]


def _papers(lines: Sequence[Paragraph]) -> list[_Listed]:
    named = [(index, byline) for index in range(len(lines)) if (byline := byline_at(lines[index]))]
    several = [index for index, byline in named if byline.of_several]
    height = _height(lines, several)
    if not height:
        return []
    titles = {index: _title_above(lines, index, height) for index, _ in named}
    papers: list[_Listed] = []
    for index, byline in named:
        title = titles.get(index)
        # A line that may be one name is that of an author where the title of the next authors is below it.
        following = several[(at := bisect(several, index)) : at + 1] if not byline.of_several else []
        behind = titles[following[0]] if following else None
        above = papers[-1].byline.index if papers else -1
        alone = byline.of_several or (_goes_on(lines, index) and (behind is None or behind > index))
        if title is not None and title > above and alone:
            papers.append(_Listed(title, replace(byline, index=index)))
    return papers


def _height(lines: Sequence[Paragraph], bylines: Sequence[int]) -> int:
    """Find how far above authors titles are: right above, unless lines farther up are much longer; 0 for nowhere."""
    best, longest = 0, 0.0
    for height in range(1, _HIGHEST + 1):
        places = [_title_above(lines, index, height) for index in bylines]
        titles = [lines[at].text for at in places if at is not None]
        if not titles or len(titles) < _FEWEST_TITLED * len(bylines):
            continue
        words = sum(len(title.split()) for title in titles) / len(titles)
        if words > _MUCH_LONGER * longest:
            best, longest = height, words
    return best


def _title_above(lines: Sequence[Paragraph], index: int, height: int) -> int | None:
    """Find the title at a height above a line of authors, the lines of the site between them left out.

    Above a number of authors it is the first of the lines that are not the site's, which may name a university last.
    """
    counted = byline_at(lines[index])
    if counted and not counted.names:
        above = takewhile(lambda at: furniture(lines[at].text) is None, range(_below_site(lines, index), -1, -1))
        return next((at for at in reversed(list(islice(above, _HIGHEST))) if title_of(lines[at])), None)
    for at in range(index - 1, max(-1, index - _FARTHEST), -1):
        byline = byline_at(lines[at])
        if byline and byline.of_several:
            return None
        height -= furniture(lines[at].text) is None
        if height <= 0:
            return at if title_of(lines[at]) else None
    return None


def _below_site(lines: Sequence[Paragraph], index: int) -> int:
    """Give the place of the nearest line above that is not the site's."""
    near = range(index - 1, max(-1, index - _FARTHEST), -1)
    return next((at for at in near if furniture(lines[at].text) is None), -1)


def _goes_on(lines: Sequence[Paragraph], index: int) -> bool:
    """Say whether the line below one name is one that stands below authors."""
    return any(furniture(each.text) in _BELOW or year_of(each) for each in lines[index + 1 : index + 2])


def _starts(lines: Sequence[Paragraph], papers: Sequence[_Listed]) -> list[int]:
    """Find where each paper begins: at its title, or above it where the first paper has its number or date there."""
    above = _signs_above(lines, papers[0].title, -1)
    if not above:
        return [paper.title for paper in papers]
    ends = [-1, *(paper.byline.index for paper in papers)]
    return [
        min([paper.title, *_signs_above(lines, paper.title, end)]) for paper, end in zip(papers, ends[:-1], strict=True)
    ]


def _signs_above(lines: Sequence[Paragraph], title: int, end: int) -> list[int]:
    """Give the places of an identifier or a date within two lines above a title."""
    near = range(max(end + 1, title - 2), title)
    return [at for at in near if is_identifier_line(lines[at].text) or is_date(lines[at].text)]


READER = Reader(name=_NAME, sniff=sniff, read=read)
