"""How far two records of one title agree in where, when and as which part of something the work came out.

Nothing else tells entries without authors and abstracts apart, or together: web pages, manuals, proceedings, and what
many volumes have under one title.
"""

import re
from dataclasses import dataclass

from corpus_index.domain.publication import APART
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.people import share_somebody
from corpus_index.resolve.profiles import NUMBERS
from corpus_index.resolve.words import squeezed

_PARTS = ("volume", "number", "issue", "part", "chapter", "edition", "version", "pages")
_ISSUERS = ("publisher", "organization", "institution", "school", "howpublished")
_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:[a-z]+://)?(?:www\.)?(.*?)/*")


@dataclass(frozen=True, slots=True)
class Imprints:
    """What two imprints share: whether something `named` that few works of one title share, and `agree` things in all.

    `other_part` says that they are of two volumes, editions or pages, `other_place` that addresses, venues or issuers
    differ. That they agree in what they are part of is no sign of one work: a volume has many parts of one title.
    """

    named: bool
    agree: int
    other_part: bool
    other_place: bool


def imprints(a: KnownRecord, b: KnownRecord) -> Imprints:
    """Compare years, addresses, keys in files of references, venues and what else the records say of publication."""
    one, other = ({name: span.text for name, span in known.record.publication} for known in (a, b))
    addresses = _addresses(a), _addresses(b)
    parts = {
        name: first_number(one[name]) == first_number(other[name]) for name in _PARTS if name in one and name in other
    }
    venue = one_place(a.record.venue.text, b.record.venue.text) if a.record.venue and b.record.venue else None
    named = [
        _same_key(a, b),
        not addresses[0].isdisjoint(addresses[1]),
        bool(_digits(one, "isbn") & _digits(other, "isbn")),
        bool(venue and parts.get("pages")),
    ]
    issuers = [one_place(one[name], other[name]) for name in _ISSUERS if name in one and name in other]
    if "editor" in one and "editor" in other:
        issuers.append(share_somebody(one["editor"].split(APART), other["editor"].split(APART)))
    year = bool(a.record.year and b.record.year and a.record.year.value == b.record.year.value)
    return Imprints(
        named=any(named),
        agree=sum(named) + sum(parts.values()) + sum(issuers) + year,
        other_part=not all(parts.values()),
        other_place=venue is False or not all(issuers) or (all(addresses) and not named[1]),
    )


def _same_key(a: KnownRecord, b: KnownRecord) -> bool:
    keys = (a.record.key, b.record.key)
    return bool(keys[0] and keys[1] and keys[0].text.casefold() == keys[1].text.casefold())


def _addresses(known: KnownRecord) -> set[str]:
    found = (_ADDRESS.fullmatch(url.text.casefold()) for url in known.record.urls)
    return {match[1] for match in found if match and match[1]}


def _digits(details: dict[str, str], name: str) -> set[str]:
    return {"".join(_NUMBER.findall(details[name]))} if name in details else set()


def first_number(text: str) -> str:
    """Give the first number of `60--69`, `2nd` or `II`, else the words."""
    number = _NUMBER.search(text)
    return number[0] if number else NUMBERS.get(squeezed(text), squeezed(text))


def one_place(a: str, b: str) -> bool:
    """Tell whether two names of a venue may be one: the one may be a part of the other."""
    short, long = sorted((squeezed(a), squeezed(b)), key=len)
    return short in long
