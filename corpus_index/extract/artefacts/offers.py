"""All names that a text presents: every rule, asked where it may have an answer."""

from collections.abc import Callable
from typing import Any

from corpus_index.extract.artefacts.apposition import APPOSITION_RULES, names_apposed
from corpus_index.extract.artefacts.components import COMPONENT_RULES, is_ours
from corpus_index.extract.artefacts.concepts import is_concept
from corpus_index.extract.artefacts.enumerations import ENUMERATION_RULES
from corpus_index.extract.artefacts.offer import Offer
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.passives import PASSIVE_RULES
from corpus_index.extract.artefacts.presenting import cues, rules_of_cues
from corpus_index.extract.artefacts.salience import SALIENCE_RULES
from corpus_index.extract.artefacts.titles import TITLE_RULES
from corpus_index.extract.reading.rules import name_of


def offers(passage: Passage) -> list[Offer]:
    """Give every name that some sentence presents, more than once where it is said more than once."""
    found: list[Offer] = []
    for rule in (*TITLE_RULES, *SALIENCE_RULES, *PASSIVE_RULES):
        for offer in rule(passage):
            _keep(found, passage, rule, offer)
    _of_cues(found, passage)
    for name in names_apposed(passage):
        for named in APPOSITION_RULES:
            for offer in named(passage, name):
                _keep(found, passage, named, offer)
    _of_parts(found, passage)
    return found


def _of_cues(found: list[Offer], passage: Passage) -> None:
    clean, rules = passage.text.clean, rules_of_cues()
    for (start, end), last in zip(passage.text.sentences, passage.last_capitals, strict=True):
        for cue in cues().finditer(clean, start, last) if start >= passage.text.body else ():
            for rule in rules[cue[0]]:
                for offer in rule(passage, cue, start, end):
                    _keep(found, passage, rule, offer)


def _of_parts(found: list[Offer], passage: Passage) -> None:
    """Parts of what is presented: in any sentence once something is named, else in those that propose something.

    Lists of parts may stand behind these too (`We propose three ways. They are ...`).
    """
    listed, floor = bool(found), max(passage.own_from, passage.text.body)
    for (start, end), last in zip(passage.text.sentences, passage.last_capitals, strict=True):
        plain = last <= start + 1
        if start < floor or (plain and listed):
            continue
        own = bool(found) or is_ours(passage, start, end)
        listed = listed or own
        rules = (*COMPONENT_RULES, *ENUMERATION_RULES) if own else ENUMERATION_RULES if listed else ()
        for rule in () if plain else rules:
            for offer in rule(passage, start, end):
                _keep(found, passage, rule, offer)


def _keep(found: list[Offer], passage: Passage, rule: Callable[..., Any], offer: Offer) -> None:
    """Say of an offer which rule made it; tasks and the like are no artefacts."""
    if not is_concept(passage, offer):
        found.append(offer._replace(rule=name_of(rule)))
