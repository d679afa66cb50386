"""Rows of authors as people type them in notes: given names first, with links, marks and affiliations in brackets."""

import re

from corpus_index.pages.fields.people import given_first
from corpus_index.pages.markdown.inline import plain

_BREAK = re.compile(r"\s*[;；、，]\s*|\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&|und|et(?!\s+al))\s+|\s*[·•]\s*")
_SEMICOLON = re.compile(r"\s*[;；]\s*(?:and\s+|&\s*)?")
_AND = re.compile(r"\s+(?:and|&)\s+")
_OTHERS = re.compile(r"[,;]?\s*(?:\bet[\s.]\s*al\b\.?|\band\s+\d*\s*(?:others|more)\b|\.\.\.|…)\.?\s*$", re.IGNORECASE)
_SUPERSCRIPT = re.compile(r"<sup>.{0,60}?</sup>", re.IGNORECASE)
_NOTE = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,40}\]|\^\{?[\d,*]{1,10}\}?|[*†‡§¶¹²³⁴⁵⁶⁷⁸⁹⁰]+", re.IGNORECASE)
_LONGEST = 120
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,4}|[A-Z]{1,2}")
_FAMILY_FIRST = re.compile(
    r"(?:(?:van|von|der|den|de|da|di|la|le|el|al)\s){0,3}[^\W\d_][\w'’-]*,(?:\s?[^\W\d_][\w'’.-]*){1,4}", re.IGNORECASE
)
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?", re.IGNORECASE)
# The full stop of an initial is no end of a row.
_ENDS = re.compile(r"^[\s.]+|(?<![,\s][A-Z])[\s.]*\.\s*$|\s+$")
_MOST = 200_000


def names_in(text: str) -> tuple[tuple[str, ...], bool]:
    """Give the names in a row, and whether these are all that there are."""
    words = plain(_SUPERSCRIPT.sub("", text[:_MOST].replace("<br>", ", ").replace(r"\*", "")))
    words = _NOTE.sub("", words[1:-1] if words[:1] == "[" and words[-1:] == "]" else words)
    others = _OTHERS.search(words[-60:])
    if others:
        words = words[: max(0, len(words) - 60) + others.start()]
    names: list[str] = []
    words = _ENDS.sub("", words)
    for part in _turned(words) or _BREAK.split(words):
        name = part.strip(" ,;:*_")
        if _SUFFIX.fullmatch(name) and names:
            names[-1] = f"{names[-1]}, {name}"
        elif _INITIALS.fullmatch(name) and names and " " not in names[-1]:
            names[-1] = f"{name} {names[-1]}"
        elif any(map(str.isalpha, name)) and len(name) <= _LONGEST:
            names.append(name)
    return tuple(names), others is None


def _turned(words: str) -> list[str]:
    """Read `Doe, Jane; van der Roe, Ron` and `Doe, Jane and Roe, Ron`; nothing where not all names are written so.

    Where only the first is (`Doe, Jane, Ron Roe, and Jim Poe`), one word each stands in front of names of several.
    """
    row = [part for part in _BREAK.split(words) if part]
    if len(row) > 2 and [len(part.split()) > 1 for part in row] == [False, False, *(True for _ in row[2:])]:
        return [] if _INITIALS.fullmatch(row[1]) else [f"{row[1]} {row[0]}", *row[2:]]
    for joint in (_SEMICOLON, _AND):
        parts = [part for part in joint.split(words) if part]
        if len(parts) > 1 and all(map(_FAMILY_FIRST.fullmatch, parts)):
            return list(map(given_first, parts))
    return []
