"""Named benchmarks: by listed name, by shape, and by what the sentence calls a benchmark."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.benchmark_cues import cued, means_another_thing
from corpus_index.extract.mentions.benchmark_lists import evaluated_on
from corpus_index.extract.mentions.benchmark_name import BenchmarkName, canonical, is_dated
from corpus_index.extract.mentions.competitions import competitions, dated_series, shared_tasks
from corpus_index.extract.mentions.models import ModelName, occurrences
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.lexicon import benchmark_spellings, table
from corpus_index.extract.reading.names import is_distinctive, tokens
from corpus_index.extract.reading.text import Text

_BEGINNING = 3
_WORD = re.compile(r"(?<![\w.@/-])[^\W_][\w'∞-]{0,14}|∞")
_SHAPE = re.compile(
    r"(?:\w[\w-]*(?:[a-z]Bench|-Bench|BENCH|-bench|bench)(?:-[A-Z0-9]\w*|"
    r"-v?\d(?:\.\d)?)?|[\w-]+-Eval|\w*[a-z]Eval|\w*[a-z]QA|\w+-QA|[A-Z]\w+Arena)"
)


def benchmark_names(
    text: Text, artefacts: tuple[Artefact, ...], pairs: tuple[Pair, ...], models: tuple[ModelName, ...]
) -> tuple[BenchmarkName, ...]:
    """Find every occurrence of a benchmark's name in title and abstract, in order, without overlaps."""
    found = [
        *competitions(text.clean),
        *shared_tasks(text.clean),
        *_listed(text.clean),
        *_introduced(text, artefacts),
    ]
    found += _shaped(text, found)
    found = _without_overlaps(found)
    taken = [(model.start, model.end) for model in models]
    taken += [span for artefact in artefacts for span in occurrences(text.clean, artefact.name)]
    taken += [(pair.start, pair.end) for pair in pairs]
    meant = [name for name in found if not means_another_thing(text, name, artefacts, pairs)]
    meant += [
        name
        for name in evaluated_on(text, taken, meant)
        if not means_another_thing(text, name, artefacts, pairs) and not _covers(found, name)
    ]
    meant = dated_series(text, meant)
    return tuple(sorted(_without_overlaps(meant), key=lambda name: (name.start, name.end)))


@cache
def _listed_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the pattern of short names, which need their own case, and of the others, which do not."""
    spellings = {*table("benchmarks")["names"], "American Invitational Mathematics Examination", "DeepMind Control"}
    short: list[str] = []
    long: list[str] = []
    for name in sorted(spellings, key=lambda name: (-len(name), name)):
        parts = [re.escape(part) for part in re.split(r"[\s-]+", name) if part]
        (short if len(name) <= 4 else long).append(r"[\s_-]?".join(_loosened(part) for part in parts))
    edges = r"(?<![\w.@/-])(?:{})(?:[\s-]?[vV]\d(?:\.\d)?)?(?![\w]|-[a-z]*\d|-[A-Z])"
    return re.compile(edges.format("|".join(short))), re.compile(edges.format("|".join(long)), re.IGNORECASE)


def _capitals(name: str) -> int:
    return sum(letter.isupper() for letter in name)


def _loosened(part: str) -> str:
    """Let a digit follow letters with or without a hyphen (MATH500, MATH-500), and the first letter vary in case."""
    return re.sub(r"(?<=[A-Za-z])(?=\d)", r"[\\s-]?", part)


@cache
def _beginnings() -> frozenset[str]:
    """The first letters of listed names: the patterns are only tried where a word begins like one."""
    return frozenset(spelling[:_BEGINNING] for spelling in benchmark_spellings())


@lru_cache(maxsize=1 << 14)
def _may_begin(word: str) -> bool:
    return not word.islower() and fold(word)[:_BEGINNING] in _beginnings()


def _listed(text: str) -> Iterator[BenchmarkName]:
    places = [word.start() for word in _WORD.finditer(text) if _may_begin(word[0])]
    for pattern in _listed_patterns():
        for match in filter(None, (pattern.match(text, place) for place in places)):
            name = canonical(match[0])
            if _capitals(match[0]) >= min(2, _capitals(name)) or re.search(r"\d", match[0]):
                yield BenchmarkName(name, match.start(), match.end())
    for token in tokens(text):
        known = benchmark_spellings().get(fold(token.text))
        if (
            known
            and _capitals(token.text) >= min(2, _capitals(known))
            and len(token.text) >= 4
            and any(letter.isupper() for letter in token.text)
            and fold(token.text) not in cued()
        ):
            yield BenchmarkName(known, token.start, token.end)


def _introduced(text: Text, artefacts: tuple[Artefact, ...]) -> Iterator[BenchmarkName]:
    """What the paper introduces as a benchmark; and as a dataset, where something is evaluated on it."""
    for artefact in artefacts:
        evaluated = artefact.kind is ArtefactKind.DATASET and re.search(
            rf"(?:experiments?|evaluat\w+|results|performance|accuracy|achieves?)\b[^.;]{{0,40}} "
            rf"on (?:the )?{re.escape(artefact.name)}\b",
            text.clean,
        )
        if artefact.kind is ArtefactKind.BENCHMARK or evaluated:
            pattern = rf"(?<![\w-]){re.escape(artefact.name)}(?![\w]|-\w|\s\d)"
            for match in re.finditer(pattern, text.clean, re.IGNORECASE):
                yield BenchmarkName(artefact.name, match.start(), match.end())


def _shaped(text: Text, found: list[BenchmarkName]) -> Iterator[BenchmarkName]:
    """Names that end like a benchmark's (XBench, X-Eval, XQA), and distinctive names that a cue calls one."""
    for token in tokens(text.clean):
        if any(name.start <= token.start < name.end for name in found) or not token.text[0].isalnum():
            continue
        if (
            _SHAPE.fullmatch(token.text) and any(letter.isupper() for letter in token.text) and len(token.text) > 4
        ) or (is_distinctive(token.text) and _is_called_benchmark(text.clean, token.start, token.end)):
            yield BenchmarkName(canonical(token.text), token.start, token.end)


def _is_called_benchmark(text: str, start: int, end: int) -> bool:
    after = re.match(r"\s+(?:benchmarks?|datasets?|test sets?|test suite|leaderboard)\b", text[end:])
    on = re.search(
        r"\b(?:on|across|from|using)\s+(?:the\s+)?(?:\w+\s+)?(?:[A-Z][\w-]*,?\s+(?:and\s+)?)*$",
        text[max(0, start - 60) : start],
    )
    return bool(after and on)


def _covers(found: list[BenchmarkName], name: BenchmarkName) -> bool:
    return any(other.start <= name.start < other.end for other in found)


def _without_overlaps(found: list[BenchmarkName]) -> list[BenchmarkName]:
    """Of overlapping names keep the longest; shortened elements (`AIME24 & 25`) share their start and all stay."""
    kept: list[BenchmarkName] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        clash = [other for other in kept if other.start <= name.start < other.end]
        if not clash or any(
            other.start == name.start and other.name != name.name and is_dated(other) and is_dated(name)
            for other in clash
        ):
            kept.append(name)
    return kept
