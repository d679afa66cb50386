"""Whether a name in the shape of a benchmark is one in its sentence."""

import re
from functools import cache

from corpus_index.domain.facts import ArtefactKind
from corpus_index.domain.folding import fold
from corpus_index.extract.artefacts.introductions import Artefact
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.reading.abbreviations import Pair
from corpus_index.extract.reading.lexicon import table
from corpus_index.extract.reading.text import Text

_CUE_AFTER = re.compile(
    r"\s*(?:\([^()]{0,30}\)\s*)?(?:\d-shot\s+)?(?:long reasoning task|benchmarks?|"
    r"datasets?|tasks?|test sets?|exams?|competitions?|problems?|questions?|"
    r"suite|dev set|leaderboard|corpus|corpora|validation)\b"
)
_CUE_BEFORE = re.compile(
    r"(?:\b(?:benchmarks?|datasets?|suites?|tasks?)\b(?:\s+(?:such as|including|"
    r"like|namely|of|spanning))?\s*[:,(]?\s*(?:e\.g\.,?\s*|i\.e\.,?\s*)?(?:the\s+)?|"
    r"\b(?:(?:evaluat|test|experiment|benchmark|validat|assess|measur|report)\w*\s+(?:\w+\s+){0,"
    r"2}on|accuracy on|performance on|results on|scores? on|points on|state-of-the-art on|"
    r"SOTA on|\d\s*%? on|gains? on|progress on)\s+(?:the\s+)?)$"
)
_MEASURES = re.compile(
    r"\b(?:benchmarks?|datasets?|accurac|baselines?|state-of-the-art|language models?|LLMs?|pass@)", re.IGNORECASE
)
_EVALUATION = re.compile(
    (
        r"bench|exam|dataset|suite|challenge|olympiad|competition|test|corpus|evaluation|"
        r"questions?|answering"
    ),
    re.IGNORECASE,
)


@cache
def cued() -> frozenset[str]:
    """Give the folded names that are too ordinary to be believed without a cue."""
    return frozenset(fold(name) for name in table("benchmarks")["cued"])


def means_another_thing(
    text: Text, name: BenchmarkName, artefacts: tuple[Artefact, ...], pairs: tuple[Pair, ...]
) -> bool:
    """Say whether it is a method or an abbreviation here, training data only, or an ordinary word without a cue."""
    printed = text.clean[name.start : name.end]
    if any(pair.short == printed and not _EVALUATION.search(pair.long) for pair in pairs) and not any(
        a.name == printed for a in artefacts
    ):
        return True
    for artefact in artefacts:
        if artefact.kind in (ArtefactKind.METHOD, ArtefactKind.MODEL) and re.match(
            rf"{re.escape(printed)}(?:$|-?v?\d|-|\+)", artefact.name
        ):
            return True
    start, end = text.sentence(name.start)
    before, after = text.clean[start : name.start], text.clean[name.end : end]
    if re.search(r"\b(?:approaches|methods|algorithms|techniques) such as (?:[\w-]+ and |[\w-]+, )*$", before):
        return True
    if fold(printed) in cued() and not _has_cue(before, after, name, text):
        return True
    return _only_trains(text, name)


def _has_cue(before: str, after: str, name: BenchmarkName, text: Text) -> bool:
    if _CUE_AFTER.match(after) or _CUE_BEFORE.search(before):
        return True
    if re.match(r"\s*(?:\(?\d|\(|-|reaching|accuracy)", after) or re.search(
        r"(?:\d|\b[Oo]n|\b[Aa]cross)\s+(?:the\s+)?$", before
    ):
        return True
    listed = r"[A-Z][\w'+.-]*(?:\s[A-Z0-9][\w.-]*)?"
    in_list = re.search(rf"{listed}(?:,\s+(?:and\s+)?|\s+and\s+)$", before) and re.match(r"\s*(?:,|\)|\.|and\b)", after)
    if not _MEASURES.search(text.clean):
        return False
    return bool(in_list or re.match(rf"\s*(?:,|and)\s+(?:and\s+)?{listed}", after)) and name.start >= text.body


def _only_trains(text: Text, name: BenchmarkName) -> bool:
    """`Trained on the MATH dataset`, `a model trained on Places`: training data unless named elsewhere too."""
    before = text.clean[max(0, name.start - 40) : name.start]
    trains = re.search(
        r"\b(?:[Tt]rained|[Ff]ine-?tuned|[Pp]re-?trained)\s+(?:solely\s+|exclusively\s+)?on\s+(?:the\s+)?(?:full\s+)?$",
        before,
    )
    labels = re.search(r"\b(?:labels|samples|data|examples) (?:in|from) (?:the )?$", before) or (
        re.search(r"\bin (?:the )?$", before) and re.match(r" format\b", text.clean[name.end :])
    )
    return bool(trains or labels)
