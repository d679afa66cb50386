"""The papers that are to be written or cited: by query, by key, and by what manuscripts cite."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cli.console import say
from cli.selection import keys_matching
from corpus_index.errors import NoSuchName
from corpus_index.store import Store, read
from corpus_index.store.names import find

_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Subset:
    """Keys of papers, sorted; `lacking` says that a manuscript cites a key that no paper has.

    `cited` are the keys that manuscripts cite, former ones among them, and those of papers asked for beside these.
    """

    keys: list[str]
    lacking: bool = False
    cited: frozenset[str] = frozenset()


def subset(
    store: Store, words: Sequence[str] = (), keys: Sequence[str] = (), manuscripts: Sequence[str] = (), links: int = 0
) -> Subset:
    """Choose all papers that any of these names, and those around them; all papers where nothing is asked for.

    `words` are a query, or keys where each of them is one. A key `-` stands for those on standard input. What a
    manuscript cites and no paper has is reported; an unknown key of `keys` raises `NoSuchName`.
    """
    query = " ".join(words)
    called = read.current_keys(store, words) if words else {}
    matching = called.values() if words and len(called) == len(set(words)) else keys_matching(store, query)
    if matching is None and not keys and not manuscripts:
        return Subset(list(read.keys(store)))
    chosen = {*(matching or ()), *known_keys(store, keys)}
    lacking = False
    # Who asks for a paper beside a manuscript wants its own key, too.
    cited = frozenset(chosen if manuscripts else ())
    for manuscript in manuscripts:
        found, complete = _cited(store, manuscript)
        chosen.update(found.values())
        cited |= found.keys()
        lacking = lacking or not complete
    if links:
        from corpus_index.export_selection import with_linked

        return Subset(with_linked(store, chosen, links), lacking, cited)
    return Subset(sorted(chosen), lacking, cited)


def known_keys(store: Store, keys: Sequence[str]) -> list[str]:
    """Give the present keys of papers with these keys or former keys; `NoSuchName` for the first that no paper has."""
    asked = [each for key in keys for each in (sys.stdin.read().split() if key == _STANDARD_INPUT else [key])]
    known = read.current_keys(store, asked)
    for key in asked:
        if key not in known:
            close = _close(store, key)
            hint = f"did you mean {' or '.join(close)}" if close else "see: papers list"
            raise NoSuchName(key, "no paper has this key", hint)
    return [known[key] for key in asked]


def _cited(store: Store, manuscript: str) -> tuple[dict[str, str], bool]:
    """Give the present keys of the papers that a file cites by the cited ones, and whether each key has a paper."""
    from corpus_index.export_selection import cited_papers

    data = sys.stdin.buffer.read() if manuscript == _STANDARD_INPUT else Path(manuscript).read_bytes()
    cited = cited_papers(store, manuscript, data.decode("utf-8", "replace"))
    if not cited:
        say(f"papers: {manuscript} cites nothing that is found in it", "warning")
    lacking = [key for key, paper in cited.items() if paper is None]
    for key in lacking:
        close = _close(store, key)
        hint = f"; did you mean {' or '.join(close)}" if close else ""
        say(f"papers: {manuscript} cites {key}, which no paper has as its key{hint}", "warning")
    return {key: paper for key, paper in cited.items() if paper is not None}, not lacking


def _close(store: Store, key: str) -> tuple[str, ...]:
    return find(store, key).keys[:3]
