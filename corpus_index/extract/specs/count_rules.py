"""What a count of things specifies: what data hold, what a benchmark asks, who took part, and what else there is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus_index.extract.specs.holders import asks, holding, is_of_data
from corpus_index.extract.specs.nouns import Sort
from corpus_index.extract.specs.phrase import ABOUT, Found, Phrase, nearest

_TRAINS_ON = re.compile(
    r"\b(?:(?:pre-?|re|post-?)?train(?:ed|ing)?|(?:fine-?)?tun(?:ed|ing|e)|distill\w*|learn(?:s|ed|ing)?|SFT|RLVR|"
    r"RL)\b(?:\s+(?!evaluat|test|validat|assess)[\w.-]+){0,5}?\s+(?:on|with|using|from)\s+"
    rf"{ABOUT}",
    re.IGNORECASE,
)
_WITH_ONLY = re.compile(rf"\b(?:using|with)\s+(?:only|just|as few as)\s+{ABOUT}|\bsubset of\s+{ABOUT}")
_FOR_TRAINING = re.compile(r"\s+(?:(?:were|was|are|is)\s+)?(?:used\s+)?(?:for|to)\s+(?:train|fine-?tun)")
_FOR_TESTING = re.compile(r"\s+(?:(?:were|was|are|is)\s+)?(?:used\s+)?(?:for|to)\s+(?:test|validat|evaluat)")
_TRAINING = re.compile(r"\b(?:training|seed|labell?ed|fine-?tuning|supervis\w+)\b")
_COLLECTED = re.compile(
    r"\b(?:data|labels?|recordings?|samples?|scans?|signals?|images|videos?|speech|collected|recorded|acquired|"
    r"obtained|gathered)\s+"
    rf"(?:\w+\s+)?(?:from|of|on)\s+{ABOUT}"
)
_GOES_ON = re.compile(rf"(?:\band|,|\bwith|\bplus|\bas well as)\s+{ABOUT}")
_PER = re.compile(r" per [a-z]+")
_SAMPLES = frozenset(
    (
        "samples",
        "examples",
        "instances",
        "demonstrations",
        "trajectories",
        "problems",
        "images",
        "pairs",
        "prompts",
        "questions",
        "tasks",
        "instructions",
    )
)
_ASKED = frozenset(("cases", "items", "scenarios", "objectives"))
"""What a benchmark asks, where it is a benchmark that holds it or that they are named after."""
_OF_BENCHMARK = re.compile(r"\b\w+[Bb]ench\b|\bbenchmark\b")
_A_FEW = 8
_ACROSS = re.compile(rf"\b(?:across|spanning|spans|span|covering|covers|cover)\s+{ABOUT}", re.IGNORECASE)
_MANY = 200
"""Other sorts of things are taken for data from here on: nobody describes a set-up by hundreds."""
_HELD_ALONE = 100
_SIZES = ("dataset size", "problems")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: the noun with its modifiers, its sort, and how far the noun phrase reaches."""

    phrase: Phrase
    noun: str
    modifiers: str
    sort: Sort
    end: int

    def says(self, attribute: str, *, cue: re.Match[str] | None = None, behind: re.Match[str] | None = None) -> Found:
        """Read the count as an attribute, which words before (`cue`) or `behind` the noun phrase say that it is."""
        return self.phrase.found(attribute, self.noun, behind.end() if behind else self.end, cue=cue)

    @property
    def size(self) -> float:
        """How many."""
        return self.phrase.number.value


CountRule = Callable[[Count], Found | None]
"""A rule: what a count of things specifies, or `None`."""


def facets(count: Count) -> Found | None:
    """Languages, categories, repositories, teams: what data or a set-up spans, whatever holds it.

    >>> specs("Our corpus spans 14 languages.")
    other 14 languages (facets)
    """
    return count.says("other") if count.sort is Sort.FACET else None


def samples_per_class(count: Count) -> Found | None:
    """A number of samples for each class says how much is trained on.

    >>> specs("We train at 40 samples per class.")
    training samples 40 samples per class (samples per class)
    """
    if not count.phrase.after.startswith(" per class", count.end):
        return None
    return count.phrase.found("training samples", f"{count.noun} per class", count.end + len(" per class"))


def training_items(count: Count) -> Found | None:
    """What a model is trained or tuned on, if it is no dataset that the sentence names.

    >>> specs("We fine-tune it on 130 collected episodes.")
    training samples 130 episodes (training items)
    """
    if count.sort is Sort.OTHER and count.size < _A_FEW:
        return None
    phrase = count.phrase
    behind = _FOR_TRAINING.match(phrase.after, count.end)
    cue = None if behind else nearest(_TRAINS_ON, phrase.before)
    named = count.noun in _SAMPLES and (_TRAINING.search(count.modifiers) or _WITH_ONLY.search(phrase.before))
    return count.says("training samples", cue=cue, behind=behind) if behind or cue or named else None


