"""Numbers that describe an artefact or a set-up rather than an outcome."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus_index.domain.facts import Spec
from corpus_index.extract.numbers import Number, numbers
from corpus_index.extract.results import is_background
from corpus_index.extract.subjects import Cast
from corpus_index.extract.text import Text

_ITEMS = (
    r"(?P<noun>problems|questions|tasks|theorems|instances|samples|examples|images|videos|clips|hours|documents|pairs|triples|annotations|sentences|utterances|trajectories|environments|"
    r"instructions|conversations|dialogues|prompts|queries|articles|papers|records|runs|entities|patients|subjects|participants|scans|scenes|frames|recordings|reviews|users|items|nodes|edges|graphs|molecules|proteins|candidates|galaxies|objects|events|datapoints|data points|traces|demonstrations|episodes|statements|test cases|rollouts|posts|tweets|comments|cases|pages|words|tables|programs|functions|puzzles|games|stories|songs|tracks)"
)
_ADJECTIVES = r"(?:\s+(?!and\b|or\b|of\b|on\b|in\b|with\b|for\b)[\w-]+){0,4}?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A number is `attribute` where the text before it and after it match; a group `noun` behind it names the unit."""

    attribute: str
    before: str
    after: str
    unit: str | None = None
    scaled: bool = False


_RULES = tuple(
    Rule(*fields)
    for fields in (
        ("active parameters", r"", r"(?:\s+|-)(?:active|activated)(?:\s+|-)param", "parameters"),
        ("total parameters", r"", r"(?:\s+|-)(?:total\s+|trainable\s+)?param(?:eter)?s?\b(?!\s+models)", "parameters", True),
        ("native context length", r"\bnative\s*$", r"(?:-token)?\s+context", "tokens"),
        ("context length", r"\b(?:context (?:length|window|size)s?\b[^.;]*\b(?:to|of|at|than|up to)|sequences (?:longer than|up to|of)|inputs? (?:up to|of)|extend\w*[^.;]*\bto)\s*(?:up to\s*)?$", r"\s*(?:tokens?\b|$|[.,;)]|while|and|context)", "tokens", True),
        ("context length", r"", r"[\s-]*(?:tokens?\s+|token-)?(?:context (?:length|window)|contexts?\b)", "tokens", True),
        ("context length", r"\bat\s*$", r"\s+tokens\b", "tokens", True),
        ("window size", r"", r"(?:-|\s+)tokens?\s+(?:sliding\s+)?(?:attention\s+)?window", "tokens"),
        ("window size", r"\bwindow (?:size )?of\s*$", r"(?:\s+tokens)?", "tokens"),
        ("training tokens", r"\b(?:train\w*|pre-?train\w*|corpus|data)\b[^.;]*\b(?:on|over|with|of|using)\s*(?:(?:more than|over|about|around|approximately|up to|only)\s+)*$", r"\s+(?:\w+\s+){0,2}tokens\b", "tokens"),
        ("layers", r"", r"(?:\s+(?:total|transformer|hidden|MTP|attention|convolutional|encoder|decoder|[A-Z]{2,5}))?(?:\s+|-)layers?\b", "layers"),
        ("hardware", r"", r"\s+(?:x\s+)?(?:NVIDIA\s+|AMD\s+|Nvidia\s+|Ascend\s+|Google\s+|Intel\s+)?(?:[A-Z]+\d+\w*\s+|V100\s+|TPU\s+)?(?P<noun>GPUs?|TPUs?|NPUs?|CPUs?|cores|H100s?|A100s?|accelerators)\b", None),
        ("hardware", r"(?:\bGPUs?\s*\(|\bVRAM of\s|memory of\s)$", r"\s*(?P<noun>GB|TB|MB)\b", None),
        ("hardware", r"", r"\s*(?P<noun>GB|TB)\s+(?:of\s+)?(?:VRAM|RAM|GPU memory)", None),
        ("training cost", r"\b(?:within|in|for|after an?|takes?|took|requir\w+)\s+(?:only\s+|about\s+|under\s+|just\s+)*$", r"[\s-]*(?P<noun>hours?|days?|weeks?|minutes?|GPU[- ]hours|GPU[- ]days)\b(?=\s*(?:on|of|\.|,|fine-tuning|train|pre-?train|using|with|$))", None),
        ("training samples", r"\b(?:train\w*|fine-?tun\w*|distill\w*|learn\w*|RLVR|RL|SFT)\b(?:\s+[\w-]+){0,3}?\s+(?:on|with|using|from)\s+(?:(?:only|just|a|the|full|mere|simply|about|around|over|more than)\s+)*$", r"(?:-|\s+)(?:of these\s+)?(?:[\w-]+\s+){0,5}?(?P<noun>samples?|examples?|instances|problems|demonstrations|trajectories|images|pairs|prompts)\b", None),
        ("training samples", r"\b(?:using|with)\s+(?:only|just)\s+(?:a\s+)?(?:few\s+)?$", r"\s+(?:[\w-]+\s+){0,2}?(?P<noun>samples|examples|demonstrations|problems|instances)\b", None),
        ("training samples", r"\bsubset of (?:just |only )?$", r"\s+(?:[\w-]+\s+){0,2}?(?P<noun>samples|examples|problems|instances)\b", None),
        ("training samples", r"\binto\s*$", r"\s+(?:training)\s+(?P<noun>instances|samples|examples)\b", "samples"),
        ("training samples", r"\bat\s*$", r"\s+(?P<noun>samples per class)\b", None),
        ("ratio", r"", r"\s+(?:[a-z]+est)(?:-\w+)?\b", "%"),
    )
)  # fmt: skip
_DATASET_HEAD = re.compile(
    r"\b(?:dataset|datasets|data set|benchmark|corpus|collection|suite|contain\w*|compris\w*|consist\w*|includ\w*|curat\w*|collect\w*|construct\w*|spann\w*|featur\w*|cover\w*|with|of|testbed|scale|releas\w*|gather\w*|partition\w*|creat\w*|annotat\w*|across|over|on|through|increased to)\b[^.;]*$",
    re.IGNORECASE,
)
_DATASET_ITEMS = re.compile(rf"(?:-|{_ADJECTIVES}\s+){_ITEMS}\b")
_SAMPLE_DATASET = re.compile(r"(?:-sample|-example|-image|-question|-problem)?\s+(?:[\w-]+\s+){0,2}?(?P<noun>dataset|corpus)\b")
_SETTING = re.compile(
    rf"(?P<gap>{_ADJECTIVES}\s+)(?P<noun>languages|domains|categories|countries|repositories|frameworks|configurations|subjects|classes|topics|disciplines|environments|scenarios|agent configurations|screenshots|API calls|tools|skills|task types|cities|universities|institutions)\b"
)
_RATIO = re.compile(r"(?<![\d.:/])(?P<value>\d+):(?P<base>1)(?![\d:])(?=\s+(?:[\w-]+\s+)?(?:ratio|mix\w*|split))|(?<![\d./])(?P<part>\d+)/(?P<whole>\d{2,4})(?![\d/])(?=\s+(?:\w+\s+)?(?:configuration|pruning|sparsity|experts)|\s*\()")
_WORD_LAYERS = re.compile(r"\b(?P<word>two|three|four|five|six|eight|ten|twelve)\s+(?:[A-Z]{2,5}\s+|\w+\s+)?layers\b")
_WORD_VALUES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_HUNDRED_MILLION = re.compile(r"\b(?P<count>one|two|three|five)\s+hundred\s+(?P<scale>thousand|million)\s+(?:of\s+)?(?P<noun>hours|images|samples|tokens|pairs|examples)\b")


