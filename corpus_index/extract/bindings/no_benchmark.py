"""Figures that belong to no benchmark: what was spent, and what is stated on a set-up that is no named benchmark."""

import re

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.bindings.phrases import is_metric
from corpus_index.extract.bindings.sentence import Place, Sentence

_NEXT_BRACKET = re.compile(r"[^()]{0,60}\)\s*(?:,|and|;)[^()]{1,60}\([^()]{0,30}")
_ON_CAPITAL = re.compile(
    r"[\s%]*(?:(?!with|without|over|to|while|and|for)[\w@-]+\s+){0,3}?on\s+(?:the\s+)?"
    r"(?=[^\W\d_a-z]|[a-z]{3,}-[A-Z])(?![^\W_a-z]\w*\s*(?:→|-[A-Z]|to\s+[A-Z])|"
    r"[\w-]+\s+(?:metrics?|measures?|scores?|tracks?|splits?|subsets?|tasks?|questions?|levels?)\b|"
    r"(?:Task|Track|Level|Stage|Set|Split|Case|Part)\s[\dA-Z]\b)"
)
_IN_CAPITAL = re.compile(r"[\s%]*in\s+(?:the\s+)?(?=[A-Z])")
_AND_ON_CAPITAL = re.compile(r"(?:[,;]|\band|\bwhile|\bwhereas)\s+on\s+(?:the\s+)?(?=[^\W\d_a-z])")
_CAPITALS = re.compile(
    r"(?:[A-Z\d][\w.+'-]*\s+(?:\d[\d,.]*\s+)?){0,3}"
    r"(?:(?:benchmark|dataset|data set|challenge|corpus|suite)\s+)?[\w.@+-]+"
)
_RESOURCE = (
    r"(?:latenc(?:y|ies)|(?:run)?time|tokens?|memory|costs?|param(?:eter)?s?|[GTM]?FLOP[sS]?|MACs|comput(?:e|ations?)|"
    r"energy|power|throughput|storage|overheads?|footprint|bandwidth|communication|speed(?:-?ups?)?|faster|slower|"
    r"acceleration|compression|calls|requests|queries|usage|consumption|training data)\b"
)
_RESOURCE_BEHIND = re.compile(
    r"[\s%]*(?:(?!(?:for|on|in|with|at|of|while|and|to|by)\b)[\w-]+\s+){0,3}?"
    r"(?:(?:reductions?|decreases?|drops?|savings?|increases?|improvements?|gains?)\s+(?:in|of)\s+(?:[\w-]+\s+){0,4}?)?"
    + _RESOURCE
)
_RESOURCE_AHEAD = re.compile(
    r"\b" + _RESOURCE + r"(?:\s+[\w-]+){0,3}?\s+(?:by|to|from|of|at|is|was)(?:\s+[a-z]+){0,3}\s*[~<>+-]?\s*$"
)
_OF_DATA = re.compile(
    r"[\s%]*of\s+(?:the\s+|its\s+|all\s+)?(?:[a-z-]+\s+){0,2}?(?:data|samples|examples|labels|annotations|tokens|"
    r"parameters|compute|cost|budget|time|memory|FLOPs)\b"
)
_TRAINING = re.compile(r"\b(?:(?:pre|post)-?)?train|tun(?:ed|ing)\b", re.IGNORECASE)
_RESOURCE_UNITS = frozenset(
    {"s", "ms", "seconds", "minutes", "hours", "days", "tokens", "parameters", "KB", "MB", "GB", "W", "mW", "J", "mJ"}
)
_OTHER_TESTS = (
    r"(?:benchmarks?|datasets?|data|corpus|corpora|tasks?|domains?|suites?|scenarios?|environments?|experiments?|hardware|"
    r"platforms?|devices?|robots?|deployments?|simulations?|simulators?|modell?ing|translation|recognition|detection|"
    r"segmentation|classification|reasoning|generation|retrieval|planning|understanding|answering)\b"
)
_UNNAMED_BEHIND = re.compile(
    r"[\s%)]*(?:(?!with|without|in|over|to|while|and|for)[a-z/-]+\s+){0,3}?on\s+"
    r"(?!average|both|top|the (?:same|first|second|last|next)\b|all\b|the two|these|each|a single|"
    r"(?:the\s+|its\s+|our\s+)?(?:[a-z-]+\s+){0,2}(?:test|dev|development|validation|evaluation|hold-?out|held-out)\b|"
    r"(?:the|this|our)\s+(?:[a-z-]+\s+)?(?:benchmark|dataset|leaderboard|corpus)\b)"
    rf"(?:the\s+|an?\s+|our\s+|its\s+)?(?:[a-z\d][\w-]*\s+){{0,5}}?{_OTHER_TESTS}|"
    r"[\s%]*(?:[\w-]+\s+){0,4}?in\s+(?:real-world|real|live|online|clinical|simulated)\b"
)
_OTHERS_BEHIND = re.compile(
    r"[\s%]*(?:(?!with|without|in|over|to|while|and|for)[a-z/-]+\s+){0,3}?(?:across|over|on|in)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<count>several|various|multiple|many|diverse|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:benchmarks|datasets|tasks|suites|domains|corpora)\b(?!\s*[,:(]|\s+(?:including|such as|from|of|in)\b)"
)
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_UNNAMED_AHEAD = re.compile(
    r"(?:[\w-]+,\s+)?(?:on|across|in|for|over)\s+(?:an?|our|several|various|multiple|many|diverse|two|three|four|five|"
    r"six|seven|eight|nine|ten|\d+)\s+(?:[\w-]+\s+){0,4}(?:benchmarks?|datasets?|tasks?|suites?|domains?|scenarios?)\b",
    re.IGNORECASE,
)
_ON_CAPITAL_AHEAD = re.compile(r"(?:[\w-]+,\s+)?(?:[Oo]n|[Aa]cross)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}(?=[A-Z])")


