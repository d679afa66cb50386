"""Named benchmarks: by listed name, by shape, and by what the sentence calls a benchmark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.abbreviations import Pair
from corpus_index.extract.introductions import Artefact
from corpus_index.extract.lexicon import benchmark_spellings, table, words
from corpus_index.extract.models import occurrences
from corpus_index.extract.names import is_distinctive, tokens
from corpus_index.extract.text import Text

_COMPETITION = re.compile(
    r"(?<![\w-])(?P<name>AIME|AMC|HMMT|BRUMO|CMIMC|USAMO|IMO|SMT)(?P<level>(?:8|10|12)(?!\d))?"
    r"(?:(?:[\s-]?'?|\s)(?P<year>20\d\d|1\d|2\d)(?!\d)(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?)?(?![A-Za-z])"
)
_SHARED_TASK = re.compile(
    r"(?<![\w-])(?P<name>WMT|IWSLT|CoNLL|SemEval|TREC|CLEF|BioCreative|DCASE|ImageCLEF|MediaEval|NTCIR|BioNLP|SIGMORPHON|CheckThat!|DSTC|AVEC|Interspeech|ComParE|ICDAR|MIREX|VarDial|EVALITA|GermEval)"
    r"[\s-]?'?(?P<year>20\d\d|\d\d)(?![\d.])(?P<task>(?:\s+(?!Task|Shared)[A-Z][\w-]*){0,3}\s+(?:[Ss]hared\s+)?[Tt]asks?(?:\s\d+)?|\s+Challenge)?"
)
_NEXT_YEAR = re.compile(
    r"\s*(?:&|/|,?\s*and|-)\s*'?(?P<year>20\d\d|2\d)(?!\d|\s*%|\.\d)(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?"
)
_YEARS_BEHIND = re.compile(
    r"[\w\s]{0,24}\((?:years?\s+)?(?P<first>20\d\d|2\d)\s*(?P<joint>-|and|&|/|,)\s*(?P<last>20\d\d|2\d)\)"
)
_SHAPE = re.compile(
    r"(?:\w[\w-]*(?:[a-z]Bench|-Bench|BENCH|-bench|bench)(?:-[A-Z0-9]\w*|-v?\d(?:\.\d)?)?|[\w-]+-Eval|\w*[a-z]Eval|\w*[a-z]QA|\w+-QA|[A-Z]\w+Arena)"
)
_CUE_AFTER = re.compile(
    r"\s*(?:\([^()]{0,30}\)\s*)?(?:\d-shot\s+)?(?:long reasoning task|benchmarks?|datasets?|tasks?|test sets?|exams?|competitions?|problems?|questions?|suite|dev set|leaderboard|corpus|corpora|validation)\b"
)
_CUE_BEFORE = re.compile(
    r"(?:\b(?:benchmarks?|datasets?|suites?|tasks?)\b(?:\s+(?:such as|including|like|namely|of|spanning))?\s*[:,(]?\s*(?:e\.g\.,?\s*|i\.e\.,?\s*)?(?:the\s+)?|"
    r"\b(?:(?:evaluat|test|experiment|benchmark|validat|assess|measur|report)\w*\s+(?:\w+\s+){0,2}on|accuracy on|performance on|results on|scores? on|points on|state-of-the-art on|SOTA on|\d\s*%? on|gains? on|progress on)\s+(?:the\s+)?)$"
)


@dataclass(frozen=True, slots=True)
class BenchmarkName:
    """One occurrence of a benchmark: its canonical `name`, and where it is printed."""

    name: str
    start: int
    end: int


def benchmark_names(text: Text, artefacts: tuple[Artefact, ...], pairs: tuple[Pair, ...]) -> tuple[BenchmarkName, ...]:
    """Find every occurrence of a benchmark's name in title and abstract, in order, without overlaps."""
    found = [*_competitions(text.clean), *_shared_tasks(text.clean), *_listed(text.clean), *_introduced(text, artefacts)]
    found += _shaped(text, found)
    found = _without_overlaps(found)
    found += _neighbours(text, found)
    meant = [name for name in found if not _means_another_thing(text, name, artefacts, pairs)]
    meant = _dated_series(text, meant)
    return tuple(sorted(_without_overlaps(meant), key=lambda name: (name.start, name.end)))


def _competitions(text: str) -> Iterator[BenchmarkName]:
    """`AIME'24`, `AIME 2024`, `AIME24 & 25`, `AIME25-I`, `AMC12`, `AIME competitions (years 24-25)`."""
    for match in _COMPETITION.finditer(text):
        base = match["name"] + (match["level"] or "")
        if not match["year"]:
            yield from _years_behind(text, match, base)
            continue
        yield BenchmarkName(_dated(base, match["year"], match["part"]), match.start(), match.end())
        position = match.end()
        while more := _NEXT_YEAR.match(text, position):
            yield BenchmarkName(_dated(base, more["year"], more["part"]), match.start(), more.end())
            position = more.end()


