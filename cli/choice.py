"""From what a person calls a paper to one paper."""

from __future__ import annotations

from contextlib import contextmanager

from cli.console import json_line, put, say
from cli.render.wording import titled
from corpus_index.domain.choice import Choice, Choices
from corpus_index.domain.wording import counted, shortened
from corpus_index.errors import NoSuchName, PapersError, QueryError
from corpus_index.store.names import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus_index.store import Store

_MOST_CHOICES = 20
_KEYS_ARE_LISTED = "papers list shows the keys and titles"


def named(words: list[str]) -> str:
    """Join the words of a NAME. Raises `PapersError` for one without anything in it, which no index can answer."""
    name = " ".join(words)
    if not name.strip():
        raise PapersError("NAME", "is empty", _KEYS_ARE_LISTED)
    return name


def one_key(store: Store, name: str, *, json: bool = False) -> str | None:
    """Give the key of the paper that is meant; where that is not sure, print the choice and give `None`.

    A guess is said. Raises `NoSuchName` where nothing resembles the name; see `no_name_as_json`.
    """
    found = find(store, name)
    shown = shortened(name)
    if not found.keys:
        raise NoSuchName(name, "no paper has this name or one like it", _elsewhere(store, name))
    if len(found.keys) == 1 and found.sure:
        if not found.exact:
            say(f"papers: {shown} is taken for {found.keys[0]}", "quiet")
        return found.keys[0]
    if len(found.keys) == 1:
        say(f"papers: {shown} is only like a part of a name; give more of the name, or the key:", "warning")
    else:
        count = counted(len(found.keys), "paper")
        say(f"papers: {shown} may be one of {count}; give more of the name, or a key:", "warning")
    if json:
        _print_json(name, [Choice(key=key, title=_title(store, key)) for key in found.keys])
    else:
        _print_choice(store, found.keys)
    return None


def _elsewhere(store: Store, name: str) -> str:
    """Say how texts and authors are searched for the words of a name, spelled as the index spells them."""
    if not any(map(str.isalnum, name)):
        return _KEYS_ARE_LISTED
    # Imported here, because a name that is found must not pay for it.
    from corpus_index.search.answer import ranking

    try:
        ranked = ranking(store, name, limit=1)
    except QueryError:
        return f"to search the text: papers search '{shortened(name)}'"
    meant = ranked.offered or (ranked.reading.query if ranked.corrected else None)
    spelled = f"did you mean {shortened(str(meant))}; " if meant else ""
    return f"{spelled}to search the text: papers search '{shortened(str(meant or name))}'"


@contextmanager
def no_name_as_json(json: bool) -> Iterator[None]:
    """Let a name that nothing has be answered in JSON too, with the names that come close."""
    try:
        yield
    except NoSuchName as error:
        if json:
            _print_json(error.where, [Choice(key=name, title=None) for name in error.close])
        raise


def _print_json(name: str, choices: list[Choice]) -> None:
    from json import dumps

    from corpus_index.domain.plain import plain

    json_line(dumps(plain(Choices(name=name, choices=tuple(choices))), ensure_ascii=False))


def _print_choice(store: Store, keys: tuple[str, ...]) -> None:
    for key in keys[:_MOST_CHOICES]:
        put((key, "key"), *titled(key, _title(store, key)), indent="  ", later="    ")
    if len(keys) > _MOST_CHOICES:
        say(f"papers: and {len(keys) - _MOST_CHOICES} more", "quiet")


def _title(store: Store, key: str) -> str:
    title: str = store.connection.execute("SELECT title FROM papers WHERE key = ?", (key,)).fetchone()[0]
    return title
