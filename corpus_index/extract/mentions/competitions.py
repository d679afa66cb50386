"""Benchmarks that carry a year: competitions, shared tasks and challenges."""

import re
from collections.abc import Iterator

from corpus_index.extract.mentions.benchmark_name import BenchmarkName, canonical, is_dated
from corpus_index.extract.mentions.benchmark_words import CAMPAIGN, COMPETITIONS, Says, words_that_say
from corpus_index.extract.reading.lexicon import words
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.text import Text

_COMPETITION = re.compile(
    rf"(?<![\w-])(?P<name>{'|'.join(COMPETITIONS)})(?P<level>(?:8|10|12)(?!\d))?"
    r"(?:(?:[\s-]?'?|\s|\s(?P<month>Feb|Nov)(?:ruary|ember)?\.?\s)(?P<year>20\d\d|1\d|2\d)(?!\d)(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?)?(?![A-Za-z])"
)
_NEEDS_A_YEAR = ("BRUMO", "CMIMC", "SMT")
_EDITION = re.compile(
    r"(?<![\w-])(?P<name>[A-Z]{3,8})(?P<level>(?!))?(?P<month>(?!))?(?:\s?'|(?=2\d)|\s(?=20|2\d\s?[/&]\s?2\d))(?P<year>20[12]\d|2\d)(?!\d|\.\d|\s*%)"
    r"(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?(?![A-Za-z])"
)
_EVALUATED_BEFORE = re.compile(
    r"(?:\b(?:on|across|like|including|as|and|e\.g\.,?|from|over|doubles|boosts|[Ww]ith|by)\s+|[(,&:]\s*)"
    r"(?:the\s+|both\s+)?(?:[a-z]+\s+)?$"
)
_EVALUATED_BEHIND = re.compile(
    r"\s*(?:\(\+?\d|[:=]?\s?\d|accuracy|scores?|benchmarks?|exams?|tasks?|datasets?|problems|reaching|&|/|,|and\b|\)|\.|"
    r"long\b|by\b|to\b|under\b|with\b|for\b|in\b|at\b|using\b|while\b|-2\d(?!\d))"
)
_SHARED_TASK = re.compile(
    rf"(?<![\w-])(?P<name>{CAMPAIGN})\)?[\s-]?'?(?P<year>20\d\d|\d\d)(?![\d.])"
    r"(?P<task>(?:\s[Cc]hallenge,?)?\s\(?Task\s\d{1,2}[A-Z]?(?!\w)\)?|(?:\s+(?!Task|Shared)[A-Z][\w-]*){0,3}\s+(?:[Ss]hared\s+)?[Tt]asks?(?:\s\d+)?|\s+Challenge)?"
)
_CHALLENGE_BEFORE_TASK = re.compile(r"\s[Cc]hallenge,?(?=\s\(?Task)")
_TASK_OF_A_YEAR = re.compile(
    r"(?<![\w-])(?P<name>[A-Z](?=\w*[A-Z])[A-Za-z]{2,14})[\s-]?(?P<year>20[012]\d|(?<=[A-Z])[012]\d)"
    r"(?P<task>\s+(?:[Tt]ask\s\d{1,2}(?!\d)|(?:[A-Z][\w-]*\s+){1,4}Task(?:\s\d{1,2})?(?!\w)|[Ss]hared\s[Tt]ask))"
)
_CHALLENGE = re.compile(
    r"(?P<name>[A-Z](?<![\w-].)[\w+]*(?:-[A-Z]\w*)?(?:\s[A-Z][A-Za-z]+){0,2}?)[\s-]?'?(?P<year>20[012]\d|(?<=[A-Za-z])[012]\d)\s+"
    r"(?P<task>(?:[A-Z][\w-]+\s+){0,2}(?:Challenge|Shared\s+Task|Competition)s?|(?:[a-z-]+\s+){0,2}(?:challenge|competition))\b"
)
_YEAR_FIRST = re.compile(
    rf"20[012]\d\s(?P<name>(?:{'|'.join(COMPETITIONS)})(?![\w-]|\s?'?\d)|(?:[A-Z][\w-]*\s(?:and\s|of\s|in\s|for\s)?){{1,6}}?"
    r"(?:Olympiad|[Ee]xam(?:ination)?|Competition|Challenge|Shared\sTask)(?![\w-])(?:\s(?:in|on|of)\s[A-Z][a-z]+)?)"
)
_MONTH = re.compile(
    r"(?:[Ii]n|[Ss]ince|[Tt]he|[Oo]ur|[Ff]or|January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_NEXT_YEAR = re.compile(
    r"\s*(?:&|/|,?\s*and|-)\s*'?(?P<year>20\d\d|2\d)(?!\d|\s*%|\.\d)(?P<part>\s?-\s?I{1,2}(?![A-Za-z]))?"
)
_YEARS_BEHIND = re.compile(
    r"[\w\s]{0,24}\((?:years?\s+)?(?P<first>20\d\d|2\d)\s*(?P<joint>-|and|&|/|,)\s*(?P<last>20\d\d|2\d)\)"
)
_SEVERAL = re.compile(r"\s+(?:datasets|benchmarks|problems|competitions|tests|exams|tasks)\b")


