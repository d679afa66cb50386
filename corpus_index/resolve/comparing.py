"""Whether two records are one paper, with the reasons against it by name.

Each difference costs a penalty with a fixed weight; the records are the same paper where all penalties together stay
below one half. (Named penalties are the way in which beets explains a match.) The verdict is a symmetric function of
the two records alone, so joining all pairs that are the same gives the same papers in whatever order they are read.
"""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq, Levenshtein

from corpus_index.domain.record import RecordKind
from corpus_index.domain.work import KnownRecord, Penalty, Verdict
from corpus_index.resolve.headings import common_words, unlike, word_exchanged
from corpus_index.resolve.identifiers import Shared, compared_ids
from corpus_index.resolve.people import among, share_somebody
from corpus_index.resolve.profiles import LONG_TEXT, Profile, corrected_ids, is_further_part, profiles_of
from corpus_index.resolve.weighing_imprints import generic_title, without_names
from corpus_index.resolve.weighing_people import ONE_TEXT, no_common_authors, other_authors, spelled_otherwise
from corpus_index.resolve.weighing_publications import listed_apart, other_imprint, other_kind, part_of_it
from corpus_index.resolve.words import squeezed

_LIMIT = 0.5
_SHORT_TEXT = 12
_NEAR_TITLE = 0.9
_SHORTENED = "title is shortened"
_SHORT_TITLE = 2
_HALF_A_TITLE = 0.5
# What two versions of one text agree in at least.
_SAME_TEXT = 0.9
# A preprint is published, and printed again, within a year or so.
_YEARS = 1
# What must agree of records with one number, for the number not to be a mistake.
_SAME_NUMBER_TITLE = 0.5
_SAME_NUMBER_TEXT = 0.6


def compare(a: KnownRecord, b: KnownRecord) -> Verdict:
    """Judge whether two records are one paper, as they are printed or as a person corrected them.

    A summary is the paper of the record that it sums up on its own page; its text says nothing about any other.
    """
    tie = _summary_tie(a, b)
    if tie is not None:
        return _verdict(tie)
    verdicts = [_verdict(_judged(a, b, one, other)) for one in profiles_of(a) for other in profiles_of(b)]
    return max(verdicts, key=lambda verdict: (verdict.score, [(each.weight, each.name) for each in verdict.penalties]))


def contradict(a: KnownRecord, b: KnownRecord) -> bool:
    """Tell whether identifiers, as a person corrected them, say that two records are not one paper, and rightly so.

    So may what they say of their publication. No third record that looks like both makes one paper of them.
    """
    shared = compared_ids(corrected_ids(a), corrected_ids(b))
    parted = shared is Shared.OTHER or not _verdict([*other_kind(a, b), *other_imprint(a, b, one_text=False)]).same
    return parted and not compare(a, b).same


def _verdict(penalties: Sequence[Penalty]) -> Verdict:
    ordered = tuple(sorted(penalties, key=lambda penalty: (-penalty.weight, penalty.name)))
    total = sum(penalty.weight for penalty in ordered)
    return Verdict(same=total < _LIMIT, score=max(0.0, round(1.0 - total, 6)), penalties=ordered)


def _judged(a: KnownRecord, b: KnownRecord, one: Profile, other: Profile) -> list[Penalty]:
    """Judge by identifiers, and where they do not decide by what the records print.

    A number that two records share makes them one paper, unless neither title nor text agrees: numbers get mistyped,
    and some name a whole volume. So does the key of one entry in two revisions of a file of references, where it stands
    once in each.
    """
    shared = compared_ids(one.ids, other.ids)
    named = shared is Shared.SAME or (shared is Shared.UNKNOWN and _one_entry(a, b))
    agreement = _agreement(one.text, other.text)
    if named and _agree_at_all(one, other, agreement):
        return [] if _one_entry(a, b) else part_of_it(a, b)
    return [
        *other_kind(a, b),
        *_penalties(a, b, one, other, agreement),
        *_other_names(a, b, one, other),
        *_other_identifiers(shared, one, other, agreement),
    ]


