"""The web page of one paper that says nothing about itself in its head: a heading, people, and an abstract below.

Sites that show a paper with a machine's summary or translation are such pages: the summary stands under a heading of
its own, and of two texts under one heading the one in the language of the original title is the abstract.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import html

from corpus_index.domain.identifier import Scheme
from corpus_index.pages.entry import Entry
from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.fields.years import year_in
from corpus_index.pages.reader import Fit, Sheet, entries_reader
from corpus_index.pages.text.furniture import furniture
from corpus_index.pages.text.prose import count_words, is_scholarly, label_end
from corpus_index.pages.text.wording import word_list
from corpus_index.pages.web.html_lines import Line, is_text, lines_of
from corpus_index.pages.web.page_metadata import PageMetadata
from corpus_index.pages.web.people_in_line import people_of, without_marks

_NAME = "paper-page"
_HIGHEST = 120
_FEWEST_WORDS = 30
_WIDE = re.compile(r"[぀-ヿ㐀-鿿가-힯]")
_LEAKED = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class _Found:
    """A page taken apart: the title, what stands between it and the first section, and the texts of the sections."""

    title: Line
    about: Sequence[Line]
    abstract: str
    summary: str


def sniff(sheet: Sheet) -> Fit:
    """Fit where one heading is a title and an abstract stands below it under its own heading."""
    if sheet.html is None:
        return Fit(0.0, "it is no HTML")
    found = _search(sheet)
    if found is None:
        return Fit(0.0, "no title with an abstract under a heading of its own")
    if not _ids(found, sheet.html) and not _people(found)[0]:
        return Fit(0.0, "a title and an abstract, but nobody who wrote it and no identifier")
    return Fit(0.92 if found.abstract else 0.5, "the page of one paper: a title, people or an identifier, an abstract")


def entries(sheet: Sheet) -> Iterator[Entry]:
    """Read the one paper."""
    found, root = _search(sheet), sheet.html
    assert found is not None  # noqa: S101  sniffed before
    assert root is not None  # noqa: S101
    names, complete = _people(found)
    known = frozenset(map(str.casefold, names))
    links = [link for line in found.about for link in line.links]
    urls = [each.address for each in links if without_marks(each.text).casefold() not in known]
    years = (year_in(line.text) for line in found.about if count_words(line.text) < _FEWEST_WORDS)
    yield Entry(
        title=found.title.text,
        authors=names,
        authors_complete=complete,
        year=next(filter(None, years), None) if not _ids(found, root) else None,
        ids=_ids(found, root),
        urls=tuple(url for url in urls if url.startswith(("http://", "https://"))),
        abstract=found.abstract,
        summary=found.summary,
    )


@lru_cache(maxsize=1)
def _search(sheet: Sheet) -> _Found | None:
    lines = [line for line in lines_of([sheet.html]) if line.text or line.links] if sheet.html is not None else []
    at = next((number for number, line in enumerate(lines[:_HIGHEST]) if _is_title(line)), None)
    if at is None:
        return None
    marks = [number for number, line in enumerate(lines) if number > at and _kind(line)]
    if sum(_kind(lines[mark]) == "abstract" for mark in marks) > 1:
        return None
    texts = _texts(lines, marks)
    if not texts["abstract"]:
        return None
    title, first = lines[at], at + 1
    if _is_wide(title.text) and first < marks[0] and _is_latin_title(lines[first].text):
        title, first = lines[first], first + 1
    abstract, summary = _divided(texts["abstract"], texts["summary"], original_is_wide=_is_wide(title.text))
    found = _Found(title, lines[first : marks[0]], abstract, summary)
    return found if count_words(abstract or summary) >= _FEWEST_WORDS and _reads_well(found) else None


def _texts(lines: Sequence[Line], marks: Sequence[int]) -> dict[str, list[str]]:
    """Give the text below the headings by what they are headings of."""
    texts: dict[str, list[str]] = {"abstract": [], "summary": []}
    empty = -1
    for mark in marks:
        line, kind = lines[mark], _kind(lines[mark])
        label = label_end(line.text)
        here = [line.text[label:]] if 0 < label < len(line.text) else _text_below(lines, mark + 1)
        if kind == "summary" and empty == mark - 1:
            # The summary stands between the heading of the abstract and its text.
            texts["abstract"] += here[1:]
            here = here[:1]
        empty = mark if kind == "abstract" and not here else -1
        texts[kind] += here
    return texts


def _reads_well(found: _Found) -> bool:
    text = found.abstract or found.summary
    return is_scholarly(text) or _is_wide(text)


def _is_title(line: Line) -> bool:
    return line.heading in (1, 2) and count_words(line.text) >= 2 and furniture(line.text) is None and not _kind(line)


def _kind(line: Line) -> str:
    """Say what a line is the heading of; a summary only where the heading says that it is a machine's."""
    if word_list("summary").holds(line.text):
        return "summary"
    if word_list("abstract").holds(line.text) or label_end(line.text) > 0:
        return "abstract"
    return ""


