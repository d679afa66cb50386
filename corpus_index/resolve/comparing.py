"""Whether two records are one paper, with the reasons against it by name.

Each difference costs a penalty with a fixed weight; the records are the same paper where all penalties together stay
below one half. (Named penalties are the way in which beets explains a match.) The verdict is a symmetric function of
the two records alone, so joining all pairs that are the same gives the same papers in whatever order they are read.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq, Levenshtein

from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import KnownRecord, Penalty, Verdict
from corpus_index.resolve.identifiers import Shared, compared_ids
from corpus_index.resolve.people import known_people, share_somebody
from corpus_index.resolve.words import squeezed, telling, words

_LIMIT = 0.5
# An abstract of fewer words may be boilerplate ("Comment on ..."), so that its agreement proves little.
_LONG_TEXT = 25
_SHORT_TEXT = 12
_NEAR_TITLE = 0.9
_LONG_TITLE = 5
# Titles of which no more agrees have nothing to do with each other, though an abstract may be made by one template.
_HARDLY_A_WORD = 0.25
_UNLIKE = 0.5
# A preprint is published, and printed again, within a year or so.
_YEARS = 1
# What must agree of records with one number, for the number not to be a mistake.
_SAME_NUMBER_TITLE = 0.5
_SAME_NUMBER_TEXT = 0.6

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
_NUMBERS = {word: number for number, line in _NUMBER_WORDS for word in line.split()}
_NUMBER = re.compile(rf"\d+|\b(?:{'|'.join(_NUMBERS)}|[ivx]{{1,5}})\b")


@dataclass(frozen=True, slots=True)
class _Profile:
    """What of a record is compared."""

    title: str
    title_words: tuple[str, ...]
    numbers: frozenset[str]
    year: int | None
    generic: bool
    text: tuple[str, ...]
    boilerplate: bool
    people: tuple[str, ...]
    all_people: bool


def compare(a: KnownRecord, b: KnownRecord) -> Verdict:
    """Judge whether two records are one paper.

    A summary is the paper of the record that it sums up on its own page; its text says nothing about any other.
    """
    tie = _summary_tie(a, b)
    penalties = tie if tie is not None else _judged(a, b)
    ordered = tuple(sorted(penalties, key=lambda penalty: (-penalty.weight, penalty.name)))
    total = sum(penalty.weight for penalty in ordered)
    return Verdict(same=total < _LIMIT, score=max(0.0, round(1.0 - total, 6)), penalties=ordered)


def _judged(a: KnownRecord, b: KnownRecord) -> list[Penalty]:
    """Judge by identifiers, and where they do not decide by what the records print.

    A number that two records share makes them one paper, unless neither title nor text agrees: numbers get mistyped,
    and some name a whole volume.
    """
    shared = compared_ids(a.record.ids, b.record.ids)
    if shared is Shared.SAME and _agree_at_all(_profile_of(a), _profile_of(b)):
        return []
    penalties = _penalties(_profile_of(a), _profile_of(b)) + _other_names(a, b)
    return [*penalties, Penalty("other identifiers", 0.3)] if shared is Shared.OTHER else penalties


def _agree_at_all(a: _Profile, b: _Profile) -> bool:
    if a.title and b.title and Levenshtein.normalized_similarity(a.title, b.title) >= _SAME_NUMBER_TITLE:
        return True
    agreement = _agreement(a.text, b.text)
    if agreement is not None:
        return agreement >= _SAME_NUMBER_TEXT
    return not (a.title and b.title) or share_somebody(a.people, b.people)


def _summary_tie(a: KnownRecord, b: KnownRecord) -> list[Penalty] | None:
    """Judge by what the page says of its own summaries; `None` where it says nothing of these two."""
    if a.digest != b.digest:
        return None
    told = [
        summary.record.summarises == other.record.ordinal
        for summary, other in ((a, b), (b, a))
        if summary.record.kind is RecordKind.SUMMARY and summary.record.summarises is not None
    ]
    if any(told):
        return []
    return [Penalty("summary of another record", 1.0)] if told else None


def _profile_of(known: KnownRecord) -> _Profile:
    record = known.record
    text = record.abstract.text if record.kind is RecordKind.ABSTRACT else ""
    title = record.title.text if record.title else ""
    authors = tuple(author.text for author in record.authors)
    return _profile(title, text, authors, record.authors_complete, record.year.value if record.year else None)


@lru_cache(maxsize=128)
def _profile(title: str, text: str, authors: tuple[str, ...], all_authors: bool, year: int | None) -> _Profile:
    title_words, text_words = words(title), words(text)
    plain = " ".join(title_words)
    return _Profile(
        title=squeezed(title),
        title_words=telling(title),
        numbers=frozenset(_NUMBERS.get(number, number) for number in _NUMBER.findall(plain)),
        year=year,
        generic=len(title_words) == 1 or bool(_ABOUT_ANOTHER.match(plain)) or _names_front_matter(title),
        text=text_words,
        boilerplate=len(text_words) < 2 * _LONG_TEXT and bool(_ABOUT_ANOTHER.match(" ".join(text_words))),
        people=known_people(authors),
        all_people=all_authors,
    )


def _names_front_matter(title: str) -> bool:
    """Tell whether a title, or the part before or after a colon, is one that any volume may have."""
    parts = (title, *title.split(":", 1)[:1], *title.rsplit(":", 1)[1:])
    return any(_FRONT_MATTER.fullmatch(" ".join(words(part))) for part in parts)


def _penalties(a: _Profile, b: _Profile) -> list[Penalty]:
    agreement = _agreement(a.text, b.text)
    authors = _common_authors(a, b)
    if not a.title or not b.title:
        return _untitled(a, b, agreement, authors)
    penalties = _title_penalties(a, b, agreement)
    shortest = min(len(a.text), len(b.text))
    if agreement is not None:
        penalties += _text_penalties(agreement, authors)
    if authors is False:
        penalties.append(_no_common_authors(a, b, agreement))
    if agreement is None and authors is None:
        short = min(len(a.title_words), len(b.title_words)) < _LONG_TITLE
        penalties.append(Penalty("nothing but the title agrees", 0.6 if short else 0.2))
    if a.generic or b.generic:
        penalties.append(Penalty("title is generic", 0.3))
        if agreement is None or shortest < _LONG_TEXT:
            penalties.append(Penalty("no text that tells the paper from others", 0.3))
    return penalties


def _other_names(a: KnownRecord, b: KnownRecord) -> list[Penalty]:
    """Tell apart papers of one wording that introduce something, each what the other does not even mention.

    Authors rename what they present, so one title weighs more than other names.
    """
    title = _profile_of(a).title
    if title and title == _profile_of(b).title:
        return []
    if not a.facts.introduces or not b.facts.introduces or _mentions_any(a, b) or _mentions_any(b, a):
        return []
    return [Penalty("introduces something else", 0.5)]


def _mentions_any(known: KnownRecord, other: KnownRecord) -> bool:
    """Tell whether a record prints the name of anything that the other one introduces."""
    printed = _profile_of(known).title + squeezed(known.record.abstract.text)
    return any(squeezed(artefact.name) in printed for artefact in other.facts.introduces)


def _agreement(a: tuple[str, ...], b: tuple[str, ...]) -> float | None:
    """Give the share of the shorter text's words that the longer one has in the same order, or `None` without texts.

    The shorter one may be cut off. Texts on unrelated subjects reach some 0.4 by common words alone.
    """
    if not a or not b:
        return None
    return LCSseq.similarity(a, b) / min(len(a), len(b))


def _common_authors(a: _Profile, b: _Profile) -> bool | None:
    """Tell whether the records share an author, or `None` where they may: two incomplete lists need not meet."""
    if not a.people or not b.people:
        return None
    if share_somebody(a.people, b.people):
        return True
    return False if a.all_people or b.all_people else None


def _title_penalties(a: _Profile, b: _Profile, agreement: float | None) -> list[Penalty]:
    """Weigh how two titles differ.

    A number each, years far apart, or nothing in common are enough against any abstract: those of a yearly report, or
    of the papers of one group, may be one text but for a few words.
    """
    if a.title == b.title:
        return []
    penalties = []
    if a.numbers != b.numbers:
        each_its_own = a.numbers - b.numbers and b.numbers - a.numbers
        penalties.append(Penalty("numbers in the titles differ", 0.5 if each_its_own else 0.3))
    if a.year and b.year and abs(a.year - b.year) > _YEARS:
        penalties.append(Penalty("years differ", 0.4))
    similarity = Levenshtein.normalized_similarity(a.title, b.title)
    if similarity >= _NEAR_TITLE:
        return [*penalties, Penalty("title differs a little", 0.1)]
    if similarity < _UNLIKE and _common_words(a, b) <= _HARDLY_A_WORD:
        return [*penalties, Penalty("title is another", 0.8)]
    supported = agreement is not None and agreement >= 0.9 and min(len(a.text), len(b.text)) >= _LONG_TEXT
    return [*penalties, Penalty("title differs", 0.4 if supported else 0.8)]


def _common_words(a: _Profile, b: _Profile) -> float:
    """Give the share of the words of the shorter title that the other one has too; one may be a part of the other."""
    ours, theirs = set(a.title_words), set(b.title_words)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _text_penalties(agreement: float, authors: bool | None) -> list[Penalty]:
    if agreement >= 0.9:
        return []
    if agreement >= 0.75:
        return [Penalty("abstract differs a little", 0.1)]
    penalties = [Penalty("abstract differs", 0.25 if agreement >= 0.6 else 0.35)]
    if authors is None and agreement < 0.6:
        penalties.append(Penalty("no authors to compare", 0.2))
    return penalties


def _untitled(a: _Profile, b: _Profile, agreement: float | None, authors: bool | None) -> list[Penalty]:
    """Judge by the text, where one of the records has no title."""
    if agreement is None:
        return [Penalty("nothing to compare", 1.0)]
    penalties = []
    shortest = min(len(a.text), len(b.text))
    if shortest < (_SHORT_TEXT if a.text == b.text else _LONG_TEXT):
        penalties.append(Penalty("abstract is short", 0.4 if authors else 0.6))
    if a.boilerplate or b.boilerplate:
        penalties.append(Penalty("abstract only names another paper", 0.3 if authors else 0.6))
    if agreement < 0.6:
        penalties.append(Penalty("abstract differs", 0.8))
    elif agreement < 0.8:
        penalties.append(Penalty("abstract differs", 0.3 if authors else 0.6))
    elif agreement < 0.9:
        penalties.append(Penalty("abstract differs a little", 0.2))
    if authors is False:
        penalties.append(_no_common_authors(a, b, agreement))
    return penalties


def _no_common_authors(a: _Profile, b: _Profile, agreement: float | None) -> Penalty:
    """Weigh disjoint lists of authors: less where a long abstract is the same, since names get misread."""
    identical = agreement is not None and agreement >= 0.97 and min(len(a.text), len(b.text)) >= 2 * _LONG_TEXT
    return Penalty("no common authors", 0.3 if identical else 0.6)
