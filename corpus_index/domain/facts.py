"""Facts that a record states, each with its evidence.

`evidence` is the exact text of the page from `start` to `end` (code points, end exclusive), always inside
the record's title or inside its abstract. `tests/gold` holds the facts of the seed pages as the definition of the
task has them.
"""

from enum import StrEnum

from corpus_index.domain.dataclass import dataclass


class ArtefactKind(StrEnum):
    """What a paper presents as its own."""

    MODEL = "model"
    """Trained weights or a family of them."""
    METHOD = "method"
    """An algorithm, framework, system, architecture, objective or metric."""
    DATASET = "dataset"
    """Data made for training or analysis."""
    BENCHMARK = "benchmark"
    """Data or a protocol made for evaluation."""


class Role(StrEnum):
    """What the paper does with a model that it names."""

    INTRODUCED = "introduced"
    """The paper presents it."""
    BASE = "base"
    """It is trained, tuned, pruned, accelerated or run in the experiments."""
    COMPARED = "compared"
    """It is named for comparison, or as background."""


class ResultKind(StrEnum):
    """What sort of outcome a number reports."""

    SCORE = "score"
    """An absolute level on a benchmark or metric."""
    CHANGE = "change"
    """A difference against something; negative for a fall."""
    FACTOR = "factor"
    """A ratio, such as a speedup."""
    COUNT = "count"
    """How many were solved or found, of `total` where that is known."""
    COST = "cost"
    """Money, time or compute spent."""
    LEVEL = "level"
    """A share that is kept or used."""


class Bound(StrEnum):
    """How the text limits a number."""

    UP_TO = "up to"
    AT_LEAST = "at least"
    ABOUT = "about"
    BELOW = "below"


class Trust(StrEnum):
    """How far a fact of a paper can be believed."""

    OWN = "own"
    """The paper's own statement about its own work."""
    QUOTED = "quoted"
    """The paper's statement about somebody else's work, such as a baseline."""
    SUMMARY = "summary"
    """Claimed by a summary of the paper, which a machine may have written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The address that every fact has."""

    evidence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction(Fact):
    """An artefact that the paper gives a name and presents as its own; `long` is its long form where printed."""

    name: str
    kind: ArtefactKind
    long: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelMention(Fact):
    """A named model or model family, once per record."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkMention(Fact):
    """A named benchmark or test set in its canonical spelling (`AIME 2024`), once per record."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Fact):
    """A number that reports an outcome, with the printed precision.

    `value_high` is the upper end of a range. `unit` is `%`, `points`, `x`, `USD` or what is counted; `None` for a
    bare score. `benchmark` joins several canonical names with ` + ` where the number belongs to all of them.
    `total` is what a `count` is out of.
    """

    value: float
    value_high: float | None = None
    unit: str | None = None
    kind: ResultKind
    bound: Bound | None = None
    metric: str | None = None
    benchmark: str | None = None
    subject: str | None = None
    baseline: str | None = None
    total: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec(Fact):
    """A number that describes an artefact or a set-up: `attribute` from a closed list, `value` a plain number."""

    subject: str | None
    attribute: str
    value: float
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Url(Fact):
    """A URL as printed, without trailing punctuation; `evidence` is the URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(Fact):
    """A short form and the long form that the text pairs it with."""

    short: str
    long: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Fact):
    """A distinctive name (mixed case, digits or hyphens) in the text; what it names is not decided.

    Links between papers that name each other's methods and data are found by these.
    """

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that one record states, each kind in the order of the text."""

    introduces: tuple[Introduction, ...] = ()
    models: tuple[ModelMention, ...] = ()
    benchmarks: tuple[BenchmarkMention, ...] = ()
    results: tuple[Result, ...] = ()
    specs: tuple[Spec, ...] = ()
    urls: tuple[Url, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    terms: tuple[Term, ...] = ()
