"""Sizes of collections that their own noun gives: `8,523-sample dataset`, `3k dataset`, `17 hours of speech`, parts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus_index.extract.reading.numbers import Number
from corpus_index.extract.specs.nouns import Sort, sort_of
from corpus_index.extract.specs.phrase import ABOUT, Found, Grammar, Phrase, nearest

_BETWEEN = r"(?:(?!of\b|in\b|on\b|and\b|with\b|from\b|to\b|for\b)[\w-]+,?\s+)"
_ITEM_WHOLE = re.compile(
    rf"-(?P<noun>(?!\w+ed\b)[a-z]+),?\s+{_BETWEEN}{{0,3}}?"
    r"(?P<whole>data\s?set|corpus|benchmark|(?:\w+ )?set|suite|subset|collection|base|library|sample|pool|testbed|"
    r"(?P<part>setting|split|track|evaluation|protocol|study))\b"
)
_WHOLE = re.compile(
    r"\s+(?:samples?\s+)?(?:(?!of\b|in\b|on\b|and\b|to\b|for\b)[a-z-]+\s+){0,2}?(?P<noun>data\s?set|corpus)\b"
)
_HOURS_OF = re.compile(
    r"[\s-]+(?P<noun>hours?)\s+(?:of\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:speech|audio|videos?|recordings?|data|footage|music|conversations?|broadcasts?|interviews?|corpus|dataset)\b"
)
_HOURS = re.compile(r"\s+(?:of\s+)?(?P<noun>hours)\b")
_RECORDED = re.compile(r"\b(?:data|datasets?|corpus|corpora|speech|audio|recordings?|footage)\b[^,;]*$")
_PARTS = re.compile(r"\s*\((?:\d[\d,.]*[KkM]?\s+[a-z-]*[a-rt-z](?:,\s*(?:and\s+)?|\s+and\s+)?){2,}\)")
_SAMPLE_SIZE = re.compile(r"(?:(?P<noun>[A-Za-z-]{3,30})\s*[(\[,;]?\s*(?:to\s+)?)?(?<![\w-])[nN]\s*=\s*$")
_SAMPLE_OF = re.compile(rf"\b(?:sample|subset|pool|subsample|set)\s+of\s+{ABOUT}")
_CLOSED = re.compile(r"\s*(?:[),;.\]]|$)")
_SHARE = re.compile(
    r"\s+(?:(?:were|are|used)\s+)*for\s+(?:(?:held-out|model)\s+)?(?P<use>train|fine-?tun|test|validat|evaluat)(?:ing|ion)\b"
)
_OF_COLLECTIONS = ("dataset size", "problems", "training samples")
_ASKING = re.compile(r"\b(?:[Bb]enchmarks?|\w*Bench|test sets?)\b")
_LEAST_SAMPLE = 20
_NO_ITEMS = frozenset(
    ("bit", "shot", "way", "class", "step", "fold", "hop", "turn", "dim", "view", "modal", "level", "stage", "order")
)
_LEAST_WHOLE = 100


def item_wholes(phrase: Phrase) -> Found | None:
    """A dataset or benchmark is called by the number of its items.

    >>> specs("We use the 8,523-sample dataset and a 302-problem subset.")
    dataset size 8523 samples (item wholes)
    problems 302 problems (item wholes)
    >>> specs("We run a 2,100-trace evaluation.")
    dataset size 2100 traces (item wholes)
    """
    whole = _ITEM_WHOLE.match(phrase.after)
    if whole is None or whole["noun"] in _NO_ITEMS or not _is_count(phrase.number):
        return None
    noun = whole["noun"] if whole["noun"].endswith("s") else f"{whole['noun']}s"
    noun = noun.replace("ys", "ies") if noun.endswith(("rys", "tys")) else noun
    if noun != "tokens" and sort_of(noun, "") is Sort.UNDESCRIBED:
        return None  # "a 5-model pool" is made for the experiment
    asks = sort_of(noun, "") is Sort.TEST and not whole["whole"].startswith(("data", "corpus"))
    if whole["part"] and whole["part"] != "split" and not asks and phrase.number.value < _LEAST_WHOLE:
        return None
    return phrase.found("problems" if asks else "dataset size", noun, whole.end())


def bare_wholes(phrase: Phrase) -> Found | None:
    """A dataset is called by its size alone.

    >>> specs("We tune it on our 3k dataset.")
    dataset size 3000 samples (bare wholes)
    """
    whole = _WHOLE.match(phrase.after)
    enough = _is_count(phrase.number) and (phrase.number.scaled or phrase.number.value >= _LEAST_WHOLE)
    return phrase.found("dataset size", "samples", whole.end()) if whole and enough and not _is_year(phrase) else None


def hours_of_recordings(phrase: Phrase) -> Found | None:
    """Speech, audio and video are counted in hours.

    >>> specs("We collect 17.6 hours of read speech.")
    dataset size 17.6 hours (hours of recordings)
    """
    hours = _HOURS_OF.match(phrase.after) if phrase.number.unit is None else None
    timed = _HOURS.match(phrase.after) if hours is None else None
    recorded = nearest(_RECORDED, phrase.before) if timed else None
    if recorded:
        hours = timed
    return phrase.found("dataset size", "hours", hours.end(), cue=recorded) if hours else None


def sample_sizes(phrase: Phrase) -> Found | None:
    """The sample is said to have so many: `on all problems of the benchmark (n = 525)`, `participants (N = 45)`.

    >>> specs("We test it on the full benchmark (n = 525) and with volunteers (N = 45).")
    problems 525 problems (sample sizes)
    other 45 participants (sample sizes)
    """
    size = _SAMPLE_SIZE.search(phrase.before) if _is_count(phrase.number) and _CLOSED.match(phrase.after) else None
    if size is None or phrase.number.value < _LEAST_SAMPLE:
        return None
    noun = (size["noun"] or "").casefold()
    if noun in ("patients", "subjects"):
        return phrase.found("dataset size", noun, cue=size)
    if noun in ("study", "survey", "experiment", "studies") or sort_of(noun, "") is Sort.PEOPLE:
        return phrase.found("other", "participants", cue=size)
    asks = sort_of(noun, "") is Sort.TEST or _ASKING.search(phrase.before[-60:])
    named = ("problems", "problems") if asks else ("dataset size", "samples")
    return phrase.found(*named, cue=size)


def shares_of_a_whole(phrase: Phrase) -> Found | None:
    """What of a collection is for training, and what for testing, counts what the whole counts.

    >>> specs("Our corpus contains 2,222 scenes, with 2,009 for training and 213 for held-out testing.")
    dataset size 2222 scenes (held items)
    training samples 2009 scenes (shares of a whole)
    dataset size 213 scenes (shares of a whole)
    """
    share, last = _SHARE.match(phrase.after), phrase.last
    if share is None or last is None or not _is_count(phrase.number) or last.attribute not in _OF_COLLECTIONS:
        return None
    trained = share["use"].startswith(("train", "fine"))
    whole = "dataset size" if last.attribute == "training samples" else last.attribute
    return phrase.found("training samples" if trained else whole, last.unit, share.end())


def samples_of(phrase: Phrase) -> Found | None:
    """A sample or subset is said to be of so many, and nothing is counted behind.

    >>> specs("We study a stratified sample of 1,500.")
    dataset size 1500 samples (samples of)
    """
    enough = _is_count(phrase.number) and phrase.number.value >= _LEAST_WHOLE and not _is_year(phrase)
    sample = _SAMPLE_OF.search(phrase.before) if enough and _CLOSED.match(phrase.after) else None
    return phrase.found("dataset size", "samples", cue=sample) if sample else None


def parts(text: str, whole: Found, end: int, numbers: list[Number]) -> Iterator[Found]:
    """The parts of a collection count what the whole counts.

    >>> specs("We collect 1,043 images (50 real, 993 synthetic).")
    dataset size 1043 images (data items)
    dataset size 50 images (parts)
    dataset size 993 images (parts)
    """
    inside = _PARTS.match(text, whole.end, end) if whole.attribute in ("dataset size", "problems") else None
    if inside:
        for number in numbers:
            if inside.start() <= number.start < inside.end():
                ahead = number.start - whole.start + whole.ahead
                yield replace(whole, value=number.value, start=number.start, end=number.end, ahead=ahead, rule="parts")


def _is_count(number: Number) -> bool:
    return number.unit is None and isinstance(number.value, int) and number.value > 1


def _is_year(phrase: Phrase) -> bool:
    return len(phrase.printed) == 4 and 1900 <= phrase.number.value < 2100


COLLECTION_RULES: tuple[Grammar, ...] = (
    item_wholes,
    sample_sizes,
    shares_of_a_whole,
    samples_of,
    hours_of_recordings,
    bare_wholes,
)
"""Rules for collections called by their size, in the order in which they are tried."""
