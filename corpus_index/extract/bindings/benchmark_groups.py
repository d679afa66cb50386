"""The benchmarks that a sentence names, joined where one list names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus_index.extract.mentions.benchmark_name import BenchmarkName

_JOINED = re.compile(
    r"(?:/\d+)?(?:\s+[a-z-]+){0,2}\s*(?:\([^()]{0,60}\)?|\))?(?:\s+(?:benchmarks?|datasets?|tasks?))?"
    r"\s*(?:,\s*(?:and|as well as)|,|and\b|&|/|as well as\b)\s*(?:on\s+|in\s+)?(?:the\s+)?"
    r"(?:(?!(?:on|in|to|with|by|over|than)\s)[a-z-]+\s+){0,4}\(?"
)
_ON_AGAIN = re.compile(r"\b(?:on|in)\s")
_BESIDE = 3  # between a name and its number, in characters
_CLAUSE = re.compile(r"[:;]\s+|,\s+(?:while|whereas|but|yet|and)\s+|\b(?:while|whereas)\s+")
_OPENS = re.compile(
    r"(?:(?:and|but|while|whereas)\s+)?(?:[\w-]+,\s+)?"
    r"(?:(?:in particular|specifically|notably|for example|for instance|experiments?[^,]{0,60}|through[^,]{0,60}|"
    r"we (?:also )?(?:show|find|observe|demonstrate) that),?\s+)?"
    r"(?:on|across|in|for|with|under|over|(?:when )?(?:evaluated|tested|benchmarked) (?:on|against)|(?:\w+\s+){0,3}"
    r"(?:experiments?|evaluations?|tests?|results|performance|studies|comparisons)\s+(?:on|across|over|with))\b"
    r"(?:[^.;,]|,(?=\d)|,\s+(?!(?:we|our|it|its|this|that|which|where)\b|(?!including)\w+ing\b)){0,90}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Benchmarks that one list names, from `start` to `end`; `opens` says that they open their clause (`On A, ...`)."""

    members: tuple[BenchmarkName, ...]
    start: int
    end: int
    opens: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names, each once, in order."""
        return tuple(dict.fromkeys(name.name for name in self.members))

    @property
    def joint(self) -> str:
        """All names, as a result that belongs to all of them gives them."""
        return " + ".join(self.names)


def groups_of(
    text: str, names: Sequence[BenchmarkName], sentence: tuple[int, int], spots: Sequence[tuple[int, int]]
) -> list[Group]:
    """Join the benchmarks of a sentence that stand in one list without an outcome between them."""
    grouped: list[list[BenchmarkName]] = []
    for name in names:
        if not sentence[0] <= name.start < sentence[1]:
            continue
        if grouped and _is_next(text, grouped[-1][-1], name, spots):
            grouped[-1].append(name)
        else:
            grouped.append([name])
    return [_group(text, members, sentence[0], spots) for members in grouped]


def _is_next(text: str, last: BenchmarkName, name: BenchmarkName, spots: Sequence[tuple[int, int]]) -> bool:
    if name.start <= last.end:  # shortened elements share their start: `AIME24 & 25`
        return True
    if any(last.end <= start < name.start for start, _ in spots):
        return False
    if _ON_AGAIN.search(text, last.end, name.start) and any(0 < start - name.end <= _BESIDE for start, _ in spots):
        return False  # "85 on A, and on B 71"
    return bool(_JOINED.fullmatch(text, last.end, name.start))


def _group(text: str, members: Sequence[BenchmarkName], sentence: int, spots: Sequence[tuple[int, int]]) -> Group:
    start, end = members[0].start, max(name.end for name in members)
    clause = max((match.end() for match in _CLAUSE.finditer(text, sentence, start)), default=sentence)
    first = not any(clause <= spot < start for spot, _ in spots)
    opens = first and _OPENS.fullmatch(text, clause, start) is not None
    return Group(tuple(members), start, end, opens)
