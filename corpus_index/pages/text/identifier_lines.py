"""Lines that hold an identifier of a paper and nothing else."""

import re

from corpus_index.domain.identifier import Scheme
from corpus_index.domain.record import PrintedId
from corpus_index.pages.fields.identifiers import identifier, identifiers

_LONGEST = 160
_AROUND = re.compile(
    r"^\[\d{1,5}\]|\[[a-z., -]{2,40}\]|\((?:cross-list from |cross-listed from )?[a-z.-]{2,20}\)|"
    r"\b(?:cite as|or|for this version|https?|www|arxiv(?: id)?|doi|pdf|abs|html|other|link|url|id|paper|"
    r"available at|preprint|published|submitted|"
    r"(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6},? \d{4})\b|[\W_]",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W*([\w./-]+?)(?:\s*\[[a-z.-]{2,20}\])?\W*", re.IGNORECASE)


def identifiers_of_line(text: str, offset: int = 0) -> tuple[PrintedId, ...]:
    """Give the identifiers of a line that has nothing else; `offset` is where the line begins."""
    if not 9 <= len(text) <= _LONGEST or not any(character.isdigit() for character in text):
        return ()
    found = list(identifiers(text))
    if not found:
        bare = _BARE.fullmatch(text)
        value = identifier(bare[1]) if bare else None
        if bare is None or value is None or value.scheme is not Scheme.ARXIV:
            return ()
        return (PrintedId(value, offset + bare.start(1), offset + bare.end(1)),)
    rest, position = [], 0
    for _, start, end in found:
        rest.append(text[position:start])
        position = end
    if _AROUND.sub("", " ".join((*rest, text[position:]))):
        return ()
    return tuple(PrintedId(value, offset + start, offset + end) for value, start, end in found)


def is_identifier_line(text: str) -> bool:
    """Say whether a line is an identifier and nothing else (`arXiv:2401.00001v2 [cs.CL]`)."""
    return bool(identifiers_of_line(text))
