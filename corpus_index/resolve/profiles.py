"""What of a record is compared with others."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus_index.domain.own import NOTHING_OWN
from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import KnownRecord
from corpus_index.resolve.identifiers import Id, is_preprint
from corpus_index.resolve.people import known_people
from corpus_index.resolve.words import squeezed, telling, words

LONG_TEXT = 25
"""An abstract of fewer words may be boilerplate ("Comment on ..."), so that its agreement proves little."""

_FRONT_MATTER = re.compile(
    r"(?:guest |book |the )?(?:editor(?:s|ial)s?|introduction|preface|foreword|afterword|prologue|epilogue|proceedings"
    r"|abstracts?|acknowledge?ments?|table of contents|contents|index|review|conclusions?|summary|overview|erratum"
    r"|errata|corrigendum|addendum|correction|obituary|announcements?|news|letters?|comments?|discussion|rejoinder"
    r"|reply|response|keynote|invited talk|tutorial|panel|technical report|untitled)(?: \d+)?"
)
_ABOUT_ANOTHER = re.compile(
    r"(?:a |an |the )?(?:comments?|discussions?|rejoinder|reply|response|erratum|errata|corrigendum|correction|addendum"
    r"|review|remarks?|note)\b.{0,20}?\b(?:on|of|to|by|for|and)\b|(?:comments?|discussion|rejoinder)\b"
)
_NUMBER_WORDS = (
    ("1", "i one first"),
    ("2", "ii two second"),
    ("3", "iii three third"),
    ("4", "iv four fourth"),
    ("5", "v five fifth"),
    ("6", "vi six sixth"),
    ("7", "vii seven seventh"),
    ("8", "viii eight eighth"),
    ("9", "ix nine ninth"),
    ("10", "x ten tenth"),
    ("11", "xi eleven eleventh"),
    ("12", "xii twelve twelfth"),
)
NUMBERS = {word: number for number, line in _NUMBER_WORDS for word in line.split()}
"""What number a word stands for."""
_PART = re.compile(r"(?:part|volume|vol)?(?:\d{1,2}|[ivx]{1,5})")
_NUMBER = re.compile(rf"\d+|\b(?:{'|'.join(NUMBERS)}|[ivx]{{1,5}})\b")


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a record is compared."""

    title: str
    title_words: tuple[str, ...]
    numbers: frozenset[str]
    year: int | None
    generic: bool
    cut: bool
    text: tuple[str, ...]
    boilerplate: bool
    people: tuple[str, ...]
    all_people: bool
    ids: frozenset[Id]
    preprint: bool


def profiles_of(known: KnownRecord) -> tuple[Profile, ...]:
    """Give what of a record is compared, as it is printed and, where a person corrected it, as that has it.

    The text of a summary is not compared.
    """
    record, own = known.record, known.own
    text = record.abstract.text if record.kind is RecordKind.ABSTRACT else ""
    title = record.title.text if record.title else ""
    authors = tuple([author.text for author in record.authors])
    year = record.year.value if record.year else None
    printed = _profile(title, text, authors, year, printed_ids(known), all_authors=record.authors_complete)
    if own is NOTHING_OWN:
        return (printed,)
    said = _profile(
        own.title or title,
        text,
        own.authors or authors,
        own.year or year,
        corrected_ids(known),
        all_authors=own.authors_complete if own.authors else record.authors_complete,
    )
    return (printed,) if said == printed else (printed, said)


def is_further_part(a: str, b: str) -> bool:
    """Tell whether one of two squeezed titles is the other one with a number at its end: `Tides`, and `Tides II`."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and _PART.fullmatch(long, len(short)) is not None


def printed_ids(known: KnownRecord) -> frozenset[Id]:
    """Give the identifiers that a record prints."""
    return frozenset([(printed.id.scheme, printed.id.value) for printed in known.record.ids])


def corrected_ids(known: KnownRecord) -> frozenset[Id]:
    """Give the identifiers of a record as a person corrected them."""
    own = {each.scheme: each.value for each in known.own.ids}
    corrected = own.keys() | known.own.absent
    return frozenset(own.items()) | {each for each in printed_ids(known) if each[0] not in corrected}


@lru_cache(maxsize=128)
def _profile(
    title: str, text: str, authors: tuple[str, ...], year: int | None, ids: frozenset[Id], *, all_authors: bool
) -> Profile:
    title_words, text_words = words(title), words(text)
    plain = " ".join(title_words)
    return Profile(
        title=squeezed(title),
        title_words=telling(title),
        numbers=frozenset(NUMBERS.get(number, number) for number in _NUMBER.findall(plain)),
        year=year,
        generic=len(title_words) == 1 or bool(_ABOUT_ANOTHER.match(plain)) or _names_front_matter(title),
        cut=title.rstrip().endswith(("...", "…")),
        text=text_words,
        boilerplate=len(text_words) < 2 * LONG_TEXT and bool(_ABOUT_ANOTHER.match(" ".join(text_words))),
        people=known_people(authors),
        all_people=all_authors,
        ids=ids,
        preprint=is_preprint(ids),
    )


def _names_front_matter(title: str) -> bool:
    """Tell whether a title, or the part before or after a colon, is one that any volume may have."""
    parts = (title, *title.split(":", 1)[:1], *title.rsplit(":", 1)[1:])
    return any(_FRONT_MATTER.fullmatch(" ".join(words(part))) for part in parts)
