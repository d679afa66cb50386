"""Finding a paper by what a person calls it."""

from __future__ import annotations

from corpus_index.domain.dataclass import dataclass
from corpus_index.domain.folding import fold
from corpus_index.store.name_rows import EQUAL, MENTIONED, OWN, keys_of, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from corpus_index.store.connection import Store


@dataclass(frozen=True, slots=True)
class Found:
    """The papers that a name may mean, likeliest first; `exact` where it is a name of theirs, not a part or a typo.

    `sure` where a single paper may be taken without asking: it is exact, or the beginning or a misspelling of a name
    of its own. Else even a single paper is only an offer.
    """

    keys: tuple[str, ...]
    exact: bool
    sure: bool = False


def find(store: Store, text: str) -> Found:
    """Find papers by key, former key, record id, identifier, title, or the name of an artefact, model or benchmark.

    Tried in this order, and the first that finds something answers: the exact key or record; in any case and
    spelling, names and titles that are the papers' own; an identifier, bare or as an address; beginnings of the former,
    then words in them; names that papers only mention, whole, then in part; what stands inside a word or across words,
    own names first; and at last names and keys that differ by typing errors. An own name is a key, a title, or what a
    paper introduces (before what only a summary says that it introduces). Nothing is found where `keys` is empty.
    """
    folded = fold(text)
    if not folded:
        return Found((), exact=False)
    keys = _by_key(store, text.strip()) or _whole(store, folded, OWN) or _identified(store, text)
    if keys:
        return Found(keys, exact=True, sure=True)
    # Imported here, because a name that is exact must not pay for it.
    from corpus_index.store.near_names import in_words, inside, similar, words_of

    words = words_of(text)
    keys, begins = in_words(store, words, OWN)
    if keys:
        return Found(keys, exact=False, sure=begins)
    keys = _whole(store, folded, MENTIONED)
    if keys:
        return Found(keys, exact=True, sure=True)
    keys = in_words(store, words, MENTIONED)[0] or inside(store, words, OWN) or inside(store, words, MENTIONED)
    if keys:
        return Found(keys, exact=False)
    keys, whole = similar(store, folded)
    return Found(keys, exact=False, sure=whole)


def _keys(store: Store, statement: str, *values: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["key"] for row in store.connection.execute(statement, values)))


def _by_key(store: Store, text: str) -> tuple[str, ...]:
    statements = (
        "SELECT key FROM papers WHERE key = ?",
        "SELECT key FROM aliases JOIN papers ON papers.id = paper_id WHERE alias = ?",
        "SELECT key FROM papers WHERE key = ? COLLATE NOCASE",
        "SELECT key FROM aliases JOIN papers ON papers.id = paper_id WHERE alias = ? COLLATE NOCASE",
    )
    for statement in statements:
        keys = _keys(store, statement, text)
        if keys:
            return keys
    page, mark, ordinal = text.rpartition("#")
    if mark and ordinal.isascii() and ordinal.isdigit():
        return _keys(store, "SELECT key FROM sources WHERE record = ?", f"{page}#{ordinal}")
    return ()


def _identified(store: Store, text: str) -> tuple[str, ...]:
    if not any(map(str.isdecimal, text)) or any(map(str.isspace, text.strip())):
        return ()
    # Imported here, because a name without a digit must not pay for it.
    from corpus_index.store.identified import IS_IDENTIFIER, as_values

    statement = f"SELECT key FROM papers JOIN paper_ids ON paper_id = id WHERE {IS_IDENTIFIER} ORDER BY key"  # noqa: S608
    return _keys(store, statement, *as_values(text))


def _whole(store: Store, folded: str, roles: str) -> tuple[str, ...]:
    found = names(store, EQUAL, roles, folded)
    claimed_by_summary = [name for name in found if name.rank == 2]
    return keys_of([name for name in found if name.rank < 2] or claimed_by_summary)
