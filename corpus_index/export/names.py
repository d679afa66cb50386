"""Names of authors: their parts, and how BibTeX reads them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus_index.export.latex_text import latex_text
from corpus_index.export.protected_parts import with_braces
from corpus_index.export.white_space import squeezed

_BODY = re.compile(
    r"\b(?:teams?|groups?|labs?|laborator(?:y|ies)|collaborations?|consortium|institutes?|university|inc|ltd|project)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"(?<!\S)and(?!\S)|\bothers\b", re.IGNORECASE)
# What readers take for a note on equal contribution, or the number by which people of one name are told apart.
_MARKED = r"\S*[*†‡§]+(?=[\s,]|$)|(?<=\s)0\d{3}$"
_EXTENDED = re.compile(r"(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_MOST_WORDS = 8
"""Words of a family name."""
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts, or the name of a body: all of it is then its `family`, and nothing is given."""

    family: str
    given: str = ""
    suffix: str = ""
    is_body: bool = False


def name_in_parts(printed: str, families: Collection[str] = ()) -> Name:
    """Tell family from given names: by the `families` that are known, else as BibTeX does.

    There, lower-case words in between (`van`) begin the family name. A group, a name that is all of a known one, and
    one with signs that no person's name has, stays in one piece.
    """
    printed = squeezed(printed)
    if printed in families or _is_one_piece(printed):
        return Name(printed, is_body=True)
    family, comma, given = (part.strip() for part in printed.partition(","))
    if comma:
        return Name(family, given)
    words = printed.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    for at in range(max(1, len(words) - _MOST_WORDS), len(words)):
        if (known := " ".join(words[at:])) in families:
            return Name(known, " ".join(words[:at]), suffix)
    last = next((at for at, word in enumerate(words[1:-1], 1) if word[0].islower()), len(words) - 1)
    return Name(" ".join(words[last:]).rstrip(","), " ".join(words[:last]), suffix)


def author_field(
    authors: Sequence[str], complete: bool, families: Collection[str] = (), *, unicode: bool = False
) -> str:
    """Join names with `and`, and add `and others` where these are not all.

    Names stand as printed: BibTeX itself tells given from family names. One of the `families` stands first; a group,
    and a name that BibTeX would split in the wrong place, is kept in one piece by braces.
    """
    names = [_author(name, families, unicode) for name in map(squeezed, authors) if name]
    if names and not complete:
        names.append("others")
    return " and ".join(names)


def _author(printed: str, families: Collection[str], unicode: bool) -> str:
    name = name_in_parts(printed, families)
    if name.is_body:
        return "{" + latex_text(printed, unicode=unicode) + "}"
    if name.suffix or name.family in families:
        family, *parts = (_encoded(part, unicode) for part in (name.family, name.suffix, name.given) if part)
        # Without braces, BibTeX takes its lower-case words for no part of it.
        return ", ".join([f"{{{family}}}" if name.family in families and name.family[0].islower() else family, *parts])
    return _encoded(printed, unicode)


def _encoded(name: str, unicode: bool) -> str:
    """Encode a part of a name, with braces around the words that have marks, which are part of it."""
    return with_braces(name, _MARKED, unicode=unicode)


def _is_one_piece(name: str) -> bool:
    odd = name.count(",") > 1 or name.startswith(",") or name.endswith(",") or ("," in name and '"' in name)
    return odd or any(each.search(name) for each in (_AND, _BODY, _EXTENDED))
