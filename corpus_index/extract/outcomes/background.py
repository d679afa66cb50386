"""Where a paper begins to speak of itself."""

import re
from functools import lru_cache

from corpus_index.extract.bindings.actors import Cast
from corpus_index.extract.reading.text import Text

_SPEAKS = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|us|ours|I(?= [a-z])|[Hh]ere|[Hh]erein|[Ii]n this|"
    r"[Tt]his (?:paper|work|study|report|article|letter|thesis|survey|contribution|technical report|method|model|"
    r"approach|framework|system|algorithm|technique|dataset|benchmark|research|review|project)|"
    r"[Tt]he (?:present|current|proposed) (?:[\w-]+ )?(?:paper|work|study|model|method|approach|framework|system|"
    r"algorithm|scheme|technique)|(?:is|are) (?:proposed|presented|introduced)|"
    r"(?:is|are|was|were) (?:developed|evaluated|tested|trained|compared|applied|investigated|studied|analy[sz]ed|"
    r"examined|implemented|conducted|performed|designed|measured|calculated|simulated|fabricated)|"
    r"(?:[Rr]esults|[Ee]xperiments|[Ee]valuations?|[Ss]imulations) (?:show|demonstrate|reveal|indicate|on))\b"
)
_REPORTS = re.compile(r"\b(?:achiev|outperform|surpass|attain|exceed)\w*", re.IGNORECASE)


def is_background(text: Text, sentence: tuple[int, int], who: Cast) -> bool:
    """Say whether a sentence stands before the paper speaks of itself; what it reports is the work of others."""
    if text.summary or sentence[1] > (spoken := _spoken_at(text.clean, text.body)):
        return False
    named = next((actor.start for actor in who.actors if actor.name == who.main and actor.start >= text.body), spoken)
    if named < len(text.clean):
        return sentence[1] <= min(named, spoken)
    return sentence[1] <= _reported_at(text.clean, text.body)


@lru_cache(maxsize=4)
def _spoken_at(text: str, body: int) -> int:
    """Give the place where an abstract first speaks of its own work; its end where it never does."""
    own = _SPEAKS.search(text, body)
    return own.start() if own else len(text)


@lru_cache(maxsize=4)
def _reported_at(text: str, body: int) -> int:
    """Give the place of the first achievement; the beginning where there is none."""
    reports = _REPORTS.search(text, body)
    return reports.start() if reports else body
