"""From what a person calls a paper to one paper."""

from cli.console import put, say
from cli.render.wording import titled
from corpus_index.errors import NoSuchName
from corpus_index.store import Store
from corpus_index.store.names import find

_MOST_CHOICES = 20


def one_key(store: Store, words: list[str], *, quiet: bool = False) -> str | None:
    """Give the key of the paper that is meant; where several may be, print the choice and give `None`.

    With `quiet` the choice goes to standard error, so that standard output stays JSON. A guess is said. Raises
    `NoSuchName` where nothing resembles the name.
    """
    name = " ".join(words)
    found = find(store, name)
    if not found.keys:
        raise NoSuchName(name, "no paper has this name or one like it", f"to search the text: papers search '{name}'")
    if len(found.keys) == 1:
        if not found.exact:
            say(f"papers: {name} is taken for {found.keys[0]}", "quiet")
        return found.keys[0]
    _print_choice(store, name, found.keys, quiet=quiet)
    return None


def _print_choice(store: Store, name: str, keys: tuple[str, ...], *, quiet: bool) -> None:
    say(f"papers: {name} may be one of {len(keys)} papers; give more of the name, or a key:", "warning")
    for key in keys[:_MOST_CHOICES]:
        title = store.connection.execute("SELECT title FROM papers WHERE key = ?", (key,)).fetchone()[0]
        if quiet:
            say(f"  {key} · {title}")
        else:
            put((key, "key"), *titled(key, title), indent="  ", later="    ")
    if len(keys) > _MOST_CHOICES:
        say(f"papers: and {len(keys) - _MOST_CHOICES} more", "quiet")
