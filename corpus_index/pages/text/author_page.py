"""An author's page: the name, `Publications`, then titles and abstracts in turn."""

from collections.abc import Sequence

from corpus_index.domain.record import ReadPage
from corpus_index.domain.span import Span
from corpus_index.pages.reader import Fit, Reader, Sheet, cover, share_of_text
from corpus_index.pages.text.furniture import Reason
from corpus_index.pages.text.markup import markup_in
from corpus_index.pages.text.names import name_in
from corpus_index.pages.text.pairing import pair_up, records_of
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.wording import word_list

_NAME = "author-page"
# The name stands at the very top; a menu of the site can be above it.
_TOP = 6
# A biography and a list of news can be above the list of papers.
_HIGHEST = 80
_FEWEST_TITLED = 0.8
_FEWEST_SCHOLARLY = 0.6
_FEWEST_IN_RECORDS = 0.6


def sniff(sheet: Sheet) -> Fit:
    """Fit where a heading for publications is followed by titles and scholarly paragraphs in turn."""
    markup = markup_in(sheet)
    if markup:
        return Fit(0.0, f"it is {markup}")
    heading = _heading(sheet.paragraphs)
    if heading is None:
        return Fit(0.0, "no heading such as 'Publications'")
    body = _list_below(sheet.paragraphs, heading)
    pairing = pair_up(body)
    titled = sum(pair.title is not None for pair in pairing.pairs)
    if not titled or titled < _FEWEST_TITLED * len(pairing.pairs) or pairing.scholarly < _FEWEST_SCHOLARLY:
        return Fit(0.0, "no titles and abstracts in turn below the heading of the publications")
    size = sum(len(paragraph.text) for paragraph in body)
    in_records = sum(pair.end - pair.start for pair in pairing.pairs) / size
    if in_records < _FEWEST_IN_RECORDS:
        return Fit(0.0, f"titles and abstracts make up only {in_records:.0%} of what is below the heading")
    owner = _owner(sheet.paragraphs[:heading])
    share = share_of_text(sheet, [(pair.start, pair.end) for pair in pairing.pairs])
    of_whom = f" of {owner.text}" if owner else ""
    found = f"a heading for publications{of_whom}, then {titled} titles with abstracts"
    return Fit(0.5 + share / 4 + (0.25 if owner else 0.1), found)


def read(sheet: Sheet) -> ReadPage:
    """Split the list below the heading; the page's owner is an author of each paper, and may not be the only one."""
    heading = _heading(sheet.paragraphs)
    at = 0 if heading is None else heading
    body = _list_below(sheet.paragraphs, at)
    pairing = pair_up(body)
    owner = _owner(sheet.paragraphs[:at])
    reasons = {paragraph.start: Reason.HEADER for paragraph in sheet.paragraphs[:at]}
    reasons[sheet.paragraphs[at].start] = Reason.HEADING
    reasons |= {paragraph.start: Reason.SECTION for paragraph in sheet.paragraphs[at + 1 + len(body) :]}
    if owner:
        reasons[owner.start] = Reason.OWNER
    return cover(sheet, _NAME, records_of(sheet, pairing.pairs, owner), reasons | pairing.reasons)


def _heading(paragraphs: Sequence[Paragraph]) -> int | None:
    headings = word_list("publications")
    return next((index for index, each in enumerate(paragraphs[:_HIGHEST]) if headings.holds(each.text)), None)


def _list_below(paragraphs: Sequence[Paragraph], heading: int) -> Sequence[Paragraph]:
    """Return the paragraphs below the heading, up to the next section of the page."""
    sections = word_list("sections")
    below = paragraphs[heading + 1 :]
    end = next((index for index, each in enumerate(below) if sections.holds(each.text)), len(below))
    return below[:end]


def _owner(header: Sequence[Paragraph]) -> Span | None:
    names = (name_in(paragraph.text, paragraph.start) for paragraph in header[:_TOP])
    return next((name for name in names if name), None)


READER = Reader(
    name=_NAME,
    sniff=sniff,
    read=read,
)
