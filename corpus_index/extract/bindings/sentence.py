"""What the rules of placing see: the figures of one sentence, the benchmarks it names, and what stands before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.bindings.actors import Actor
from corpus_index.extract.bindings.benchmark_groups import Group
from corpus_index.extract.bindings.rivals import Rivals
from corpus_index.extract.bindings.stated_figures import Figure
from corpus_index.extract.outcomes.outcome import Measure


@dataclass(frozen=True, slots=True)
class Place:
    """Benchmarks of a number, and where they are printed; `None` where the text says that it belongs to none."""

    benchmark: str | None
    start: int
    end: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands before a sentence: the benchmarks last announced, and the place of the last number.

    `further` is that place where all numbers of the sentence right before share it. `own` is the benchmark that the
    paper presents, `only` the one that it names alone; both as first printed.
    """

    announced: Group | None = None
    last: Place | None = None
    further: Place | None = None
    own: Place | None = None
    only: Place | None = None

    @property
    def holds(self) -> bool:
        """Whether anything stands."""
        return any((self.announced, self.last, self.own, self.only))


@dataclass(slots=True)
class Sentence:
    """One sentence with numbers: its figures in order and what they say, the names in it, the places found.

    `groups` are the benchmarks that it names, `actors` its models and artefacts.
    """

    text: str
    span: tuple[int, int]
    figures: Sequence[Figure]
    measures: Sequence[Measure]
    groups: Sequence[Group]
    actors: Sequence[Actor]
    rivals: Sequence[Rivals]
    standing: Standing
    places: list[Place | None] = field(default_factory=list)

    def measure(self, index: int) -> Measure:
        """What the first number of a figure says."""
        return self.measures[self.figures[index].first]

    def kind(self, index: int) -> ResultKind:
        """What kind of outcome a figure is."""
        return self.measure(index).kind

    def before(self, index: int) -> str:
        """The text from the figure before, or from the beginning of the sentence, up to a figure."""
        floor = self.figures[index - 1].stop if index else self.span[0]
        return self.text[floor : self.figures[index].start]

    def after(self, index: int) -> str:
        """The text behind a figure up to the next one, or to the end of the sentence."""
        last = index + 1 == len(self.figures)
        ceiling = self.span[1] if last else self.figures[index + 1].start
        return self.text[self.figures[index].stop : ceiling]

    def group_before(self, index: int) -> Group | None:
        """The last group between the figure before and a figure."""
        floor = self.figures[index - 1].stop if index else self.span[0]
        found = [group for group in self.groups if floor <= group.start and group.end <= self.figures[index].start]
        return found[-1] if found else None

    def last_group_before(self, index: int) -> Group | None:
        """The last group before a figure, whatever figures stand between."""
        start = self.figures[index].start
        return next((group for group in reversed(self.groups) if group.end <= start), None)

    def group_after(self, index: int) -> Group | None:
        """The first group between a figure and the next one."""
        last = index + 1 == len(self.figures)
        ceiling = self.span[1] if last else self.figures[index + 1].start
        figure = self.figures[index]
        return next((group for group in self.groups if figure.stop <= group.start and group.end <= ceiling), None)


def speak_alike(a: Measure, b: Measure) -> bool:
    """Scores and differences of scores speak of the same benchmark; costs, factors and shares need not."""
    if a.kind is ResultKind.SCORE and b.kind is ResultKind.CHANGE and b.value < 0:
        return False  # "accuracy from 61% to 70% and reduces latency by 40%"
    levels = (ResultKind.SCORE, ResultKind.CHANGE)
    same = a.kind is b.kind and a.unit == b.unit
    return same or (a.kind in levels and b.kind in levels and {a.unit, b.unit} <= {"%", "points", None})
