"""Named models: by family, by shape, and by what the sentence calls a model."""

import re
from collections.abc import Callable, Iterator

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.model_completion import sharing
from corpus_index.extract.mentions.model_lists import LIST_RULES, listed_with_models
from corpus_index.extract.mentions.model_name import ModelName, occurrences
from corpus_index.extract.mentions.model_nouns import LIKENESS_RULES, NOUN_RULES
from corpus_index.extract.mentions.model_scan import ModelScan
from corpus_index.extract.mentions.model_words import WORD_RULES, is_certain, known_family, known_phrase, may_be_model
from corpus_index.extract.reading.names import Name
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.text import Text

__all__ = ["ModelName", "model_names", "occurrences"]

_DIGIT = re.compile(r"\d")
_WHOLE_FAMILY = re.compile(r"[\s-]+(?:series|family|families)\b")

_BARE = frozenset(
    (name_of(known_family), name_of(known_phrase), name_of(listed_with_models))
)  # the rules that find a family without version

CONTEXT_RULES: tuple[Callable[[ModelScan], Iterator[Name]], ...] = (*NOUN_RULES, *LIST_RULES, *LIKENESS_RULES)
"""How the text around a word makes a model of it; in this order, because lists go by what is certain already."""


def model_names(text: Text, artefacts: tuple[Artefact, ...]) -> tuple[ModelName, ...]:
    """Find every occurrence of a model's name in title and abstract, in order."""
    scan = ModelScan(text, artefacts)
    for name in _introduced(text, artefacts):
        scan.keep(name)
    _by_words(scan)
    if scan.found or scan.talk:
        for rule in CONTEXT_RULES:
            _keep(scan, list(rule(scan)), rule)
    scan.found = _without_back_references(scan)
    return tuple(sorted(scan.found, key=lambda name: (name.start, name.end)))


def _introduced(text: Text, artefacts: tuple[Artefact, ...]) -> Iterator[ModelName]:
    """The models that the paper introduces, wherever their names stand."""
    for artefact in artefacts:
        if artefact.kind is ArtefactKind.MODEL:
            places = list(occurrences(text.clean, artefact.name)) or [(artefact.start, artefact.end)]
            for start, end in places:
                yield ModelName(artefact.name, start, end, artefact.rule)


def _by_words(scan: ModelScan) -> None:
    """Try the rules for single words at every word that may be a model."""
    for word in scan.words:
        if not may_be_model(word.text) or scan.is_taken(word.start) or scan.in_url(word.start):
            continue
        for rule in WORD_RULES:
            name = rule(scan, word)
            if name and (not scan.is_other(name) or is_certain(word.text)):
                _keep(scan, [name], rule)
                break


def _without_back_references(scan: ModelScan) -> list[ModelName]:
    """Leave out a bare family that stands behind a member of it, which it means (`GPT-4o ... GPT fails`).

    The same holds of a version behind its only sized member (`Zarp3-8B ... (Zarp3)`), in brackets.
    """
    members = [(fold(name.name), name.start) for name in scan.found if _DIGIT.search(name.name)]

    def refers_back(name: ModelName) -> bool:
        if name.rule not in _BARE or _WHOLE_FAMILY.match(scan.clean, name.end):
            return False
        short = fold(name.name)
        earlier = {member for member, start in members if start < name.start}
        behind = {member for member in earlier if member != short and member.startswith(short)}
        if _DIGIT.search(name.name):
            return len(behind) == 1 and scan.clean[name.start - 1 : name.start] == "("
        return bool(behind)

    return [name for name in scan.found if not refers_back(name)] if members else scan.found


def _keep(scan: ModelScan, names: list[Name], rule: Callable[..., object]) -> None:
    """Take names as models where none has their place yet, with the names that share a part of them."""
    for name in names:
        if scan.is_taken(name.start):
            continue
        for one in (name, *sharing(scan.clean, name)):
            scan.keep(ModelName(one.text, one.start, one.end, name_of(rule)))