def specs(text: Text, spans: list[tuple[int, int]], taken: set[int], who: Cast) -> Iterator[Spec]:
    """Give the specifications of the abstract in order; `taken` holds the starts of numbers that are outcomes."""
    for sentence in text.sentences:
        if sentence[0] < text.body:
            continue
        found = [*_patterns(text, sentence)]
        covered = [(spec.start, spec.end) for spec in found]
        background = is_background(text, sentence, who)
        for number in numbers(text.clean, *sentence):
            inside = any(span[0] <= number.start < span[1] for span in spans)
            if inside or number.start in taken:
                continue
            spec = _size(text, number, sentence, spans) or (None if background else _described(text, number, sentence, who))
            page = spec and spec.start
            if spec and not any(start <= (page or 0) < end for start, end in covered):
                found.append(spec)
        yield from sorted(found, key=lambda spec: spec.start)


def _spec(text: Text, attribute: str, value: float, unit: str | None, span: tuple[int, int], subject: str | None = None) -> Spec:
    return Spec(subject=subject, attribute=attribute, value=value, unit=unit, **text.address(*span))


def _patterns(text: Text, sentence: tuple[int, int]) -> Iterator[Spec]:
    for match in _RATIO.finditer(text.clean, *sentence):
        value, unit = (int(match["value"]), ":1") if match["value"] else (int(match["part"]), f"/{match['whole']}")
        yield _spec(text, "ratio", value, unit, match.span())
    for match in _WORD_LAYERS.finditer(text.clean, *sentence):
        yield _spec(text, "layers", _WORD_VALUES[match["word"]], "layers", match.span())
    for match in _HUNDRED_MILLION.finditer(text.clean, *sentence):
        count = {"one": 1, "two": 2, "three": 3, "five": 5}[match["count"]]
        value = count * 100 * (10**6 if match["scale"] == "million" else 1000)
        yield _spec(text, "dataset size", value, match["noun"], match.span())