def _other_identifiers(shared: Shared, a: Profile, b: Profile, agreement: float | None) -> list[Penalty]:
    """Weigh identifiers that differ: a title and names are not enough against them, a text that is the same is."""
    one_text = _is_one_text(a, b, agreement)
    if shared is Shared.OTHER:
        return [Penalty("other identifiers", 0.4 if one_text else 0.6)]
    if shared is Shared.OTHER_PUBLISHERS and not (a.preprint or b.preprint):
        return [Penalty("identifiers of other publishers", 0.1 if one_text else 0.5)]
    return []


def _is_one_text(a: Profile, b: Profile, agreement: float | None) -> bool:
    return agreement is not None and agreement >= _SAME_TEXT and min(len(a.text), len(b.text)) >= LONG_TEXT


def _one_entry(a: KnownRecord, b: KnownRecord) -> bool:
    keys = (a.record.key, b.record.key)
    if a.key_repeated or b.key_repeated:
        return False
    return a.page == b.page and a.digest != b.digest and bool(keys[0] and keys[1] and keys[0].text == keys[1].text)


def _agree_at_all(a: Profile, b: Profile, agreement: float | None) -> bool:
    if a.title and b.title and Levenshtein.normalized_similarity(a.title, b.title) >= _SAME_NUMBER_TITLE:
        return True
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


def _penalties(a: KnownRecord, b: KnownRecord, one: Profile, other: Profile, agreement: float | None) -> list[Penalty]:
    authors = _common_authors(one, other)
    if not one.title or not other.title:
        return _untitled(one, other, agreement, authors)
    penalties = _title_penalties(one, other, agreement, authors)
    if agreement is not None:
        penalties += _text_penalties(agreement, authors)
    if authors is False:
        penalties.append(no_common_authors(one, other, agreement))
    one_text = _is_one_text(one, other, agreement)
    if authors and one.all_people and other.all_people and not one_text:
        penalties += other_authors(one, other, agreement)
    if agreement is None and authors is None:
        penalties += without_names(a, b, one, other)
    if agreement is None and authors:
        penalties += spelled_otherwise(one, other)
    shortened = any(each.name == _SHORTENED for each in penalties)
    penalties += other_imprint(a, b, one_text=one_text)
    penalties += listed_apart(a, b, one_title=not shortened, one_text=one_text)
    if one.generic or other.generic:
        penalties += generic_title(a, b, one, other, agreement)
    return penalties


def _other_names(a: KnownRecord, b: KnownRecord, one: Profile, other: Profile) -> list[Penalty]:
    """Tell apart papers of one wording that introduce something, each what the other does not even mention.

    Authors rename what they present, so one title weighs more than other names, and a name may be what is mistyped.
    """
    if one.title and one.title == other.title:
        return []
    if not a.facts.introduces or not b.facts.introduces:
        return []
    if _mentions_any(a, one.title, b) or _mentions_any(b, other.title, a):
        return []
    near = Levenshtein.normalized_similarity(one.title, other.title) >= _NEAR_TITLE and _one_group(one, other)
    return [Penalty("introduces something else", 0.3 if near else 0.5)]


def _mentions_any(known: KnownRecord, title: str, other: KnownRecord) -> bool:
    """Tell whether a record prints the name of anything that the other one introduces; its `title` is squeezed."""
    printed = title + squeezed(known.record.abstract.text)
    return any(squeezed(artefact.name) in printed for artefact in other.facts.introduces)


def _agreement(a: tuple[str, ...], b: tuple[str, ...]) -> float | None:
    """Give the share of the shorter text's words that the longer one has in the same order, or `None` without texts.

    The shorter one may be cut off. Texts on unrelated subjects reach some 0.4 by common words alone.
    """
    if not a or not b:
        return None
    return LCSseq.similarity(a, b) / min(len(a), len(b))


def _common_authors(a: Profile, b: Profile) -> bool | None:
    """Tell whether the records share an author, or `None` where they may: two incomplete lists need not meet."""
    if not a.people or not b.people:
        return None
    if share_somebody(a.people, b.people):
        return True
    return False if a.all_people or b.all_people else None


