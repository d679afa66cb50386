"""What kind of artefact a name stands for, from the words around it."""

import re
from functools import cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.reading.lexicon import one_of
from corpus_index.extract.reading.names import SIZE, Name
from corpus_index.extract.reading.text import Text

_KINDS = (
    (ArtefactKind.BENCHMARK, "benchmark_nouns"),
    (ArtefactKind.METHOD, "method_nouns"),
    (ArtefactKind.DATASET, "dataset_nouns"),
    (ArtefactKind.MODEL, "model_nouns"),
)
_CLAUSE_END = re.compile(
    r"[.;:]\s|(?<![-\w])(?:that|which|where|who|to|for|by|with|while|and|"
    r"consisting|comprising|designed|using|based|leveraging|from|on|in|into|"
    r"under|"
    r"capable|as|along|whose|via|at|through|enabling|aimed|spanning|containing|"
    r"covering|built|combining|is|are|can|has|without|like|such)(?![-\w])"
)
_VARIANT = re.compile(r"-(?:Base|Instruct|Chat|RL|SFT|Zero|Distill|Thinking|Preview)(?:-|$)")


def kind_at(text: Text, name: Name, default: ArtefactKind | None = None, long: str | None = None) -> ArtefactKind:
    """Decide by the size or ending of the name or its long form, the noun behind it, its variant, the phrase before,
    and last what the title or another sentence calls it."""
    certain = _by_shape(name.text) or _by_last_word(long or name.text)
    if certain:
        return certain
    sentence_start, sentence_end = text.sentence(name.start)
    after = text.clean[name.end : min(sentence_end, name.end + 160)]
    before = text.clean[max(sentence_start, name.start - 90) : name.start]
    variant = ArtefactKind.MODEL if _VARIANT.search(name.text) else None
    return _after(after) or variant or _before(before) or _elsewhere(text, name.text) or default or ArtefactKind.METHOD


def _elsewhere(text: Text, name: str) -> ArtefactKind | None:
    """Read what the title or another sentence calls it: `XSeg is the largest segmentation dataset`."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text.clean):
        after = text.clean[match.end() : match.end() + 160].split("\ue000")[0]
        kind = _after(after) if re.match(r"\s*(?:\([^()]*\)\s*)?(?:is|are|:)\s", after) else None
        if kind:
            return kind
    return None


def _by_last_word(name: str) -> ArtefactKind | None:
    """`Land Transportation Dataset`, `Trust Governance Framework`."""
    last = re.search(
        (
            r"\s(?P<noun>benchmark|dataset|corpus|framework|algorithm|network|method|"
            r"system|unit)s?$"
        ),
        name,
        re.IGNORECASE,
    )
    return _kind_of(last["noun"].lower()) if last else None


def _by_shape(name: str) -> ArtefactKind | None:
    if SIZE.search(name):
        return ArtefactKind.MODEL
    if re.search(r"(?:[Bb]ench|-Eval)(?:-?[A-Z0-9]\w*)?(?:[ -](?:\d+|Pro|Lite|Verified|v\d+))?$", name):
        return ArtefactKind.BENCHMARK
    if re.search(r"[ -]\d+(?:\.\d+)?[Kk]$", name):
        return ArtefactKind.DATASET
    if re.search(r"(?:GPT|LLM|LM|BERT|Llama|VLM)(?:-?v?\d+(?:\.\d+)?)?$", name) and name not in ("LLM", "LM"):
        return ArtefactKind.MODEL
    return None


def _after(after: str) -> ArtefactKind | None:
    """Read the noun right behind the name, or the head of the apposition that follows it."""
    rest = re.sub(r"^\s*\([^()]*\)", "", after)
    noun = re.match(rf"\s+(?:[a-z-]+\s+)?(?P<noun>{_nouns()})(?![-\w])", rest)
    if noun:
        return _kind_of(noun["noun"])
    apposition = re.match(
        r"\s*(?:,|:|--|—|\bis|\bare)\s*(?:a|an|the|our|another|one of the|"
        r"new|novel|\d+|both|two|three|four|five|several)\b(?P<phrase>.*)",
        rest,
    )
    return _head(apposition["phrase"]) if apposition else None


def _before(before: str) -> ArtefactKind | None:
    """Read the noun phrase that leads up to the name ("a distilled dataset called", "our model")."""
    phrase = re.search(
        rf"(?P<noun>{_nouns()})\b(?:\s+of\s+[\w\s-]*?)?(?:\s*[,:(]|\s+(?:called|"
        rf"named|dubbed|termed|namely)|\s+models?\s+called)?\s*[\"'`]*\s*$",
        before,
    )
    return _kind_of(phrase["noun"]) if phrase else None


def kind_before(text: Text, name: Name) -> ArtefactKind | None:
    """Read the noun that leads up to a name: `new datasets (FineMath`."""
    return _before(text.clean[max(text.sentence(name.start)[0], name.start - 90) : name.start])


def _head(phrase: str) -> ArtefactKind | None:
    """Give the kind of the last known noun before the phrase is qualified; failing that, of the first one after."""
    end = _CLAUSE_END.search(phrase, 1)
    noun_phrase = phrase[: end.start()] if end else phrase
    family = re.match(r"\s*(?:new |novel )?(?:family|series|suite|set|collection) of\s+(?P<rest>.*)", phrase)
    if family:
        inner = re.split(r"[,;]|\.\s", family["rest"])[0]
        kinds = [_kind_of(m[0]) for m in re.finditer(rf"(?<![-\w])(?:{_nouns()})(?![-\w])", inner)]
        return kinds[0] if kinds else None
    known = re.compile(rf"(?<![-\w])(?:{_nouns()})(?![-\w])")
    nouns = known.findall(noun_phrase.split(",")[0]) or known.findall(noun_phrase)
    return _kind_of(nouns[-1]) if nouns else None


@cache
def _nouns() -> str:
    return "|".join(one_of("phrases", section) for _, section in _KINDS)


def _kind_of(noun: str) -> ArtefactKind:
    squeezed = re.sub(r"\s+", " ", noun)
    for kind, section in _KINDS:
        if re.fullmatch(one_of("phrases", section), squeezed):
            return kind
    return ArtefactKind.METHOD
