"""Sentences in which authors present what is theirs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.abbreviations import Pair
from corpus_index.extract.lexicon import words
from corpus_index.extract.names import Name, is_distinctive
from corpus_index.extract.text import Text

_NAME = r"[A-Za-z][A-Za-z0-9]*\+*(?:[-_.][A-Za-z0-9]+\+*)*"
_PROPER = rf"(?:[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|{_NAME})"
_RUN = re.compile(
    r"[A-Z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*(?:\s+(?:(?:and|of|for|with|in|to)\s+)?[A-Z0-9][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*)*"
)
_STOP = re.compile(
    r"[;!?]|\.(?=\s|$)|,(?!\s+(?:efficient|novel|simple|yet|effective|scalable|first|new|large|open|train|multi|two|light|gener|unif|dyna|auto)[a-z-]*)"
    r"|\b(?:that|which|where|who|based on|built on|upon|on top of|for|with|using|by|into|to|from|via|through|in which|over|capable|without|aim\w*|in|as|under|against|inspired|designed|tailored|towards?|at|on|across|within|comprising|consisting|trained)\b"
)
_WE = r"(?:we|this (?:paper|work|report|study|article|thesis)|(?:the|our) (?:paper|work|report))"
_ADVERBS = r"(?:\s+(?:further|also|then|first|firstly|therefore|hence|thus|here|additionally|next|finally|jointly|instead|subsequently|thereby|explicitly|formally|\w+ly|and|successfully|build a real-world|have|has|can))*"
_TITLE = re.compile(
    rf"^(?P<name>{_NAME}(?:\s[A-Z0-9][A-Za-z0-9.]*){{0,2}}?)\s*(?::\s+\S|\s+(?:Technical|System) (?:Report|Card))"
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A name that a sentence presents, with the stretch that says so and how strongly it does."""

    name: Name
    start: int
    end: int
    weight: int
    kind: ArtefactKind | None = None
    long: str | None = None


@cache
def _presenting() -> re.Pattern[str]:
    forms = []
    for verb in sorted(words("phrases", "verbs"), key=len, reverse=True):
        head, _, tail = verb.partition(" ")
        stem = head.removesuffix("e")
        forms.append(f"(?:{head}s?|{stem}ing|{stem}ed|{head}d){' ' + tail if tail else ''}")
    forms += [
        "built",
        "building",
        "dub(?:bed)?",
        "designing",
        "resulting in",
        "incorporate it into",
        "applying it to create",
        "to create",
        "to achieve",
        "creat(?:e|ing)",
    ]
    verbs = "|".join(forms)
    return re.compile(
        rf"(?:\b{_WE}{_ADVERBS}\s+(?P<verb>{verbs})\b|\b(?P<gerund>(?:by\s+)?(?:introducing|proposing|presenting|developing|releasing|open-sourcing|resulting in|incorporate it into|apply it to create|to create|to achieve|work on))\b"
        rf"|(?:,|\band)\s+(?P<more>(?:also |further |then )?(?:propose|introduce|present|develop|design|release|contribute|implement|construct))\b"
        r"|\b(?P<third>introduces|proposes|presents|employs a (?:new|novel))\b)",
        re.IGNORECASE,
    )


def offers(text: Text, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """Give every name that some sentence presents, more than once where it is said more than once."""
    yield from _in_title(text)
    for start, end in text.sentences:
        if start < text.body:
            continue
        yield from _after_verbs(text, start, end, pairs)
        yield from _ours(text, start, end, pairs)
        yield from _called(text, start, end)
        yield from _apposed(text, start, end)
        yield from _listed(text, start, end, pairs)
    yield from _named_by_repository(text)
    yield from _new_long_forms(text, pairs)
    yield from _initials_of_title(text, pairs)


def _in_title(text: Text) -> Iterator[Offer]:
    match = _TITLE.match(text.clean[: text.body])
    if not match:
        return
    name = match["name"]
    known = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w])", text.clean[text.body :])
    telling = is_distinctive(name.split()[0]) or (" " in name and bool(re.search(r"\d", name)))
    if telling or (known and " " not in name):
        yield Offer(Name(match.start("name"), match.end("name"), name), match.start(), match.end("name"), 2)


