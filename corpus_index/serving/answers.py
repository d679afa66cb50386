"""What each path answers: below `/api/` the JSON of the commands, else a page of the site, made on request."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from corpus_index.domain.plain import plain
from corpus_index.domain.wording import shortened
from corpus_index.errors import NoSuchName, PapersError
from corpus_index.report import benchmarks, check, leaderboard, models, profiles
from corpus_index.report.graph import graph, missing
from corpus_index.search import matching, search
from corpus_index.search.related import related
from corpus_index.serving.requested import page
from corpus_index.site.pages import Contents
from corpus_index.store import Store, read
from corpus_index.store.names import find

MOST_HITS = 100
_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a response, and what it is."""

    body: bytes
    type: str


def answer(store: Store, contents: Callable[[], Contents], path: str, asked: Mapping[str, str]) -> Answer:
    """Answer a path, decoded and without its first `/`, with the parameters `asked`; `contents` serve pages only.

    Raises `NoSuchName` where there is nothing, and another `PapersError` for what cannot be understood.
    """
    if path == "api" or path.startswith("api/"):
        value = _json(store, path.split("/", 2)[1:], asked)
        return Answer(json.dumps(plain(value), allow_nan=False).encode() + b"\n", "application/json")
    path = path or "index.html"
    kind = _TYPES.get(path.rpartition(".")[2], "")
    body = _asset(path) if path.startswith("assets/") else page(store, contents(), path)
    if not kind or body is None:
        raise NoSuchName(shortened(path), "there is no such page", "begin at /")
    return Answer(body if isinstance(body, bytes) else body.encode("utf-8", "replace"), f"{kind}; charset=utf-8")


def _asset(path: str) -> bytes | None:
    """A file that comes with the site; each part of the path must be a name in its folder, so that none leads out."""
    here = files("corpus_index.site")
    for part in path.split("/"):
        inside = {each.name: each for each in here.iterdir()} if here.is_dir() else {}
        if part not in inside:
            return None
        here = inside[part]
    return here.read_bytes() if here.is_file() else None


def _json(store: Store, parts: list[str], asked: Mapping[str, str]) -> Any:
    what, name = (*parts, "", "")[:2]
    keys = matching(store, asked["query"]) if asked.get("query", "").strip() else None
    if what == "search" and not name:
        return search(store, asked.get("q", ""), _limit(asked))
    if what == "papers" and name:
        return read.paper(store, _key(store, name))
    if what == "related" and name:
        return related(store, _key(store, name), keys)[: _limit(asked)]
    if what in _NAMED and name:
        return _NAMED[what](store, name, keys)
    if what in _LISTS and not name:
        return _LISTS[what](store, keys)
    raise NoSuchName(shortened("/".join(parts)), "there is no such answer", f"there are {', '.join(ANSWERS)}")


def _key(store: Store, name: str) -> str:
    """The key of the one paper that a name surely means."""
    found = find(store, name)
    if len(found.keys) == 1 and found.sure:
        return found.keys[0]
    what = f"may be one of {len(found.keys)} papers" if found.keys else "no paper has this name or one like it"
    raise NoSuchName(shortened(name), what, "give a key", found.keys)


def _limit(asked: Mapping[str, str]) -> int:
    given = asked.get("limit", "10")
    if not (given.isascii() and given.isdigit() and 0 < int(given[:9]) <= MOST_HITS):
        raise PapersError("limit", f"is {shortened(given)}", f"give a number from 1 to {MOST_HITS}")
    return int(given)


_Keys = Collection[str] | None
_NAMED: dict[str, Callable[[Store, str, _Keys], Any]] = {
    "benchmarks": leaderboard,
    "models": lambda store, name, keys: profiles(store, models(store, name, keys), keys),
}
_LISTS: dict[str, Callable[[Store, _Keys], Any]] = {
    "benchmarks": benchmarks,
    "models": lambda store, keys: models(store, keys=keys),
    "graph": graph,
    "missing": missing,
    "check": lambda store, _: check(store),
    "info": lambda store, _: read.counts(store),
}
ANSWERS = (
    "search?q=", "papers/NAME", "related/NAME", *(f"{name}/NAME" for name in _NAMED), *_LISTS,
)  # fmt: skip
"""The paths below `/api/`."""
