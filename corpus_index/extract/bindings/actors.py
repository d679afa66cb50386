"""The named models and artefacts of a record, which results can belong to."""

from dataclasses import dataclass

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.mentions.models import ModelName, occurrences
from corpus_index.extract.reading.text import Text

_DATA = (ArtefactKind.DATASET, ArtefactKind.BENCHMARK)


@dataclass(frozen=True, slots=True)
class Actor:
    """A named model or artefact at a place in the text; `data` sets and benchmarks describe, but do not act."""

    name: str
    start: int
    end: int
    model: bool
    data: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """The named actors of a record in order of the text.

    `main` is the model or method that the paper is about, if it has a name; `own` are the names of all that it
    introduces; `tests` are the benchmarks as printed, which never act. `data` is the benchmark or data set that the
    paper presents, where it presents no model or method.
    """

    actors: tuple[Actor, ...]
    main: str | None
    tests: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    data: str | None = None


def cast(
    text: Text, artefacts: tuple[Artefact, ...], models: tuple[ModelName, ...], benchmarks: tuple[BenchmarkName, ...]
) -> Cast:
    """Collect every occurrence of introduced artefacts and models, and find the one that the paper is about."""
    found = [Actor(model.name, model.start, model.end, True) for model in models]
    taken = {actor.start for actor in found}
    for artefact in artefacts:
        for start, end in occurrences(text.clean, artefact.name):
            if start not in taken:
                found.append(Actor(artefact.name, start, end, False, artefact.kind in _DATA))
    actors = tuple(sorted(found, key=lambda actor: (actor.start, -actor.end)))
    tests = frozenset(text.clean[name.start : name.end] for name in benchmarks)
    own = frozenset(artefact.name for artefact in artefacts)
    data = artefacts[0].name if artefacts and all(artefact.kind in _DATA for artefact in artefacts) else None
    return Cast(actors, _main(text, artefacts, actors), tests, own, data)


def _main(text: Text, artefacts: tuple[Artefact, ...], actors: tuple[Actor, ...]) -> str | None:
    """Choose the model or method that opens the title, or else the one that the abstract presents first."""
    able = [artefact for artefact in artefacts if artefact.kind in (ArtefactKind.MODEL, ArtefactKind.METHOD)]
    if not able:
        return None
    title = text.clean[: text.body].casefold()
    for artefact in able:
        name = artefact.name.casefold()
        if title.startswith(name) and not title[len(name) : len(name) + 1].isalnum():
            return artefact.name
    presented = sorted(able, key=lambda artefact: (artefact.start < text.body, artefact.start))
    main = presented[0].name if len(presented) == 1 else _taken_up(text, presented, actors)
    if main is None:
        return None
    if text.summary and not any(actor.name == main and actor.end <= text.sentences[0][1] for actor in actors):
        return None  # a summary says in its first sentence what it sums up; what it names later is a part of that
    return main


def _taken_up(text: Text, presented: list[Artefact], actors: tuple[Actor, ...]) -> str | None:
    """Give the first of several names that another sentence than the one that presents it takes up.

    Where the text comes back to none of them, they are parts of something without a name:
    `We propose a network with a Zarp module (ZM) and a Quil loss (QL).`
    """
    for artefact in presented:
        start, end = text.sentence(artefact.start)
        if any(actor.name == artefact.name and not start <= actor.start < end for actor in actors):
            return artefact.name
    return None
