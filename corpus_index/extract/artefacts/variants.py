"""Names that lengthen an introduced name, and are introduced with it: checkpoints, parts, versions."""

import re
from collections.abc import Iterator, Mapping

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.artefacts.artefact_kinds import kind_at
from corpus_index.extract.artefacts.established import is_relative
from corpus_index.extract.artefacts.offer import Offer
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import is_modifier, is_name
from corpus_index.extract.reading.names import SIZE, Name, other_sizes, tokens

_SHORTEST_PARENT = 4
_ADJECTIVE = re.compile(r"-[a-z]+(?:al|ic)$")
_SUBJECT_OF = re.compile(r"\s(?:is|has|was|contains|consists)\s")
_VERSION = re.compile(r" v\d+(?:\.\d+)*")


def variants(passage: Passage, parents: Mapping[str, ArtefactKind]) -> Iterator[Offer]:
    """Give the names that lengthen one of `parents`: `X-7B-Base`, `XBench` of X, `X v2.0`, and more sizes of `X-7B`.

    >>> introduces("We release Zarpo-7B, a model. Later, Zarpo-7B-Chat follows.")
    Zarpo-7B, model (after presenting verbs)
    Zarpo-7B-Chat, model (variants)
    >>> introduces("We propose Zarpo-Zero, a framework. Data from Zarpo-Writer-7B helps.")
    Zarpo-Zero, method (after presenting verbs)
    Zarpo-Writer-7B, model (variants)
    >>> introduces("We propose ZarpoNet, a framework. The small ZarpoNet-S model is faster.")
    ZarpoNet, method (after presenting verbs)
    ZarpoNet-S, model (variants)
    """
    if not parents:
        return
    clean = passage.text.clean
    longest_first = sorted(parents, key=len, reverse=True)
    beginnings = tuple(parents)
    stems = {parent.partition("-")[0] for parent in parents if _is_stem(parent)}
    for token in tokens(clean, passage.text.body):
        if not token.text.startswith(beginnings) or _in_url(clean, token):
            if SIZE.search(token.text) and token.text.partition("-")[0] in stems:
                yield Offer(token, token.start, token.end, 1, ArtefactKind.MODEL, rule="variants")
            continue
        alone = bool(_ADJECTIVE.search(token.text) and _SUBJECT_OF.match(clean, token.end))
        parent = next((p for p in longest_first if lengthens(token.text, p, parents[p], stands_alone=alone)), None)
        if parent is None and parents.get(token.text) is ArtefactKind.MODEL:
            parent = token.text
        if parent:
            kind = kind_at(passage.text, token, default=parents[parent])
            for name in (token, *other_sizes(clean, token)):
                yield Offer(name, name.start, name.end, 1, kind, rule="variants")
        version = _VERSION.match(clean, token.end) if token.text in parents else None
        if version:
            name = Name(token.start, version.end(), token.text + version[0])
            yield Offer(name, name.start, name.end, 1, parents[token.text], rule="variants")


def _is_stem(parent: str) -> bool:
    """Say whether the first part of a name is the paper's own: beside `Zarpo-Zero`, `Zarpo-Writer-7B` is too."""
    stem, hyphen, _ = parent.partition("-")
    return bool(hyphen) and len(stem) >= _SHORTEST_PARENT and stem.istitle() and not is_relative(stem)


def lengthens(name: str, parent: str, kind: ArtefactKind, *, stands_alone: bool = False) -> bool:
    """Say whether a name is that of a parent with a hyphen and more behind it, or, in mixed case, a word more.

    An adjective (`X-manual`) names nothing but where it stands alone.
    """
    if (
        len(parent) < _SHORTEST_PARENT
        or (is_modifier(name) and not stands_alone)
        or not name.startswith(parent)
        or len(name) < len(parent) + 2
    ):
        return False
    rest = name[len(parent) :]
    if rest[0] == "-":
        return (len(rest) > 2 or rest[1].isupper()) and (
            is_name(parent) or kind is ArtefactKind.MODEL or (parent[0].isupper() and rest[1].isupper())
        )
    return is_name(parent) and rest[0].isupper() and rest[1].islower() and parent[-1].islower()


def _in_url(clean: str, token: Name) -> bool:
    return "://" in clean[max(0, token.start - 120) : token.start].rpartition(" ")[2]
