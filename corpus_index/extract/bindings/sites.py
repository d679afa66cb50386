"""The place of a number among the other numbers, names and clauses of its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.bindings.actors import Actor
from corpus_index.extract.bindings.rivals import Rivals
from corpus_index.extract.bindings.scenes import Scene
from corpus_index.extract.bindings.turns import Turns


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """One number of a scene, by its index; `previous` is the subject of the result before it. No two are equal."""

    scene: Scene
    index: int
    turns: Turns
    rivals: tuple[Rivals, ...]
    kind: ResultKind
    previous: str | None = None

    @property
    def spot(self) -> tuple[int, int]:
        """Where the number stands."""
        return self.scene.spots[self.index]

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.scene.text[self.scene.sentence[0] : self.spot[0]]

    @property
    def rival(self) -> Rivals | None:
        """The list of others' numbers that the number belongs to, if it does."""
        return next((rival for rival in self.rivals if rival.first <= self.index < rival.end), None)

    def actors_before(self) -> Iterator[Actor]:
        """The actors named before the number, the nearest first."""
        return (actor for actor in reversed(self.scene.inside) if actor.end <= self.spot[0])


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner of a number as the text names it; `None` says that it has one without a name."""

    name: str | None