def competitions(text: Text) -> Iterator[BenchmarkName]:
    """`AIME'24`, `AIME 2024`, `AIME24 & 25`, `AIME25-I`, `AMC12`, `AIME competitions (years 24-25)`.

    Names in capitals that no list knows count where they carry a year in this way and stand like something that is
    evaluated on; conferences carry years too, and do not.

    >>> benchmarks("We score 54% and 46% on HOLM24 & 25.")
    HOLM 2024 (competitions)
    HOLM 2025 (competitions)
    """
    clean, rule = text.clean, name_of(competitions)
    possible = [word.start for word in words_that_say(clean, Says.EDITION)]
    listed = [match for match in (_COMPETITION.match(clean, start) for start in possible) if match]
    taken = {match.start() for match in listed}
    dated = (_EDITION.match(clean, start) for start in possible if start not in taken)
    others = [match for match in dated if match and _is_evaluated(clean, match)]
    for match in sorted((*listed, *others), key=lambda match: match.start()):
        base = match["name"] + (match["level"] or "")
        if not match["year"]:
            if match["name"] not in _NEEDS_A_YEAR:
                yield from _years_behind(clean, match, base)
            continue
        name = f"{base} {match['month']}" if match["month"] else base
        yield BenchmarkName(_dated(name, match["year"], match["part"]), match.start(), match.end(), rule)
        position = match.end()
        while more := _NEXT_YEAR.match(clean, position):
            yield BenchmarkName(_dated(base, more["year"], more["part"]), match.start(), more.end(), rule)
            position = more.end()


def _is_evaluated(text: str, match: re.Match[str]) -> bool:
    if match["name"] in words("phrases", "conferences"):
        return False
    before = text[max(0, match.start() - 60) : match.start()]
    return bool(_EVALUATED_BEFORE.search(before) and _EVALUATED_BEHIND.match(text, match.end()))


def shared_tasks(text: Text) -> Iterator[BenchmarkName]:
    """An edition of an evaluation campaign: `WMT20 News Translation Task`, `CoNLL 2017 Shared Task`.

    >>> benchmarks("We take part in the WMT20 News Translation Task.")
    WMT 2020 News Translation Task (shared tasks)
    >>> benchmarks("We take part in the DCASE 2019 challenge Task 4 and in SemEval-2016 (Task 3A).")
    DCASE 2019 Task 4 (shared tasks)
    SemEval 2016 Task 3A (shared tasks)
    """
    if not words_that_say(text.clean, Says.CAMPAIGN):
        return
    for match in _SHARED_TASK.finditer(text.clean):
        task = re.sub(r"\s+", " ", match["task"] or "").replace("shared task", "Shared Task")
        task = _CHALLENGE_BEFORE_TASK.sub("", task).replace("(", "").replace(")", "")
        name = _dated(match["name"], match["year"], None) + task
        yield BenchmarkName(name, match.start(), match.end(), name_of(shared_tasks))


