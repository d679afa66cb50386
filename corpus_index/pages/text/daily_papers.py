"""A day of Daily Papers, or any list of titles and abstracts in turn.

Above the list stand the lines of the site (its menu, `Daily Papers`, who makes it, the date), between the papers
sometimes the number of authors and a date. The list fits without any of these as well, if it reads like papers.
"""

from corpus_index.domain.record import ReadPage
from corpus_index.pages.reader import Fit, Reader, Sheet, cover, share_of_text
from corpus_index.pages.text.furniture import Reason, furniture
from corpus_index.pages.text.markup import markup_in
from corpus_index.pages.text.pairing import Pairing, pair_up, records_of
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.prose import Look, count_words, look_of, title_label_end
from corpus_index.pages.text.wording import word_list

_NAME = "daily-papers"
# Prose with headings reads like titles and abstracts here and there; a list of papers does so nearly everywhere.
_FEWEST_TITLED = 0.8
_FEWEST_SCHOLARLY = 0.6
_FEWEST_IN_RECORDS = 0.6
_MOST_STRAYS = 0.5
# A single pair without the header, a label or authors is a list only where its abstract has the length of one.
_SHORTEST_ALONE = 300
_MOST_FIELDS = 2
# Minutes and letters have headings and sentences in turn as well, but shorter ones than most abstracts.
_USUAL_WORDS = 40


def sniff(sheet: Sheet) -> Fit:
    """Fit where titles and scholarly paragraphs stand in turn and little else does."""
    markup = markup_in(sheet)
    if markup:
        return Fit(0.0, f"it is {markup}")
    body, known = _below_header(sheet.paragraphs)
    pairing = pair_up(body)
    count = len(pairing.pairs)
    if not count:
        return Fit(0.0, "no paragraph reads like an abstract under a title")
    titled = sum(pair.title is not None for pair in pairing.pairs)
    if titled < _FEWEST_TITLED * count:
        return Fit(0.0, f"only {titled} of {count} abstracts have a title above them")
    if not known and pairing.scholarly < _FEWEST_SCHOLARLY:
        return Fit(0.0, "the paragraphs under the titles do not read like abstracts")
    if not known and not _has_signs(pairing) and not _reads_like_papers(pairing):
        return Fit(0.0, "short paragraphs under headings, without labels, authors or identifiers, may be anything")
    return _fit(sheet, body, pairing, known)


def read(sheet: Sheet) -> ReadPage:
    """Split the list."""
    body, _ = _below_header(sheet.paragraphs)
    pairing = pair_up(body)
    above = sheet.paragraphs[: len(sheet.paragraphs) - len(body)]
    header = {paragraph.start: furniture(paragraph.text) or Reason.MENU for paragraph in above}
    return cover(sheet, _NAME, records_of(sheet, pairing.pairs), header | pairing.reasons)


def _fit(sheet: Sheet, body: tuple[Paragraph, ...], pairing: Pairing, known: bool) -> Fit:
    count = len(pairing.pairs)
    papers = [(pair.start, pair.end) for pair in pairing.pairs]
    furnished = [(each.start, each.end) for each in sheet.paragraphs if furniture(each.text) is not None]
    sure = known or all(pair.is_marked for pair in pairing.pairs)
    share = share_of_text(sheet, papers + furnished if sure else papers)
    if share < _FEWEST_IN_RECORDS:
        return Fit(0.0, f"titles and abstracts in turn make up only {share:.0%} of the text")
    if known:
        return Fit(0.45 + share / 2, f"a header of Daily Papers, then {count} abstracts, titles above them")
    fields = sum(_is_field(each) for each in body)
    if all(pair.byline and pair.title and title_label_end(pair.title.text) for pair in pairing.pairs):
        # Each `Title:` is a title, with authors without a label below it.
        fields -= count
    if fields >= _MOST_FIELDS:
        return Fit(0.0, f"{fields} lines are labelled fields such as authors or subjects, another shape")
    more = sum(len(pair.abstract) - 1 for pair in pairing.pairs if not pair.is_marked)
    if pairing.strays + more > max(_MOST_STRAYS * count, 1):
        return Fit(0.0, f"beside {count} abstracts there are {pairing.strays + more} other lines and paragraphs")
    alone = pairing.pairs[0]
    if count == 1 and not alone.is_marked and alone.end - alone.abstract[0].start < _SHORTEST_ALONE:
        return Fit(0.0, "one title with one short paragraph is too little to go by")
    return Fit(0.3 + share / 2, f"{count} abstracts with a title above each")


def _is_field(paragraph: Paragraph) -> bool:
    return word_list("fields").holds(paragraph.text) and furniture(paragraph.text) is not Reason.FIELD


def _has_signs(pairing: Pairing) -> bool:
    """Say whether anything but the words of the text tells that the page is one of papers."""
    return any(pair.is_marked for pair in pairing.pairs) or Reason.IDENTIFIER in pairing.reasons.values()


def _reads_like_papers(pairing: Pairing) -> bool:
    """Say whether most abstracts have the length of one, and few titles end as a salutation or an announcement does."""
    long = sum(count_words(" ".join(each.text for each in pair.abstract)) >= _USUAL_WORDS for pair in pairing.pairs)
    titles = [pair.title.text for pair in pairing.pairs if pair.title is not None]
    whole = sum(not title.endswith((",", ":", ";")) for title in titles)
    return long >= len(pairing.pairs) / 2 and whole >= _FEWEST_TITLED * len(pairing.pairs)


def _below_header(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Paragraph, ...], bool]:
    """Cut the header off, and say whether it is one of Daily Papers.

    The header ends with its last known line that leaves a line for the title of the first abstract.
    """
    marks: list[int] = []
    last_line = -1
    for index, paragraph in enumerate(paragraphs):
        reason = furniture(paragraph.text)
        if reason is None and look_of(paragraph.text) in (Look.PROSE, Look.LABELLED):
            break
        if reason is None:
            last_line = index
        elif reason is Reason.HEADER:
            marks.append(index)
    cut = max((index + 1 for index in marks if index < last_line), default=0)
    return paragraphs[cut:], bool(marks)


READER = Reader(
    name=_NAME,
    sniff=sniff,
    read=read,
)
