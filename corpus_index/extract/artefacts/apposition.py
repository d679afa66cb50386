"""Names with what they are in apposition: `X, a novel framework`, `X is the first benchmark`, `X, our model, wins`."""

import re
from collections.abc import Iterator

from corpus_index.extract.artefacts.established import is_common
from corpus_index.extract.artefacts.noun_phrases import BRACKET
from corpus_index.extract.artefacts.offer import Offer, offered
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import is_name
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import Name, tokens

_LINK = rf"{BRACKET}(?:,|:|-+|is|are)\s+"
_LINKED = re.compile(rf"{_LINK}(?:an?|our|the)\s")
_HEAD = (
    r"(?:[ \w-]{0,60}\s)?(?:models?|methods?|framework|system|approach|algorithm|agent|benchmark|data\s?set|corpus|"
    r"toolkit|tool|library|architecture|network|technique|strategy|pipeline|metric|protocol|module|simulator|policy)(?![\w-])"
)
_NEW = re.compile(
    rf"{_LINK}(?:an?\s+(?:[\w-]+,?\s+){{0,3}}?(?:new|novel)\b|(?:a|the)\s+(?:very\s+)?first\b{_HEAD}|"
    rf"our\b(?=(?:\s+[\w-]+){{1,5}}\s*[,.]){_HEAD}\s*[,.])"
)
_EXPLAINED = re.compile(rf"{BRACKET}[,:]\s+an?\s{_HEAD}")
_FOREIGN = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|on|from|like|such as|of|than|over|outperform\w*|surpass\w*|compar\w+|appl\w+|adopt\w*|"
    r"employ\w*|leverag\w+|utili[sz]\w+|via|to|as|by|including|for|in|baselines?|models?|and|existing|against)\s*"
    r"(?:the\s+)?[\"'`{]*$"
)
_NEAR = 30


def newly_apposed(passage: Passage, name: Name | Pair) -> Iterator[Offer]:
    """A name of which the sentence says that it is new or the authors' own: `X, a novel framework`, `X, our model,`.

    >>> introduces("MedScan, our detector model, wins. Sorted Gate Hashing (SGH) is a novel way to sort.")
    MedScan, model (newly apposed)
    SGH, method (newly apposed)
    >>> introduces("We propose two ways. First, Sorted Gate Hashing (VELU) is a novel way to sort. VELU helps.")
    VELU, method (newly apposed)
    """
    if isinstance(name, Name) and is_common(name.text):
        return
    if _NEW.match(passage.text.clean, name.end):
        yield offered(name, name.start, 3)


def apposed(passage: Passage, name: Name | Pair) -> Iterator[Offer]:
    """A name that a sentence of the paper's own explains where it first stands: `To this end, X, a framework, ...`.

    >>> introduces("We test loops. To close them, LoopCut, a pruning framework, drops edges.")
    LoopCut, method (apposed)
    """
    clean = passage.text.clean
    if isinstance(name, Pair) or name.start < passage.own_from or is_common(name.text):
        return
    start = passage.text.sentence(name.start)[0]
    if clean.find(name.text, passage.text.body) < start or not _EXPLAINED.match(clean, name.end):
        return
    if not _FOREIGN.search(clean[max(start, name.start - _NEAR) : name.start]):
        yield Offer(name, name.start, name.end, 2)


APPOSITION_RULES = (newly_apposed, apposed)


def names_apposed(passage: Passage) -> Iterator[Name | Pair]:
    """Give the names of the abstract that can only be names and the pairs, where more words explain them."""
    clean = passage.text.clean
    for pair in passage.new_pairs:
        if pair.start >= passage.text.body and _LINKED.match(clean, pair.end):
            yield pair
    for token in tokens(clean, passage.text.body):
        if is_name(token.text) and _LINKED.match(clean, token.end):
            yield token
