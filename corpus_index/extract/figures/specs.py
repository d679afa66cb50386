"""Numbers that describe an artefact or a set-up rather than an outcome."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus_index.domain.facts import Spec
from corpus_index.extract.figures.actors import Cast
from corpus_index.extract.figures.context import is_background
from corpus_index.extract.figures.spec_rules import RULES
from corpus_index.extract.reading.lexicon import one_of, words
from corpus_index.extract.reading.numbers import Number, numbers
from corpus_index.extract.reading.text import Text

_ADJECTIVES = (
    r"(?:\s+(?!and\b|or\b|of\b|on\b|in\b|with\b|for\b|to\b|from\b|at\b|by\b|when\b|as\b|is\b|are\b)[\w'-]+){0,4}?"
)
_RATIO = re.compile(
    r"(?<![\d.:/])(?P<value>\d{1,15}):(?P<base>1)(?![\d:])\s+(?:[\w-]+\s+)?(?:ratio|mix\w*|split)|"
    r"(?<![\d./])(?P<part>\d{1,15})/(?P<whole>\d{2,4})(?![\d/])(?:\s+(?:\w+\s+)?(?:configuration|"
    r"pruning|sparsity|experts)|(?=\s*\())"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_WORD_LAYERS = re.compile(rf"\b(?P<word>{'|'.join(_COUNTS)})\s+(?:[A-Z]{{2,5}}\s+|\w+\s+)?layers\b")
_HUNDREDS = re.compile(
    r"\b(?P<count>one|two|three|five)\s+hundred\s+(?P<scale>thousand|million)\s+(?:of\s+)?"
    r"(?P<noun>hours|images|samples|tokens|pairs|examples)\b"
)
_PARTS = re.compile(r"\s*\((?:\d[\d,.]*[KkM]?\s+[a-z-]+(?:,\s*(?:and\s+)?|\s+and\s+)?){2,}\)")
_CUSTOM = re.compile(r"\b(?:conventional|conventionally|wisdom|typically|usually|traditionally|commonly)\b")
_CLAUSE = 90  # how far before a number its owner is looked for, in characters
_LONGEST_LEAD = 60  # of the words before a number that its evidence quotes, in characters
_DATA = re.compile(r"\b(?:dataset|data set|corpus|corpora|database|training|knowledge graph)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A specification by its span in the record's text."""

    attribute: str
    value: float
    unit: str | None
    start: int
    end: int
    subject: str | None = None
    rule: str = ""


def specs(
    text: Text, spans: list[tuple[int, int]], taken: list[tuple[int, int]], who: Cast
) -> Iterator[tuple[Spec, str]]:
    """Give the specifications of the abstract in order, each with its rule; `taken` are the spans of outcomes.

    A specification that the abstract repeats is given once.
    """
    seen: set[tuple[str, float, str | None]] = set()
    for sentence in text.sentences:
        if sentence[0] < text.body:
            continue
        found = list(_patterns(text.clean, sentence))
        background = is_background(text, sentence, who)
        for number in numbers(text.clean, *sentence):
            if any(span[0] <= number.start < span[1] for span in (*spans, *taken)):
                continue
            before, after = text.clean[sentence[0] : number.start], text.clean[number.end : sentence[1]]
            spec = _size(text.clean, number, before, after, spans)
            if spec is None and not background:
                spec = _by_rule(number, before, after) or _collection(number, before, after)
            if spec and not any(other.start <= spec.end - 1 < other.end for other in found):
                found.append(spec)
        found += _parts(text.clean, sentence, found)
        for spec in sorted(found, key=lambda spec: spec.start):
            if (spec.attribute, spec.value, spec.unit) in seen:
                continue
            seen.add((spec.attribute, spec.value, spec.unit))
            address = text.address(spec.start, spec.end)
            subject = spec.subject or _described(text.clean, who, sentence, spec)
            described = Spec(subject=subject, attribute=spec.attribute, value=spec.value, unit=spec.unit, **address)
            yield described, spec.rule


def _parts(text: str, sentence: tuple[int, int], found: list[Found]) -> list[Found]:
    """`1,043 images (50 real, 993 synthetic)`: the parts of a collection count what the whole counts."""
    parts: list[Found] = []
    for whole in found:
        inside = _PARTS.match(text, whole.end, sentence[1]) if whole.attribute in ("dataset size", "problems") else None
        if inside:
            parts += [
                Found(whole.attribute, number.value, whole.unit, number.start, number.end, whole.subject)
                for number in numbers(text, inside.start(), inside.end())
            ]
    return parts


def _described(text: str, who: Cast, sentence: tuple[int, int], spec: Found) -> str | None:
    """Name what a number describes: the artefact or model that its clause names before it, else the main one.

    What a rival was made with (`outperforms a model distilled on 800K samples`) describes nobody here.
    """
    before = text[sentence[0] : spec.start]
    if re.search(r"\b(?:outperform|surpass|exceed|than|compared (?:to|with))\w*\b[^,;]*$", before):
        return None
    for actor in reversed(who.actors):
        if sentence[0] <= actor.start and actor.end <= spec.start:
            gap = text[actor.end : spec.start]
            return (
                actor.name if len(gap) < _CLAUSE and not re.search(r"[.;:]\s|\b(?:while|whereas)\b", gap) else who.main
            )
    return who.main