def in_next_bracket(sentence: Sentence, index: int) -> Place | None:
    """In a list of names with brackets, the bracket behind a name that is no known benchmark has no place.

    >>> places("We propose Velt. Velt leads on GSM8K (61.2% accuracy), Wuppet (70.3% accuracy), and others.")
    61.2 on GSM8K (in bracket behind name)
    70.3 (in next bracket)
    """
    previous = sentence.places[index - 1] if index else None
    listed = previous and previous.rule in ("in bracket behind name", "in next bracket")
    start = sentence.figures[index].start
    return Place(None, start, start) if listed and _NEXT_BRACKET.fullmatch(sentence.before(index)) else None


def on_unknown_name(sentence: Sentence, index: int) -> Place | None:
    """A figure stated on a name that is neither a benchmark nor a model belongs to no benchmark that is known.

    >>> places("We propose Velt. Velt rises from 73.9 to 78.3 on GSM8K, and from 28.8 to 34.4 on College Quiz.")
    73.9 on GSM8K (on name)
    78.3 on GSM8K (on name)
    28.8 (on unknown name)
    34.4 (on unknown name)
    """
    if sentence.kind(index) is ResultKind.FACTOR and any(group.opens for group in sentence.groups):
        return None  # "On A, it runs 2.1x faster on Quadro cards"
    figure, after = sentence.figures[index], sentence.after(index)
    previous = sentence.places[index - 1] if index else None
    listed = previous and sentence.text[previous.start - 8 : previous.start].endswith((" in ", " in the "))
    behind = _ON_CAPITAL.match(after) or (_IN_CAPITAL.match(after) if listed else None)
    ahead = _AND_ON_CAPITAL.search(sentence.before(index)) if previous else None
    if behind:
        name = figure.stop + behind.end()
    elif ahead:
        name = sentence.figures[index - 1].stop + ahead.end()
    else:
        return None
    phrase = _CAPITALS.match(sentence.text, name)
    end = phrase.end() if phrase else name + 1
    if phrase and is_metric(phrase[0].split()[0].rstrip(".")):
        return None
    starts = [actor.start for actor in sentence.actors] + [group.start for group in sentence.groups]
    known = any(name <= start < end for start in starts)
    return None if known else Place(None, name, name)


def of_resources(sentence: Sentence, index: int) -> Place | None:
    """Memory, tokens, money, training, and less of time, belong to no benchmark, unless they are stated on or under it.

    >>> places("We propose Velt. Velt leads on GSM8K by 2.1% while it cuts token usage by 47.5%.")
    2.1 on GSM8K (beside name)
    -47.5 (of resources)
    """
    previous = sentence.places[index - 1] if index else None
    if previous and previous.benchmark and spends_resources(sentence, index - 1):
        return None
    if is_timed(sentence, index) or sentence.kind(index) is ResultKind.FACTOR:
        return None
    start = sentence.figures[index].start
    return Place(None, start, start) if spends_resources(sentence, index) else None


def is_measured(sentence: Sentence, index: int) -> bool:
    """Say whether a figure is a score, a change, or the time or work of a run."""
    return sentence.kind(index) in (ResultKind.SCORE, ResultKind.CHANGE) or is_timed(sentence, index)


def is_timed(sentence: Sentence, index: int) -> bool:
    """Say whether a figure is the time or work of a run; money and training are spent before any run is measured."""
    if sentence.kind(index) is not ResultKind.COST or sentence.measure(index).unit in ("USD", None):
        return False
    return not _TRAINING.search(sentence.before(index)[-60:] + sentence.after(index)[:40])


def spends_resources(sentence: Sentence, index: int) -> bool:
    """Say whether a figure is an amount of time, memory, tokens or money, or a change of such an amount."""
    after = sentence.after(index)
    if sentence.kind(index) is ResultKind.LEVEL and _OF_DATA.match(after):
        return True
    return (
        sentence.measure(index).unit in _RESOURCE_UNITS
        or _RESOURCE_BEHIND.match(after) is not None
        or _RESOURCE_AHEAD.search(sentence.before(index)) is not None
    )


def without_name(sentence: Sentence, index: int) -> Place | None:
    """A figure stated on something that is no named benchmark, or under an opening that names none, has no place.

    >>> places("We propose Velt and test it on GSM8K. Velt gains 6.3% on planning tasks.")
    6.3 (without name)
    """
    start = sentence.figures[index].start
    announced = sentence.standing.announced
    if is_on_others(sentence.after(index), tested=len(announced.names) if announced else 0):
        return Place(None, start, start)
    if (
        _UNNAMED_BEHIND.match(sentence.after(index))
        or _UNNAMED_AHEAD.match(sentence.text, sentence.span[0], start)
        or _opens_on_unknown_name(sentence, start)
    ):
        return Place(None, start, start)
    return None


def is_on_others(after: str, tested: int = 0) -> bool:
    """Say whether what stands behind a figure states it on several benchmarks without naming them.

    Where `tested` benchmarks were announced, only on another number of them.
    """
    others = _OTHERS_BEHIND.match(after)
    if others is None or not tested:
        return others is not None
    count = _COUNTS.get(others["count"]) or (int(others["count"]) if others["count"].isdecimal() else tested)
    return count != tested


def _opens_on_unknown_name(sentence: Sentence, start: int) -> bool:
    """`On College Quiz, it gets ...`, where the sentence names no benchmark and the name is no model."""
    opened = None if sentence.groups else _ON_CAPITAL_AHEAD.match(sentence.text, sentence.span[0], start)
    return opened is not None and all(actor.start != opened.end() for actor in sentence.actors)