def _title_penalties(a: Profile, b: Profile, agreement: float | None, authors: bool | None) -> list[Penalty]:
    """Weigh how two titles differ.

    A number each, years far apart, or nothing in common are enough against any abstract: those of a yearly report, or
    of the papers of one group, may be one text but for a few words.
    """
    if a.title == b.title:
        return _years_apart(a, b, agreement)
    penalties = []
    shortened = _is_shortened(a, b) or _is_shortened(b, a)
    further = is_further_part(a.title, b.title) and not _is_one_text(a, b, agreement)
    if further or (a.numbers != b.numbers and not (shortened and (a.numbers < b.numbers or b.numbers < a.numbers))):
        each_its_own = further or (a.numbers - b.numbers and b.numbers - a.numbers)
        one_text = agreement is not None and agreement >= ONE_TEXT and min(len(a.text), len(b.text)) >= LONG_TEXT
        penalties.append(Penalty("numbers in the titles differ", 0.5 if each_its_own else 0.1 if one_text else 0.3))
    if a.year and b.year and abs(a.year - b.year) > _YEARS:
        penalties.append(Penalty("years differ", 0.4))
    similarity = Levenshtein.normalized_similarity(a.title, b.title)
    if similarity >= _NEAR_TITLE and agreement is None and word_exchanged(a.title_words, b.title_words):
        return [*penalties, Penalty("a word of the title is another", 0.5)]
    if similarity >= _NEAR_TITLE:
        return [*penalties, Penalty("title differs a little", 0.1)]
    if shortened:
        return [*penalties, Penalty(_SHORTENED, 0.2 if _one_group(a, b) else 0.3)]
    if unlike(a.title, b.title, common_words(a.title_words, b.title_words)):
        return [*penalties, Penalty("title is another", 0.8)]
    return [*penalties, Penalty("title differs", 0.35 if _text_is_the_same(a, b, agreement, authors) else 0.8)]


def _years_apart(a: Profile, b: Profile, agreement: float | None) -> list[Penalty]:
    """Weigh years of one title: a preprint may come years before or after, two publications are editions."""
    if not a.year or not b.year or abs(a.year - b.year) <= _YEARS:
        return []
    one = a.preprint or b.preprint or _is_one_text(a, b, agreement)
    return [Penalty("years differ", 0.1 if one else 0.5)]


def _one_group(a: Profile, b: Profile) -> bool:
    """Tell whether all authors of the shorter list are among those of the other one."""
    both = ((a.people, b.people), (b.people, a.people))
    return bool(a.people and b.people) and any(among(one, other) for one, other in both if len(one) <= len(other))


def _is_shortened(short: Profile, long: Profile) -> bool:
    """Tell whether a title is the beginning of another one by the same authors.

    One that ends in an ellipsis is, whoever of them is named; else all authors of the one must be among the other's, as
    a series may have one beginning.
    """
    words = short.title_words
    if len(words) < _SHORT_TITLE or long.title_words[: len(words)] != words:
        return False
    if short.cut:
        return share_somebody(short.people, long.people)
    return _one_group(short, long)


def _text_is_the_same(a: Profile, b: Profile, agreement: float | None, authors: bool | None) -> bool:
    """Tell whether long texts agree so far that another title may be that of another version."""
    enough = 0.75 if authors and common_words(a.title_words, b.title_words) >= _HALF_A_TITLE else 0.9
    return agreement is not None and agreement >= enough and min(len(a.text), len(b.text)) >= LONG_TEXT


def _text_penalties(agreement: float, authors: bool | None) -> list[Penalty]:
    if agreement >= 0.9:
        return []
    if agreement >= 0.75:
        return [Penalty("abstract differs a little", 0.1)]
    penalties = [Penalty("abstract differs", 0.25 if agreement >= 0.6 else 0.35)]
    if authors is None and agreement < 0.6:
        penalties.append(Penalty("no authors to compare", 0.2))
    return penalties


def _untitled(a: Profile, b: Profile, agreement: float | None, authors: bool | None) -> list[Penalty]:
    """Judge by the text, where one of the records has no title."""
    if agreement is None:
        return [Penalty("nothing to compare", 1.0)]
    penalties = []
    shortest = min(len(a.text), len(b.text))
    if shortest < (_SHORT_TEXT if a.text == b.text else LONG_TEXT):
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
        penalties.append(no_common_authors(a, b, agreement))
    return penalties
