"""Digests and notes in Markdown: a heading for each paper, and below it labelled fields, links and texts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.fields.people import given_first
from corpus_index.pages.markdown.blocks import SUMMARY_LEVEL, Block, Kind, Note
from corpus_index.pages.markdown.field_labels import Field, field_of
from corpus_index.pages.markdown.inline import Link, emphasised, links, plain
from corpus_index.pages.markdown.paper_fields import Fields, collect, entry_of
from corpus_index.pages.markdown.paper_links import is_of_a_paper
from corpus_index.pages.markdown.program_readme import program_headings
from corpus_index.pages.markdown.titles import can_be_a_title, tidy, title_of
from corpus_index.pages.reader import Fit, Sheet, entries_reader

_NAME = "markdown-digest"
_BOLD_LEVEL = SUMMARY_LEVEL - 1
_FEWEST_WORDS_IN_BOLD = 3
_FEWEST_SHARE = 0.25
_PAPER_KEYS = ("doi", "arxiv", "arxiv_id", "arxivid", "eprint", "pmid", "openreview")
_LINK_KEYS = (*_PAPER_KEYS, "url", "link", "paperurl", "paper_url", "pdf", "url_pdf", "url_source", "source", "paper")
_VENUE_KEYS = ("venue", "journal", "booktitle", "publication", "container-title", "conference")
_DATE_KEYS = ("year", "date", "published", "publishdate", "issued")


@dataclass(slots=True)
class Section:
    """A heading with what is below it, up to the next heading of its level."""

    heading: str
    level: int
    blocks: list[Block] = field(default_factory=list)
    below: list["Section"] = field(default_factory=list)
    label: str = ""
    """The heading of a field that the next block stands below."""


def sniff(sheet: Sheet) -> Fit:
    """Fit where headings have fields of papers below them, or one note is about a paper."""
    if sheet.markdown is None:
        return Fit(0.0, "it is no Markdown")
    found = papers(sheet.markdown)
    if not found:
        return Fit(0.0, "no headings in Markdown with authors, links to papers or abstracts below")
    if len(found) == 1:
        return Fit(0.9, "a note in Markdown about one paper")
    return Fit(0.92 + 0.06 * len(found) / (len(found) + 10), f"a digest in Markdown with {len(found)} papers")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read all papers."""
    return iter(papers(sheet.markdown) if sheet.markdown else [])


# Asked for twice: to tell whether the reader fits, and to read.
@lru_cache(maxsize=1)
def papers(note: Note) -> list[Entry]:
    """Find the papers of a digest, or the one that a note is about."""
    root = sections_of(note.blocks)
    read = _Read.of(root)
    levels = frozenset(_levels(read))
    found = list(_visit(read, levels))
    if len(found) > 1:
        return found if len(found) >= _FEWEST_SHARE * _titles_at(read, levels) else []
    front = _of_front_matter(note, root)
    if front:
        return [front]
    if not found or program_headings(note.blocks):
        return []
    only = found[0]
    return found if only.authors or only.abstract or only.summary else []


def sections_of(blocks: Sequence[Block]) -> Section:
    """Nest the blocks by their headings; headings that are labels of a field are left among the blocks above."""
    path = [Section("", 0)]
    for block in blocks:
        if block.kind is Kind.END:
            path[-1].blocks.append(block)
            path[-1].label = ""
            if path[-1].level == SUMMARY_LEVEL:
                path.pop()
            continue
        bold = _bold_heading(block) if not path[-1].label else None
        if bold:
            head, rest = bold
            _descend(path, head, _BOLD_LEVEL)
            if rest:
                path[-1].blocks.append(Block(block.kind, rest, block.level))
        elif block.kind is not Kind.HEADING or _is_label_below(block, path[-1]):
            path[-1].blocks.append(block)
            path[-1].label = block.text if block.kind is Kind.HEADING else path[-1].label
        else:
            _descend(path, block.text, block.level)
    return path[0]


def _descend(path: list[Section], heading: str, level: int) -> None:
    while len(path) > 1 and path[-1].level >= level:
        path.pop()
    section = Section(heading, level)
    path[-1].below.append(section)
    path.append(section)


def _is_label_below(block: Block, section: Section) -> bool:
    deeper = block.level > section.level or section.level >= _BOLD_LEVEL
    return deeper and field_of(plain(block.text)) is not None


