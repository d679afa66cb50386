"""Where a noun phrase ends, and what stands right before and right behind a name in it."""

import re
from functools import cache

from corpus_index.extract.reading.lexicon import one_of

CLOSING = r"[}\"'*`]*"
"""What may close a name before the words behind it: quotes and the braces of LaTeX."""
BRACKET = rf"{CLOSING}\s*(?:\([^()]{{1,120}}\)\s*)?"
"""The same, with one bracket."""
_NOUN_SECTIONS = ("benchmark_nouns", "method_nouns", "dataset_nouns", "model_nouns")
_LONGEST_PHRASE = 260

_STOP = re.compile(
    r"[;!?]|\.(?=\s|$)|,|:(?=\s)|(?<![\w-])(?:per|that|which|where|who|whose|when|while|whereas|because|so|if|based|built|"
    r"upon|for|with|using|by|into|to|from|via|through|over|capable|without|aim(?:s|ed|ing)?|in|as|under|against|"
    r"inspired|designed|tailored|towards?|at|on|across|within|between|among|during|after|before|than|like|"
    r"compris\w+|consist\w+|trained|is|are|was|were|has|have|can|achiev\w+|outperform\w*|improv\w+|leverag\w+|"
    r"us(?:e|es|ed)|combin(?:e|es|ing)|integrat(?:es|ing)|enabl\w+|bridging|unifying|"
    r"(?:and|or|then)\s+(?:then\s+|further\s+|also\s+)?(?:fine-tune|train|show|apply|evaluate|use|demonstrate|find|"
    r"conduct|test|verify|prove|argue|develop|propose|present|introduce|release|design|build|study|analy[sz]e|compare|"
    r"discuss|we|our|it))(?![\w-])"
)
_ADJECTIVE_BEFORE = re.compile(
    r"(?:novel|new|simple|fast|robust|modular|open|large|small|unified|fully|modern|general|light|[a-z]+(?:ive|able|ible|"
    r"ent|ant|ic|al|ful|ous|less|ed|ar|ate|-free|-aware|-to-end|-scale|-source|-stage|-agnostic|-level|-efficient|"
    r"weight|-quality|-grained|-play|-turn|-hop|-modal|-agent|-step))$"
)
_MODIFIER_AFTER = re.compile(
    r"\s+(?:yet |but |and )?(?!an?\s|the\s|our\s|which|that|called|named|dubbed|termed|we\s)[a-z]"
)
ENDS = re.compile(
    rf"(?:/\d[\d.]*[BM])*{CLOSING}\s*(?:$|[,.;:()\x02\[]|-+\s|(?:that|which|to|for|with|and|as|in|by|on|at|where|whose|based|is|are|was|"
    r"via|from|using|or|of|over|under|upon|through|capable|designed|trained|specifically|built|enabling|consisting|comprising|"
    r"can|could|will|has|have|may|does|also|containing|tailored|inspired|across|within|towards?|against|achiev\w+|"
    r"outperform\w*|surpass\w*|improv\w+|reduc\w+|yields?|provides?|offers?|obtains?|attains?|enables?|demonstrates?|"
    r"shows?|uses?|learns?|leverages?|introduces?|consists?|[a-z]+ly)\b)"
)
"""Behind a name: no noun, so that the name is no modifier."""
APPOSED = re.compile(rf"{BRACKET}(?:(?:,|:|-+)\s*(?:an?|the|our|one|two|three|which|the first|new|novel)\b|-+\s|:)")
"""Behind a name: words that explain it."""
APART = re.compile(rf"{CLOSING}\s*[,.):;]")
"""Behind a name: the end of an apposition."""
_FAMILY_OF = re.compile(
    r"\b(?:family|series|suite|set|pair|collection|class|kind|type|form|paradigm|framework|method|strategy|technique|"
    r"mechanism|notion)\s+of(?:\s+[\w-]+){0,3}$"
)


def phrase_end(clean: str, start: int, end: int) -> int:
    """Say where the noun phrase that begins at `start` ends: where it is qualified, or another clause begins.

    A comma between adjectives (`a novel, efficient framework`) does not end it.
    """
    end = min(end, start + _LONGEST_PHRASE)
    for stop in _STOP.finditer(clean, start, end):
        if stop[0] != "," or not _between_adjectives(clean, start, stop):
            return stop.start()
    return end


def _between_adjectives(clean: str, start: int, comma: re.Match[str]) -> bool:
    before = clean[max(start, comma.start() - 24) : comma.start()]
    return bool(_ADJECTIVE_BEFORE.search(before) and _MODIFIER_AFTER.match(clean, comma.end()))


def heads(prefix: str) -> bool:
    """Say whether what comes behind `prefix` is the object itself, not what it is of (`the structure of X`)."""
    return " of " not in prefix or bool(_FAMILY_OF.search(prefix.rstrip()))


@cache
def noun_before() -> re.Pattern[str]:
    """A noun that says what an artefact is, at the end of a stretch, with what may stand between it and a name."""
    return re.compile(rf"(?<![\w-])(?:{_nouns()})s?\s*[,:(-]*\s*[\"'`{{(]*$", re.IGNORECASE)


@cache
def noun_after() -> re.Pattern[str]:
    """A noun that says what an artefact is, behind a name, after two words at most."""
    return re.compile(rf"{CLOSING}\)?\s+(?:[a-z-]+\s+){{0,2}}(?:{_nouns()})(?![\w-])", re.IGNORECASE)


@cache
def _nouns() -> str:
    return "|".join(one_of("phrases", section) for section in _NOUN_SECTIONS)
