"""How many were solved or found, and which place was reached."""

import re

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.outcomes.outcome import Measure, Spot, of_kind, score
from corpus_index.extract.reading.units import unit_behind

_OUT_OF = re.compile(
    r"\s*(?:out of|of|/)\s*(?:the\s+|all\s+|our\s+)?(?P<total>\d[\d,]{0,15})\b(?!\s*%|\.\d|\)?[A-Za-z\\])"
)
_SOLVES = re.compile(
    r"\b(?:solv\w+|prov(?:e|es|ed|ing)|answer\w*|found|finds?|finding|discover\w*|uncover\w*|detect(?:s|ed|ing)?|complet\w+|"
    r"identif\w+|pass(?:es|ed|ing)?|loses|win(?:s|ning)?|won|repair\w*|fix(?:es|ed|ing)?|reveal\w*|expos\w+|recover\w*|"
    r"localiz\w+|resolv\w+)\b[^.;]{0,30}$"
)
_NOUNS = (
    r"problems|tasks|questions|theorems|instances|configurations|layers|bugs|defects|vulnerabilities|games|"
    r"issues|datasets|benchmarks|models|cases|modules|metrics|settings|targets|errors|faults|candidates|scenarios|"
    r"categories|answers|patients|participants|subjects|samples|images|systems|methods|languages|domains|subjects|"
    r"CVEs|exploits|flaws|attacks|proofs|puzzles|environments|trials|runs|stars|galaxies|events"
)
_PLAIN_NOUN = re.compile(rf"\b(?:{_NOUNS})\b")
_NOUN = re.compile(
    r"\s+(?:of (?:these|the|those)\s+)?(?:(?!of\b|and\b|in\b|on\b|for\b|with\b|as\b|by\b|to\b)[\w-]+\s+){0,3}?"
    rf"(?P<noun>{_NOUNS})\b"
)
_FOUND = frozenset(
    """problems tasks questions theorems bugs defects vulnerabilities games issues cases errors faults targets CVEs
    exploits flaws puzzles instances layers configurations attacks proofs""".split()  # noqa: SIM905
)
_OF_THEM = re.compile(r"\s+(?:of (?:them|these|those|the)\b|[A-Z])")
_SOLVED = re.compile(
    r"\b(?:solv\w+|prov(?:e|es|ed|ing)|answers?|answered|complet\w+|pass(?:es|ed)|wins?|won|loses)\b[^.;]{0,30}$"
)
_NEW = re.compile(
    r"\s+(?:new|novel|unknown|newly (?:discovered|identified|found|detected)|"
    r"previously (?:unknown|unreported|undiscovered)|unreported|zero-day|additional)\s+"
    r"(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]{2,}[^su\W]s)\b"
)
_PLURAL = re.compile(
    r"\s+(?:(?!of\b|and\b|in\b|on\b|for\b|with\b|as\b|by\b|to\b)[\w-]+\s+){0,2}?(?P<noun>[a-z]{3,}[^su\W]s)\b"
)
_RATED = re.compile(r"\b(?:scale|score|rating|Likert|rated|stars?)\b")
_STATES = frozenset("was is were are in on to from against vs. vs versus than with at".split())  # noqa: SIM905
_ENDS = re.compile(r"\s*(?:[),;.]|$)|\s+(?:when|with|for|in|on|and|against|versus|vs\.?|to|while|without|under)\b")
_SCORES = re.compile(r"\b(?:scor(?:e|es|ed|ing)|scores? of)$")
_FULL_MARKS = 100
_SOME = 8
_MANUAL = re.compile(r"\b(?:solves?|completes?|passes|wins?) in\s*$")


def out_of(spot: Spot) -> Measure | None:
    """So many of so many: `solves 49 out of 658 problems`, `(12/15 tasks)`.

    >>> readings("Zarp solves 49 out of 658 problems and wins on 7/9 datasets.", "Zarp: A Prover")
    49 problems count (out of)
    7 datasets count (out of)
    >>> readings("The best model scores only 74 out of 100.")
    74 score (out of)
    """
    number = spot.number
    total = _OUT_OF.match(spot.after)
    if not total or number.unit or number.scaled or number.decimals or number.high is not None:
        return None
    whole = int(total["total"].replace(",", ""))
    if number.value > whole or whole < 2 or _RATED.search(spot.clause[-40:]):
        return None
    if whole == _FULL_MARKS and _SCORES.search(spot.lead) and not _NOUN.match(spot.after, total.end()):
        return score(number)
    noun = _NOUN.match(spot.after, total.end())
    slash = "/" in total[0]
    counted = noun or spot.cue in ("(", "best", ",") or _SOLVES.fullmatch(spot.cue)
    if slash and not (counted or (whole >= _SOME and spot.cue in _STATES and _ENDS.match(spot.after, total.end()))):
        return None
    noun = noun or _PLURAL.match(spot.after, total.end())
    found = of_kind(ResultKind.COUNT, number, noun["noun"] if noun else None, total.end())
    return found._replace(total=whole)


def found(spot: Spot) -> Measure | None:
    """So many that were solved or found: `discovers 12 new vulnerabilities`, `solves 6 of them`.

    >>> readings("Zarp discovers 12 new vulnerabilities.", "Zarp: A Fuzzer")
    12 vulnerabilities count (found)
    """
    number = spot.number
    if number.unit or number.scaled or number.decimals or number.power or number.high is not None:
        return None
    verb = _SOLVES.search(spot.before)
    if not verb or " of " in verb[0] or " with " in verb[0] or unit_behind(spot.after):
        return None
    noun = _NOUN.match(spot.after)
    fresh = _NEW.match(spot.after)
    if fresh:
        return of_kind(ResultKind.COUNT, number, fresh["noun"])
    if noun and noun["noun"] in _FOUND:
        return of_kind(ResultKind.COUNT, number, noun["noun"])
    solved = _OF_THEM.match(spot.after) and _SOLVED.search(spot.lead)
    return of_kind(ResultKind.COUNT, number, "problems") if solved else None


def thing_counted(text: str, before: str, total: int) -> str:
    """Name what a count without a noun counts: what the text has so many of, else the last such noun before it."""
    stated = re.search(rf"\b{total}\s+(?:[\w-]+\s+){{0,3}}?(?P<noun>[a-z]{{3,}}s)\b", text)
    if stated:
        return stated["noun"]
    nouns = _PLAIN_NOUN.findall(before)
    return str(nouns[-1]) if nouns else "problems"


COUNT_RULES = (out_of, found)