def _bold_heading(block: Block) -> tuple[str, str] | None:
    """Split a paragraph of which the first line is in bold, as titles are where nobody cares for headings."""
    if block.kind is not Kind.TEXT or block.level:
        return None
    head, _, rest = block.text.partition("\n")
    inner = emphasised(head) if head.startswith(("**", "__")) else ""
    if not inner or inner.endswith((":", "：")) or len(plain(inner).split()) < _FEWEST_WORDS_IN_BOLD:
        return None
    return inner, rest


@dataclass(frozen=True, slots=True)
class _Read:
    """A section with what it says itself, and those below it."""

    section: Section
    title: str
    above: Sequence[Link]
    own: Fields
    below: tuple["_Read", ...]

    @classmethod
    def of(cls, section: Section) -> "_Read":
        title, above = title_of(section.heading)
        return cls(section, title, above, collect(section.blocks, title), tuple(map(cls.of, section.below)))


def _levels(read: _Read) -> Iterator[int]:
    """Give the levels of headings that are papers for sure: there, an address of a paper is enough."""
    if _is_paper(read.title, read.above, read.own):
        yield read.section.level
    for each in read.below:
        yield from _levels(each)


def _titles_at(read: _Read, levels: frozenset[int]) -> int:
    """Count the headings of some levels that could be titles."""
    here = read.section.level in levels and can_be_a_title(read.title)
    return here + sum(_titles_at(each, levels) for each in read.below)


def _visit(read: _Read, levels: frozenset[int]) -> Iterator[Entry]:
    """Give the papers of a section: itself, or those below it."""
    inner = [entry for each in read.below for entry in _visit(each, levels)]
    if _is_paper(read.title, read.above, read.own, enough=read.section.level in levels):
        alone = bool(inner) or not read.below
        found = read.own if alone else collect(_flat(read.section), read.title)
        yield entry_of(read.title, read.above, found)
    yield from inner


def _is_paper(title: str, above: Sequence[Link], own: Fields, *, enough: bool = False) -> bool:
    """Say whether two of three are there: an address of a paper (`enough` by itself), authors, and a text."""
    if not can_be_a_title(title):
        return False
    linked = own.is_linked or any(is_of_a_paper(link.url) for link in above)
    authors = bool(own.authors)
    if not (authors or own.is_told or above) and own.is_of_several:
        return False
    return (linked and (enough or authors or own.is_told or own.labelled_link or bool(own.loose))) or (
        authors and own.is_told
    )


def _flat(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for each in section.below:
        yield Block(Kind.HEADING, each.heading, each.level)
        yield from _flat(each)


def _of_front_matter(note: Note, root: Section) -> Entry | None:
    """Make an entry of a note whose front matter describes a paper: by an identifier, a venue or an abstract."""
    front = note.front
    title = tidy(plain(" ".join(front.get("title", []))))
    named = [each for key in _PAPER_KEYS for each in front.get(key, []) if identifier(each)]
    linked = [each for key in _LINK_KEYS for each in front.get(key, []) if each.startswith("http")]
    venue = next((each for key in _VENUE_KEYS for each in front.get(key, [])), "")
    abstract = " ".join(front.get("abstract", []))
    authors = [each for key in ("firstauthor", "authors", "author") for each in front.get(key, [])]
    # One name with its family name first, not two names.
    ordered = (given_first(each) if re.fullmatch(r"[^\s,]+, [^,]+", each) else each for each in authors)
    authors = list(dict.fromkeys(ordered))
    found = collect(_flat(root), title)
    told = bool(named) or any(map(is_of_a_paper, linked)) or bool((authors or found.authors) and (venue or abstract))
    if not title or not told:
        return None
    found.authors = authors or found.authors
    found.dates = [each for key in _DATE_KEYS for each in front.get(key, [])] or found.dates
    found.links = [*(link for url in linked for link in links(url)), *found.links]
    found.venue = venue or found.venue
    if abstract:
        found.texts = [(Field.ABSTRACT, "abstract", plain(abstract)), *found.texts]
    entry = entry_of(title, (), found)
    return Entry(
        title=title,
        authors=entry.authors,
        authors_complete=entry.authors_complete,
        year=entry.year,
        venue=entry.venue,
        ids=(*named, *entry.ids),
        urls=entry.urls,
        abstract=entry.abstract,
        summary=entry.summary,
    )


READER = entries_reader(_NAME, sniff, entries)
