"""The named models and artefacts of a record, which results can belong to."""

import re
from dataclasses import dataclass

from corpus_index.domain.facts import ArtefactKind
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.mentions.models import ModelName, occurrences
from corpus_index.extract.reading.text import Text


@dataclass(frozen=True, slots=True)
class Actor:
    """A named model or artefact at a place in the text."""

    name: str
    start: int
    end: int
    model: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """The named actors of a record in order of the text.

    `main` is the model or method that the paper is about, if it has a name; `tests` are the benchmarks as printed,
    which never act.
    """

    actors: tuple[Actor, ...]
    main: str | None
    tests: frozenset[str] = frozenset()


def cast(
    text: Text, artefacts: tuple[Artefact, ...], models: tuple[ModelName, ...], benchmarks: tuple[BenchmarkName, ...]
) -> Cast:
    """Collect every occurrence of introduced artefacts and models; the main one is named first, or in the title."""
    found = [Actor(model.name, model.start, model.end, True) for model in models]
    for artefact in artefacts:
        for start, end in occurrences(text.clean, artefact.name):
            if not any(actor.start == start for actor in found):
                found.append(Actor(artefact.name, start, end, False))
    tests = frozenset(text.clean[name.start : name.end] for name in benchmarks)
    able = [artefact for artefact in artefacts if artefact.kind in (ArtefactKind.MODEL, ArtefactKind.METHOD)]
    in_title = [artefact for artefact in able if re.match(re.escape(artefact.name), text.clean[: text.body])]
    claimed = sorted(
        able,
        key=lambda artefact: artefact.start if artefact.start >= text.body else artefact.start + len(text.clean),
    )
    main = in_title[0].name if in_title else claimed[0].name if claimed else None
    if text.summary and main and not any(actor.name == main and actor.end <= text.sentences[0][1] for actor in found):
        main = None  # a summary says in its first sentence what it sums up; what it names later is a part of that
    return Cast(tuple(sorted(found, key=lambda actor: (actor.start, -actor.end))), main, tests)
