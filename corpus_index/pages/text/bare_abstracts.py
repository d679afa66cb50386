"""A bare list of paragraphs that begin with `Abstract:`, without titles."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus_index.domain.record import RawRecord, ReadPage, RecordKind
from corpus_index.pages.reader import Fit, Reader, Sheet, cover, share_of_text
from corpus_index.pages.text.furniture import Reason, furniture
from corpus_index.pages.text.identifier_lines import is_identifier_line
from corpus_index.pages.text.markup import markup_in
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.prose import Look, is_ended, label_end, look_of
from corpus_index.pages.text.wording import word_list

_NAME = "bare-abstracts"
_FEWEST_LABELLED = 0.6
# Where a line stands above nearly every label, these lines are titles or fields, and the list is not bare.
_MOST_PRECEDED = 0.5
_SHORTEST = 20


@dataclass(slots=True)
class _Labelled:
    """One abstract: where it begins with its label, where its text begins, and where it ends."""

    start: int
    text_start: int
    paragraphs: list[Paragraph]
    preceded: bool

    @property
    def end(self) -> int:
        return self.paragraphs[-1].end


@dataclass(slots=True)
class _Found:
    abstracts: list[_Labelled] = field(default_factory=list)
    reasons: dict[int, Reason] = field(default_factory=dict)


def sniff(sheet: Sheet) -> Fit:
    """Fit where most of the text stands behind a label `Abstract:` and no titles stand above the labels."""
    markup = markup_in(sheet)
    if markup:
        return Fit(0.0, f"it is {markup}")
    if any(word_list("summary").holds(paragraph.text) for paragraph in sheet.paragraphs):
        return Fit(0.0, "it has a heading of a summary")
    found = _search(sheet.paragraphs)
    count = len(found.abstracts)
    if not count:
        return Fit(0.0, "no paragraph begins with 'Abstract:'")
    share = share_of_text(sheet, [(each.start, each.end) for each in found.abstracts])
    if share < _FEWEST_LABELLED:
        return Fit(0.0, f"only {share:.0%} of the text is in paragraphs that begin with 'Abstract:'")
    preceded = sum(each.preceded for each in found.abstracts)
    if preceded > _MOST_PRECEDED * count:
        return Fit(0.0, f"{preceded} of {count} labels have a title or field above them")
    return Fit(0.5 + share / 2, f"{count} paragraphs begin with 'Abstract:' and have no title")


def read(sheet: Sheet) -> ReadPage:
    """Split the list; text without a label belongs to the abstract above it only where that is sure."""
    found = _search(sheet.paragraphs)
    records = [
        RawRecord(
            ordinal=ordinal,
            kind=RecordKind.ABSTRACT,
            start=each.start,
            end=each.end,
            title=None,
            abstract=sheet.span(each.text_start, each.end),
        )
        for ordinal, each in enumerate(found.abstracts)
    ]
    return cover(sheet, _NAME, records, found.reasons)


def _search(paragraphs: Sequence[Paragraph]) -> _Found:
    found = _Found()
    label: Paragraph | None = None
    preceded = False
    for paragraph in paragraphs:
        look = look_of(paragraph.text)
        if label is not None and look is not Look.LABELLED and _is_below(label, paragraph, look):
            found.reasons.pop(label.start, None)
            found.abstracts.append(_Labelled(label.start, paragraph.start, [paragraph], preceded))
            label, preceded = None, False
        elif look is Look.LABELLED:
            text_start = paragraph.start + label_end(paragraph.text)
            found.abstracts.append(_Labelled(paragraph.start, text_start, [paragraph], preceded))
            label, preceded = None, False
        elif word_list("abstract").holds(paragraph.text) or is_identifier_line(paragraph.text):
            label = paragraph
            found.reasons[paragraph.start] = furniture(paragraph.text) or Reason.HEADING
        elif found.abstracts and _continues(found.abstracts[-1], paragraph, look):
            found.abstracts[-1].paragraphs.append(paragraph)
            # A label between the two is inside the abstract now, and announces nothing.
            label = None
        else:
            reason = furniture(paragraph.text)
            found.reasons[paragraph.start] = reason or _reason(look, above=not found.abstracts)
            preceded = preceded or reason is None
    return found


def _is_below(label: Paragraph, paragraph: Paragraph, look: Look) -> bool:
    """Say whether a paragraph is what a label on its own line announces; an identifier announces abstracts as well."""
    return look is Look.PROSE if is_identifier_line(label.text) else len(paragraph.text) >= _SHORTEST


def _continues(above: _Labelled, paragraph: Paragraph, look: Look) -> bool:
    """Say whether text without a label surely goes on with the abstract above it."""
    if look not in (Look.PROSE, Look.SENTENCE) or furniture(paragraph.text):
        return False
    return paragraph.gap == 0 or not is_ended(above.paragraphs[-1].text)


def _reason(look: Look, *, above: bool) -> Reason:
    if look is Look.OVERLONG:
        return Reason.OVERLONG
    if look is Look.PROSE:
        return Reason.LOOSE_TEXT
    return Reason.HEADER if above else Reason.BARE_TITLE


READER = Reader(
    name=_NAME,
    sniff=sniff,
    read=read,
)
