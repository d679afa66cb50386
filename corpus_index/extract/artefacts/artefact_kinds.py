"""What kind of artefact a name stands for, from its shape and from the nouns around it."""

import re
from collections.abc import Iterator
from functools import cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.reading.lexicon import one_of, words
from corpus_index.extract.reading.names import SIZE, Name
from corpus_index.extract.reading.text import Text

_SECTIONS = (
    (ArtefactKind.BENCHMARK, "benchmark_nouns"),
    (ArtefactKind.METHOD, "method_nouns"),
    (ArtefactKind.DATASET, "dataset_nouns"),
    (ArtefactKind.MODEL, "model_nouns"),
)
_VARIANT = re.compile(r"-(?:Base|Instruct|Chat|RL|SFT|Zero|Distill|Thinking|Preview)(?:-|$)")
_BENCHMARK_SHAPE = re.compile(r"(?:[Bb]ench|-Eval)(?:-?[A-Z0-9]\w*)?(?:[ -](?:\d+|Pro|Lite|Verified|v\d+))?$")
_DATASET_SHAPE = re.compile(r"[ -]\d+(?:\.\d+)?[Kk]$|\w\d+[Kk]$")
_MODEL_SHAPE = re.compile(r"(?<!^)(?:GPT|LLM|(?<!HE)LM|BERT|Llama|VLM|VLA)(?:-?v?\d+(?:\.\d+)?)?$|^VLA-\d")
_LAST_WORD = re.compile(
    r"\s(?P<noun>benchmark|data\s?set|database|corpus|framework|algorithm|network|method|system|unit|challenge|models?)s?$",
    re.IGNORECASE,
)
_MAY_BE_TRAINED = re.compile(r"(?:network|system|unit)s?$", re.IGNORECASE)
_PROCESS = re.compile(
    r"\s(?:[a-z]+-)?(?:tuning|learning|training|decoding|prompting|sampling|pruning|routing|merging|matching|gating|"
    r"optimi[sz]ation|decomposition|distillation|search|quanti[sz]ation|alignment|attention|loss|regulari[sz]ation|augmentation|calibration)$",
    re.IGNORECASE,
)
_CLOSING = r"[}\"'*`]*"
_BRACKET = rf"{_CLOSING}\s*(?:\([^()]{{1,160}}\)\s*)?{_CLOSING}"
_APPOSITION = re.compile(
    rf"{_BRACKET}\)?\s*(?:,|:|-+|\bis|\bare)\s*"
    r"(?:(?:introduced|presented|proposed|designed|intended|released) as\s+)?"
    r"(?:a|an|the|our|another|one of the|new|novel|\d+|both|two|three|four|"
    r"five|several)\b",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[}\"')]*\s*(?:\([^()]{1,60}\)\s*)?(?:$|[,.;:)\x02]|-+\s|"
    r"(?:and|of|is|are|was|can|has|based|we|capable|built|[a-z-]+(?:ed|ing|ly))\b)"
)
_CLAUSE = re.compile(
    r"[.;:]\s|(?<![-\w])(?:that|which|where|who|to|for|by|with|while|from|on|in|into|under|as|along|whose|via|at|through|"
    r"without|like|such|called|named|dubbed|over|across|against|towards?)(?![-\w])"
)
_FAMILY = re.compile(r"\s*(?:(?:new|novel)\s+)?(?:family|series|suite|set|collection)\s+of\b")
_TRAINED = re.compile(
    r"\b(?:pre-?trained|fine-?tuned|instruction-tuned|[\w-]*-trained|foundation|\d+(?:\.\d+)?[BM])\b", re.I
)
_MADE_BY_TRAINING = re.compile(
    r"[^,;:.]{0,80}?\b(?:agent|network|policy|transformer|variant|encoder|decoder|detector|classifier|segmenter|planner|"
    r"verifier|retriever|reranker|simulator)\s+(?:(?:that|which)\s+is\s+)?"
    r"(?:pre-?trained|fine-?tuned|trained|distilled|initiali[sz]ed|post-trained)\s+(?:from|on|with|by)\b|[^,;:.]{0,60}?\b(?:CNN|ViT|Transformer|VLA)s?\s+"
    r"(?:family|series)\b"
)
_NEURAL = re.compile(r"\b(?:neural|convolutional|[Cc]onvolution|residual|recurrent|deep)\s$", re.IGNORECASE)
_WEIGHTS = frozenset(
    ["encoder", "network", "policy", "simulator", "transformer", "decoder", "classifier", "detector", "agent"]
)
_TITLE_VERB = re.compile(r":\s+(?:Benchmarking|Evaluating|(?:Can|Do|How) )")
_TITLED = re.compile(  # `X: Spoken Weather Dataset with ...`
    r":\s(?:(?!\w+ing\b)[A-Z][\w.-]*,?\s){1,6}(?P<noun>Dataset|Corpus|Benchmark)\b(?!\s[A-Z])"
)
_DATA_BEHIND = re.compile(r"\)\s+(?P<noun>benchmark|data\s?set|corpus)(?![\w-])")  # `the Foo Bar (FB) benchmark`
_OPENER = re.compile(  # `On the Foo benchmark, X wins` calls X nothing
    r"(?:[A-Z][a-z]+,\s)?(?:On|In|For|Across|Using|With|Under|At|From|Over|By|To|Given|Within|Through|Unlike|on|in|for|across)\b"
    r"[^,;:]*,\s*$"
)
_CONSISTS_OF_ITEMS = re.compile(
    r"[^.;]{0,60}?(?:\.\s(?:Each|It|Both|They)\s|\s)"
    r"(?:consists? of|comprises?|comprising|contains?|includes?|spans?|with|covers?)\s"
    r"(?:over|about|more than|nearly)?\s?\d[\d,.]*[kK]?\s(?:[\w-]+\s){0,4}"
    r"(?:problems|questions|tasks|challenges|exercises|puzzles)\b"
)
_COMMA_BEFORE = re.compile(r",\W*$")  # `Trained on one dataset, X wins` calls X no data set either
_GOES_ON = re.compile(r"-?\w")
_REACH = 220


