"""Numbers that go round the models of one list."""

import re
from dataclasses import dataclass
from itertools import pairwise

from corpus_index.extract.bindings.actors import Actor, Cast
from corpus_index.extract.reading.text import Text

_PAIR = re.compile(r"\b\w+(?:,)? and \w+")
_LIST = re.compile(r"\s*(?:,|and|,\s*and)\s*")


@dataclass(frozen=True, slots=True)
class Turns:
    """Models by the index of the number that belongs to them: as its subject, or as what it is compared with."""

    subjects: dict[int, str]
    baselines: dict[int, str]


def models_in_turn(text: Text, who: Cast, sentence: tuple[int, int], spots: list[tuple[int, int]]) -> Turns:
    """Give numbers to the models of one list in turn.

    `the accuracy of X and Y ..., 8.8% and 11.6% on A, 10.0% and 20.0% on B, respectively`; or, where the list is one of
    rivals, `rivals X and Y, despite using only 1/2 and 1/3 of their parameters, respectively`.
    """
    if len(spots) < 2 or not re.search(r"\brespectively\b", text.clean[sentence[0] : sentence[1]]):
        return Turns({}, {})
    models = _last_list(text, [a for a in who.actors if a.model and sentence[0] <= a.start < spots[0][0]])
    count = len(models)
    if count < 2 or len(spots) % count:
        return Turns({}, {})
    if _PAIR.search(text.clean, models[-1].end, spots[0][0]):
        return Turns({}, {})
    inner = [pair for index, pair in enumerate(pairwise(spots)) if (index + 1) % count]
    if not all(_LIST.fullmatch(text.clean[a[1] : b[0]]) for a, b in inner):
        return Turns({}, {})
    turns = {index: models[index % count].name for index in range(len(spots))}
    return Turns({}, turns) if _is_compared(text.clean[sentence[0] : models[0].start]) else Turns(turns, {})


def _last_list(text: Text, actors: list[Actor]) -> list[Actor]:
    listed: list[Actor] = []
    for actor in sorted(actors, key=lambda actor: (actor.start, actor.end)):
        joined = listed and (
            actor.start == listed[-1].start or _LIST.fullmatch(text.clean[listed[-1].end : actor.start])
        )
        listed = [*listed, actor] if joined else [actor]
    return listed


def _is_compared(before: str) -> bool:
    return bool(
        re.search(
            (
                r"\b(?:such as|like|than|over|outperform\w*|surpass\w*|rival\w*|against|"
                r"compared (?:to|with)|beat\w*)\s+(?:the\s+)?$"
            ),
            before,
        )
    )
