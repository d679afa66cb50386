"""What authors present in the passive voice: `a Foo Bar Unit (FBU) is proposed`, `X is introduced in this paper`."""

import re
from collections.abc import Iterator

from corpus_index.extract.artefacts.established import is_common
from corpus_index.extract.artefacts.noun_phrases import noun_after
from corpus_index.extract.artefacts.offer import Offer, offered
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import is_name
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import tokens

_IS = re.compile(r"\s+(?P<verb>is|are|was|were|has been|have been)\s+(?:(?:\w+ly|also|then|further|first)\s+)*$")
_HERE = re.compile(
    r"\b(?:[Tt]his|[Tt]he present) (?:paper|work|report|study|article|thesis|letter|research|project)\b|"
    r"\b[Hh]ere(?:in)?\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:existing|prior|previous(?:ly)?|recent(?:ly)?|others?|researchers|earlier|several|some|many|various|traditional|"
    r"conventional|originally|years?)\b",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(r"\s+(?:by\s+(?:the\s+)?[A-Z]|in\s+(?:\[|(?:19|20)\d\d)|as an alternative\b)")
_PHRASE = re.compile(  # the last words before a name, none of which makes the name part of something else
    r"(?:^|[,;:]\s+|\b(?:[Tt]hen|[Hh]ere|[Tt]hus|and|[Ff]inally|paper|work)\s+)(?:(?:an?|the|our|one|A|An|The|Our|One)\s+)?"
    r"(?:(?!(?:of|for|on|in|by|with|to|from|using|via|based|through|as|like|an?|the|is|are|was|were|that|which)\s)[\w-]+\s+){0,6}$"
)
_PARTICIPLES = ("proposed", "presented", "introduced", "devised", "developed", "designed")
_OF_BARE_NAMES = ("proposed", "presented", "introduced")
_WEIGHT = 4


def subjects_of_passives(passage: Passage) -> Iterator[Offer]:
    """The subject of `is proposed`, with its short form or as a name of its own, in a sentence on the paper's work.

    >>> introduces("In this paper, a fast Sparse Gate Unit (SGU) is proposed to cut the cost.")
    SGU, method (subjects of passives)
    >>> introduces("We study gates. To this end, EigenGate is introduced.")
    EigenGate, method (subjects of passives)
    >>> introduces("A Gate Unit (SGU) was recently proposed. A tool for the Hash Unit (SHU) is proposed.")
    """
    clean = passage.text.clean
    for participle in _PARTICIPLES:
        at = clean.find(participle, passage.text.body)
        while at >= 0:
            offer = _subject(passage, participle, at)
            if offer:
                yield offer
            at = clean.find(participle, at + 1)


def _subject(passage: Passage, participle: str, at: int) -> Offer | None:
    clean = passage.text.clean
    start, end = passage.text.sentence(at)
    verb = _IS.search(clean, start, at)
    if verb is None or _BY_OTHERS.match(clean, at + len(participle)) or _ELSEWHERE.search(clean, start, verb.start()):
        return None
    if not _HERE.search(clean, start, end) and (start < passage.own_from or verb["verb"].endswith("been")):
        return None
    pairs = passage.pairs_from(start, verb.start())
    if pairs and _ends_subject(clean, pairs[-1], verb.start()):
        return offered(pairs[-1], at, _WEIGHT) if _PHRASE.search(clean[start : pairs[-1].start]) else None
    names = tokens(clean, start, verb.start())
    name = names[-1] if names and names[-1].end == verb.start() and participle in _OF_BARE_NAMES else None
    if name is None or "_" in name.text or not _PHRASE.search(clean[start : name.start]):
        return None
    known = passage.pair_of(name.text)
    new = known in passage.new_pairs if known else is_name(name.text) and not is_common(name.text)
    return offered(known or name, at, _WEIGHT) if new else None


def _ends_subject(clean: str, pair: Pair, end: int) -> bool:
    """Say whether a pair ends there, or with a noun that says what it is: `an XY (XY) surface` is no XY."""
    noun = noun_after().match(clean, pair.end, end)
    return pair.end == end or (noun is not None and noun.end() == end)


PASSIVE_RULES = (subjects_of_passives,)
