"""Items of lists of what is presented: `(i) Foo Bar, which ...`, `two optimizations, Foo Bar and Baz Qux`."""

import re
from collections.abc import Iterator

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.artefacts.established import is_common, is_relative
from corpus_index.extract.artefacts.noun_phrases import CLOSING
from corpus_index.extract.artefacts.offer import Offer, offered
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.proper_names import is_name, is_title_case, name_from
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import Name, name_group

_ARTICLE = r"(?:(?:an?|the|our)\s+)?"
_LEAD = rf"{_ARTICLE}(?:(?:new|novel|[a-z]+-[a-z]+)\s+)?[\"'`{{*]*(?=[A-Za-z])"
_NUMBER = re.compile(rf"\)(?<=[1-9ivxa-e]\))\.?\s*{_LEAD}")  # begins with a literal, so that it is found fast
_WHOLE_NUMBER = re.compile(r"(?:^|[\s(,;:])(?:[1-9]|[ivx]{1,4}|[a-e])$")
_ORDINAL = re.compile(rf"\b(?:first|second|third|fourth|next|final|former|latter)\s+(?:[a-z-]+\s+)?[a-z]+,\s+{_LEAD}")
_LONGEST_NUMBER = 6
_ANNOUNCED = re.compile(
    r"\b(?:two|three|four|five|several|both|following|key|main|core|novel)\s+(?:[\w-]+\s+){0,4}(?:components|modules|stages|"
    r"techniques|strategies|methods|contributions|innovations|mechanisms|models|datasets|benchmarks|agents|losses|"
    r"algorithms|metrics|parts|phases|designs|optimizations|encoders|networks|branches|solutions|approaches|modes|"
    r"variants|blocks|layers|objectives|steps|pillars|ideas|elements|sub-?networks|tools|resources|scales|indices|"
    rf"improvements|schemes|policies|rewards|frameworks)(?:,|:|\s+-+)\s+(?:namely\s+|i\.e\.,?\s+)?{_ARTICLE}[\"'`{{*]*"
    r"(?=[A-Za-z])"
)
_KINDS = {"models": ArtefactKind.MODEL, "datasets": ArtefactKind.DATASET, "benchmarks": ArtefactKind.BENCHMARK}
_ANNOUNCED_KIND = re.compile(
    r"\b(?:two|three|four|five|several|following)\s+(?:[\w()-]+\s+){0,6}?(?P<noun>models|datasets|benchmarks)\b[^.;:]{0,120}:\s*"
    r"\((?:1|i|a)\)"
)
_FINDINGS = re.compile(  # what is only found, and not made: `three failure modes: (1) ...`
    r"\b(?:modes|failures|challenges|limitations|issues|problems|gaps|risks|threats|phenomena|findings|questions|bias(?:es)?|"
    r"errors|tasks|factors|reasons|categories|dimensions|domains|scenarios|properties|patterns|barriers|bottlenecks|behaviou?rs|"
    r"settings|regimes|levels|aspects|drawbacks|obstacles|vulnerabilities|shortcomings):\s*\(?(?:[1-9ivxa-e]\))?$"
)
_OTHERS = re.compile(
    r"\b(?:such as|compar\w+|baselines?|benchmarks?|datasets?|existing|prior|previous|popular|tested|models)\b"
)
_OF_OTHERS = re.compile(r"\b(?:algorithms|methods|techniques|networks|metrics|approaches|tools)\W+[^,:]{0,12}$")
_OWN = re.compile(r"^(?:These|This|It|Our)\b|\b(?:novel|new|key|core|main|propos|introduc|present|develop|design)")
_VERB = r"[a-z]{2,}(?:i[sz]es|ates|ifies|proves|uces|ides|ables|acts|earns|aptures|ances|esi[sz]es|ains|ecomposes|igns)"
_MORE = re.compile(rf"{CLOSING}(?:\s*\([^()]{{1,120}}\))?(?:,\s*(?:and\s+)?|\s+and\s+){_ARTICLE}[\"'`{{*]*(?=[A-Za-z])")
_ENDS = re.compile(rf"{CLOSING}\s*(?:[,.:;(]|-+\s|$|(?:and|that|which|to|for|with|where|{_VERB})\b)")
_ACTS = re.compile(rf"{CLOSING}\s+{_VERB}\s")
_WORDS_WITH_SHORT = re.compile(r"(?:[\w-]+\s+){2,7}\((?P<name>[A-Za-z0-9][\w.+-]{1,20})\)")
_SHORT_BEHIND_WORDS = re.compile(r"(?:[A-Z][\w-]*\s+){1,5}\((?P<name>[A-Z][\w.+-]{1,20})\)")
_ADJECTIVES = re.compile(r"[a-z -]*")
_LONGEST_LEAD = 50
_LONGEST_ARTICLE = 8


