"""Cues by which authors present what is theirs: `we propose`, `a framework called`, `our`, `a novel`."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from corpus_index.extract.artefacts.artefact_kinds import kind_before, kind_by_shape, kind_of_list, kind_of_noun
from corpus_index.extract.artefacts.concepts import concept_before
from corpus_index.extract.artefacts.established import is_common, is_generic
from corpus_index.extract.artefacts.offer import Offer, offered
from corpus_index.extract.artefacts.passage import Passage
from corpus_index.extract.artefacts.presented_names import presented
from corpus_index.extract.artefacts.proper_names import is_name, name_from
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.names import Name

CueRule = Callable[[Passage, "re.Match[str]", int, int], Iterator[Offer]]
"""A rule that is asked where a cue stands, with the bounds of the sentence."""

_SUBJECT = re.compile(
    r"\b(?:we|i|authors|this (?:paper|work|report|study|article|thesis|letter|research|project)|"
    r"(?:the|our) (?:paper|work|report|study|present \w+))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:existing|prior|previous(?:ly)?|recent(?:ly)?|others?|researchers|et al|earlier|current|several|some|many|"
    r"has been|have been|had|traditional|conventional)\b",
    re.IGNORECASE,
)
_BEFORE_INFINITIVE = re.compile(
    r"(?:\b(?:we|i|to|and|or|then|also|further|first|here|hence|now|next|thus|therefore|instead|\w+ly|"
    r"authors|that)|[,;)])\s*$",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|be|was|were|been|being)\s+(?:(?:\w+ly|also|further|then|first|thus)\s+){0,3}$")
_NEW = re.compile(
    r"\b(?:we|our|novel|new|this (?:paper|work|study)|propos\w+|present\w*|introduc\w+|develop\w*|design\w*|resulting|"
    r"built?|creat\w+|construct\w*|releas\w+|i|my)\b",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b[Tt]h(?:is|ese)\s+(?:\w+\s+)?\w+,?\s+(?:is\s+)?$")
_PRESENTED = re.compile(r"\b(?:propos|introduc|present|develop|releas|design)\w*\b|\b(?:new|novel)\b")
_OTHER_CLAUSE = re.compile(
    r"\b(?:(?<!-)(?!newly\b)[a-z]+ly|results?|experiments?|analys[ei]s|evaluations?|findings?|stud(?:y|ies)|work|goal|how|shows?|"
    r"(?:method|approach|model|framework|algorithm|system|network|technique|architecture|design|solution|strategy)s?\s+"
    r"(?!called|named|dubbed|termed)[a-z]+)\b"
)
_NEW_NOUN = re.compile(r"\b(?:a|our) (?:new|novel) (?:[\w-]+ ){0,4}$")
_WAS_MADE = re.compile(  # `a glove named X was built`
    r"\s[\w.+-]+(?:\s\([^()]{1,40}\))?,?\s(?:is|was|has been)\s(?:\w+ly\s)?"
    r"(?:design|develop|propos|built|introduc|creat|construct)"
)
_WORD_BEFORE = re.compile(r"\w\s+$")
_EARLIER = re.compile(r"\b(?:previous(?:ly)?|prior|earlier)\b")
_OWN_NOUN = re.compile(
    r"\s(?:[\w-]+ ){0,4}(?P<noun>model|method|framework|system|approach|algorithm|agent|benchmark|dataset|corpus|"
    r"network|architecture|technique|metric|module|solution|tool|simulator|rule|scheme|strategy|loss|objective)s?\b"
    r"(?:[^,.;:()]{0,70},|\s-{1,3})\s+(?:the\s+)?"
)
_APART = re.compile(r",|\s-{1,3}\s")
_BEFORE_NAME = re.compile(
    r"[\s,:]*(?:(?:it|this|these|them|which|as|by|the|our|an?|for short|simply|here|resulting|"
    r"(?:new |novel |proposed |final )?(?:method|model|approach|framework|system|algorithm|dataset|benchmark|corpus|"
    r"architecture|technique|tool|network|variant|metric|strategy|module|paradigm|procedure|pipeline)s?)\s+){0,4}"
    r"[\"'`{*\s]*"
)
_STUDY_OF = re.compile(  # `we present an evaluation of two gloves, X and Y` presents neither
    r"\s+(?:(?:an?|the|our|first)\s+)*(?:(?!(?:method|model|framework|tool|system|approach)\b)[\w-]+,?\s+){0,6}?"
    r"(?:evaluations?|comparisons?|stud(?:y|ies)|analys[ei]s|surveys?|reviews?|assessments?|investigations?|audits?|examinations?|"
    r"overviews?|reproductions?|replications?|implementations?|applications?)\s+of\b(?!\s+(?:a|our)\b)"
)
_WAY = re.compile(r"\b(?P<noun>approach|method|framework|algorithm|technique|strategy),?\s(?:\(?which we\s|we\s)?$")
_WIDELY_USED = re.compile(r"\)?,?\s(?:that|which)\s(?:has been|have been|is|are)\s(?:widely|commonly|often)\b")
_BEFORE_THIS = re.compile(r"\b(?:previously|formerly|earlier|recently)\s+$")
_NEEDS_AUTHORS = frozenset(["call", "name", "dub", "term", "refer to"])


def after_presenting_verbs(passage: Passage, cue: re.Match[str], start: int, end: int) -> Iterator[Offer]:
    """Names in the object of a verb that says that something is new: `we propose X`, `by introducing X`.

    >>> introduces("We propose SkimKV, a method that drops keys, and release SkimBench.")
    SkimKV, method (after presenting verbs)
    SkimBench, benchmark (after presenting verbs)
    >>> introduces("We propose tuning of agents with rewards from feedback (VELU). VELU helps.")
    VELU, method (after presenting verbs)
    >>> introduces("We present a systematic evaluation of two methods, SkimNet and SkimGate.")
    >>> introduces("We previously proposed SkimNet.")
    """
    if _is_ours(passage, cue, start):
        yield from _listed(passage, cue, end, surely=True)


def after_making_verbs(passage: Passage, cue: re.Match[str], start: int, end: int) -> Iterator[Offer]:
    """Names in the object of a verb that says what was done: `we build X`; nobody else's name counts.

    >>> introduces("We build FernQA, a dataset of questions. We implement Llama-2.")
    FernQA, dataset (after making verbs)
    """
    if not cue[0].endswith("s") and not _SUBJECT.search(passage.text.clean, start, cue.start()):
        return
    if _is_ours(passage, cue, start):
        yield from _listed(passage, cue, end, surely=False)


def after_naming(passage: Passage, cue: re.Match[str], start: int, end: int) -> Iterator[Offer]:
    """What something new is called: `a dataset called X`, `which we term X`, `dubbed X`; no phenomenon or task.

    >>> introduces("We study a new decoder, dubbed Quell, and a failure that we term the Mirror Trap.")
    Quell, method (after naming)
    >>> introduces("We propose a new approach, namely Query Lookup by Topic model (QLUT).")
    QLUT, method (after naming)
    >>> introduces("We propose a new editor called Llama.", title="Llama: An Editor of Trees")
    Llama, method (after naming)
    >>> introduces("We test a way called Gate Search (GSE), which has been widely used in logic.")
    """
    clean = passage.text.clean
    before = clean[start : cue.start()]
    own = _NEW.search(before) or (start >= passage.own_from and _THIS.search(before))
    own = own or (start >= passage.own_from and _WAS_MADE.match(clean, cue.end(), end))
    if not own or concept_before(before):
        return
    if cue[0] in _NEEDS_AUTHORS and not _SUBJECT.search(before):
        return
    if cue[0] == "namely" and not _PRESENTED.search(before):
        return
    filler = _BEFORE_NAME.match(clean, cue.end(), end)
    position = filler.end() if filler else cue.end()
    pair = passage.pair_from(cue.end(), position)
    name = name_from(clean, position, end)
    named = pair or name
    if named and _WIDELY_USED.match(clean, named.end, end):
        return
    if pair and pair.end <= end:
        way = _WAY.search(before)
        yield offered(pair, cue.start(), 4)._replace(kind=kind_of_noun(way["noun"]) if way else None)
    elif name and name.text not in passage.defined:
        new = is_name(name.text) and not is_generic(name.text) and _NEW_NOUN.search(before)
        if new or clean.startswith(f"{name.text}: ") or not is_common(name.text):
            yield offered(name, cue.start(), 4)


def after_own(passage: Passage, cue: re.Match[str], start: int, end: int) -> Iterator[Offer]:
    """What the paper calls its own: `our X`, `the proposed X`, `the resulting model, X`.

    >>> introduces("We study routing. The proposed RouteLite outperforms a baseline, and so does our ResNet-18.")
    RouteLite, method (after own)
    """
    if start < passage.own_from:
        return
    found = list(presented(passage, cue.end(), end, surely=False))
    if found and _EARLIER.search(passage.text.clean, cue.end(), found[0].start):
        return
    if found and not _OTHER_CLAUSE.search(passage.text.clean, cue.end(), found[0].start):
        yield from (offered(named, cue.start(), 3) for named in found)


def after_own_noun(passage: Passage, cue: re.Match[str], start: int, end: int) -> Iterator[Offer]:
    """What is said in apposition to the paper's own: `our largest model trained on text, X, wins`, `our rule - X -`.

    >>> introduces("We test sizes. Our largest model with a wider gate, Zarpo4-Flash, wins.")
    Zarpo4-Flash, model (after own noun)
    """
    clean = passage.text.clean
    own = _OWN_NOUN.match(clean, cue.end(), end) if start >= passage.own_from else None
    name = name_from(clean, own.end(), end) if own else None
    if name and _APART.match(clean, name.end) and is_name(name.text) and not is_generic(name.text):
        kind = kind_by_shape(name.text) or kind_before(passage.text, name) or kind_of_noun(own["noun"] if own else "")
        yield Offer(name, cue.start(), name.end, 3, kind)


def after_novel(passage: Passage, cue: re.Match[str], start: int, end: int) -> Iterator[Offer]:
    """What a sentence of the paper's own calls new: `through a novel Foo Bar (FB) module`, `a new dataset, X`.

    >>> introduces("We cut the cost through a novel Sparse Gate Unit (SGU).")
    SGU, method (after novel)
    """
    before = passage.text.clean[start : cue.start()]
    if start < passage.own_from or _OTHERS.search(before[-60:]):
        return
    for named in presented(passage, cue.end(), end, surely=False):
        yield offered(named, cue.start(), 3)


CUE_RULES = (after_presenting_verbs, after_making_verbs, after_naming, after_own, after_own_noun, after_novel)
"""The rules of cues; which cue belongs to which says `rules_of_cues`."""


@cache
def rules_of_cues() -> dict[str, tuple[CueRule, ...]]:
    """Map every form of every cue to its rules."""
    listed: dict[str, tuple[CueRule, ...]] = {}
    for rule, section in ((after_making_verbs, "making"), (after_presenting_verbs, "verbs")):
        for verb in words("phrases", section):
            for form in _forms(verb):
                listed[form] = listed[form[0].upper() + form[1:]] = (rule,)
    listed.update((cue, (after_naming,)) for cue in words("phrases", "naming"))
    for cue in words("phrases", "owning"):
        listed[cue] = listed[cue[0].upper() + cue[1:]] = (after_own, after_own_noun)
    return listed | {"new": (after_novel,), "novel": (after_novel,)}


def _forms(verb: str) -> list[str]:
    head, _, tail = verb.partition(" ")
    stem = head.removesuffix("e")
    return [f"{form} {tail}".strip() for form in (f"{head}s", head, f"{stem}ed", f"{stem}ing")]


@cache
def cues() -> re.Pattern[str]:
    """All cues in one pattern, by their first letters, so that one pass over an abstract finds them."""
    by_letter: dict[str, list[str]] = {}
    for cue in sorted(rules_of_cues(), key=lambda cue: (-len(cue), cue)):
        by_letter.setdefault(cue[0], []).append(re.escape(cue[1:]))
    branches = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return re.compile(rf"\b(?<!as-)(?:{branches})(?![\w-])")  # `the as-proposed telescope`


def _listed(passage: Passage, cue: re.Match[str], end: int, *, surely: bool) -> Iterator[Offer]:
    """Offer the names of an object; the names of a list are of the kind that the list is said to be."""
    found = list(presented(passage, cue.end(), end, surely=surely))
    if found and _STUDY_OF.match(passage.text.clean, cue.end(), found[0].start):
        return
    names = [named for named in found if isinstance(named, Name)]
    together = kind_of_list(passage.text, names[0], names[-1]) if len(names) > 1 else None
    for named in found:
        kind = kind_by_shape(named.text) or together if isinstance(named, Name) else None
        yield offered(named, cue.start(), 5 if surely else 4)._replace(kind=kind)


@cache
def _infinitives() -> frozenset[str]:
    return words("phrases", "verbs") | words("phrases", "making")


def _is_ours(passage: Passage, cue: re.Match[str], start: int) -> bool:
    """Say whether the authors, or what they made, are the subject of a verb."""
    before = passage.text.clean[start : cue.start()]
    if cue[0][0].isupper() and _WORD_BEFORE.search(before):  # part of a name: `Data Release 3`
        return False
    if _BE.search(before[-40:]) or _BEFORE_THIS.search(before):
        return False
    if cue[0] in _infinitives() and not _BEFORE_INFINITIVE.search(before[-24:]):
        return False
    if _SUBJECT.search(before):
        return True
    return start >= passage.own_from and not cue[0].endswith("ed") and not _OTHERS.search(before)
