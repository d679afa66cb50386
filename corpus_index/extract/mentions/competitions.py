"""Benchmarks that carry a year: competitions and shared tasks."""

import re
from collections.abc import Iterator

from corpus_index.extract.mentions.benchmark_name import BenchmarkName, is_dated
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.text import Text

_COMPETITION = re.compile(
    r"(?<![\w-])(?P<name>AIME|AMC|HMMT|BRUMO|CMIMC|USAMO|IMO|SMT)(?P<level>(?:8|10|12)(?!\d))?"
    r"(?:(?:[\s-]?'?|\s)(?P<year>20\d\d|1\d|2\d)(?!\d)(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?)?(?![A-Za-z])"
)
_EDITION = re.compile(
    r"(?<![\w-])(?P<name>[A-Z]{3,8})(?P<level>(?!))?(?:\s?'|(?=2\d)|\s(?=20))(?P<year>20[12]\d|2\d)(?!\d|\.\d|\s*%)"
    r"(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?(?![A-Za-z])"
)
_EVALUATED_BEFORE = re.compile(
    r"(?:\b(?:on|across|like|including|as|and|e\.g\.,?|from|over|doubles|"
    r"boosts|[Ww]ith|by)\s+|[(,&:]\s*)(?:the\s+|both\s+)?(?:[a-z]+\s+)?$"
)
_EVALUATED_BEHIND = re.compile(
    r"\s*(?:\(\+?\d|[:=]?\s?\d|accuracy|scores?|benchmarks?|exams?|tasks?|"
    r"datasets?|problems|reaching|&|/|,|and\b|\)|\.|long\b|by\b|to\b|under\b|with\b)"
)
_SHARED_TASK = re.compile(
    r"(?<![\w-])(?P<name>WMT|IWSLT|CoNLL|SemEval|TREC|CLEF|BioCreative|DCASE|"
    r"ImageCLEF|MediaEval|NTCIR|BioNLP|SIGMORPHON|CheckThat!|DSTC|AVEC|Interspeech|"
    r"ComParE|ICDAR|MIREX|VarDial|EVALITA|GermEval)"
    r"[\s-]?'?(?P<year>20\d\d|\d\d)(?![\d.])(?P<task>(?:\s+(?!Task|Shared)[A-Z][\w-]*){0,3}\s+(?:[Ss]hared\s+)"
    r"?[Tt]asks?(?:\s\d+)?|\s+Challenge)?"
)
_NEXT_YEAR = re.compile(
    r"\s*(?:&|/|,?\s*and|-)\s*'?(?P<year>20\d\d|2\d)(?!\d|\s*%|\.\d)(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?"
)
_YEARS_BEHIND = re.compile(
    r"[\w\s]{0,24}\((?:years?\s+)?(?P<first>20\d\d|2\d)\s*(?P<joint>-|and|&|/|,)\s*(?P<last>20\d\d|2\d)\)"
)


def competitions(text: str) -> Iterator[BenchmarkName]:
    """`AIME'24`, `AIME 2024`, `AIME24 & 25`, `AIME25-I`, `AMC12`, `AIME competitions (years 24-25)`.

    Names in capitals that no list knows count where they carry a year in this way and stand like something that is
    evaluated on; conferences carry years too, and do not.
    """
    listed = list(_COMPETITION.finditer(text))
    taken = {match.start() for match in listed}
    others = [match for match in _EDITION.finditer(text) if match.start() not in taken and _is_evaluated(text, match)]
    for match in sorted((*listed, *others), key=lambda match: match.start()):
        base = match["name"] + (match["level"] or "")
        if not match["year"] and match["name"] in ("BRUMO", "CMIMC", "SMT"):
            continue
        if not match["year"]:
            yield from _years_behind(text, match, base)
            continue
        yield BenchmarkName(_dated(base, match["year"], match["part"]), match.start(), match.end())
        position = match.end()
        while more := _NEXT_YEAR.match(text, position):
            yield BenchmarkName(_dated(base, more["year"], more["part"]), match.start(), more.end())
            position = more.end()


def _is_evaluated(text: str, match: re.Match[str]) -> bool:
    if match["name"] in words("phrases", "conferences"):
        return False
    before, behind = text[max(0, match.start() - 60) : match.start()], text[match.end() :]
    return bool(_EVALUATED_BEFORE.search(before) and _EVALUATED_BEHIND.match(behind))


def shared_tasks(text: str) -> Iterator[BenchmarkName]:
    """`WMT20 News Translation Task`, `CoNLL 2017 Shared Task`."""
    for match in _SHARED_TASK.finditer(text):
        task = re.sub(r"\s+", " ", match["task"] or "").replace("shared task", "Shared Task")
        yield BenchmarkName(_dated(match["name"], match["year"], None) + task, match.start(), match.end())


def dated_series(text: Text, names: list[BenchmarkName]) -> list[BenchmarkName]:
    """A competition named without a year means the years that the record names: `the AIME datasets`.

    A shared task named in short (`WMT20`) is left to its full name where the record has it.
    """
    whole = {name.name for name in names if _SHARED_TASK.match(name.name)}
    names = [name for name in names if name.name not in whole or not any(w.startswith(f"{name.name} ") for w in whole)]
    series: dict[str, list[str]] = {}
    for name in names:
        base = name.name.split(" 20")[0]
        if is_dated(name) and " " not in base:
            series.setdefault(base, []).append(name.name)
    spread: list[BenchmarkName] = []
    for name in names:
        years = series.get(name.name)
        plural = re.match(
            r"\s+(?:datasets|benchmarks|problems|competitions|tests|exams|tasks)\b", text.clean[name.end :]
        )
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
