"""Answers that gather facts of many papers: leaderboards, benchmarks, models, and what `check` finds."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus_index.domain.conflict import Statement
from corpus_index.domain.facts import Fact, Result, ResultKind, Role, Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMention(Fact):
    """A mention of a model or benchmark, seen from outside its paper; `role` is set where it is a model.

    `key`, `title` and `year` are the paper's; `record` is `page#ordinal`, and that record stands on the lines
    `first_line` to `last_line` (counted from 1) of `page`.
    """

    name: str
    role: Role | None
    key: str
    title: str
    title_inferred: bool
    year: int | None
    record: str
    page: str
    first_line: int
    last_line: int
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedResult(Result):
    """A result seen from outside its paper; the place is given as in `PlacedMention`."""

    key: str
    title: str
    title_inferred: bool
    year: int | None
    record: str
    page: str
    first_line: int
    last_line: int
    trust: Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedResult(PlacedResult):
    """A result in a ranking; equal values share a `rank`, counted from 1."""

    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Results that can be compared with each other, the best first.

    They agree in `kind`, `metric` (folded: `Pass@1 accuracy` counts as `pass@1`; `null` where the text names none),
    `unit` and, for counts, `total`. `lower_is_better` says which end is the best.
    """

    kind: ResultKind
    metric: str | None
    unit: str | None
    total: float | None
    lower_is_better: bool
    entries: tuple[RankedResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaderboard:
    """What the index holds on one benchmark.

    `rankings` hold scores and counts, the longest first. `others` are changes, factors, costs and levels, which say
    nothing about who is ahead. `joint` results belong to this benchmark together with others. `mentions` are papers
    that name it and state no number on it. `similar` are names of benchmarks that one may have meant as well.
    """

    benchmark: str
    rankings: tuple[Ranking, ...]
    others: tuple[PlacedResult, ...]
    joint: tuple[PlacedResult, ...]
    mentions: tuple[PlacedMention, ...]
    similar: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkSummary:
    """A benchmark, how many `papers` name it, and how many results: `scores` (and counts), `others`, `joint`.

    `models` counts the models and methods that these results are of.
    """

    name: str
    papers: int
    models: int
    scores: int
    others: int
    joint: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUses:
    """A model, and the papers that introduce it, use it as a base, or compare with it; one mention a paper."""

    name: str
    introduced: tuple[PlacedMention, ...]
    base: tuple[PlacedMention, ...]
    compared: tuple[PlacedMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A model beside another in a family tree; `key` is the paper that says so, which introduces one from the other."""

    name: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelProfile(ModelUses):
    """All that the index holds on one model.

    `results` are numbers whose subject it is, in any paper. `bases` are the models that the papers which introduce
    this one build on, `derived` those that papers which build on this one introduce. `variants` are other models
    whose name begins with the same word, by name.
    """

    results: tuple[PlacedResult, ...]
    bases: tuple[Kin, ...]
    derived: tuple[Kin, ...]
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """Numbers that may stand side by side: one benchmark (or several joined), kind, metric, unit and total.

    `cells` holds, for each of the compared names in their order, its numbers, the most trusted first.
    """

    benchmark: str | None
    kind: ResultKind
    metric: str | None
    unit: str | None
    total: float | None
    lower_is_better: bool
    cells: tuple[tuple[PlacedResult, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Results of several models or papers side by side; rows that most of the `names` share come first.

    `unknown` are names that were asked for and that nothing in the index has, each with those that come close.
    `variants` are names without results, each with the models named after it that have some (`Foo-7B` for `Foo`).
    """

    names: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    variants: dict[str, tuple[str, ...]] = field(default_factory=dict)


class FindingKind(StrEnum):
    """What sort of doubt a person should look at."""

    CONTRADICTION = "contradiction"
    """Two records of one paper cannot both be right."""
    DIFFERENCE = "difference"
    """Two records of one paper differ, and both may be right."""
    DOUBTFUL_MERGE = "doubtful merge"
    """Records were taken for one paper though their titles, texts or publications differ much."""
    DOUBTFUL_SPLIT = "doubtful split"
    """Papers were kept apart though they have one title, or the same authors and titles that are alike."""
    SHARED_ID = "shared identifier"
    """Papers have one DOI or another identifier, though nothing else of them agrees."""
    INFERRED_TITLE = "inferred title"
    """No page prints the title."""
    NO_FACTS = "no facts"
    """Nothing was found in the text of a paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about the paper `key` that a person should look at: a line of `text`, the records, and quotes.

    Of two quotes that do not agree, `trusted` is the record of the one that is shown as the paper's, and `why` says the
    reason; `null` where neither is trusted more.
    """

    kind: FindingKind
    key: str
    title: str
    text: str
    records: tuple[str, ...]
    quotes: tuple[Statement, ...] = ()
    trusted: str | None = None
    why: str | None = None
