"""Where models are introduced, used and compared."""

from collections import defaultdict
from collections.abc import Collection

from corpus_index.domain.board import ModelUses, PlacedMention
from corpus_index.domain.facts import Role
from corpus_index.domain.folding import fold
from corpus_index.report.naming import unknown, usual_spelling
from corpus_index.store import boards
from corpus_index.store.connection import Store


def models(store: Store, name: str | None = None, keys: Collection[str] | None = None) -> tuple[ModelUses, ...]:
    """Every model that the papers (those of `keys`, or all) name, those of most papers first, then by name.

    With `name` only the model of that name (case, spaces and hyphens do not count) or, where there is none, those
    whose name holds it. Raises `NoSuchName` with close names where nothing fits.
    """
    spellings = None if name is None else _spellings(name, boards.mention_names(store, "models"))
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
