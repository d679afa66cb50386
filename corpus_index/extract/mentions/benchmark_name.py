"""An occurrence of a benchmark, and its usual spelling."""

import re
from dataclasses import dataclass

from corpus_index.domain.folding import fold
from corpus_index.extract.reading.lexicon import benchmark_spellings


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
    if known:
        return known
    versioned = re.fullmatch(r"(.*?)[\s-]?[vV](\d(?:\.\d)?)", squeezed)
    if versioned and fold(versioned[1]) in benchmark_spellings():
        return f"{benchmark_spellings()[fold(versioned[1])]}-V{versioned[2]}"
    return squeezed.replace("'", "")


def is_dated(name: BenchmarkName) -> bool:
    """Say whether the name ends in a year, as that of a competition's edition does."""
    return bool(re.search(r" 20\d\d", name.name))
