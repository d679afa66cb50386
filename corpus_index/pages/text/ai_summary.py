"""A page with an AI summary and the abstract that it sums up, each under its heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from corpus_index.domain.record import RawRecord, ReadPage, RecordKind
from corpus_index.pages.reader import Fit, Reader, Sheet, cover, share_of_text
from corpus_index.pages.text.furniture import Reason, furniture
from corpus_index.pages.text.markup import markup_in
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.prose import Look, count_words, look_of
from corpus_index.pages.text.sections import Heading, heading_of

_NAME = "ai-summary"
_FEWEST_IN_SECTIONS = 0.5
_FEWEST_WORDS_OF_TITLE = 3
_BULLETS = "•*-–—·▪◦‣✅✔"


@dataclass(frozen=True, slots=True)
class _Section:
    """A record to be: text below a heading, with the title above the heading where there is one."""

    kind: RecordKind
    by_machine: bool
    start: int
    text_start: int
    end: int
    title: Paragraph | None


@dataclass(slots=True)
class _Found:
    sections: list[_Section] = field(default_factory=list)
    reasons: dict[int, Reason] = field(default_factory=dict)


def sniff(sheet: Sheet) -> Fit:
    """Fit where a heading of a summary, beside one of an abstract or clearly by a machine, has text under it."""
    markup = markup_in(sheet, headings_too=False)
    if markup:
        return Fit(0.0, f"it is {markup}")
    sections = _search(sheet.paragraphs).sections
    summaries = [section for section in sections if section.kind is RecordKind.SUMMARY]
    abstracts = len(sections) - len(summaries)
    if not summaries:
        return Fit(0.0, "no heading such as 'AI Summary' with text under it")
    if not abstracts and not any(section.by_machine for section in summaries):
        return Fit(0.0, "a heading 'Summary' without an abstract may be of any document")
    share = share_of_text(sheet, [(section.start, section.end) for section in sections])
    if share < _FEWEST_IN_SECTIONS:
        return Fit(0.0, f"summaries and abstracts make up only {share:.0%} of the text")
    # Headings in Markdown above the papers say more than the labels below them.
    most = 0.8 if markup_in(sheet) else 1.0
    why = f"headings with text below: {len(summaries)} of summaries, {abstracts} of abstracts"
    return Fit(min(most, 0.5 + share / 2), why)


def read(sheet: Sheet) -> ReadPage:
    """Split the page at its headings; each summary points to its abstract."""
    found = _search(sheet.paragraphs)
    kinds = [section.kind for section in found.sections]
    records = [
        RawRecord(
            ordinal=ordinal,
            kind=section.kind,
            start=section.start,
            end=section.end,
            title=sheet.span(section.title.start, section.title.end) if section.title else None,
            abstract=sheet.span(section.text_start, section.end),
            summarises=_summarised(kinds, ordinal),
        )
        for ordinal, section in enumerate(found.sections)
    ]
    return cover(sheet, _NAME, records, found.reasons)


def _search(paragraphs: Sequence[Paragraph]) -> _Found:
    """Go from heading to heading; the last line above a heading can be the title of what is below."""
    found = _Found()
    headings = [(index, heading_of(paragraph.text)) for index, paragraph in enumerate(paragraphs)]
    marks = [(index, heading) for index, heading in headings if heading is not None]
    bounds = [index for index, _ in marks] + [len(paragraphs)]
    above = paragraphs[: bounds[0]]
    for (index, heading), end in zip(marks, bounds[1:], strict=True):
        title = _title_in(above) if heading.kind is not None else None
        _pass_over(found, above, title, last=False)
        above = _take(found, heading, paragraphs[index], paragraphs[index + 1 : end], title)
    _pass_over(found, above, None, last=True)
    return found


def _take(
    found: _Found, heading: Heading, line: Paragraph, below: Sequence[Paragraph], title: Paragraph | None
) -> Sequence[Paragraph]:
    """Make a section of a heading and the text right below it, and return what is left of the paragraphs `below`."""
    numbers = list(takewhile(lambda each: furniture(each.text) is Reason.IDENTIFIER, below))
    found.reasons |= {each.start: Reason.IDENTIFIER for each in numbers}
    below = below[len(numbers) :]
    inline = heading.length < len(line.text)
    first = 0 if inline else 1
    text = [each for at, each in enumerate(below) if at < first and furniture(each.text) is None]
    text += takewhile(_is_text, below[len(text) :]) if text or inline else ()
    if heading.kind is None:
        found.reasons |= {each.start: Reason.SECTION for each in (line, *text)}
        return below[len(text) :]
    if not inline and not text:
        found.reasons[line.start] = Reason.HEADING
        if title is not None:
            found.reasons[title.start] = Reason.BARE_TITLE
        return below
    found.sections.append(
        _Section(
            kind=heading.kind,
            by_machine=heading.by_machine,
            start=(title or line).start,
            text_start=line.start + heading.length if inline else text[0].start,
            end=(text[-1] if text else line).end,
            title=title,
        )
    )
    return below[len(text) :]


def _is_text(paragraph: Paragraph) -> bool:
    """Say whether a paragraph goes on with the section that it stands in."""
    if furniture(paragraph.text) is not None:
        return False
    return look_of(paragraph.text) in (Look.PROSE, Look.SENTENCE) or paragraph.text[0] in _BULLETS


def _title_in(above: Sequence[Paragraph]) -> Paragraph | None:
    above = [each for each in above if furniture(each.text) is not Reason.IDENTIFIER]
    if not above or furniture(above[-1].text) is not None:
        return None
    fits = look_of(above[-1].text) in (Look.TITLE, Look.OPEN, Look.SENTENCE)
    return above[-1] if fits and count_words(above[-1].text) >= _FEWEST_WORDS_OF_TITLE else None


def _pass_over(found: _Found, lines: Sequence[Paragraph], title: Paragraph | None, *, last: bool) -> None:
    default = Reason.FOOTER if last else Reason.HEADER if not found.sections else Reason.LOOSE_TEXT
    found.reasons |= {line.start: furniture(line.text) or default for line in lines if line is not title}


def _summarised(kinds: Sequence[RecordKind], ordinal: int) -> int | None:
    """Return the ordinal of the abstract that a summary belongs to.

    That is the next one, or the last one before it on a page that begins with an abstract.
    """
    if kinds[ordinal] is not RecordKind.SUMMARY:
        return None
    before = [at for at in range(ordinal) if kinds[at] is RecordKind.ABSTRACT]
    after = [at for at in range(ordinal + 1, len(kinds)) if kinds[at] is RecordKind.ABSTRACT]
    if kinds[0] is RecordKind.SUMMARY:
        return after[0] if after else None
    return before[-1]


READER = Reader(
    name=_NAME,
    sniff=sniff,
    read=read,
)
