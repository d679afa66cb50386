"""How sentences use data sets that no list knows: which names of an enumeration its surroundings make benchmarks."""

import re
from collections.abc import Callable, Iterator

from corpus_index.domain.folding import fold
from corpus_index.extract.mentions.benchmark_candidates import Candidate
from corpus_index.extract.mentions.benchmark_enumerations import Enumeration
from corpus_index.extract.mentions.benchmark_evaluations import EVALUATION_RULES
from corpus_index.extract.mentions.benchmark_items import ITEM_RULES
from corpus_index.extract.mentions.benchmark_name import BenchmarkName
from corpus_index.extract.mentions.benchmark_nouns import NOUN_RULES, apposed
from corpus_index.extract.mentions.benchmark_surroundings import (
    is_another_thing,
    lists_other_things,
    speaks_of_evaluation,
)
from corpus_index.extract.reading.lexicon import benchmark_spellings
from corpus_index.extract.reading.rules import name_of

_MADE_HERE = re.compile(
    r"\b(?:introduc|present|propos|releas|construct|buil[dt]|creat|curat|collect|develop|contribut|compil|annotat|defin|"
    r"assembl|gather|establish(?!ed\s(?:[a-z-]+\s)?(?:benchmarks|data\s?sets|tests|suites|corpora))|generat)"
    r"(?:e|es|ed|ing|s)?\s+"
    r"(?:(?!on\b|across\b|over\b|against\b|results?\b|experiments\b|evaluat)[\w()-]+[,:]?\s+){0,7}[(]?$"
)
_TRAINED_ON = re.compile(
    r"\b(?:[Tt]rain|[Ff]ine-?tun|[Pp]re-?train|[Dd]istill|[Ll]earn)(?:e|s|es|ed|t|ing)?\s+"
    r"(?:(?!evaluat|test)[\w-]+\s+){0,6}?(?:on|with|using|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,4}\(?$"
)
_ALSO_TESTED = re.compile(r"\b(?:and|then)\s+(?:evaluat|test|validat|benchmark)|\bw(?:hen|ith)\b")
_ON_TASKS = re.compile(r"\b(?:[Oo]n|[Aa]cross|benchmarks?|data\s?sets?)\s[^.;:()]{3,60}\($")
_BEHIND_A_TASK = re.compile(r"[a-z]\s+\((?:e\.g\.,?\s|i\.e\.,?\s)?$")

Rule = Callable[[Enumeration], tuple[Candidate, ...]]


def beside_a_known_one(found: Enumeration) -> tuple[Candidate, ...]:
    """A listed benchmark that needs no cue makes the names enumerated with it benchmarks, if they tell by their shape.

    >>> benchmarks("The gap of the language model narrows for MMLU and TasBo.")
    MMLU (listed names)
    TasBo (beside a known one)
    """
    if found.single or not any(m.certain for m in found.members) or is_another_thing(found):
        return ()
    return tuple(m for m in found.members if m.telling or m.listed)


def bracketed_with_a_known_one(found: Enumeration) -> tuple[Candidate, ...]:
    """Names in a bracket with a listed one, or each in a bracket behind its task as the listed one is.

    >>> benchmarks("Accuracy rises in fact checking (Lorvin), tagging (SST-5), and triage (Mergel).")
    Lorvin (bracketed with a known one)
    SST-5 (listed names)
    Mergel (bracketed with a known one)

    Behind `across` or `on`, none of them need be known.

    >>> benchmarks("Across fact checking (Lorvin) and tagging (MergOTA), accuracy rises.")
    Lorvin (bracketed with a known one)
    MergOTA (bracketed with a known one)
    """
    if found.single or is_another_thing(found):
        return ()
    if not any(m.certain for m in found.members) and not (found.in_brackets and _ON_TASKS.search(found.before)):
        return ()
    inside = _BEHIND_A_TASK.search(found.before) and found.after.lstrip()[:1] == ")"
    told = any(m.telling or m.listed for m in found.members)
    return found.members if inside and told and speaks_of_evaluation(found) else ()


CONTEXT_RULES: tuple[Rule, ...] = (
    *NOUN_RULES,
    *EVALUATION_RULES,
    *ITEM_RULES,
    bracketed_with_a_known_one,
    beside_a_known_one,
)


def used_in_context(found: Enumeration) -> Iterator[BenchmarkName]:
    """Give the names of an enumeration that some rule takes for benchmarks.

    What the sentence trains on is none, nor what it lists as other things; what it presents is one only where it is
    called a benchmark.
    """
    if _TRAINED_ON.search(found.before) and not _ALSO_TESTED.search(found.before):
        return
    if lists_other_things(found):
        return
    taken: set[Candidate] = set()
    rules: tuple[Rule, ...] = (bracketed_with_a_known_one,) if found.in_brackets else CONTEXT_RULES
    for rule in (apposed,) if _MADE_HERE.search(found.before) else rules:
        for member in rule(found):
            if member not in taken:
                taken.add(member)
                yield BenchmarkName(_in_full(member, found), member.start, member.end, name_of(rule))


def _in_full(member: Candidate, found: Enumeration) -> str:
    """Complete `Olympiad` to `OlympiadBench` where it stands beside a listed name."""
    if member.listed or member.telling or not any(m.certain for m in found.members):
        return member.name
    return benchmark_spellings().get(fold(f"{member.name}Bench"), member.name)
