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
    wanted = {fold(use.name): use for use in uses}
    names = boards.mention_names(store, "models")
    results, bases, derived = defaultdict(list), defaultdict(list), defaultdict(list)
    subjects = [name for name in boards.subjects(store) if fold(name) in wanted]
    for result in boards.results_of(store, subjects, keys):
        results[fold(result.subject or "")].append(result)
    for base, made, key in boards.lineages(store, [name for name in names if fold(name) in wanted]):
        bases[fold(made)].append(Kin(name=base, key=key))
        derived[fold(base)].append(Kin(name=made, key=key))
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        spellings[_stem(name)].append(name)
    return tuple(
        ModelProfile(
            **{field.name: getattr(use, field.name) for field in fields(use)},
            results=tuple(results[own]),
            bases=_sorted(bases[own]),
            derived=_sorted(derived[own]),
            variants=_variants(use.name, spellings[_stem(use.name)]),
        )
        for own, use in wanted.items()
    )


def _sorted(kin: Iterable[Kin]) -> tuple[Kin, ...]:
    return tuple(sorted(set(kin), key=lambda one: (one.name, one.key)))


def _variants(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The other ones of `names`, all of which begin with the same letters, in their usual spelling."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for other in names:
        if fold(other) != fold(name):
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
