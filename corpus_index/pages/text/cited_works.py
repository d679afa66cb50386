"""A section of references in plain text: which paragraphs below its heading list works that a paper cites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_index.domain.record import Reference
from corpus_index.domain.span import Span
from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.wording import word_list

_LONGEST = 2000
_HEAD = 80
_MARKED = re.compile(r"\[[\w+.-]{1,24}\]\s*\S|\(?\d{1,3}[.)\]]\s+\S|[•*–-]\s+\S")
_NUMBERED = re.compile(r"\[|\(?\d")
_AUTHOR = re.compile(
    r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?,\s|[^\W\d_]\.(?:[ -]?[^\W\d_]\.)*\s[^\W\d_]|.{3,60}?\bet al\b"
)
_YEAR = re.compile(r"\((?:1[89]|20)\d\d[a-z]?\)|[,.]\s?(?:1[89]|20)\d\d[a-z]?\b")


@dataclass(frozen=True, slots=True)
class CitedWorks:
    """A heading and the paragraphs that list works below it."""

    heading: Paragraph
    works: Sequence[Paragraph]

    @property
    def end(self) -> int:
        """Where the section ends in the page."""
        return self.works[-1].end

    def references(self) -> tuple[Reference, ...]:
        """Give the works as references."""
        return tuple(
            Reference(Span(each.start, each.end, each.text), tuple(dict.fromkeys(value for value, _, _ in ids)))
            for each in self.works
            for ids in (tuple(identifiers(each.text)),)
        )


def cited_works(paragraphs: Sequence[Paragraph]) -> list[CitedWorks]:
    """Find the sections of references that have something above them and works below."""
    found = []
    index = 1
    while index < len(paragraphs):
        if _is_heading(paragraphs[index].text):
            works = _below(paragraphs, index + 1)
            if works:
                found.append(CitedWorks(paragraphs[index], works))
                index += len(works)
        index += 1
    return found


def _is_heading(text: str) -> bool:
    return len(text) <= _HEAD and text[:1] not in "#=*" and word_list("references").holds(text)


def _below(paragraphs: Sequence[Paragraph], first: int) -> Sequence[Paragraph]:
    """Take the lines that are marked as items, all in one way; without marks those with an author and a year."""
    end = first
    numbered = end < len(paragraphs) and bool(_NUMBERED.match(paragraphs[end].text))
    marked = end < len(paragraphs) and bool(_MARKED.match(paragraphs[end].text))
    while end < len(paragraphs) and len(paragraphs[end].text) <= _LONGEST:
        text = paragraphs[end].text
        fits = _MARKED.match(text) and bool(_NUMBERED.match(text)) == numbered if marked else _is_work(text)
        if not fits:
            break
        end += 1
    return paragraphs[first:end]


def _is_work(text: str) -> bool:
    return _AUTHOR.match(text[:200]) is not None and _YEAR.search(text[:_LONGEST]) is not None