def _patterns(text: str, sentence: tuple[int, int]) -> Iterator[Found]:
    for match in _RATIO.finditer(text, *sentence):
        value, unit = (int(match["value"]), ":1") if match["value"] else (int(match["part"]), f"/{match['whole']}")
        yield Found("ratio", value, unit, *match.span())
    for match in _WORD_LAYERS.finditer(text, *sentence):
        yield Found("layers", _COUNTS[match["word"]], "layers", *match.span())
    for match in _HUNDREDS.finditer(text, *sentence):
        count = {"one": 1, "two": 2, "three": 3, "five": 5}[match["count"]]
        value = count * 100 * (10**6 if match["scale"] == "million" else 1000)
        yield Found("dataset size", value, match["noun"], *match.span())


def _size(text: str, number: Number, before: str, after: str, spans: list[tuple[int, int]]) -> Found | None:
    """Sizes of models: `DeepSeek-R1 671B`, `Liter (1.5B, 7B, and 32B)`, `a family of 1.5B reasoning models`."""
    if not re.fullmatch(r"\d+(?:\.\d+)?[BM]", text[number.start : number.end]):
        return None
    joint = r"\s|\s?\((?:\d+(?:\.\d+)?[BM](?:,\s+and\s+|,\s+|\s+and\s+))*"
    owners = [span for span in spans if span[1] <= number.start and re.fullmatch(joint, text[span[1] : number.start])]
    family = re.search(r"\b(?:family|series|suite) of\s+(?:[a-z-]+\s+)?$", before)
    named = re.match(r"\s+(?:[\w-]+\s+)?model,\s+[A-Z]", after) and re.search(r"\b(?:the|a|an|our)\s+$", before)
    kinds = re.match(r"\s+(?:dense|MoE|sparse)\b", after)
    single = re.search(r"\b(?:an?|our|single|compact|only)\s+(?:[a-z-]+\s+)?$", before) and re.match(
        r"\s+(?:(?!and\b|or\b)[\w-]+\s+){0,3}model\b", after
    )
    models_in = re.search(r"\bmodels in (?:\d+B and )?$", before)
    if not (
        owners
        or (family and re.match(r"(?:\s+[\w-]+){0,3}\s+models\b", after))
        or named
        or kinds
        or models_in
        or single
    ):
        return None
    start, owner = (owners[-1][0], text[slice(*owners[-1])]) if owners else (number.start, None)
    return Found("total parameters", number.value, "parameters", start, number.end, owner)


def _by_rule(number: Number, before: str, after: str) -> Found | None:
    for rule in RULES:
        behind, ahead = rule.after.match(after), rule.before.search(before)
        shares = (rule.unit == "%") == (number.unit == "%")
        if behind is None or not shares or ahead is None or (rule.scaled and not number.scaled):
            continue
        unit = rule.unit or re.sub(r"\s+", " ", behind["noun"])
        lead = len(ahead[0]) if len(ahead[0]) <= _LONGEST_LEAD else 0
        return Found(rule.attribute, number.value, unit, number.start - lead, number.end + behind.end())
    return None


@cache
def _items() -> re.Pattern[str]:
    return re.compile(rf"(?:-|{_ADJECTIVES}\s+(?:and\s+[\w-]+\s+)?)(?P<noun>{one_of('specs', 'items')})\b")


def _collection(number: Number, before: str, after: str) -> Found | None:
    """Counts of things: what a collection holds, what a benchmark asks, and anything else that is described."""
    if number.unit or number.sign or isinstance(number.value, float) or number.high is not None:
        return None
    if _CUSTOM.search(before):
        return None
    if number.end - number.start == 4 and 1900 <= number.value < 2100:
        return None  # a year
    whole = re.match(
        r"(?:-(?:sample|example|image|question|problem))?\s+(?:[\w-]+\s+){0,2}?(?P<noun>dataset|corpus)\b", after
    )
    if whole and (number.scaled or number.value >= 100):
        return Found("dataset size", number.value, "samples", number.start, number.end + whole.end())
    items = _items().match(after)
    if items and (number.scaled or number.value >= 15):
        tests = items["noun"] in words("specs", "tests") and not _DATA.search(before)
        attribute = "problems" if tests else "dataset size"
        return Found(attribute, number.value, items["noun"], number.start, number.end + items.end())
    plural = re.match(rf"\+?{_ADJECTIVES}\s+(?P<noun>[A-Za-z]{{2,}}(?:s|ies))\b", after)
    if not plural or number.value < 2 or number.scaled or re.match(r"\s+(?:fewer|more|less)\b", after):
        return None
    if plural["noun"] in words("specs", "not_described") or plural["noun"].endswith(("ss", "ics", "us", "is")):
        return None
    return Found("other", number.value, plural["noun"], number.start, number.end + plural.end())