def _shared_tasks(text: str) -> Iterator[BenchmarkName]:
    for match in _SHARED_TASK.finditer(text):
        task = re.sub(r"\s+", " ", match["task"] or "").replace("shared task", "Shared Task")
        yield BenchmarkName(_dated(match["name"], match["year"], None) + task, match.start(), match.end())


def _dated_series(text: Text, names: list[BenchmarkName]) -> list[BenchmarkName]:
    """A competition named without a year means the years that the record names: `the AIME datasets`."""
    series: dict[str, list[str]] = {}
    for name in names:
        base = name.name.split(" 20")[0]
        if _is_dated(name) and _COMPETITION.match(name.name):
            series.setdefault(base, []).append(name.name)
    spread: list[BenchmarkName] = []
    for name in names:
        years = series.get(name.name)
        plural = re.match(r"\s+(?:datasets|benchmarks|problems|competitions|tests|exams|tasks)\b", text.clean[name.end :])
        if years and plural:
            spread += [BenchmarkName(year, name.start, name.end) for year in dict.fromkeys(years)]
        elif not years:
            spread.append(name)
    return spread


def _years_behind(text: str, match: re.Match[str], base: str) -> Iterator[BenchmarkName]:
    years = _YEARS_BEHIND.match(text, match.end())
    if not years:
        yield BenchmarkName(base, match.start(), match.end())
        return
    for year in (years["first"], years["last"]):
        yield BenchmarkName(_dated(base, year, None), match.start(), years.end())


def _dated(base: str, year: str, part: str | None) -> str:
    full = year if len(year) == 4 else f"20{year}"
    return f"{base} {full}" + (f"-{part.strip(' -')}" if part else "")


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


def _loosened(part: str) -> str:
    """Let a digit follow letters with or without a hyphen (MATH500, MATH-500), and the first letter vary in case."""
    return re.sub(r"(?<=[A-Za-z])(?=\d)", r"[\\s-]?", part)


def _listed(text: str) -> Iterator[BenchmarkName]:
    for pattern in _listed_patterns():
        for match in pattern.finditer(text):
            if any(letter.isupper() for letter in match[0]):
                yield BenchmarkName(canonical(match[0]), match.start(), match.end())
    for token in tokens(text):
        name = benchmark_spellings().get(fold(token.text))
        if (
            name
            and len(token.text) >= 4
            and any(letter.isupper() for letter in token.text)
            and fold(token.text) not in _cued()
        ):
            yield BenchmarkName(name, token.start, token.end)


def canonical(printed: str) -> str:
    """Give the usual spelling of a benchmark's name; an unknown one is given as printed, white space squeezed."""
    squeezed = re.sub(r"\s+", " ", printed).strip()
    known = benchmark_spellings().get(fold(squeezed))
    if known:
        return known
    versioned = re.fullmatch(r"(.*?)[\s-]?[vV](\d(?:\.\d)?)", squeezed)
    if versioned and fold(versioned[1]) in benchmark_spellings():
        return f"{benchmark_spellings()[fold(versioned[1])]}-V{versioned[2]}"
    return squeezed.replace("'", "")


def _introduced(text: Text, artefacts: tuple[Artefact, ...]) -> Iterator[BenchmarkName]:
    """What the paper introduces as a benchmark; and as a dataset, where something is evaluated on it."""
    for artefact in artefacts:
        evaluated = artefact.kind is ArtefactKind.DATASET and re.search(
            rf"(?:experiments?|evaluat\w+|results|performance|accuracy|achieves?)\b[^.;]{{0,40}} on (?:the )?{re.escape(artefact.name)}\b",
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
        if _SHAPE.fullmatch(token.text) and any(letter.isupper() for letter in token.text) and len(token.text) > 4:
            yield BenchmarkName(canonical(token.text), token.start, token.end)
        elif is_distinctive(token.text) and _is_called_benchmark(text.clean, token.start, token.end):
            yield BenchmarkName(canonical(token.text), token.start, token.end)


def _is_called_benchmark(text: str, start: int, end: int) -> bool:
    after = re.match(r"\s+(?:benchmarks?|datasets?|test sets?|test suite|leaderboard)\b", text[end:])
    on = re.search(
        r"\b(?:on|across|from|using)\s+(?:the\s+)?(?:\w+\s+)?(?:[A-Z][\w-]*,?\s+(?:and\s+)?)*$",
        text[max(0, start - 60) : start],
    )
    return bool(after and on)


def _neighbours(text: Text, found: list[BenchmarkName]) -> Iterator[BenchmarkName]:
    """Distinctive names that stand in one list with two known benchmarks, or in brackets behind `benchmarks`."""
    for match in re.finditer(r"\bbenchmarks?(?:[\w\s,-]{0,40})?\s*\((?P<inside>[^()]+)\)", text.clean):
        for token in tokens(text.clean, match.start("inside"), match.end("inside")):
            if (
                _is_item(text.clean, token.start, token.end)
                and is_distinctive(token.text)
                and not _covers(found, token.start)
            ):
                yield BenchmarkName(canonical(token.text), token.start, token.end)
    for token in tokens(text.clean):
        if (
            not is_distinctive(token.text)
            or _covers(found, token.start)
            or not _is_item(text.clean, token.start, token.end)
        ):
            continue
        start, end = text.sentence(token.start)
        before = [name for name in found if start <= name.end <= token.start and token.start - name.end <= 6]
        after = [name for name in found if token.end <= name.start < end and name.start - token.end <= 6]
        if (before and after) or (before and _CUE_BEFORE.search(text.clean[start : before[0].start])):
            yield BenchmarkName(canonical(token.text), token.start, token.end)


def _is_item(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"(?:[,(:]|\band|&|;)\s*$", text[:start])) and bool(
        re.match(r"\s*(?:[,);.]|and\b|&|\()", text[end:])
    )