def _after_verbs(text: Text, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    for verb in _presenting().finditer(text.clean, start, end):
        if verb["more"] and not re.search(rf"\b{_WE}\b", text.clean[start : verb.start()], re.IGNORECASE):
            continue
        if verb["third"] and re.search(r"\b(?:existing|prior|previous|recent|other|these)\b", text.clean[start : verb.start()], re.IGNORECASE):
            continue
        object_start = verb.end()
        yield from _in_object(text, verb.start(), object_start, end, pairs)


def _in_object(text: Text, cue: int, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """Read the object of a presenting verb: a long form with its acronym, else the names in the noun phrase."""
    stop = _STOP.search(text.clean, start + 1, end)
    edge = stop.start() if stop else end
    found = False
    for pair in pairs:
        if is_generic(pair.short):
            continue
        alongside = found and re.fullmatch(r"[\w\s-]{0,24}\b(?:alongside|along with|and|as well as)\s+(?:an?|the)\s+(?:novel\s+|new\s+)?", text.clean[edge : pair.start])
        if start <= pair.start and (pair.start < edge + 1 or alongside) and pair.end <= end:
            found = True
            yield Offer(Name(pair.short_start, pair.short_start + len(pair.short), pair.short), cue, pair.end, 5)
            edge = pair.end
    if found:
        return
    for name in names_in(text.clean, start, edge):
        if not found or re.search(r"(?:,|\band|:)\s*$", text.clean[start : name.start]):
            yield Offer(name, cue, name.end, 4)
            found = True


def is_generic(short: str) -> bool:
    """Say whether a short form is one that everybody uses."""
    return short in words("families", "not_models") or short in words("phrases", "ordinary")


def names_in(text: str, start: int, end: int) -> Iterator[Name]:
    """Give distinctive words and runs of capitalised words of a noun phrase, in order."""
    for match in _RUN.finditer(text, start, end):
        run = match[0]
        first = run.split()[0]
        if " " in run and (len(run.split()) <= 6) and not is_distinctive(first):
            yield Name(match.start(), match.end(), run)
            continue
        if " " in run and re.fullmatch(rf"{re.escape(first)}(?: (?:[A-Z]?[a-z]+|\d+(?:\.\d+)?[KkMB]?|V\d+))+", run):
            yield Name(match.start(), match.end(), run)
            continue
        hyphenated = re.match(r"[A-Z]{2,}(?:-[a-z]+)+(?=\s+(?:[a-z]+\s+){0,3}(?:policy|scheme|algorithm|method|framework|mechanism|strategy))", text[match.start() :])
        if hyphenated:
            yield Name(match.start(), match.start() + hyphenated.end(), hyphenated[0])
        elif is_distinctive(first) or _follows_determiner(text, match.start()):
            yield Name(match.start(), match.start() + len(first), first)


def _follows_determiner(text: str, position: int) -> bool:
    return bool(
        re.search(
            r"(?:present|introduce|propose|create|release|develop|with|called|build|design|is)s?\s$", text[:position]
        )
    )


def _ours(text: Text, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """`our RL-based LIMR`, `our Influence-based Reasoning Attribution (Infra)`, `the resulting model, X`."""
    pattern = re.compile(
        r"\b(?:[Oo]ur|[Tt]he (?:resulting|final|proposed|best))\s+(?:(?:proposed|final|new|novel|developed|best|main|largest|work on the|[a-zA-Z]+-(?:based|tuned))\s+)*"
        r"(?:(?:model|framework|method|system|approach|algorithm|benchmark|dataset)s?,?\s+)?"
        rf"(?P<name>{_PROPER}(?:\s+(?:and\s+)?[A-Z][A-Za-z0-9-]*)*)"
    )
    largest = re.match(r"Our\b[^,.;]*\bmodels?\b[^,.;]*,\s+(?P<name>[A-Z][\w.-]+),", text.clean[start:end])
    if largest and is_distinctive(largest["name"]):
        position = start + largest.start("name")
        yield Offer(Name(position, position + len(largest["name"]), largest["name"]), start, start + largest.end("name"), 3, ArtefactKind.MODEL)
    for match in pattern.finditer(text.clean, start, end):
        pair = next(
            (p for p in pairs if p.start >= match.start() and p.start <= match.end("name") and p.end <= end), None
        )
        if pair and pair.start <= match.start("name"):
            yield Offer(
                Name(pair.short_start, pair.short_start + len(pair.short), pair.short), match.start(), pair.end, 4
            )
            continue
        name = match["name"]
        if (is_distinctive(name.split()[0]) and " " not in name) or (
            " " in name and name[0].isupper() and name.split()[-1][0].isupper()
        ):
            position = match.start("name")
            yield Offer(Name(position, position + len(name), name), match.start(), match.end("name"), 3)


def _named_by_repository(text: Text) -> Iterator[Offer]:
    """A name that is also the last part of a repository's URL is the paper's own."""
    for match in re.finditer(r"https?://(?:[\w-]+\.)*(?:github\.com|huggingface\.co|gitlab\.com)/(?:datasets/)?[\w.-]+/(?P<name>[\w.-]*\w)", text.clean):
        name = match["name"]
        found = re.search(rf"(?<![\w/.-]){re.escape(name)}(?![\w/-])", text.clean[text.body : match.start()])
        if found and is_distinctive(name):
            start = text.body + found.start()
            yield Offer(Name(start, start + len(name), name), start, start + len(name), 1)


def _called(text: Text, start: int, end: int) -> Iterator[Offer]:
    """`a dataset called X`, `dubbed X`, `, namely X`."""
    pattern = re.compile(
        rf"\b(?:called|named|dubbed|termed|coined|namely|denoted as|referred to as)\s+[\"'`]*(?P<name>{_PROPER}(?:\s\d+(?:\.\d+)?[KkMB]?\b)?)"
    )
    for match in pattern.finditer(text.clean, start, end):
        if match["name"][0].isupper() or is_distinctive(match["name"]):
            yield Offer(Name(match.start("name"), match.end("name"), match["name"]), match.start(), match.end(), 4)


def _apposed(text: Text, start: int, end: int) -> Iterator[Offer]:
    """`We answer this with X, a family of ...`, `X, a novel framework, ...`, `X is a novel strategy`."""
    pattern = re.compile(
        rf"(?<![\w-])(?P<name>{_NAME})(?:\s*\([^()]+\))?\s*(?:,|is)\s+(?:an?|the first|our)\s+(?P<new>(?:simple|new|novel|first|training-free|family of|open-source|unified|incremental|lightweight|large-scale|[a-z]+-[a-z]+)\b)?"
    )
    for match in pattern.finditer(text.clean, start, end):
        fresh = match["new"] and match["new"] in ("new", "novel", "first", "family of", "incremental", "training-free")
        ours = re.search(
            r"\b(?:[Ww]e\b[^.]*\bwith|[Ww]e [a-z]+ this question with|[Oo]ur [^.]*,)\s*$",
            text.clean[start : match.start()],
        )
        if (fresh or ours) and (is_distinctive(match["name"]) or (match["name"][0].isupper() and ours)):
            yield Offer(Name(match.start("name"), match.end("name"), match["name"]), match.start(), match.end(), 3)


def _listed(text: Text, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """The items of `we propose two solutions: (1) X (TS) ..., and (2) TLDR: a ...`."""
    head = re.search(
        rf"(?:\b{_WE}\b[^:]*|\b(?:features|comprises|consists of|introduces|includes|contains|lies in|integrates|combines)\b[^:]*)"
        r"\b(?:components?|solutions?|techniques?|strateg(?:y|ies)|stages?|modules?|innovations?|methods?|encoders?|models?|parts|designs?|mechanisms?|approaches|algorithms?|contributions?|objectives?|phases|sorts? of [a-z]+)\b[^:.]*:",
        text.clean[start:end],
    )
    if not head:
        return
    body = start + head.end()
    for pair in pairs:
        if not is_generic(pair.short) and body <= pair.start and pair.end <= end and not re.search(r"\([^()]*$", text.clean[body : pair.start]):
            name = Name(pair.short_start, pair.short_start + len(pair.short), pair.short)
            yield Offer(name, pair.start, pair.end, 3)
    item = re.compile(
        r"(?:\(?(?:\d|[ivx]+)\)|,\s+and|;\s+and|;|,|:)\s*(?:an?\s+|the\s+)?(?P<name>[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:\s+[A-Z][A-Za-z0-9-]*)*(?:\s+(?:encoder|network|module|layer|loss|attention))?)\s*(?=:|,|that|which|\band\b|to\b)"
    )
    for match in item.finditer(text.clean, max(start, body - 1), end):
        name_text = match["name"]
        if any(pair.start <= match.start("name") < pair.end for pair in pairs):
            continue
        numbered = ")" in match[0][: match.start("name") - match.start()]
        if numbered and (is_distinctive(name_text) or " " in name_text or "-" in name_text):
            yield Offer(
                Name(match.start("name"), match.end("name"), name_text), match.start("name"), match.end("name"), 3
            )


def _new_long_forms(text: Text, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
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
            yield Offer(Name(pair.short_start, pair.short_start + len(pair.short), pair.short), pair.start, pair.end, 3)


def _initials_of_title(text: Text, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """A name in capitals that the abstract uses without a long form, and whose letters begin the words of the title."""
    title = [word for word in re.findall(r"[A-Za-z]+", text.raw[: text.body])]
    initials = "".join(word[0] for word in title).upper()
    telling = [word for word in title if word.casefold() not in ("a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "via", "with", "by")]
    short = "".join(word[0] for word in telling).upper()
    defined = {pair.short for pair in pairs}
    for match in re.finditer(r"(?<![\w-])[A-Z]{3,8}(?![\w-])", text.clean[text.body :]):
        if match[0] not in defined and match[0] in (short, initials) and not is_generic(match[0]):
            start = text.body + match.start()
            yield Offer(
                Name(start, start + len(match[0]), match[0]),
                start,
                start + len(match[0]),
                2,
                long=text.raw[: text.body].strip(),
            )
            return
