"""Parts of what is presented: `a Foo Bar mechanism`, `it joins the Foo Bar Gate (FBG) with ...`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus_index.extract.artefacts.established import is_common, is_known
from corpus_index.extract.artefacts.noun_phrases import CLOSING
from corpus_index.extract.artefacts.offer import Offer, offered
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import RUN, is_name, is_title_case, name_of_run
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.lexicon import one_of, words
from corpus_index.extract.reading.names import Name

_OUR_WORK = (
    r"ur (?:\w+ ){0,3}(?:approach|method|model|framework|system|architecture|algorithm|network|solution|design|"
    r"pipeline)\b"
)
_PROPOSES = r" (?:\w+ly )?(?:propos|introduc|present|develop|design)"
_OURS = re.compile(  # each begins with a letter, so that the search runs from one of them to the next
    rf"o(?<!\w.){_OUR_WORK}|O(?<!\w.){_OUR_WORK}|w(?<!\w.)(?:e|ork){_PROPOSES}|W(?<!\w.)e{_PROPOSES}|"
    rf"p(?<!\w.)aper{_PROPOSES}"
)
_FOREIGN = re.compile(
    r"\b(?:such as|compar\w+|test(?:s|ed|ing)?(?!-)|baselines?|benchmarks?|datasets?|outperform\w*|surpass\w*|"
    r"evaluat\w+|experiments?|metrics?|measured|suffer\w*|scores?|widely|commonly|results|telescopes?|located|"
    r"(?:existing|prior|previous|conventional|traditional|popular|standard|well-known|state-of-the-art|known as|like|"
    r"tasks?|including)\b[^,;:]{0,60}$)",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|via|appl\w+|adopt\w*|employ\w*|utili[sz]\w+|extend\w*|given|solv\w+|from|(?<!based )on|"
    r"upon|of|for|in|as|under|against|towards?|than|to|into|that|over|within|between)\s+"
    r"(?:(?:the|an?|both|some|standard|existing)\s+)?[\"'`{]*$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"(?:^|[,:;(]|\b(?:and|with|through|an?|the|our|its|by|called|novel|new|proposed|on|of|"
    r"(?:introduc|propos|incorporat|integrat|combin|design|develop|includ|present|compris|leverag|contain)\w+))\s+"
    r"(?:[a-z]+-[a-z]+\s+)?[\"'`{*]*$|^\W*$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z][\w-]*\s+(?:(?:and|of|for|with|in|to|the|from)\s+)?[A-Z]")
_DETERMINED = re.compile(
    r"\b(?:[Aa]n?|(?<!\w )[Tt]he|[Oo]ur|its|(?:through|via|with|and) the|"
    r"(?:introduc|propos|incorporat)\w+)\s+(?:(?:new|novel|proposed|[a-z]+-[a-z]+)\s+){0,3}[\"'`{*]*$"
)
_ARTICLE = re.compile(r"\b(?:[Aa]n?|our|its)\s+(?:[a-z-]+,?\s+){0,2}[\"'`{*]*$")
_JOINED = re.compile(r"(?:[,;:)]|\b(?:and|with))\s+[\"'`{*]*$")
_EXPLAINED = re.compile(rf"{CLOSING},?\s+(?:that|which)\s+(?:[a-z]+ly\s+)?[a-z]+[^\Ws]s\b")
_ACTS = re.compile(
    rf"{CLOSING}\s+(?:(?:then|further|also|[a-z]+ly)\s+)?(?:synthesi[sz]|distill?|refin|generat|enabl|improv|reduc|captur|"
    r"learn|remov|select|filter|provid|adapt|align|integrat|combin|enhanc|extract|estimat|predict|guid|maintain|preserv|"
    r"ensur|enforc|search|validat|verif|check|produc|appl|comput|convert|transform|updat|monitor|handl|assign|map|route|"
    r"encod|decod|fus|aggregat|detect|identif|suppress|balanc|optimi[sz]|dynamically)(?:e?s|ies)\b"
)
_MEASURE = re.compile(
    r"\b(?:Ratio|Rate|Error|Magnitude|Accuracy|Coefficient|Precision|Recall|Latency|Distance|Time|Standards?|Guidelines)s?$"
)
_NAME_BEFORE = re.compile(r"(?<![\w-])(?P<name>[A-Za-z0-9][\w.+-]*),\s+an?\s(?:[a-z-]+,?\s){0,4}$")
_SHORT_FORM_FOLLOWS = re.compile(r"\s\([A-Z]\w*[A-Z]\w*\)")  # `Fern Network (FENTa)`: the short form names it
_ROLE = re.compile(r"\b(?:Agent|Model|LLM|Expert|Module|User|Team)s?$")  # what a part does is no name of it
_NEAR = 60


def abbreviated_parts(passage: Passage, start: int, end: int) -> Iterator[Offer]:
    """A new pair after the paper began to speak of itself, where a part would stand, or with a part's noun.

    >>> introduces("We propose FernNet. It couples the Sorted Gate Unit (SGU) with a soft edge cut (SEC) module.")
    FernNet, method (after presenting verbs)
    SGU, method (abbreviated parts)
    SEC, method (abbreviated parts)
    """
    clean = passage.text.clean
    for pair in passage.pairs_from(start, end):
        before = clean[start : pair.start]
        if is_known(pair.long) or pair.short in words("families", "other_things"):
            continue
        if (is_common(pair.short) and pair.long.islower()) or _FOREIGN.search(before) or _MEASURE.search(pair.long):
            continue
        before = before[-_NEAR:]
        stands = is_title_case(pair.long) and _PLACED.search(before) and not _USED.search(before)
        if stands or (_is_component(clean, pair) and _is_own_part(pair, before)):
            yield offered(pair, pair.start, 2)


def _is_component(clean: str, pair: Pair) -> bool:
    return bool(_component_at_end().search(pair.long) or _component_behind().match(clean, pair.end))


def _is_own_part(pair: Pair, before: str) -> bool:
    """Say whether a part's long form is a name, or stands behind an article, or varies a known method (`X-GRPO`)."""
    if not pair.long.islower() or ("-" in pair.short and is_common(pair.short.rpartition("-")[2])):
        return True
    return bool(_DETERMINED.search(before)) and not before.rstrip().endswith(" the")