def _text_below(lines: Sequence[Line], first: int) -> list[str]:
    """Take the paragraphs below a heading, up to the next heading or a line of the site."""
    texts: list[str] = []
    for line in lines[first:]:
        if line.heading or _kind(line) or (texts and furniture(line.text) is not None):
            break
        if furniture(line.text) is None:
            if texts and count_words(line.text) < 4:
                break
            texts.append(line.text)
    return texts


def _divided(texts: Sequence[str], told: Sequence[str], *, original_is_wide: bool) -> tuple[str, str]:
    """Keep translations apart from the original, where both stand under the heading of the abstract."""
    pieces = [piece for text in texts for piece in _unleaked(text)]
    original = [piece for piece in pieces if _is_wide(piece) == original_is_wide]
    others = [piece for piece in pieces if _is_wide(piece) != original_is_wide]
    return "\n".join(original), "\n".join((*told, *others))


def _unleaked(text: str) -> list[str]:
    """Take a heading in Markdown that a model left in its answer off the text behind it."""
    if not _LEAKED.match(text):
        return [text]
    return [rest] if (rest := text.partition(" ")[2].partition(" ")[2]) else []


def _is_wide(text: str) -> bool:
    return len(_WIDE.findall(text)) > len(text) / 4


def _is_latin_title(text: str) -> bool:
    return count_words(text) >= 3 and not _WIDE.search(text) and not people_of(text).names


def _people(found: _Found) -> tuple[tuple[str, ...], bool]:
    """Find the authors: a line of names, an element inside a line, or several lines or elements of one name each.

    LaTeXML, of which arXiv makes its HTML, marks names.
    """
    alone = [name for line in found.about for name in _marked(line)]
    if alone:
        return tuple(dict.fromkeys(alone)), True
    for line in found.about:
        inner = line.element if line.element is not None and line.text else ()
        texts = [line.text, *(" ".join(each.text_content().split()) for each in inner if is_text(each))]
        for people in map(people_of, texts):
            if len(people.names) > 1:
                return people.names, people.complete
            alone += people.names
    return tuple(dict.fromkeys(alone)), True


def _marked(line: Line) -> Iterator[str]:
    for each in line.element.iter() if line.element is not None and line.text else ():
        if isinstance(each.tag, str) and "personname" in each.get("class", ""):
            yield from people_of(" ".join(each.text_content().split())).names


def _ids(found: _Found, root: html.HtmlElement) -> tuple[str, ...]:
    """Take the identifiers of the page's own address and of what stands below the title, one of each kind."""
    head = PageMetadata(root)
    printed = [head.link("canonical"), head.first("og:url")]
    printed += [part for line in found.about for part in (line.text, *(link.address for link in line.links))]
    by_scheme: dict[Scheme, str] = {}
    for text in printed:
        for value, start, end in identifiers(text):
            by_scheme.setdefault(value.scheme, text[start:end])
    return tuple(by_scheme.values())


READER = entries_reader(_NAME, sniff, entries)
