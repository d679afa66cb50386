"""Names that stand beside what they are: `our model X`, `a dataset called X`, `X, a novel ...`, `(1) X (LONG)`."""

import re
from collections.abc import Iterator

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.artefacts.offer import NAME_WORD, PROPER_WORD, WE, Offer, is_generic
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.names import Name, is_distinctive, name_group
from corpus_index.extract.reading.text import Text

_OURS = re.compile(
    r"\b(?:[Oo]ur|[Tt]he (?:resulting|final|proposed|best))\s+(?:(?:proposed|"
    r"final|new|novel|developed|best|main|largest|work on the|[a-zA-Z]+-(?:based|"
    r"tuned))\s+)*"
    r"(?:(?:model|framework|method|system|approach|algorithm|benchmark|"
    r"dataset|agent|tool|toolkit|library|augmentation|optimizer|loss|"
    r"architecture|technique)s?,?\s+)?"
    rf"(?P<name>{PROPER_WORD}(?:\s+(?:and\s+)?[A-Z][A-Za-z0-9-]*)*)"
)
_CALLED = re.compile(
    rf"\b(?:(?:called|named|dubbed|termed|coined|namely|denoted as|referred to as)\s+|"
    rf"(?:new|novel)\s+(?:[\w-]+\s+){{0,4}}?(?:benchmark|dataset|corpus|framework|method|approach|model|algorithm|"
    rf"system|architecture|technique|paradigm)[,:]\s+)[\"'`]*"
    rf"(?P<name>{PROPER_WORD}(?:\s\d+(?:\.\d+)?[KkMB]?\b)?)"
)
_APPOSED = re.compile(
    rf"(?<![\w-])(?P<name>{NAME_WORD})(?:\s*\([^()]+\))?\s*(?:,|is)\s+(?:an?|"
    rf"the first|our)\s+(?P<new>(?:simple|new|novel|first|training-free|"
    rf"family of|open-source|unified|incremental|lightweight|large-scale|"
    rf"[a-z]+-[a-z]+)\b)?"
)
_ITEM = re.compile(
    r"(?:\(?(?:\d|[ivx]+)\)|,\s+and|;\s+and|;|,|:)\s*(?:an?\s+|the\s+)?(?P<name>[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)"
    r"*(?:\s+[A-Z][A-Za-z0-9-]*)*(?:\s+(?:encoder|network|module|layer|"
    r"loss|attention))?)\s*(?=:|,|that|which|\band\b|to\b)"
)
_HEAD = re.compile(
    rf"(?:\b{WE}\b[^:]*\b(?:propos|introduc|present|develop|design|contribut|"
    rf"devis|build|construct|offer)\w*[^:]*|\b(?:features|comprises|consists of|"
    rf"introduces|"
    rf"includes|contains|lies in|integrates|combines)\b[^:]*)"
    r"\b(?:components?|solutions?|techniques?|strateg(?:y|ies)|stages?|"
    r"modules?|innovations?|methods?|encoders?|models?|parts|designs?|"
    r"mechanisms?|approaches|algorithms?|contributions?|objectives?|phases|"
    r"sorts? of [a-z]+)\b[^:.]*:"
)


