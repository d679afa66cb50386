"""Titles and abstracts in turn: which paragraph of a list of papers is what.

What an abstract surely is (long, or labelled) is decided first. The lines between two of these are the title of the
second one, and whatever else stands there: short abstracts, last sentences of the one before, lines of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus_index.domain.record import RawRecord, RecordKind
from corpus_index.domain.span import Span
from corpus_index.pages.reader import Sheet
from corpus_index.pages.text.furniture import Reason, furniture, names_next
from corpus_index.pages.text.names import is_name, name_in, names_of_byline
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.prose import (
    Look,
    count_words,
    is_ended,
    is_english,
    is_scholarly,
    is_title_case,
    label_end,
    look_of,
    title_label_end,
)
from corpus_index.pages.text.wording import LONGEST, word_list

# Below this many words, an unfinished last line is a line of the page and not the beginning of an abstract.
_SHORTEST_CUT = 8
_CAN_BE_TITLES = (Reason.MENU, Reason.NOTICE, Reason.CREDIT, Reason.COUNT)


@dataclass(slots=True)
class Pair:
    """One paper of a list: its title where it has one, and the paragraphs of its abstract.

    `labelled` says that `Abstract` stands in front of the abstract or above it.
    """

    title: Paragraph | None
    abstract: list[Paragraph]
    byline: Paragraph | None = None
    labelled: bool = False

    @property
    def start(self) -> int:
        """Where the paper begins in the page."""
        return (self.title or self.abstract[0]).start

    @property
    def end(self) -> int:
        """Where the paper ends in the page."""
        return self.abstract[-1].end

    @property
    def is_marked(self) -> bool:
        """Say whether a label or a line of authors tells the paper from other text with a heading."""
        return self.labelled or self.byline is not None


@dataclass(slots=True)
class Pairing:
    """A list of papers, the reasons for what is in none of them, and how many lines nothing explains.

    `passed_over` holds the lines of the page since the last sure abstract.
    """

    pairs: list[Pair] = field(default_factory=list)
    reasons: dict[int, Reason] = field(default_factory=dict)
    strays: int = 0
    passed_over: list[Paragraph] = field(default_factory=list)
    has_bylines: bool = False

    @property
    def scholarly(self) -> float:
        """Which share of the abstracts sounds like abstracts; one in another language than English by its label."""
        texts = [(pair.labelled, pair.abstract[0].text) for pair in self.pairs]
        good = sum(is_scholarly(text) or (labelled and not is_english(text)) for labelled, text in texts)
        return good / len(self.pairs) if self.pairs else 0.0

    def stray(self, paragraph: Paragraph, reason: Reason) -> None:
        """Leave a paragraph out although its own words do not say why."""
        self.reasons[paragraph.start] = reason
        self.strays += 1


def pair_up(paragraphs: Sequence[Paragraph]) -> Pairing:
    """Find the papers in a list of titles and abstracts."""
    pairing = Pairing()
    gap: list[Paragraph] = []
    name_follows = text_follows = False
    for paragraph in paragraphs:
        look = look_of(paragraph.text)
        if look is Look.SENTENCE and (text_follows or _announces_text(gap[-2:])):
            look = Look.LABELLED
        reason = Reason.CREDIT if name_follows and look is Look.TITLE else furniture(paragraph.text)
        name_follows = reason is not None and names_next(paragraph.text)
        if reason is not None:
            pairing.reasons[paragraph.start] = reason
            pairing.passed_over.append(paragraph)
        elif look is Look.OVERLONG:
            pairing.stray(paragraph, Reason.OVERLONG)
        elif look in (Look.PROSE, Look.LABELLED):
            labelled = text_follows or look is Look.LABELLED
            _close(pairing, gap or _lone(pairing), paragraph, look, labelled=labelled)
            gap, pairing.passed_over = [], []
        else:
            gap.append(paragraph)
        text_follows = word_list("abstract").holds(paragraph.text)
    _finish(pairing, gap)
    return pairing


def records_of(sheet: Sheet, pairs: Sequence[Pair], owner: Span | None = None) -> tuple[RawRecord, ...]:
    """Make records of pairs; `owner` is an author of each that names no authors itself."""
    records = []
    for ordinal, pair in enumerate(pairs):
        authors: tuple[Span, ...] = (owner,) if owner else ()
        complete = False
        if pair.byline is not None:
            authors, complete = _authors(pair.byline)
        first = pair.abstract[0]
        records.append(
            RawRecord(
                ordinal=ordinal,
                kind=RecordKind.ABSTRACT,
                start=pair.start,
                end=pair.end,
                title=_title(sheet, pair.title) if pair.title else None,
                abstract=sheet.span(first.start + label_end(first.text), pair.end),
                authors=authors,
                authors_complete=complete,
            )
        )
    return tuple(records)


def _announces_text(lines: Sequence[Paragraph]) -> bool:
    """Say whether two lines are a labelled title and its authors, so that what follows is the abstract."""
    return len(lines) == 2 and title_label_end(lines[0].text) > 0 and bool(names_of_byline(lines[1].text, 0)[0])


def _title(sheet: Sheet, line: Paragraph) -> Span:
    return sheet.span(line.start + title_label_end(line.text), line.end)


def _lone(pairing: Pairing) -> list[Paragraph]:
    """Take the only line between two abstracts for a title: papers are called `Search` as well."""
    lines = pairing.passed_over
    if not pairing.pairs or len(lines) != 1 or pairing.reasons[lines[0].start] not in _CAN_BE_TITLES:
        return []
    del pairing.reasons[lines[0].start]
    return lines


def _close(pairing: Pairing, gap: list[Paragraph], abstract: Paragraph, look: Look, *, labelled: bool) -> None:
    """Put a sure abstract into the list, with what stands between it and the one before."""
    if not gap:
        if look is Look.PROSE and _continues(pairing, abstract):
            pairing.pairs[-1].abstract.append(abstract)
        elif look is Look.PROSE and pairing.pairs and not pairing.passed_over:
            pairing.stray(abstract, Reason.LOOSE_TEXT)
        else:
            pairing.pairs.append(Pair(None, [abstract], labelled=labelled))
        return
    sole = _sole_author(gap) if labelled or pairing.has_bylines else None
    strong = [line for line in gap if line is not sole and not _is_weak(line)] or gap[-1:]
    title, opening = strong[-1], []
    if len(strong) >= 2 and look is Look.PROSE and not is_title_case(title.text) and _is_short(strong[-2], title):
        title, opening = strong[-2], [title]
    at = gap.index(title)
    _settle(pairing, gap[:at], more_to_come=True)
    pair = Pair(title, [*opening, abstract], labelled=labelled)
    pair.byline = next((line for line in gap[at + 1 :] if line is sole or names_of_byline(line.text, 0)[0]), None)
    pairing.has_bylines = pairing.has_bylines or pair.byline is not None
    pairing.pairs.append(pair)


def _finish(pairing: Pairing, gap: list[Paragraph]) -> None:
    """Settle what stands below the last sure abstract; the page may end in the middle of a sentence."""
    cut = None
    if len(gap) >= 2 and _is_cut(gap[-1]) and look_of(gap[-2].text) is not Look.SENTENCE:
        cut = Pair(gap[-2], [gap[-1]])
        gap = gap[:-2]
    _settle(pairing, gap, more_to_come=cut is not None)
    if cut is not None:
        pairing.pairs.append(cut)


def _settle(pairing: Pairing, lines: list[Paragraph], *, more_to_come: bool) -> None:
    """Decide on lines that hold no sure abstract: last sentences, papers with short abstracts, and the rest."""
    index = 0
    while index < len(lines) and _continues(pairing, lines[index]):
        pairing.pairs[-1].abstract.append(lines[index])
        index += 1
    while index < len(lines):
        if index + 1 < len(lines) and _is_short(lines[index], lines[index + 1]):
            pairing.pairs.append(Pair(lines[index], [lines[index + 1]]))
            index += 2
        else:
            below = not more_to_come and bool(pairing.pairs)
            pairing.stray(lines[index], Reason.FOOTER if below else Reason.BARE_TITLE)
            index += 1


def _continues(pairing: Pairing, paragraph: Paragraph) -> bool:
    """Say whether a paragraph is surely more of the abstract above it, with no line of the page between."""
    if not pairing.pairs or any(line.start < paragraph.start for line in pairing.passed_over[:1]):
        return False
    if look_of(paragraph.text) not in (Look.SENTENCE, Look.PROSE) or is_title_case(paragraph.text):
        return False
    return not is_ended(pairing.pairs[-1].abstract[-1].text) or is_scholarly(paragraph.text) or "http" in paragraph.text


def _is_short(title: Paragraph, text: Paragraph) -> bool:
    """Say whether two lines are a title and its short abstract, or the beginning of it."""
    if look_of(title.text) is Look.SENTENCE or _is_weak(title):
        return False
    return look_of(text.text) is Look.SENTENCE or _begins_text(text.text)


def _begins_text(line: str) -> bool:
    """Say whether a line without an end is text all the same, by its first words and the way it is written."""
    return (
        count_words(line) >= _SHORTEST_CUT and not is_title_case(line) and word_list("openings").holds(line[:LONGEST])
    )


def _is_cut(line: Paragraph) -> bool:
    return count_words(line.text) >= _SHORTEST_CUT and not is_ended(line.text) and not is_title_case(line.text)


def _sole_author(gap: list[Paragraph]) -> Paragraph | None:
    """Find the line of a paper's only author: a name right below what can be a title and is no name as short."""
    if len(gap) < 2 or not is_name(gap[-1].text):
        return None
    title, name = gap[-2:]
    if look_of(title.text) is Look.SENTENCE or _is_weak(title):
        return None
    return None if is_name(title.text) and count_words(title.text) <= count_words(name.text) else name


def _authors(byline: Paragraph) -> tuple[tuple[Span, ...], bool]:
    """Give the names in a line of authors, which may be one, and say whether these are all."""
    sole = name_in(byline.text, byline.start)
    names, complete = names_of_byline(byline.text, byline.start)
    return (names, complete) if names or sole is None else ((sole,), True)


def _is_weak(line: Paragraph) -> bool:
    """Say whether a line is a title only where nothing better stands above an abstract."""
    return word_list("venue").holds(line.text) or bool(names_of_byline(line.text, 0)[0])