def kind_at(text: Text, name: Name, default: ArtefactKind | None = None, long: str | None = None) -> ArtefactKind:
    """Decide by the shape of the name, by the words that explain it, by the last word of its long form and its variant,
    by the phrase before it, and last by what the title or another sentence calls it."""
    whole = long or name.text
    last = _by_last_word(whole)
    variant = ArtefactKind.MODEL if _VARIANT.search(name.text) or _MODEL_SHAPE.search(name.text) else None
    return (
        kind_by_shape(name.text)
        or (last if last != ArtefactKind.METHOD or not _MAY_BE_TRAINED.search(whole) else None)
        or _behind(text.clean, name.end)
        or last
        or variant
        or kind_before(text, _with_long_form(text, name, long))
        or _elsewhere(text, name)
        or default
        or ArtefactKind.METHOD
    )


def _with_long_form(text: Text, name: Name, long: str | None) -> Name:
    """Take a name from where its long form begins, if that stands before it: `a framework called Foo Bar (FB)`."""
    start = name.start - len(long) - 2 if long else -1
    return Name(start, name.end, name.text) if start > 0 and text.clean.startswith(f"{long} (", start) else name


def kind_of_list(text: Text, first: Name, last: Name) -> ArtefactKind | None:
    """Read what the names of a list are called together: `new datasets (A, B)`; `A, B, and C, three new datasets`."""
    return kind_before(text, first) or _behind(text.clean, last.end)


def kind_by_shape(name: str) -> ArtefactKind | None:
    """Read the kind off a name: a size, `...Bench`, `-40K`."""
    if SIZE.search(name):
        return ArtefactKind.MODEL
    if _BENCHMARK_SHAPE.search(name):
        return ArtefactKind.BENCHMARK
    return ArtefactKind.DATASET if _DATASET_SHAPE.search(name) else None


def kind_before(text: Text, name: Name) -> ArtefactKind | None:
    """Read the noun that leads up to a name: `a distilled dataset called`, `new datasets (`, `our model`."""
    sentence = text.sentence(name.start)[0]
    before = text.clean[max(sentence, name.start - 90) : name.start]
    if _OPENER.match(text.clean, sentence, name.start):
        return None
    if _MODEL_BEFORE.search(before):
        return ArtefactKind.MODEL
    noun = _noun_before().search(before)
    if noun is None:
        return None
    head = _QUALIFIED.search(before, 0, noun.start()) if "," in noun[0] else None
    return _kind_of_head((head or noun)["noun"], before)


_QUALIFIED = re.compile(  # `a framework for such models, X` calls X a framework
    r"\b(?P<noun>framework|method|approach|algorithm|benchmark|data\s?set|corpus|strategy|technique|pipeline)\s"
    r"(?:for|of|in)\s(?:[\w-]+\s){0,4}$"
)
_MODEL_BEFORE = re.compile(  # `fine-tuned X`; `our largest model enhanced with gates, X,`
    r"\b(?:pre-?trained|fine-?tuned)\s+$|\bour\s+(?:[\w-]+\s){0,3}models?\s+(?:[a-z]+ed|with|built)\b[^,;.]{0,60},\s$",
    re.IGNORECASE,
)


