"""Artefacts that a paper gives a name and presents as its own."""

from dataclasses import dataclass, replace

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.artefact_kinds import kind_at
from corpus_index.extract.artefacts.cues import offers
from corpus_index.extract.artefacts.offer import Offer
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import SIZE, Name, is_distinctive, other_sizes, tokens
from corpus_index.extract.reading.text import Text


@dataclass(frozen=True, slots=True)
class Artefact:
    """An introduced artefact; `start` to `end` is its evidence in the record's text."""

    name: str
    kind: ArtefactKind
    long: str | None
    start: int
    end: int
    rule: str = ""


def introductions(text: Text, pairs: tuple[Pair, ...]) -> tuple[Artefact, ...]:
    """Find what the paper introduces, in order of the text; a name counts once, at its best evidence."""
    long_forms = {pair.short: pair for pair in pairs}
    found: dict[str, Artefact] = {}
    for offer in sorted(offers(text, pairs), key=lambda offer: (-offer.weight, offer.name.start)):
        artefact = _artefact(text, offer, long_forms.get(offer.name.text))
        found.setdefault(fold(artefact.name), artefact)
    for artefact in _checkpoints(text, found):
        found.setdefault(fold(artefact.name), artefact)
    for folded, artefact in found.items():
        if artefact.kind is ArtefactKind.METHOD and _is_family(artefact, found):
            found[folded] = replace(artefact, kind=ArtefactKind.MODEL)
    return tuple(sorted(found.values(), key=lambda artefact: artefact.start))


def _artefact(text: Text, offer: Offer, pair: Pair | None) -> Artefact:
    long = pair.long if pair else offer.long
    kind = offer.kind or kind_at(text, offer.name, long=long)
    start, end = min(offer.start, offer.name.start), max(offer.end, offer.name.end)
    if pair and pair.start <= offer.name.start < pair.end:
        start, end = min(start, pair.start), max(end, pair.end)
    return Artefact(offer.name.text, kind, long, start, end, offer.rule)


def _checkpoints(text: Text, found: dict[str, Artefact]) -> list[Artefact]:
    """Names that lengthen an introduced name (MiMo-7B-Base for MiMo-7B) are introduced with it."""
    parents = sorted(found.values(), key=lambda artefact: -len(artefact.name))
    released: list[Artefact] = []
    for token in tokens(text.clean, text.body) if parents else ():
        if "://" in text.clean[max(0, token.start - 120) : token.start].split(" ")[-1]:
            continue
        parent = next((p for p in parents if _lengthens(token, p)), None)
        own = found.get(fold(token.text))
        if own and own.kind is ArtefactKind.MODEL:
            parent = parent or own
        if parent is None:
            continue
        kind = kind_at(text, token, default=parent.kind)
        sizes = (token, *other_sizes(text.clean, token))
        released += [Artefact(name.text, kind, None, name.start, name.end, "checkpoint") for name in sizes]
    return released


def _is_family(artefact: Artefact, found: dict[str, Artefact]) -> bool:
    """Say whether sized models carry the name, so that it names their family."""
    return any(other.name.startswith(f"{artefact.name}-") and SIZE.search(other.name) for other in found.values())


def _lengthens(token: Name, parent: Artefact) -> bool:
    name = parent.name
    if len(name) < 4 or not (is_distinctive(name) or parent.kind is ArtefactKind.MODEL):
        return False
    return token.text.startswith(f"{name}-") and len(token.text) > len(name) + 1