def testing_items(count: Count) -> Found | None:
    """What is kept for testing is a part of the data.

    >>> specs("We keep 50 transcripts for testing.")
    dataset size 50 transcripts (testing items)
    """
    behind = _FOR_TESTING.match(count.phrase.after, count.end)
    return count.says("dataset size", behind=behind) if behind else None


def held_items(count: Count) -> Found | None:
    """What a dataset, corpus or benchmark is said to hold; problems, where a benchmark asks them.

    >>> specs("We present a dataset of 3,040 essays and a benchmark that comprises 160 tasks.")
    dataset size 3040 essays (held items)
    problems 160 tasks (held items)
    """
    before = count.phrase.before
    known = count.sort is not Sort.OTHER or count.size >= _HELD_ALONE
    held = holding(before, known=known, several=count.size >= _A_FEW)
    if held is None:
        return None
    asked = count.sort is Sort.TEST or (count.noun in _ASKED and asks(before))
    return count.says("problems" if asked and not is_of_data(before) else "dataset size", cue=held)


def items_that_go_on(count: Count) -> Found | None:
    """A collection is said to hold one thing and another.

    >>> specs("Our benchmark contains 1,923 scenes and over 14K questions.")
    dataset size 1923 scenes (held items)
    problems 14000 questions (items that go on)
    """
    last = count.phrase.last
    if last is None or last.attribute not in _SIZES or not _GOES_ON.search(count.phrase.before):
        return None
    if count.sort is Sort.OTHER and count.size < _HELD_ALONE:
        return None
    return count.says("problems" if count.sort is Sort.TEST else "dataset size")


def counts_per_item(count: Count) -> Found | None:
    """So many of a thing in each other thing describe that other thing.

    >>> specs("We read 20,000 screenshots per sequence.")
    other 20000 screenshots per sequence (counts per item)
    """
    each = _PER.match(count.phrase.after, count.end)
    return count.phrase.found("other", f"{count.noun}{each[0]}", each.end()) if each else None


def spanned_things(count: Count) -> Found | None:
    """What a collection or a set-up is said to span is not what it consists of.

    >>> specs("We collect queries across 708 insurance services.")
    other 708 services (spanned things)
    """
    last = count.phrase.last
    further = count.sort in (Sort.DATA, Sort.TEST) and last is not None and last.attribute in _SIZES
    if not (count.sort is Sort.OTHER or (further and count.size < _HELD_ALONE)):
        return None
    across = _ACROSS.search(count.phrase.before) if count.size >= _A_FEW else None
    return count.says("other", cue=across) if across else None


def people(count: Count) -> Found | None:
    """Patients are data; others are too where data are collected from them, and else took part.

    >>> specs("We interview 12 developers and scan 110 patients.")
    other 12 developers (people)
    dataset size 110 patients (people)
    """
    if count.sort is not Sort.PEOPLE:
        return None
    data = count.noun in ("patients", "subjects") or _COLLECTED.search(count.phrase.before)
    return count.says("dataset size" if data else "other")


def test_items(count: Count) -> Found | None:
    """Problems, questions, tasks that no dataset holds are what is tested.

    >>> specs("We evaluate it on 325 formalized problems.")
    problems 325 problems (test items)
    """
    if count.sort is not Sort.TEST or not (count.phrase.number.scaled or count.size >= _A_FEW):
        return None
    return count.says("dataset size" if is_of_data(count.phrase.before) else "problems")


def items_of_a_benchmark(count: Count) -> Found | None:
    """Items that are called by the name of a benchmark are what it asks.

    >>> specs("We test it on 520 held-out QuizBench objectives.")
    problems 520 objectives (items of a benchmark)
    """
    named = count.noun in _ASKED and _OF_BENCHMARK.search(count.modifiers)
    return count.says("problems") if named else None


def data_items(count: Count) -> Found | None:
    """Images, samples, tweets: what data consist of, in numbers.

    >>> specs("We analyse 64,380 tweets.")
    dataset size 64380 tweets (data items)
    """
    if count.sort is not Sort.DATA or not (count.phrase.number.scaled or count.size >= _A_FEW):
        return None
    return count.says("dataset size")


def many_things(count: Count) -> Found | None:
    """Hundreds of anything are data.

    >>> specs("We study 3,884 instruments.")
    dataset size 3884 instruments (many things)
    """
    return count.says("dataset size") if count.phrase.number.scaled or count.size >= _MANY else None


def some_things(count: Count) -> Found | None:
    """Tens of anything describe a set-up.

    >>> specs("We control 32 valves.")
    other 32 valves (some things)
    """
    return count.says("other") if count.size >= _A_FEW else None


COUNT_RULES: tuple[CountRule, ...] = (
    facets,
    samples_per_class,
    counts_per_item,
    spanned_things,
    training_items,
    testing_items,
    held_items,
    items_that_go_on,
    people,
    test_items,
    items_of_a_benchmark,
    data_items,
    many_things,
    some_things,
)
"""Rules for counts of things, in the order in which they are tried."""