def _elsewhere(text: Text, name: Name) -> ArtefactKind | None:
    """Read what another mention calls it: `XSeg is the largest segmentation dataset`, `the pre-trained XSeg`."""
    mentions = list(_mentions(text, name))
    for mention in mentions:
        kind = _behind(text.clean, mention.end)
        if kind:
            return kind
    for mention in mentions:
        if not _COMMA_BEFORE.search(text.clean, max(0, mention.start - 4), mention.start):
            kind = kind_before(text, mention)
            if kind:
                return kind
    if any(_CONSISTS_OF_ITEMS.match(text.clean, mention.end) for mention in (name, *mentions)):
        return ArtefactKind.BENCHMARK
    titled = _TITLED.match(text.clean, len(name.text), text.body) if text.clean.startswith(name.text) else None
    if titled:
        return kind_of_noun(titled["noun"])
    asks = _TITLE_VERB.match(text.clean, len(name.text)) if text.clean.startswith(name.text) else None
    return ArtefactKind.BENCHMARK if asks else None


def _mentions(text: Text, name: Name) -> Iterator[Name]:
    """Give the other mentions of a name."""
    found = text.clean.find(name.text)
    while found >= 0:
        end = found + len(name.text)
        whole = not _GOES_ON.match(text.clean, end) and not (found and text.clean[found - 1].isalnum())
        if found != name.start and whole:
            yield Name(found, end, name.text)
        found = text.clean.find(name.text, end)


def _by_last_word(name: str) -> ArtefactKind | None:
    """`Land Transportation Dataset`, `Aerial Database for Response`, `Gate Fine-Tuning`."""
    last = _LAST_WORD.search(name.partition(" for ")[0])
    if last:
        return kind_of_noun(last["noun"].lower())
    return ArtefactKind.METHOD if _PROCESS.search(name) else None


def _behind(clean: str, end: int) -> ArtefactKind | None:
    """Read the noun right behind a name, or the head of the apposition that follows it."""
    noun = _noun_behind().match(clean, end) or _DATA_BEHIND.match(clean, end)
    if noun:
        return kind_of_noun(noun["noun"])
    apposition = _APPOSITION.match(clean, end)
    if not apposition:
        return None
    stop = clean.find(". ", apposition.end(), apposition.end() + _REACH)
    return _head(clean[apposition.end() : stop if stop >= 0 else apposition.end() + _REACH].partition("\x02")[0])


def _head(phrase: str) -> ArtefactKind | None:
    """Give the kind of the noun that heads a phrase: the first known noun that no other noun follows.

    What is said to be trained from or on something is a model, whatever it is called (`an agent fine-tuned from`).
    """
    if _MADE_BY_TRAINING.match(phrase):
        return ArtefactKind.MODEL
    if _FAMILY.match(phrase):
        inner = re.split(r"[,;]", phrase.partition(" of ")[2])[0]
        known = _nouns().search(inner)
        return kind_of_noun(known[0]) if known else None
    clause = _CLAUSE.search(phrase, 1)
    phrase = phrase[: clause.start()] if clause else phrase
    for known in _nouns().finditer(phrase):
        bound = _BOUNDARY.match(phrase, known.end())
        if bound and not _nouns().match(phrase, bound.end() + 1):  # `data mixing framework`
            return _kind_of_head(known[0], phrase[: known.start()])
    return None


def _kind_of_head(noun: str, before: str) -> ArtefactKind:
    """Give the kind of a noun; what is trained is a model, whatever its shape (`a fine-tuned encoder`)."""
    if noun.lower() in _WEIGHTS and _TRAINED.search(before):
        return ArtefactKind.MODEL
    if noun.lower() == "network" and _NEURAL.search(before):
        return ArtefactKind.MODEL
    return kind_of_noun(noun)


@cache
def _alternatives() -> str:
    return "|".join(one_of("phrases", section) for _, section in _SECTIONS)


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"(?<![-\w(])(?:{_alternatives()})(?![-\w])", re.IGNORECASE)


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(rf"{_BRACKET}\s+(?:[a-z-]+\s+)?(?P<noun>{_alternatives()})(?!-?\w)", re.IGNORECASE)


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![-\w])(?P<noun>{_alternatives()})(?:\s+of\s+[\w\s-]{{0,40}})?(?:\s*[,:(-])*\s*"
        r"(?:(?:which\s+)?(?:we\s+)?(?:called|named|dubbed|termed|namely|coined|call|name|term|dub)\s+)?[\"'`{\s(]*$",
        re.IGNORECASE,
    )


@cache
def kind_of_noun(noun: str) -> ArtefactKind:
    """Give the kind that a listed noun tells, in singular or plural and with or without capitals."""
    squeezed = " ".join(noun.split()).casefold()
    for kind, section in _SECTIONS:
        if squeezed in {word.casefold() for word in words("phrases", section)}:
            return kind
    return ArtefactKind.METHOD
