"""A sentence with its numbers, the actors that it names, and its clauses."""

from dataclasses import dataclass

from corpus_index.extract.bindings.actors import Actor, Cast
from corpus_index.extract.bindings.clauses import Clause, clauses


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence of a text with its numbers (`spots`) and the actors named in it (`inside`)."""

    text: str
    sentence: tuple[int, int]
    spots: list[tuple[int, int]]
    who: Cast
    inside: tuple[Actor, ...]
    clauses: tuple[Clause, ...]

    @classmethod
    def of(cls, text: str, sentence: tuple[int, int], spots: list[tuple[int, int]], who: Cast) -> "Scene":
        """Read a sentence that has numbers."""
        if not spots:
            return cls(text, sentence, spots, who, (), ())
        inside = tuple(actor for actor in who.actors if sentence[0] <= actor.start < sentence[1] and not actor.data)
        return cls(text, sentence, spots, who, inside, clauses(text, sentence))
