"""Names of what is no artefact: a task, a problem, a phenomenon, an institution."""

import re
from functools import cache

from corpus_index.extract.artefacts.noun_phrases import BRACKET, CLOSING
from corpus_index.extract.artefacts.offer import Offer
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.reading.lexicon import one_of

_RANK = re.compile(r"\s(?:Level|Stage|Phase|Tier|Round)s?$")
_NEAR = 70
_SURE = 5  # `we propose Foo Bar Association`


def is_concept(passage: Passage, offer: Offer) -> bool:
    """Say whether the words around a name call it a task, a problem or another thing that nobody builds.

    Nor does anybody build a level or a stage of something.
    `X-based` and the like say no more than that something else is made with X.
    """
    clean = passage.text.clean
    if _RANK.search(offer.name.text):
        return True
    if offer.long and offer.weight < _SURE and _institution().search(offer.long):
        return True
    if _behind().match(clean, max(offer.name.end, offer.end)):
        return True
    start = passage.pair_start(offer.name)
    return bool(_concept_of().search(clean[max(0, start - _NEAR) : start]))


def concept_before(before: str) -> bool:
    """Say whether the noun that leads up to `called` names no artefact: `a failure mode that we call`."""
    return bool(_leading().search(before[-_NEAR:]))


@cache
def _behind() -> re.Pattern[str]:
    adjectives = r"(?:new|novel|challenging|practical|realistic|[a-z]+(?:al|ed|ing|ive|ant|ic|ous))"
    return re.compile(
        rf"{CLOSING}-(?:based|style|driven|like|enhanced|guided)\b|{BRACKET}(?:,\s*(?:an?|the|one of the)\s+)?"
        rf"(?:{adjectives}\s+){{0,3}}(?:{one_of('phrases', 'concept_nouns')})"
        r"(?=\s*(?:[,.;:)]|$|(?:that|which|where|when|in|for|of|with|to|on|is|are|and|by|as|from|between|under)\b))"
    )


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('phrases', 'concept_nouns')}|what)\b[^,.;]{{0,40}},?\s*$", re.IGNORECASE)


@cache
def _concept_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('phrases', 'concept_nouns')}|field|challenge)\s+of\s+(?:the\s+)?$")


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('phrases', 'institutions')})$", re.IGNORECASE)