def _covers(found: list[BenchmarkName], position: int) -> bool:
    return any(name.start <= position < name.end for name in found)


@cache
def _cued() -> frozenset[str]:
    return frozenset(fold(name) for name in table("benchmarks")["cued"])


_EVALUATION = re.compile(r"bench|exam|dataset|suite|challenge|olympiad|competition|test|corpus|evaluation|questions?|answering", re.IGNORECASE)


def _means_another_thing(text: Text, name: BenchmarkName, artefacts: tuple[Artefact, ...], pairs: tuple[Pair, ...]) -> bool:
    """Drop what is a method or an abbreviation here, what only names training data, and ordinary words without a cue."""
    printed = text.clean[name.start : name.end]
    if any(pair.short == printed and not _EVALUATION.search(pair.long) for pair in pairs) and not any(a.name == printed for a in artefacts):
        return True
    for artefact in artefacts:
        if artefact.kind in (ArtefactKind.METHOD, ArtefactKind.MODEL) and re.match(
            rf"{re.escape(printed)}(?:$|-?v?\d|-|\+)", artefact.name
        ):
            return True
    start, end = text.sentence(name.start)
    before, after = text.clean[start : name.start], text.clean[name.end : end]
    if re.search(r"\b(?:approaches|methods|algorithms|techniques) such as (?:[\w-]+ and |[\w-]+, )*$", before):
        return True
    if fold(printed) in _cued() and not _has_cue(before, after, name, text):
        return True
    return _only_trains(text, name)


def _has_cue(before: str, after: str, name: BenchmarkName, text: Text) -> bool:
    if _CUE_AFTER.match(after) or _CUE_BEFORE.search(before):
        return True
    if re.match(r"\s*(?:\(?\d|\(|-|reaching|accuracy)", after) or re.search(
        r"(?:\d|\bon|\bacross)\s+(?:the\s+)?$", before
    ):
        return True
    listed = r"[A-Z][\w'+.-]*(?:\s[A-Z0-9][\w.-]*)?"
    in_list = re.search(rf"{listed}(?:,\s+(?:and\s+)?|\s+and\s+)$", before) and re.match(r"\s*(?:,|\)|\.|and\b)", after)
    return bool(in_list or re.match(rf"\s*(?:,|and)\s+(?:and\s+)?{listed}", after)) and name.start >= text.body


def _only_trains(text: Text, name: BenchmarkName) -> bool:
    """`Trained on the MATH dataset`, `a model trained on Places`: training data unless named elsewhere too."""
    before = text.clean[max(0, name.start - 40) : name.start]
    trains = re.search(
        r"\b(?:[Tt]rained|[Ff]ine-?tuned|[Pp]re-?trained)\s+(?:solely\s+|exclusively\s+)?on\s+(?:the\s+)?(?:full\s+)?$",
        before,
    )
    labels = (
        re.search(r"\b(?:labels|samples|data|examples) (?:in|from) (?:the )?$", before)
        or re.search(r"\bin (?:the )?$", before)
        and re.match(r" format\b", text.clean[name.end :])
    )
    if not (trains or labels):
        return False
    return True


def _without_overlaps(found: list[BenchmarkName]) -> list[BenchmarkName]:
    """Of overlapping names keep the longest; shortened elements (`AIME24 & 25`) share their start and all stay."""
    kept: list[BenchmarkName] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        clash = [other for other in kept if other.start <= name.start < other.end]
        if not clash or any(
            other.start == name.start and other.name != name.name and _is_dated(other) and _is_dated(name)
            for other in clash
        ):
            kept.append(name)
    return kept


def _is_dated(name: BenchmarkName) -> bool:
    return bool(re.search(r" 20\d\d", name.name))
