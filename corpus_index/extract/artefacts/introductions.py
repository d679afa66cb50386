"""Artefacts that a paper gives a name and presents as its own."""

import re
from dataclasses import dataclass, replace

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.artefact_kinds import kind_at
from corpus_index.extract.artefacts.evidence import evidence_start
from corpus_index.extract.artefacts.offer import Offer
from corpus_index.extract.artefacts.offers import offers
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import is_title_case
from corpus_index.extract.artefacts.variants import variants
from corpus_index.extract.reading.abbreviations import Pair, expansion
from corpus_index.extract.reading.names import SIZE, tokens
from corpus_index.extract.reading.text import Text

_LINK = re.compile(r"[}\"'*`]*\s*(?:,|-+|:|\bis)\s+(?:(?:an?|the)\s+)?")
_REACH = 120
_SHORTEST_NAME = 6
_CAPITALS = re.compile(r"[A-Z]{3,8}")
_WAYS = ("framework", "method", "approach", "pipeline", "algorithm", "recipe", "paradigm")


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
    passage = Passage(text, pairs)
    made = _by_short_form(passage)
    longs = {offer.name.text: offer.long for offer in made if offer.long}
    found: dict[str, Artefact] = {}
    for offer in sorted(made, key=lambda offer: (-offer.weight, offer.name.start)):
        if fold(offer.name.text) not in found:
            long = longs.get(offer.name.text) or _spelled_out(text, offer)
            found[fold(offer.name.text)] = _artefact(passage, offer._replace(long=long))
    parents = {artefact.name: artefact.kind for artefact in found.values()}
    for variant in variants(passage, parents):
        found.setdefault(fold(variant.name.text), _artefact(passage, variant))
    for whole in [folded for folded in found if any(_goes_before(folded, other) for other in found)]:
        del found[whole]
    for part in [folded for folded, artefact in found.items() if _is_begun(text, artefact, found)]:
        del found[part]
    for plural in [folded for folded in found if found[folded].name.endswith("s") and folded[:-1] in found]:
        del found[plural]
    for folded, artefact in found.items():
        if artefact.kind is ArtefactKind.METHOD and _is_family(artefact, found) and not _is_framework(text, artefact):
            found[folded] = replace(artefact, kind=ArtefactKind.MODEL)
        elif (
            artefact.kind is ArtefactKind.METHOD and parents.get(artefact.name.partition(" ")[2]) is ArtefactKind.MODEL
        ):
            found[folded] = replace(artefact, kind=ArtefactKind.MODEL)  # `Gated Zarpo` of the model Zarpo
    return tuple(sorted(found.values(), key=lambda artefact: artefact.start))


def _by_short_form(passage: Passage) -> list[Offer]:
    """Offers by name; where the name is the long form of a pair, or a part of one, the short form stands for it."""
    spelled = [(f" {pair.long.casefold()} ", pair) for pair in passage.pairs]
    kept = []
    for offer in offers(passage):
        name = f" {offer.name.text.casefold()} "
        pair = next((pair for long, pair in spelled if name in long and offer.name.text != pair.short), None)
        if pair is None:
            kept.append(offer)
        elif pair.long.casefold() == name.strip() and pair in passage.new_pairs:
            kept.append(offer._replace(name=pair.name, long=pair.long))
    return _whole_names([_shortened(passage, offer) for offer in kept])


def _shortened(passage: Passage, offer: Offer) -> Offer:
    """Give a name in capitals for the words that it abbreviates, where no bracket says so.

    >>> introduces("We propose Sorted Gate Hashing, a way to sort. Tests show that SGH wins.")
    SGH, method (after presenting verbs)
    """
    if not is_title_case(offer.name.text) or any(pair.long == offer.name.text for pair in passage.pairs):
        return offer
    initial = offer.name.text[0]
    for token in tokens(passage.text.clean, offer.name.end):
        if token.text[0] != initial:
            continue
        short = _CAPITALS.fullmatch(token.text) and token.text not in passage.defined
        if short and expansion(token.text, offer.name.text) == offer.name.text:
            return offer._replace(name=token, long=offer.name.text)
    return offer


def _whole_names(made: list[Offer]) -> list[Offer]:
    """Leave out names that are only a part of another one at the same place."""
    kept: list[Offer] = []
    reach: dict[int, int] = {}
    for offer in sorted(made, key=lambda offer: (-offer.weight, offer.name.start, -offer.name.end)):
        places = range(offer.name.start, offer.name.end)
        if all(reach.get(place, 0) <= offer.name.end - offer.name.start for place in (places[0], places[-1])):
            kept.append(offer)
            reach.update(dict.fromkeys(places, len(places)))
    return kept


def _artefact(passage: Passage, offer: Offer) -> Artefact:
    pair = passage.pair_of(offer.name.text)
    long = pair.long if pair else offer.long
    kind = offer.kind or kind_at(passage.text, offer.name, long=long)
    start, end = min(offer.start, offer.name.start), max(offer.end, offer.name.end)
    if pair and pair.start <= offer.name.start < pair.end:
        start, end = min(start, pair.start), max(end, pair.end)
    start = evidence_start(passage.text.clean, start, offer.name.start)
    return Artefact(_as_printed(passage, offer), kind, long, start, end, offer.rule)


def _as_printed(passage: Passage, offer: Offer) -> str:
    """Give the name in the plural where it only ever stands in it.

    >>> introduces("We propose sparse gate units (SGUs), which sort. SGUs win.")
    SGUs, method (after presenting verbs)
    """
    clean, name = passage.text.clean, offer.name
    if not name.text.isupper() or clean[name.end : name.end + 1] != "s" or clean[name.end + 1 : name.end + 2].isalnum():
        return name.text
    plural = f"{name.text}s"
    return plural if clean.count(plural) == clean.count(name.text) else name.text


def _spelled_out(text: Text, offer: Offer) -> str | None:
    """Read a long form behind a name without brackets: `MixTok, a Mixed Continuous Tokenizer`."""
    link = _LINK.match(text.clean, offer.name.end)
    if not link:
        return None
    after = text.clean[link.end() : link.end() + _REACH].replace("}", "")
    return expansion(offer.name.text, " ".join(after.split()))


def _goes_before(whole: str, name: str) -> bool:
    """Say whether it is another name with a version, and its maker before it (`Zarpo Kebo-VL 2`, `Kebo-VL-2`)."""
    return name != whole and len(name) >= _SHORTEST_NAME and whole.endswith(name) and name[-1].isdigit()


def _is_begun(text: Text, artefact: Artefact, found: dict[str, Artefact]) -> bool:
    """Say whether a name stands nowhere but at the beginning of one other (`Zarpo Care` of `Zarpo Care Agent`).

    >>> introduces("We present the Zarpo Care Agent, a workflow for rounds.", title="Zarpo Care Agent: Rounds")
    Zarpo Care Agent, method (after presenting verbs)
    """
    longer = [other.name for other in found.values() if other.name.startswith(f"{artefact.name} ")]
    alone = text.clean.count(artefact.name)
    return any(text.clean.count(name) == alone for name in longer)


def _is_framework(text: Text, artefact: Artefact) -> bool:
    """Say whether the text calls it a way of making models (`the X framework`), and so no model itself."""
    return any(f"{artefact.name} {noun}" in text.clean for noun in _WAYS)


def _is_family(artefact: Artefact, found: dict[str, Artefact]) -> bool:
    """Say whether sized models carry the name, so that it names their family."""
    return any(other.name.startswith(f"{artefact.name}-") and SIZE.search(other.name) for other in found.values())
