"""What keeps a name in the shape of a benchmark from being one: it means something else here, or is only trained on."""

import re
from collections.abc import Iterator

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.benchmark_name import NOUN, BenchmarkName
from corpus_index.extract.mentions.benchmark_word_shapes import is_refused
from corpus_index.extract.mentions.models import ModelName
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.lexicon import benchmark_spellings
from corpus_index.extract.reading.text import Text

_EVALUATION = re.compile(
    r"bench|leaderboard|arena\b|exam|data\s?set|data\s?base|suite|challenge|olympiad|competition|\btest|corpus|evaluation|questions?\b|"
    r"answering",
    re.IGNORECASE,
)
_TASK = re.compile(r"(?:question answering|challenges?|tests?|testing|evaluations?|examinations?)$", re.IGNORECASE)
_NOUN_NEXT = re.compile(rf"\s+(?:20\d\d\s+)?(?:[a-z][\w-]*\s+){{0,2}}{NOUN}\b")
_METHODS_SUCH_AS = re.compile(
    r"\b(?i:approaches|methods|algorithms|techniques|models|optimizers|metrics|measures|assessments|tools|"
    r"libraries) (?:such as|like|including) "
    r"(?:[\w-]+ and |[\w-]+, (?:and )?){0,8}$"
)
_SAME_OR_VARIANT = re.compile(r"$|-?v?\d|-|\+")
_JOINED_BEHIND = re.compile(r"\w|-\w|\.\w|\s\d")
_TRAINS = re.compile(
    r"\b(?:[Tt]rained|[Ff]ine-?tuned|[Pp]re-?trained|[Dd]istilled)\s+(?:solely\s+|exclusively\s+|only\s+)?on\s+"
    r"(?:the\s+)?(?:full\s+)?$"
)
_TAKEN_FROM = re.compile(
    r"\b(?:train|tun|distil|label|synthe|filter)\w*\b[^.;]{0,60}\b"
    r"(?:labels|samples|data|examples|prompts|images) (?:in|from) (?:the )?$|"
    r"\b(?:[Ff]iltered|[Dd]istilled|[Ss]ynthesi[sz]ed|[Tt]ransfer(?:red)?)\b[^.;]{0,60} from (?:the )?$"
)
_TESTED = re.compile(r"evaluat|test|benchmark|experiment")
_FORMAT = re.compile(
    r"[- ](?:format|style|pre-?trained|trained|pretraining|pre-training|initiali[sz]ed|"
    r"classifiers?|checkpoints?|weights|features|encoders?|backbones?)\b"
)


def other_things(
    text: Text, artefacts: tuple[Artefact, ...], pairs: tuple[Pair, ...], models: tuple[ModelName, ...]
) -> list[tuple[int, int]]:
    """Give the places of the names of models, of the paper's own methods, and of abbreviations of other things."""
    spellings = benchmark_spellings()
    taken = [(model.start, model.end) for model in models if fold(model.name) not in spellings]
    for artefact in artefacts:
        if artefact.kind in (ArtefactKind.METHOD, ArtefactKind.MODEL):
            taken += places(text.clean, artefact.name)
    own = {artefact.name for artefact in artefacts}
    for pair in pairs:
        if pair.short in own:
            continue
        if names_a_data_set(text, pair):
            if fold(pair.long) not in spellings:
                taken.append((pair.long_start, pair.long_start + len(pair.long)))
        else:
            taken.append((pair.start, pair.end))
            taken += places(text.clean, pair.short)
    return taken


def places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Give the places where exactly this name stands, not as a part of a longer one."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        joined = start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-_")
        if not joined and not _JOINED_BEHIND.match(text, end):
            yield start, end
        start = text.find(name, end)


def names_a_data_set(text: Text, pair: Pair) -> bool:
    """Say whether an abbreviation stands for a data set: by its long form, or by the noun behind its bracket."""
    if fold(pair.long) in benchmark_spellings():
        return True
    if is_refused(pair.short):
        return False
    named = sum(word[0].isupper() for word in pair.long.split()) >= 2
    if named and _NOUN_NEXT.match(text.clean, pair.end):
        return True
    return bool(_EVALUATION.search(pair.long)) and not (_TASK.search(pair.long))


def means_another_thing(text: Text, name: BenchmarkName, artefacts: tuple[Artefact, ...]) -> bool:
    """Say whether it is a method of the paper or one among methods."""
    printed = text.clean[name.start : name.end]
    for artefact in artefacts:
        own = artefact.kind in (ArtefactKind.METHOD, ArtefactKind.MODEL) and artefact.name.startswith(printed)
        if (
            own
            and _SAME_OR_VARIANT.match(artefact.name, len(printed))
            and not (artefact.name != printed and _NOUN_NEXT.match(text.clean, name.end))
        ):
            return True
    return bool(_METHODS_SUCH_AS.search(text.clean[max(text.sentence(name.start)[0], name.start - 160) : name.start]))


def only_trains(text: Text, name: BenchmarkName) -> bool:
    """`trained on the MATH dataset`, `samples from Places`: training data where it stands."""
    before = text.clean[max(0, name.start - 100) : name.start]
    taken = _TAKEN_FROM.search(before)
    return bool(
        _TRAINS.search(before) or (taken and not _TESTED.search(taken[0])) or _FORMAT.match(text.clean, name.end)
    )


def without_overlaps(found: list[BenchmarkName]) -> Iterator[BenchmarkName]:
    """Of overlapping names keep the longest; shortened elements (`AIME24 & 25`) share their start and all stay."""
    kept: list[BenchmarkName] = []
    for name in sorted(found, key=lambda name: (name.start, -name.end)):
        clash = kept[-1:] if kept and kept[-1].end > name.start else []
        if not clash or (clash[0].start == name.start and clash[0].name != name.name and _both_dated(clash[0], name)):
            kept.append(name)
            yield name


def _both_dated(one: BenchmarkName, other: BenchmarkName) -> bool:
    return " 20" in one.name and " 20" in other.name
