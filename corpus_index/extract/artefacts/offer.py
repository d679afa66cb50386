"""A name that a sentence presents as the paper's own, and the words that such sentences use."""

from dataclasses import dataclass

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.reading.lexicon import known_families, words
from corpus_index.extract.reading.names import LETTERS, Name

NAME_WORD = rf"[{LETTERS}][{LETTERS}0-9]*\+*(?:[-_.][{LETTERS}0-9]+\+*)*"
PROPER_WORD = rf"(?:[A-Z][{LETTERS}0-9]*(?:-[{LETTERS}0-9]+)*|{NAME_WORD})"
WE = r"(?:we|this (?:paper|work|report|study|article|thesis)|(?:the|our) (?:paper|work|report))"


@dataclass(frozen=True, slots=True)
class Offer:
    """A name that a sentence presents, with the stretch that says so, how strongly it does, and the rule."""

    name: Name
    start: int
    end: int
    weight: int
    kind: ArtefactKind | None = None
    long: str | None = None
    rule: str = ""


def is_listed_model(name: str) -> bool:
    """Say whether a name is a whole known family (`Word2Vec`), which others introduced."""
    return name.casefold() in known_families()


def is_generic(short: str) -> bool:
    """Say whether a short form is one that everybody uses."""
    return short in words("families", "not_models") or short in words("phrases", "ordinary")