def named_parts(passage: Passage, start: int, end: int) -> Iterator[Offer]:
    """Capitalised words with a part's noun: `a Skill Replay mechanism`, `a Memory Regulation Loss`.

    >>> introduces("We propose FernNet. A Fern Replay mechanism fills gaps.")
    FernNet, method (after presenting verbs)
    Fern Replay, method (named parts)
    """
    clean = passage.text.clean
    for name, before in _capitalised(clean, start, end):
        if not _component_behind().match(clean, name.end) and not _component_at_end().search(name.text):
            continue
        if _DETERMINED.search(before[-_NEAR:]) and not _FOREIGN.search(before):
            yield Offer(name, name.start, name.end, 2)


@lru_cache(maxsize=4)
def _capitalised(clean: str, start: int, end: int) -> tuple[tuple[Name, str], ...]:
    """Give runs of capitalised words that may name a part, with what stands before them; two rules ask in turn."""
    found = []
    position = start
    while capitals := _CAPITALS.search(clean, position, end):
        run = RUN.match(clean, capitals.start(), end)
        position = run.end() if run else capitals.end()
        name = name_of_run(run) if run else None
        if name is None or not is_title_case(name.text) or is_common(name.text):
            continue
        before = clean[start : name.start]
        if not _SHORT_FORM_FOLLOWS.match(clean, name.end) and not _explains_a_name(before[-_NEAR:]):
            found.append((name, before))
    return tuple(found)


def _explains_a_name(before: str) -> bool:
    """Say whether what follows only says what the name before it is: `X, a Foo Bar Network`."""
    name = _NAME_BEFORE.search(before)
    return name is not None and is_name(name["name"])


def explained_parts(passage: Passage, start: int, end: int) -> Iterator[Offer]:
    """Capitalised words that are explained as a part: `a Foo Bar that ...`, `and Foo Bar, which ...`.

    >>> introduces("We propose FernNet. It needs a Moss Corrector that fills gaps, and a Fern Sweeper removes leaves.")
    FernNet, method (after presenting verbs)
    Moss Corrector, method (explained parts)
    Fern Sweeper, method (explained parts)
    """
    clean = passage.text.clean
    for name, before in _capitalised(clean, start, end):
        if _ROLE.search(name.text):
            continue
        alone = _ARTICLE.search(before[-_NEAR:])
        explained = _EXPLAINED.match(clean, name.end) and (alone or _JOINED.search(before[-_NEAR:]))
        if (explained or (alone and _ACTS.match(clean, name.end))) and not _FOREIGN.search(before):
            yield Offer(name, name.start, name.end, 2)


COMPONENT_RULES = (abbreviated_parts, named_parts, explained_parts)
"""Rules of sentences after the paper began to speak of itself."""


def is_ours(passage: Passage, start: int, end: int) -> bool:
    """Say whether a sentence speaks of what the authors propose without a name."""
    return bool(_OURS.search(passage.text.clean, start, end))


@cache
def _component_behind() -> re.Pattern[str]:
    return re.compile(rf"{CLOSING}\s+(?:[a-z-]+\s+)?(?:{one_of('phrases', 'component_nouns')})s?(?![\w-])")


@cache
def _component_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s-])(?:{one_of('phrases', 'component_nouns')})s?$", re.IGNORECASE)