def numbered_parts(passage: Passage, start: int, end: int) -> Iterator[Offer]:
    """Items of a numbered list or a sequence: `(i) Foo Bar, which ...`, `the second stage, Foo Bar, ...`.

    >>> introduces("We propose FernNet. It has (i) a soft edge cut (SEC), and (ii) Fern Replay, which fills gaps.")
    FernNet, method (after presenting verbs)
    SEC, method (numbered parts)
    Fern Replay, method (numbered parts)
    >>> introduces("We propose FernNet. It has three failure modes: (1) Root Collapse; (2) Leaf Drop.")
    FernNet, method (after presenting verbs)
    """
    clean = passage.text.clean
    marks = list(_marks(clean, start, end))
    if marks and _FINDINGS.search(clean, start, marks[0].start() + 1):
        return
    kind = _announced_kind(clean, start, end) if marks else None
    for mark in marks:
        pair = passage.pair_from(mark.start(), mark.end() + _LONGEST_LEAD)
        lead = clean[mark.end() : max(mark.end(), pair.start)] if pair else ""
        if pair and pair.end <= end and _ADJECTIVES.fullmatch(lead) and " of " not in lead:
            yield offered(pair, mark.start(), 3)._replace(kind=kind)
            continue
        short = _SHORT_BEHIND_WORDS.match(clean, mark.end(), end)
        if short and is_name(short["name"]) and not is_common(short["name"]):
            yield Offer(name_group(short), mark.start(), short.end(), 3, kind)
            continue
        name = name_from(clean, mark.end(), end)
        if name is None or is_common(name.text) or is_relative(name.text) or not _ENDS.match(clean, name.end):
            continue
        acts = _ACTS.match(clean, name.end) and mark[0].rstrip().endswith((")", ","))
        telling = is_name(name.text) and (acts or clean.startswith(":", name.end))
        if is_title_case(name.text) or "-" in name.text or telling:
            yield Offer(name, mark.start(), name.end, 3, kind)


def _announced_kind(clean: str, start: int, end: int) -> ArtefactKind | None:
    """Read what the items of a numbered list are said to be: `three models ...: (i) ...`."""
    announced = _ANNOUNCED_KIND.search(clean, start, end)
    return _KINDS[announced["noun"]] if announced else None


def _marks(clean: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give what precedes the items of a list in a sentence: `(1) a`, `the first stage, the`."""
    for number in _NUMBER.finditer(clean, start, end):
        if _WHOLE_NUMBER.search(clean[max(start, number.start() - _LONGEST_NUMBER) : number.start()]):
            yield number
    if clean.find(",", start, end) >= 0:
        yield from _ORDINAL.finditer(clean, start, end)


def announced_parts(passage: Passage, start: int, end: int) -> Iterator[Offer]:
    """Names that a number of things announces: `two optimizations, Foo Bar and Baz Qux`.

    >>> introduces("We propose FernNet. It has two key techniques, Fern Replay and Moss Pruning.")
    FernNet, method (after presenting verbs)
    Fern Replay, method (announced parts)
    Moss Pruning, method (announced parts)
    """
    clean = passage.text.clean
    announced = _ANNOUNCED.search(clean, start, end)
    before = clean[start : announced.end()] if announced else ""
    if not announced or _OTHERS.search(before) or (_OF_OTHERS.search(before) and not _OWN.search(before)):
        return
    position = announced.end()
    while position:
        named = passage.pair_from(position - _LONGEST_ARTICLE, position + 1) or _item(clean, position, end)
        if named is None:
            return
        yield offered(named, announced.start(), 3)
        more = _MORE.match(clean, named.end, end)
        position = more.end() if more else 0


def _item(clean: str, position: int, end: int) -> Name | Pair | None:
    """Read capitalised words, or the short form behind any; names that the list joins by `and` are taken apart."""
    short = _WORDS_WITH_SHORT.match(clean, position, end)
    if short and is_name(short["name"]) and not is_common(short["name"]):
        return name_group(short)
    name = name_from(clean, position, end)
    if name is None:
        return None
    first, _, second = name.text.partition(" and ")
    if is_title_case(first) and is_title_case(second):
        name = Name(name.start, name.start + len(first), first)
    return name if is_title_case(name.text) and not is_common(name.text) else None


ENUMERATION_RULES = (numbered_parts, announced_parts)