def tasks_of_a_year(text: Text) -> Iterator[BenchmarkName]:
    """A task of a campaign that no list knows: its name has two capitals and a year, and `Task` follows.

    >>> benchmarks("VorTas-2021 Task 9 and the MVOR20 News Tasmin Task.")
    VorTas-2021 Task 9 (tasks of a year)
    MVOR 2020 News Tasmin Task (tasks of a year)
    """
    if "Task" not in text.clean and " task " not in text.clean and "hared task" not in text.clean:
        return
    for match in _TASK_OF_A_YEAR.finditer(text.clean):
        if match["name"].upper() in words("phrases", "conferences") or _SHARED_TASK.match(text.clean, match.start()):
            continue
        numbered = match["task"].strip()[:4].casefold() == "task"
        name = match[0] if numbered else _dated(match["name"], match["year"], None) + match["task"]
        yield BenchmarkName(re.sub(r"\s+", " ", name), match.start(), match.end(), name_of(tasks_of_a_year))


def challenges(text: Text) -> Iterator[BenchmarkName]:
    """A name with a year before `challenge`; in capitals, that word belongs to the name.

    >>> benchmarks("It won the Vorle 2023 Challenge and the MerTS19 challenge.")
    Vorle 2023 Challenge (challenges)
    MerTS 2019 (challenges)
    """
    if "hallenge" not in text.clean and "ompetition" not in text.clean and "Shared" not in text.clean:
        return
    for match in _CHALLENGE.finditer(text.clean):
        if _MONTH.search(match["name"]) or match["name"].upper() in words("phrases", "conferences"):
            continue
        own = match["task"] if match["task"][0].isupper() else ""
        end = match.end() if own else match.start("task")
        name = f"{_dated(match['name'], match['year'], None)} {own}".strip()
        yield BenchmarkName(re.sub(r"\s+", " ", name), match.start(), end, name_of(challenges))


def year_first(text: Text) -> Iterator[BenchmarkName]:
    """A contest or an exam behind its year: `the 2025 IMO`, `the 2024 International Olympiad in Informatics`.

    >>> benchmarks("It wins gold at the 2025 IMO and passes the 2024 Vorle Biology exam.")
    IMO 2025 (year first)
    2024 Vorle Biology exam (year first)
    """
    for match in _YEAR_FIRST.finditer(text.clean) if "20" in text.clean else ():
        printed, year = match["name"], match[0][:4]
        base = canonical(printed)
        name = _dated(base, year, None) if base != printed or printed in COMPETITIONS else match[0]
        yield BenchmarkName(re.sub(r"\s+", " ", name), match.start(), match.end(), name_of(year_first))


EDITION_RULES = (competitions, shared_tasks, tasks_of_a_year, challenges, year_first)


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
        if years and _SEVERAL.match(text.clean, name.end):
            spread += [BenchmarkName(year, name.start, name.end, name.rule) for year in dict.fromkeys(years)]
        elif not years:
            spread.append(name)
    return spread


def _years_behind(text: str, match: re.Match[str], base: str) -> Iterator[BenchmarkName]:
    years, rule = _YEARS_BEHIND.match(text, match.end()), name_of(competitions)
    if not years:
        yield BenchmarkName(base, match.start(), match.end(), rule)
        return
    for year in (years["first"], years["last"]):
        yield BenchmarkName(_dated(base, year, None), match.start(), years.end(), rule)


def _dated(base: str, year: str, part: str | None) -> str:
    full = year if len(year) == 4 else f"20{year}"
    return f"{base} {full}" + (f"-{part.strip(' -')}" if part else "")
