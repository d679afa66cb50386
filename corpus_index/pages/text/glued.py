"""What saving a page as text runs together: a button and the title behind it, an identifier and the text behind it."""

import re
from collections.abc import Iterator, Sequence

from corpus_index.pages.fields.identifiers import identifier
from corpus_index.pages.text.paragraphs import Paragraph
from corpus_index.pages.text.prose import Look, look_of
from corpus_index.pages.text.wording import word_list

_ID = re.compile(
    r"(?P<first>(?:arxiv:\s?)?\d{4}\.\d{4,5}(?:v\d{1,2})?(?:\s?\[[a-zA-Z.-]{2,20}\])?)[.:]?\s*"
    r"(?=[\"“'‘(]?[A-Z$][^\d\s]|Abstract)",
    re.IGNORECASE,
)
_SHORTEST = 40
_LONGEST_BUTTON = 20


def unglued(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Make two paragraphs of one that begins with an arXiv identifier run together with its text.

    The same for a known button, above the first text of the page: further down the word is the name of a model.
    """
    top = True
    for paragraph in paragraphs:
        end = _joint(paragraph.text, top=top)
        top = top and look_of(paragraph.text) not in (Look.PROSE, Look.LABELLED)
        if end is None:
            yield paragraph
            continue
        first, rest = paragraph.text[:end].rstrip(), paragraph.text[end:].lstrip()
        yield Paragraph(paragraph.start, paragraph.start + len(first), first, paragraph.gap)
        yield Paragraph(paragraph.end - len(rest), paragraph.end, rest, 0)


def _joint(text: str, *, top: bool) -> int | None:
    head = text[:200]
    glued = _ID.match(head)
    if glued and len(text) - glued.end() >= _SHORTEST and identifier(glued["first"].partition("[")[0].strip()):
        return glued.end()
    return _button(head) if top else None


def _button(head: str) -> int | None:
    """Find the end of a button that a capital follows without a space (`SubscribeMeasuring ...`)."""
    for length in range(4, min(len(head) - 1, _LONGEST_BUTTON)):
        if head[length].isupper() or head[length] in '"“$':
            word = head[:length]
            if word[-1].islower() and word_list("glued").holds(word) and " " in head[length:]:
                return length
    return None
