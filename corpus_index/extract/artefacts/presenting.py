"""Names in the object of a verb by which authors present something."""

import re
from collections.abc import Iterator
from functools import cache

from corpus_index.extract.artefacts.artefact_kinds import kind_at, kind_before
from corpus_index.extract.artefacts.offer import WE, Offer, is_generic, is_listed_model
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.names import LETTERS, Name, is_distinctive, name_group
from corpus_index.extract.reading.text import Text

_WORD = rf"[A-Z0-9][{LETTERS}0-9]*(?:[-.][{LETTERS}0-9]+)*"
_RUN = re.compile(
    rf"(?<![\w-])[A-Z][{LETTERS}0-9]*(?:[-.][{LETTERS}0-9]+)*(?:\s+(?:(?:and|of|for|with|in|to)\s+(?=[A-Z]))?{_WORD})*"
)
_STOP = re.compile(
    r"[;!?]|\.(?=\s|$)|,(?!\s+(?:efficient|novel|simple|yet|effective|scalable|"
    r"first|new|large|open|train|multi|two|light|gener|unif|dyna|auto)[a-z-]*)"
    r"|\b(?:and\s+(?:then\s+)?(?:fine-?tune|train|show|apply|evaluate|use|"
    r"demonstrate|find|conduct|test|verify|prove|argue)|per|that|which|where|"
    r"who|based on|built on|upon|on top of|for|with|"
    r"using|by|into|to|from|via|through|in which|over|capable|without|aim\w*|"
    r"in|as|under|against|inspired|designed|tailored|towards?|at|on|across|"
    r"within|comprising|consisting|trained)\b"
)
_ADVERBS = (
    r"(?:\s+(?:further|also|then|first|firstly|therefore|hence|thus|here|additionally|"
    r"next|finally|jointly|instead|subsequently|thereby|explicitly|formally|\w+ly|"
    r"and|successfully|build a real-world|have|has|can))*"
)


_LONGEST_LABEL = 24
_LABELLED = re.compile(
    r"(?:[A-Z][\w-]+\s+[A-Z][\w-]+|\b(?:framework|method|approach|model|algorithm|"
    r"strategy|dataset|benchmark|architecture|system|mechanism))"
    r"\s*(?P<open>\()(?P<label>[A-Z][\w-]{1,20})\)"
)
_MORE = re.compile(
    rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<name>[A-Z][{LETTERS}0-9]*(?:[-.][{LETTERS}0-9]+)*)(?=\s*[,"
    rf";)]|\.(?:\s|$)|\s+and\b)"
)
_PROPER = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)+")
_FIRST_TIME = re.compile(r"propos|present|introduc|releas|announc|unveil|open-sourc|launch|develop", re.IGNORECASE)


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
        "creat(?:e|ing)",
    ]
    verbs = "|".join(forms)
    return re.compile(
        rf"(?:\b{WE}{_ADVERBS}\s+(?P<verb>{verbs})\b|\b(?P<gerund>(?:by\s+)?(?:introducing|"
        rf"proposing|presenting|developing|releasing|open-sourcing|resulting in|"
        rf"incorporate it into|apply it to create|to create|to achieve|work on))\b"
        rf"|(?:,|\band)\s+(?P<more>(?:also |further |then )?(?:propose|introduce|"
        rf"present|develop|design|release|contribute|implement|construct))\b"
        r"|\b(?P<third>introduces|proposes|presents|employs a (?:new|novel))\b)",
        re.IGNORECASE,
    )


def after_verbs(text: Text, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """`We propose X`, `this paper introduces a framework (X)`, `which introduces X`."""
    for verb in _presenting().finditer(text.clean, start, end):
        if verb["more"] and not re.search(rf"\b{WE}\b", text.clean[start : verb.start()], re.IGNORECASE):
            continue
        if verb["third"] and re.search(
            r"\b(?:existing|prior|previous|recent|other|these)\b", text.clean[start : verb.start()], re.IGNORECASE
        ):
            continue
        if (verb["gerund"] or "").casefold() == "to achieve" and not re.search(
            r"\b(?:fine-tune|train)", text.clean[start : verb.start()]
        ):
            continue
        yield from _in_object(text, verb.start(), verb.end(), end, pairs)


def _in_object(text: Text, cue: int, start: int, end: int, pairs: tuple[Pair, ...]) -> Iterator[Offer]:
    """Read the object of a presenting verb: a long form with its acronym, else the names in the noun phrase."""
    stop = _STOP.search(text.clean, start + 1, end)
    edge = stop.start() if stop else end
    found = False
    for pair in pairs:
        if is_generic(pair.short):
            continue
        alongside = found and re.fullmatch(
            (
                r"[\w\s-]{0,24}\b(?:alongside|along with|and|as well as)\s+(?:an?|"
                r"the)\s+(?:novel\s+|new\s+)?"
            ),
            text.clean[edge : pair.start],
        )
        if start <= pair.start and (pair.start < edge + 1 or alongside) and pair.end <= end:
            found = True
            yield Offer(pair.name, cue, pair.end, 5)
            edge = pair.end
    labelled = None if found else _LABELLED.search(text.clean, start, min(end, edge + _LONGEST_LABEL))
    if (
        labelled
        and labelled.start("label") <= edge + _LONGEST_LABEL
        and (is_distinctive(labelled["label"]) or re.fullmatch(r"[A-Z][a-z]+-\d[\w.]*", labelled["label"]))
    ):
        label = Name(labelled.start("label"), labelled.end("label"), labelled["label"])
        if not is_generic(label.text) and not _STOP.search(text.clean, start + 1, labelled.start("open")):
            yield Offer(label, cue, labelled.end(), 5)
            return
    if found:
        return
    defined = {pair.short for pair in pairs if pair.end <= cue}
    for name in names_in(text.clean, start, edge):
        used = is_listed_model(name.text) and not _FIRST_TIME.search(text.clean[cue:start])
        if name.text in defined or used:
            continue
        if not found or re.search(r"(?:,|\band|:)\s*$", text.clean[start : name.start]):
            yield from _with_the_rest(text, name, cue, end)
            found = True


def _with_the_rest(text: Text, name: Name, cue: int, end: int) -> Iterator[Offer]:
    """`We release A, B, and C, three new datasets`: a list of distinctive names is presented together."""
    listed = [name]
    while more := _MORE.match(text.clean, listed[-1].end, end):
        if not (is_distinctive(more["name"]) or _PROPER.fullmatch(more["name"])):
            break
        listed.append(name_group(more))
    whole = len(listed) > 1 and is_distinctive(listed[-1].text)
    kind = (kind_before(text, listed[0]) or kind_at(text, listed[-1])) if whole else None
    for one in listed if whole else (name,):
        yield Offer(one, cue, one.end, 4, kind)


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
        hyphenated = re.match(
            (
                r"[A-Z]{2,}(?:-[a-z]+)+(?=\s+(?:[a-z]+\s+){0,3}(?:policy|scheme|algorithm|"
                r"method|framework|mechanism|strategy))"
            ),
            text[match.start() :],
        )
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
