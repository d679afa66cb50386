"""Where models are introduced, used and compared, what they reach, and what they are made from."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import fields

from corpus_index.domain.board import Kin, ModelProfile, ModelUses, PlacedMention
from corpus_index.domain.facts import Role
from corpus_index.domain.folding import fold
from corpus_index.report.naming import unknown, usual_spelling
from corpus_index.store import boards
from corpus_index.store.connection import Store

_LETTERS = re.compile(r"[^\W\d_]+")


def models(store: Store, name: str | None = None, keys: Collection[str] | None = None) -> tuple[ModelUses, ...]:
    """Every model that the papers (those of `keys`, or all) name, those of most papers first, then by name.

    With `name` only the model of that name (case, spaces and hyphens do not count) or, where there is none, those
    whose name holds it. Raises `NoSuchName` with close names where nothing fits.
    """
    spellings = None if name is None else _spellings(name, boards.mention_names(store, "models"))
    return _all_uses(store, spellings, keys)


def profiles(store: Store, uses: Iterable[ModelUses], keys: Collection[str] | None = None) -> tuple[ModelProfile, ...]:
    """Models with their results (in the papers of `keys`, or all) and their family tree."""
    names = boards.mention_names(store, "models")
    subjects = boards.subjects(store)
    return tuple(_profile(store, use, names, subjects, keys) for use in uses)


def _profile(
    store: Store, use: ModelUses, names: list[str], subjects: list[str], keys: Collection[str] | None
) -> ModelProfile:
    own = fold(use.name)
    lineages = boards.lineages(store, [name for name in names if fold(name) == own])
    return ModelProfile(
        **{field.name: getattr(use, field.name) for field in fields(use)},
        results=tuple(boards.results_of(store, [name for name in subjects if fold(name) == own], keys)),
        bases=_kin((base, key) for base, made, key in lineages if fold(made) == own),
        derived=_kin((made, key) for base, made, key in lineages if fold(base) == own),
        variants=_variants(use.name, names),
    )


def _kin(pairs: Iterable[tuple[str, str]]) -> tuple[Kin, ...]:
    return tuple(Kin(name=name, key=key) for name, key in sorted(set(pairs)))


def _variants(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Other models whose name begins with the same letters, digits and signs aside: Qwen2.5-7B and Qwen3 are."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for other in names:
        if fold(other) != fold(name) and _stem(other) == _stem(name):
            spellings[fold(other)].append(other)
    return tuple(sorted(usual_spelling(same) for same in spellings.values()))


def _stem(name: str) -> str:
    """The letters that a name begins with, folded."""
    found = _LETTERS.match(name)
    return fold(found[0]) if found else fold(name)


def _all_uses(store: Store, spellings: Collection[str] | None, keys: Collection[str] | None) -> tuple[ModelUses, ...]:
    groups: dict[str, list[PlacedMention]] = defaultdict(list)
    for mention in boards.mentions(store, "models", spellings, keys):
        groups[fold(mention.name)].append(mention)
    uses = [_uses(mentions) for mentions in groups.values()]
    return tuple(sorted(uses, key=lambda use: (-len(use.introduced) - len(use.base) - len(use.compared), use.name)))


def _spellings(asked: str, names: list[str]) -> list[str]:
    wanted = fold(asked)
    exact = [name for name in names if fold(name) == wanted]
    holding = exact or [name for name in names if wanted and wanted in fold(name)]
    if not holding:
        raise unknown(asked, names, "model")
    return holding


def _uses(mentions: list[PlacedMention]) -> ModelUses:
    # A paper counts once, by the strongest of its roles and, in that, its most trusted mention.
    by_role: dict[Role, list[PlacedMention]] = {role: [] for role in Role}
    seen: set[str] = set()
    for role in (Role.INTRODUCED, Role.BASE, Role.COMPARED):
        for mention in mentions:
            if mention.role is role and mention.key not in seen:
                seen.add(mention.key)
                by_role[role].append(mention)
    return ModelUses(
        name=usual_spelling(mention.name for mention in mentions),
        introduced=tuple(by_role[Role.INTRODUCED]),
        base=tuple(by_role[Role.BASE]),
        compared=tuple(by_role[Role.COMPARED]),
    )
