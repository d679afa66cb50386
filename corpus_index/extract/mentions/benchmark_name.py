"""An occurrence of a benchmark, and its usual spelling."""

import re
from dataclasses import dataclass

from corpus_index.domain.folding import fold
from corpus_index.extract.reading.lexicon import benchmark_spellings

NOUN = (
    r"(?:[Bb]enchmarks?|[Dd]ata\s?sets?|[Tt]est\s?sets?|[Tt]est\s?beds?|[Tt]est suites?|[Tt]est splits?|"
    r"[Tt]est(?:ing)? data|[Ss]uites?|"
    r"[Cc]orpus|[Cc]orpora|"
    r"[Ll]eaderboards?|[Cc]hallenges?|[Cc]ompetitions?|[Ss]hared [Tt]asks?|[Dd]atabases?|[Tt]reebanks?|[Ee]xams?|"
    r"(?:validation|dev|evaluation(?!\s(?:method|frame|protocol|metric|tool|pipe|criteri))|val)(?:\s(?:sets?|splits?|data\s?sets?))?|splits?|subsets?|tracks?|"
    r"(?:eval|core|held-out)\w*\s(?:test\s)?sets?)"
)
"""What a data set is called, as an expression."""


_EDITION = re.compile(r"(?P<name>[A-Z]{3,8})\s?'?(?P<year>2\d)")
"""A name in capitals with the last two digits of a year."""
_EXACT = 4
"""Names of up to so many letters are others where their case is another: DOTA, DoTA."""


@dataclass(frozen=True, slots=True)
class BenchmarkName:
    """One occurrence of a benchmark: its canonical `name`, and where it is printed."""

    name: str
    start: int
    end: int
    rule: str = ""


def canonical(printed: str) -> str:
    """Give the usual spelling of a benchmark's name; an unknown one is given as printed, white space squeezed."""
    squeezed = re.sub(r"\s+", " ", printed).strip()
    known = benchmark_spellings().get(fold(squeezed))
    if known and not (len(squeezed) <= _EXACT and squeezed.isalpha() and known.isalpha() and squeezed != known):
        return known
    versioned = re.fullmatch(r"(.*?)[\s-]?[vV](\d(?:\.\d)?)", squeezed)
    if versioned and fold(versioned[1]) in benchmark_spellings():
        return f"{benchmark_spellings()[fold(versioned[1])]}-V{versioned[2]}"
    edition = _EDITION.fullmatch(squeezed)
    if edition:
        return f"{edition['name']} 20{edition['year']}"
    return squeezed.replace("'", "").replace("- ", "-")


def is_dated(name: BenchmarkName) -> bool:
    """Say whether the name ends in a year, as that of a competition's edition does."""
    return bool(re.search(r" 20\d\d", name.name))
