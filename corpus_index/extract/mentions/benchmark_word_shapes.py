"""What a word's shape says of whether it can name a data set, apart from where it stands."""

import re
from functools import cache, lru_cache

from corpus_index.extract.reading.lexicon import known_families, table
from corpus_index.extract.reading.lexicon import words as listed
from corpus_index.extract.reading.names import is_distinctive

_LIKE_A_MODEL = re.compile(
    r"\d+(?:\.\d+)?[BM]\b|(?:GPT|BERT|Former|former|GAN|LM|LLM|VLM|VLA|CNN|RNN|GNN|LSTM|MLP|SVM|ViT|VAE|NeRF|RL|PO|Llama|LLaMA|Mamba)"
    r"(?:-?v?\d+(?:\.\d+)?)?s?(?:-[A-Z]|$)|^(?:Res|VGG|YOLO|U-?Net)|DiT|PFN|Norm$|-(?:then|and|or|to|vs)-|-[a-z]{2,}(?:ed|ing|al|ly|ic|ous|ive)$|"
    r"-(?:weighted|shot|norm|order|wise|layer|bit|step|token|turn|domain|modal|hop|view|stage|NN)$"
)


_FORMULA = re.compile(
    r"(?=[A-Za-z]*\d)(?=\w*(?:Li|Be|Na|Mg|Al|Si|Ca|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|Se|Sr|Zr|Nb|Mo|Ru|Pd|Ag|Sn|Te|Ba|La|Pt|Au|Pb|Bi))"
    r"(?:(?:[A-Z][a-z]?)\d{0,2}){2,8}(?:-\d+)?"
)
"""A chemical formula with a metal or a semiconductor in it: TiO2, SrTiO3."""
_SORT = re.compile(
    r"[a-z]{3,}-[A-Z]{2,}|(?:Type|Task|Level|Stage|Phase|Class|Group|Tier|Setting|Scenario|Case|Part|Grade|Track|Mode)-"
    r"(?:[IVX]+|[A-Z]|\d)"
)
"""Capitals with what qualifies them, and numbered sorts: agentic-LLM, Type-IV."""
_NUMBERED = re.compile(r"[-@]\d+$")
_HYPHEN_OR_DIGIT = re.compile(r"[-\d]")


@cache
def _refused() -> frozenset[str]:
    refused = table("benchmarks")["not_benchmarks"]
    metrics = (word for word in listed("measures", "metrics") if not word.islower())
    return frozenset(word for group in refused.values() for word in group) | frozenset(metrics)


@lru_cache(maxsize=1 << 13)
def is_refused(word: str) -> bool:
    """Say whether a word names something else wherever it stands: a task, a language, a device, a metric."""
    if word in _refused() or (word.endswith("s") and word[:-1] in _refused()):
        return True
    if "-" in word and (letters := word.replace("-", "")).isupper() and letters in _refused():
        return True
    numbered = _NUMBERED.search(word)
    return numbered is not None and word[: numbered.start()] in listed("measures", "metrics")


def is_language(word: str) -> bool:
    """Say whether a word is the name of a language."""
    return word in table("benchmarks")["not_benchmarks"]["languages"]


@cache
def _part_behind() -> re.Pattern[str]:
    """Compile the parts of a set that follow its name in small letters: `-mini`, `_diamond`."""
    return re.compile(rf"(?<=[A-Z0-9a-z])[-_](?i:{'|'.join(table('benchmarks')['variants'])})$")


def is_telling(word: str) -> bool:
    """Say whether a word's shape can only be that of a name, and is not that of a model's or a method's."""
    return not (word.isalpha() and word[1:].islower()) and _is_telling(word)


@lru_cache(maxsize=1 << 13)
def _is_telling(word: str) -> bool:
    if (
        not (is_distinctive(word) or is_distinctive(_part_behind().sub("", word)))
        or is_refused(word)
        or is_family(word)
        or is_like_a_model(word)
        or _FORMULA.fullmatch(word)
        or _SORT.fullmatch(word)
    ):
        return False
    return not all(part.islower() or is_refused(part) for part in word.split("-"))


@lru_cache(maxsize=1 << 13)
def is_family(word: str) -> bool:
    """Say whether a word is or begins with the name of a known family of models."""
    first = _HYPHEN_OR_DIGIT.search(word)
    return (first is not None and word[: first.start()].casefold() in known_families()) or (
        word.casefold() in known_families()
    )


@lru_cache(maxsize=1 << 13)
def is_like_a_model(word: str) -> bool:
    """Say whether a word has the size, the ending or the beginning of the name of a model, or a method's."""
    return bool(_LIKE_A_MODEL.search(word))


def is_plain_acronym(name: str) -> bool:
    """Say whether a name is capitals alone, as those of tasks and methods are too."""
    return name.isupper() and name.isalpha()
