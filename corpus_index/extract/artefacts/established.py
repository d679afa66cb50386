"""Names and terms that are nobody's own: fields, techniques, models and benchmarks that others introduced."""

import re
from functools import cache, lru_cache

from corpus_index.domain.folding import fold
from corpus_index.extract.reading.lexicon import benchmark_spellings, known_families, table, words

_GAP = re.compile(r"[\s~-]+")
_LINKING = frozenset(["and", "of", "for", "with", "in", "to", "the"])
_FIRST_PART = re.compile(r"[a-z]+")
_VERSION = re.compile(r"[\s-]?v?\d[\w.]*(?:-(?:\d[\w.]*|[A-Z][a-z]+))*$", re.IGNORECASE)


@cache
def _long_forms() -> frozenset[str]:
    return frozenset(line.partition(" = ")[2] for line in _lines())


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(line.partition(" = ")[0] for line in _lines())


def _lines() -> list[str]:
    return [line for line in table("established")["terms"].split("\n") if line]


@lru_cache(maxsize=1 << 13)
def is_established(long: str) -> bool:
    """Say whether a long form is a term that several papers abbreviate."""
    return _GAP.sub(" ", long.casefold()).strip().removesuffix("s") in _long_forms()


@lru_cache(maxsize=1 << 13)
def is_respelled(short: str, long: str) -> bool:
    """Say whether a long form shares most words with what several papers abbreviate so.

    `singular values decomposition` is no new SVD. Forms of two words share one with too much.
    """
    own = frozenset(_GAP.split(long.casefold()))
    return any(len(listed) > 2 and 2 * len(own & listed) > len(listed) for listed in _words_of().get(short, ()))


@cache
def _words_of() -> dict[str, list[frozenset[str]]]:
    listed: dict[str, list[frozenset[str]]] = {}
    for line in _lines():
        short, _, long = line.partition(" = ")
        listed.setdefault(short, []).append(frozenset(long.split()))
    return listed


def is_generic(short: str) -> bool:
    """Say whether a short form is one that everybody uses, whatever the text says, or a unit as printed."""
    return short.casefold() in _generic() or short in _units()


@cache
def _generic() -> frozenset[str]:
    listed = words("families", "not_models") | words("phrases", "ordinary")
    return frozenset(word.casefold() for word in listed)


@cache
def _units() -> frozenset[str]:
    return frozenset().union(*(words("units", section) for section in table("units")))


@lru_cache(maxsize=1 << 13)
def is_common(name: str) -> bool:
    """Say whether a name that stands without its long form mostly means what others introduced."""
    if is_generic(name) or name in _short_forms() or is_established(name) or is_known(name):
        return True
    parts = _GAP.split(name)
    return len(parts) > 1 and all(part in _LINKING or is_generic(part) or is_known(part) for part in parts)


@lru_cache(maxsize=1 << 13)
def is_relative(name: str) -> bool:
    """Say whether a name begins with the name of a listed family of models (`DeepSeek-R1`, `Llama-3-Chat`)."""
    first = _FIRST_PART.match(name.casefold())
    return first is not None and first[0] in known_families()


@lru_cache(maxsize=1 << 13)
def is_known(name: str) -> bool:
    """Say whether a name is a listed model, with or without a version, or a listed benchmark."""
    return _is_family(name) or _is_family(_VERSION.sub("", name)) or fold(name) in benchmark_spellings()


def _is_family(name: str) -> bool:
    """Say whether a name is a family's in its usual spelling, or in any where the family can mean nothing else."""
    spellings = known_families().get(name.casefold(), {})
    return name in spellings or "alone" in spellings.values()