def ours(text: Text, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """`our RL-based LIMR`, `our Influence-based Reasoning Attribution (Infra)`, `the resulting model, X`."""
    largest = re.match(r"Our\b[^,.;]*\bmodels?\b[^,.;]*,\s+(?P<name>[A-Z][\w.-]+),", text.clean[start:end])
    if largest and is_distinctive(largest["name"]):
        position = start + largest.start("name")
        yield Offer(
            Name(position, position + len(largest["name"]), largest["name"]),
            start,
            start + largest.end("name"),
            3,
            ArtefactKind.MODEL,
        )
    for match in _OURS.finditer(text.clean, start, end):
        pair = next(
            (p for p in pairs if p.start >= match.start() and p.start <= match.end("name") and p.end <= end), None
        )
        if pair and pair.start <= match.start("name"):
            yield Offer(pair.name, match.start(), pair.end, 4)
            continue
        name = match["name"]
        if (is_distinctive(name.split()[0]) and " " not in name) or (
            " " in name and name[0].isupper() and name.split()[-1][0].isupper()
        ):
            yield Offer(name_group(match), match.start(), match.end("name"), 3)


def called(text: Text, start: int, end: int) -> Iterator[Offer]:
    """`a dataset called X`, `dubbed X`, `, namely X`, `a new benchmark, X`."""
    for match in _CALLED.finditer(text.clean, start, end):
        if match["name"][0].isupper() or is_distinctive(match["name"]):
            yield Offer(name_group(match), match.start(), match.end(), 4)


def apposed(text: Text, start: int, end: int) -> Iterator[Offer]:
    """`We answer this with X, a family of ...`, `X, a novel framework, ...`, `X is a novel strategy`."""
    for match in _APPOSED.finditer(text.clean, start, end):
        fresh = match["new"] and match["new"] in ("new", "novel", "first", "family of", "incremental", "training-free")
        ours = re.search(
            r"\b(?:[Ww]e\b[^.]*\bwith|[Ww]e [a-z]+ this question with|[Oo]ur [^.]*,)\s*$",
            text.clean[start : match.start()],
        )
        mine = re.search(r",\s+our\s", match[0]) and re.match(
            r"(?:[a-z-]+\s+){0,3}(?:model|method|framework|system|approach|algorithm|agent|benchmark|dataset)\s*,",
            text.clean[match.end("name") :].partition("our ")[2],
        )
        if (fresh or ours or mine) and (is_distinctive(match["name"]) or (match["name"][0].isupper() and ours)):
            yield Offer(name_group(match), match.start(), match.end(), 3)


def listed(text: Text, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """The items of `we propose two solutions: (1) X (TS) ..., and (2) TLDR: a ...`."""
    head = _HEAD.search(text.clean[start:end])
    if not head:
        return
    body = start + head.end()
    for pair in pairs:
        if (
            not is_generic(pair.short)
            and body <= pair.start
            and pair.end <= end
            and not re.search(r"\([^()]*$", text.clean[body : pair.start])
        ):
            yield Offer(pair.name, pair.start, pair.end, 3)
    for match in _ITEM.finditer(text.clean, max(start, body - 1), end):
        name_text = match["name"]
        if any(pair.start <= match.start("name") < pair.end for pair in pairs):
            continue
        is_numbered = ")" in match[0][: match.start("name") - match.start()]
        if is_numbered and (is_distinctive(name_text) or " " in name_text or "-" in name_text):
            yield Offer(name_group(match), match.start("name"), match.end("name"), 3)


def numbered(text: Text, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """`2) Hint Rejection Sampling (HRS): ...`: an item whose list began in an earlier sentence."""
    for pair in pairs:
        mark = re.search(r"(?:^|\s)\(?(?:\d|[ivx]+)\)\s+$", text.clean[start : pair.start])
        if mark and start <= pair.start and pair.end <= end and text.clean.startswith(":", pair.end):
            yield Offer(pair.name, pair.start, pair.end, 3)


def new_long_forms(text: Text, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """`employs a new metric, the task-conditioned expected selection score (TCESS)`, `a novel ... (SAE-Tuning)`."""
    for pair in pairs:
        start = text.sentence(pair.start)[0]
        if start < text.body:
            continue
        before = text.clean[start : pair.start]
        after = text.clean[pair.end : pair.end + 40]
        fresh = re.search(r"\b(?:new|novel)\b[^.;:()]{0,40}$", before) or re.match(
            r"\s*(?:,|is)\s+an?\s+(?:new|novel)\b", after
        )
        if fresh and not is_generic(pair.short):
            yield Offer(pair.name, pair.start, pair.end, 3)