def _size(text: Text, number: Number, sentence: tuple[int, int], spans: list[tuple[int, int]]) -> Spec | None:
    """Sizes of models: `DeepSeek-R1 671B`, `Liter (1.5B, 7B, and 32B)`, `a family of 1.5B reasoning models`."""
    if not re.fullmatch(r"\d+(?:\.\d+)?[BM]", text.clean[number.start : number.end]):
        return None
    before, after = text.clean[sentence[0] : number.start], text.clean[number.end : sentence[1]]
    behind_name = any(span[1] <= number.start and re.fullmatch(r"\s|\s?\((?:\d+(?:\.\d+)?[BM](?:,\s+and\s+|,\s+|\s+and\s+))*", text.clean[span[1] : number.start]) for span in spans)
    family = re.search(r"\b(?:family|series|suite) of\s+(?:[a-z-]+\s+)?$", before) and re.match(r"(?:\s+[\w-]+){0,3}\s+models\b", after)
    named = re.match(r"\s+(?:[\w-]+\s+)?model,\s+[A-Z]", after) and re.search(r"\b(?:the|a|an|our)\s+$", before)
    kinds = re.match(r"\s+(?:dense|MoE|sparse)\b", after)
    models_in = re.search(r"\bmodels in (?:\d+B and )?$", before)
    if behind_name or family or named or kinds or models_in:
        return _spec(text, "total parameters", number.value, "parameters", (number.start, number.end))
    return None


def _described(text: Text, number: Number, sentence: tuple[int, int], who: Cast) -> Spec | None:
    before, after = text.clean[sentence[0] : number.start], text.clean[number.end : sentence[1]]
    for rule in _RULES:
        behind = re.match(rule.after, after)
        if behind is None or (rule.before and not re.search(rule.before, before)) or (rule.scaled and not number.scaled):
            continue
        if not rule.after and not rule.before:
            continue
        unit = rule.unit or re.sub(r"\s+", " ", behind["noun"])
        return _spec(text, rule.attribute, number.value, unit, (number.start, number.end + behind.end()), who.main)
    return _collection(text, number, before, after, who) or _setting(text, number, before, after, who)


def _collection(text: Text, number: Number, before: str, after: str, who: Cast) -> Spec | None:
    """How large a collection is: `comprising 1,043 images`, `a dataset of 130K problems`, `full 8,523-sample dataset`."""
    if number.unit or number.sign or isinstance(number.value, float):
        return None
    items = _DATASET_ITEMS.match(after)
    sample = _SAMPLE_DATASET.match(after)
    if sample and (number.scaled or number.value >= 100):
        return _spec(text, "dataset size", number.value, "samples", (number.start, number.end + sample.end()), who.main)
    if not items or not _DATASET_HEAD.search(before) or not (number.scaled or number.value >= 15):
        return None
    noun = items["noun"]
    tests = noun in ("problems", "questions", "tasks", "theorems") and re.search(r"\bbench|\bcollection of|\bwe evaluate|\bevaluation\b|including|\bon\s*$", before, re.IGNORECASE) and not re.search(r"\b(?:dataset|corpus)\b", before)
    return _spec(text, "problems" if tests else "dataset size", number.value, noun, (number.start, number.end + items.end()), who.main)


def _setting(text: Text, number: Number, before: str, after: str, who: Cast) -> Spec | None:
    """Other numbers that describe: languages covered, bits, lengths."""
    bits = re.match(r"-(?P<noun>bits?)\b", after)
    if bits:
        return _spec(text, "other", number.value, "bits", (number.start, number.end + bits.end()), who.main)
    length = re.match(r"(?:-length\s+\w+|\s+generation length|\s+tokens\b)", after)
    if length and (number.scaled or "token" in length[0]):
        return _spec(text, "other", number.value, "tokens", (number.start, number.end + length.end()), who.main)
    memory = re.match(r"\s*(?P<noun>GB|MB|TB)\b", after)
    if memory:
        return _spec(text, "other", number.value, memory["noun"], (number.start, number.end + memory.end()), who.main)
    setting = _SETTING.match(after)
    if setting and not number.unit and not isinstance(number.value, float) and number.value > 1:
        return _spec(text, "other", number.value, setting["noun"], (number.start, number.end + setting.end()), who.main)
    return None
