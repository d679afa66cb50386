"""A line of people as web pages print it: with marks, nicknames and notes that are no part of the names."""

import re
from dataclasses import dataclass

from corpus_index.pages.text.names import is_name

_LEAD = re.compile(r"^(?:\[?\d{1,4}[\].)]\s*|[-–•*]\s+|(?:authors?|by|with)\s*:?\s+(?=\S))", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;·•|]\s*(?:and\s+|&\s*)?|\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+", re.IGNORECASE)
_OTHERS = re.compile(r"[,;]?\s*(?:\bet\s+al\b\.?|\band\s+(?:\d+\s+)?others|\.\.\.|…)\s*[.:]?$", re.IGNORECASE)
_MARKS = re.compile(r"[\s*∗⋆★☆†‡§¶#♠♣♢♡✉🖂¹²³⁰⁴-⁹,]+$|^[*∗⋆★†‡§¶]+")
_NUMBERS = re.compile(r"(?<=[^\W\d_]|\.)\s?[\d,]+$")
_NOTE = re.compile(r"\((?:[^()]{0,60})\)|[\"“][^\"“”]{1,30}[\"”]")
_FOOTNOTE = re.compile(
    r"\s*\((?:[^()]{0,60}(?:equal|contrib|advis|author|lead|intern|joint)[^()]{0,60}|[*†‡=\d]{1,3})\)", re.I
)
_BODY = re.compile(r"(?:[\w&.-]+ ){0,6}(?:Team|Collaboration|Consortium|Group|Project Members)")
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}\.\s")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class People:
    """The names in a line in order; `complete` is false where `et al.` ends it."""

    names: tuple[str, ...] = ()
    complete: bool = True


def people_of(line: str) -> People:
    """Read a line that names people and nothing else; no names where it is another one."""
    if len(line) > _LONGEST:
        return People()
    text = _LEAD.sub("", line.strip()).rstrip(".:;, ") if not line.endswith("..") else _LEAD.sub("", line.strip())
    others = _OTHERS.search(text, max(0, len(text) - 30))
    text = _FOOTNOTE.sub("", text[: others.start()] if others else text)
    names = [without_marks(part) for part in _BETWEEN.split(text)]
    names = [name for name in names if name and not name.isdigit()]
    if names and all(map(_is_person, names)):
        return People(tuple(names), others is None)
    return People()


def without_marks(name: str) -> str:
    """Take signs of footnotes, numbers of affiliations and `et al.` off a name."""
    return _MARKS.sub("", _NUMBERS.sub("", _MARKS.sub("", name.strip()))).strip()


def _is_person(name: str) -> bool:
    plain = " ".join(_NOTE.sub(" ", name).split())
    if _SENTENCE_END.search(plain):
        return False
    return is_name(plain) or (len(name) <= 80 and _BODY.fullmatch(name) is not None)
