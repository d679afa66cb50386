"""All names that a text presents: every rule, asked where it may have an answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from corpus_index.extract.artefacts.apposition import APPOSITION_RULES, names_apposed
from corpus_index.extract.artefacts.components import COMPONENT_RULES, is_ours
from corpus_index.extract.artefacts.concepts import is_concept
from corpus_index.extract.artefacts.enumerations import ENUMERATION_RULES
from corpus_index.extract.artefacts.offer import Offer
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.presenting import cues, rules_of_cues
from corpus_index.extract.artefacts.salience import SALIENCE_RULES
from corpus_index.extract.artefacts.titles import TITLE_RULES
from corpus_index.extract.reading.rules import name_of


def offers(passage: Passage) -> list[Offer]:
    """Give every name that some sentence presents, more than once where it is said more than once."""
    found = [*_of_title(passage), *_of_cues(passage), *_of_appositions(passage)]
    return [*found, *_of_parts(passage, named=bool(found))]


def _of_title(passage: Passage) -> Iterator[Offer]:
    for rule in (*TITLE_RULES, *SALIENCE_RULES):
        yield from _made(passage, rule, rule(passage))


def _of_cues(passage: Passage) -> Iterator[Offer]:
    clean, rules = passage.text.clean, rules_of_cues()
    for (start, end), last in zip(passage.text.sentences, passage.last_capitals, strict=True):
        for cue in cues().finditer(clean, start, last) if start >= passage.text.body else ():
            for rule in rules[cue[0]]:
                yield from _made(passage, rule, rule(passage, cue, start, end))


def _of_appositions(passage: Passage) -> Iterator[Offer]:
    for name in names_apposed(passage):
        for rule in APPOSITION_RULES:
            yield from _made(passage, rule, rule(passage, name))


def _of_parts(passage: Passage, *, named: bool) -> Iterator[Offer]:
    """Parts of what is presented: in any sentence once something is named, else in those that propose something.

    Lists of parts may stand behind these too (`We propose three ways. They are ...`).
    """
    listed = named
    for (start, end), last in zip(passage.text.sentences, passage.last_capitals, strict=True):
        if start < max(passage.own_from, passage.text.body):
            continue
        plain = last <= start + 1
        if plain and listed:
            continue
        own = named or is_ours(passage, start, end)
        listed = listed or own
        rules = (*COMPONENT_RULES, *ENUMERATION_RULES) if own else ENUMERATION_RULES if listed else ()
        for rule in () if plain else rules:
            for offer in _made(passage, rule, rule(passage, start, end)):
                named = True
                yield offer


def _made(passage: Passage, rule: Callable[..., Any], made: Iterable[Offer]) -> Iterator[Offer]:
    """Say of each offer which rule made it; tasks and the like are no artefacts."""
    for offer in made:
        if not is_concept(passage, offer):
            yield replace(offer, rule=name_of(rule))
