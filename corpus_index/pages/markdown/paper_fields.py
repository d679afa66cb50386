"""What the blocks of a note about a paper say: its labelled fields, its links, and its text without a label."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from corpus_index.domain.identifier import Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.feeds.listed_words import reads_like_an_abstract
from corpus_index.pages.fields.identifiers import identifier, identifiers
from corpus_index.pages.fields.tidying import without_label
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.markdown.blocks import Block, Kind
from corpus_index.pages.markdown.field_labels import TEXTS, Field, field_of, labelled
from corpus_index.pages.markdown.inline import Link, emphasised, links, plain
from corpus_index.pages.markdown.name_lists import names_in
from corpus_index.pages.markdown.paper_links import identifiers_of, is_generic, is_of_a_paper, kept, numbers_printed
from corpus_index.pages.text.names import is_name, names_of_byline

_NOTHING = re.compile(
    r"\W*(?:no (?:abstract|summary|description)\b.{0,40}|(?:abstract|summary) (?:is )?not (?:yet )?(?:available|found)"
    r".{0,20}|n/?a|none|null|nan|tbd|todo|暂无.{0,20}|.{0,10}(?:尚未生成|未提供|暂缺).{0,40})\W*",
    re.IGNORECASE,
)
_CALLOUT = re.compile(
    r"\[!(?P<kind>[^\]\n|]{1,40})(?:\|[^\]\n]{0,40})?\][+-]?[ \t]*(?P<title>[^\n]{0,200})\n?(?P<text>.*)", re.DOTALL
)
"""How a quote begins that has a kind and perhaps a title, as Obsidian and GitHub know them."""
_WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_SHORTEST_CUT = 200
_LONGEST_LABELLED = 4000
# Behind a plain label, others are told from words of a text by what they name.
_SURE = frozenset((Field.AUTHORS, Field.LINK, Field.DATE, Field.VENUE, Field.ABSTRACT, Field.SUMMARY, Field.IGNORED))
_BY_OTHERS = re.compile(r"\b(?:this (?:paper|work|article|study)|the (?:paper|authors?)|researchers)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_WE = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)


@dataclass(slots=True)
class Fields:
    """What was found; `loose` is text without a label, `far` such text below a heading that says nothing.

    `labelled_link` says that a link to a paper has a label of its own in front.
    """

    authors: list[str] = field(default_factory=list)
    texts: list[tuple[Field, str, str]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    uncertain_dates: list[str] = field(default_factory=list)
    venue: str = ""
    labelled_link: bool = False
    loose: list[str] = field(default_factory=list)
    far: list[str] = field(default_factory=list)

    @property
    def is_linked(self) -> bool:
        """Whether a link or number is that of a paper."""
        return bool(self.numbers) or any(is_of_a_paper(link.url) for link in self.links)

    @property
    def is_of_several(self) -> bool:
        """Whether the links lead to several papers, as those of a list do."""
        found = [value for link in self.links for value in identifiers_of(link.url)]
        return any(one.scheme is other.scheme and one.value != other.value for one, other in pairwise(found))

    @property
    def is_told(self) -> bool:
        """Whether a text is labelled as an abstract or a summary."""
        return any(which in TEXTS for which, _, _ in self.texts)


def collect(blocks: Iterable[Block], title: str = "") -> Fields:
    """Go through the blocks; a label holds until the next one, a heading, a rule or the end of a division."""
    found = Fields()
    last: tuple[Field, str] | None = None
    far = called = False
    for number, block in enumerate(blocks):
        callout = _CALLOUT.match(block.text) if block.kind is Kind.QUOTE else None
        if callout or (called and block.kind is not Kind.QUOTE):
            last, called = _named(callout), callout is not None
        if block.kind in (Kind.END, Kind.RULE, Kind.CODE, Kind.TABLE):
            last = None
        elif block.kind is Kind.HEADING:
            name = plain(block.text)
            which = field_of(name)
            last = (which, name) if which and which is not Field.PLAIN else None
            far = last is None and which is None and name.casefold() != title.casefold()
        else:
            for label, text in _parts(callout["text"] if callout else block.text):
                last = label or last
                if text:
                    if last is None and block.kind is Kind.QUOTE:
                        _take_words(found, plain(text), far=far)
                    else:
                        take(found, last, text, far=far, first=number == 0)
                    last = last if last and last[0] in TEXTS else None
    return found


def _named(callout: re.Match[str] | None) -> tuple[Field, str] | None:
    """Give the label that a callout is by its title, else by its kind."""
    names = (plain(callout["title"]), callout["kind"]) if callout else ()
    return next(((which, name) for name in names if (which := field_of(name))), None)


def _parts(text: str) -> Iterator[tuple[tuple[Field, str] | None, str]]:
    """Split a block at the lines that begin with a label."""
    label: tuple[Field, str] | None = None
    lines: list[str] = []
    for line in text.split("\n"):
        found = labelled(line[:_LONGEST_LABELLED])
        if found and (not lines or found[0] in _SURE or (label and label[0] not in TEXTS) or "**" in line[:8]):
            if label or lines:
                yield label, "\n".join(lines)
            label, lines = found[:2], [found[2] + line[_LONGEST_LABELLED:]]
        else:
            lines.append(line)
    yield label, "\n".join(lines)


def take(found: Fields, label: tuple[Field, str] | None, text: str, *, far: bool = False, first: bool = False) -> None:
    """Put a text into the field that its label says; without one it is a byline, a line of links, or loose text."""
    which = label[0] if label else None
    if which is Field.AUTHORS:
        found.authors.append(text)
    elif which in TEXTS and label:
        words = plain(text)
        if words and not _NOTHING.fullmatch(words[:200]):
            found.texts.append((label[0], label[1], words))
    elif which is Field.LINK or (which is Field.TITLE and _is_links(text)):
        found.links += links(text)
        found.numbers += numbers_printed(f"{label[1] if label else ''} {text}")
        found.labelled_link |= any(is_of_a_paper(link.url) for link in links(text))
    elif which is Field.TITLE:
        found.links += links(text)
        found.numbers += numbers_printed(text)
    elif which is Field.DATE:
        found.dates.append(text)
    elif which is Field.UNCERTAIN_DATE:
        found.uncertain_dates.append(text)
    elif which is Field.VENUE:
        found.venue = found.venue or plain(text)
    elif which is None or which is Field.PLAIN:
        _take_loose(found, text, far=far, first=first)


def _take_loose(found: Fields, text: str, *, far: bool, first: bool) -> None:
    words = plain(text)
    if not far and first and not found.authors and _is_byline(text, words):
        found.authors.append(text)
    elif _is_links(text):
        found.links += links(text)
        found.numbers += numbers_printed(words)
    elif numbers_printed(words[:200]):
        found.numbers += numbers_printed(words[:200])
    else:
        _take_words(found, words, far=far)


def _take_words(found: Fields, words: str, *, far: bool) -> None:
    if words and not _NOTHING.fullmatch(words[:200]):
        (found.far if far else found.loose).append(words)


def _is_links(text: str) -> bool:
    """Say whether a text is little more than links."""
    printed = links(text)
    rest = len(plain(text)) - sum(len(link.label or link.url) for link in printed)
    return bool(printed) and rest <= max(40, 12 * len(printed))


def _is_byline(text: str, words: str) -> bool:
    if any(is_generic(link.label) or is_of_a_paper(link.url) for link in links(text)):
        return False
    inner = emphasised(text)
    if not inner or len(words) > _LONGEST_LABELLED:
        return bool(names_of_byline(words, 0)[0])
    return is_name(words) or len(names_in(inner)[0]) > 1


def entry_of(title: str, above: Iterable[Link], found: Fields) -> Entry:
    """Make an entry of the fields; `above` are the links of the title."""
    ids, urls = kept([*above, *found.links])
    numbers = found.numbers[:1] if not any(any(identifiers(url)) for url in urls) else []
    names, complete = names_in(", ".join(found.authors))
    abstract, summary = _told(title, found)
    dated = found.dates or ([] if _tells_year((*ids, *numbers, *urls)) else found.uncertain_dates)
    return Entry(
        title=title,
        authors=names,
        authors_complete=complete,
        year=year_in(*dated, found.venue),
        venue=found.venue,
        ids=(*ids, *numbers),
        urls=urls,
        abstract=abstract,
        summary=summary,
    )


def _tells_year(printed: Iterable[str]) -> bool:
    """Say whether there is a number of arXiv, which tells the year of the first version."""
    return any(found.scheme is Scheme.ARXIV for found in map(identifier, printed) if found)


def _told(title: str, found: Fields) -> tuple[str, str]:
    """Tell the authors' abstract from what others wrote: by its label, else by its voice."""
    abstract = [text for which, _, text in found.texts if which is Field.ABSTRACT]
    if not _is_wide(title):
        abstract = [text for text in abstract if not _is_wide(text)]
    others = [(which, label, text) for which, label, text in found.texts if text not in abstract]
    candidates = [*(text for which, _, text in others if which is Field.PLAIN_SUMMARY), *found.loose, *found.far]
    loose = found.loose
    if not abstract:
        abstract = [text for text in candidates if speaks_for_itself(text, title)][:1]
        others = [each for each in others if each[2] not in abstract]
        loose = [text for text in loose if text not in abstract]
    told = [f"{label}: {text}" if which is Field.PART else text for which, label, text in others]
    return without_label("\n".join(abstract)), "\n".join(told or loose)


def speaks_for_itself(text: str, title: str) -> bool:
    """Say whether a text without a label is an abstract in its authors' voice, or the beginning of one that was cut.

    A beginning must not introduce the work, as posts do and abstracts do later.
    """
    cut = text.rstrip().endswith(("...", "…"))
    if _BY_OTHERS.match(text) or not reads_like_an_abstract(_ADDRESS.sub("", text), _SHORTEST_CUT if cut else 500):
        return False
    if _WE.search(text) and not cut:
        return True
    name = title.partition(":")[0].split()[:1]
    return cut and not _BY_OTHERS.search(text) and not _WE.match(text) and text.split()[:1] != name


def _is_wide(text: str) -> bool:
    return len(_WIDE.findall(text[:400])) > len(text[:400]) / 5
