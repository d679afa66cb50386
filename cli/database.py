"""Which index a command uses."""

from __future__ import annotations

import os

from cli.console import say
from corpus_index.errors import PapersError, StoreMissing
from corpus_index.store import Store, open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

_FILE = "papers.db"


def own_path(given: str | None) -> str:
    """The person's own index: `--db`, else `$PAPERS_DB`, else a file in the data folder of the system."""
    if given is not None and not given.strip():
        raise PapersError("--db", "is empty", "give the file of an index, or leave it out")
    if chosen := given or _of_environment():
        return os.path.expanduser(chosen)
    # Imported here, because most who give no index have none yet.
    from cli.folders import data_folder

    return os.path.join(data_folder(), _FILE)


def path_to_change(given: str | None) -> Path:
    """The index that a command changes. Where it lies on a network file system, what that means is said."""
    from pathlib import Path

    from corpus_index.store.network import network_of

    path = Path(own_path(given))
    if kind := network_of(path):
        what = f"papers: {path} is on a network file system ({kind}), where locks may fail"
        say(f"{what}; let only one machine change it at a time, and make copies: papers backup", "warning")
    return path


def path_to_add(given: str | None) -> Path:
    """The index to add to. It is made where there is none, but its folder only in the data folder of the system.

    A folder that was mistyped should not come into being.
    """
    path = path_to_change(given)
    if (given or _of_environment()) and not path.parent.exists():
        raise StoreMissing(str(path), f"the folder {path.parent} does not exist", "make it, or give another path")
    return path


def open_to_read(given: str | None) -> Store:
    """Open the index; where there is none yet, the demonstration index, and say so. That it is empty is said too.

    A file that was named must exist, or a slip of the finger would show other papers. Raises `StoreMissing`.
    """
    path = own_path(given)
    if not given and _of_environment() and not os.path.exists(path):
        hint = "make one with: papers add PATH, or set $PAPERS_DB to yours, or to nothing"
        raise StoreMissing(path, "there is no index here, where $PAPERS_DB says", hint)
    store = open_store(_demonstration_path() if is_demonstration(given) else path)
    try:
        store.snapshot()
        if is_empty(store):
            say("papers: the index is empty; add pages: papers add PATH", "quiet")
    except BaseException as error:
        store.__exit__(type(error), error, None)
        raise
    return store


def is_empty(store: Store) -> bool:
    """Whether the index holds no paper."""
    return not store.connection.execute("SELECT EXISTS (SELECT 1 FROM papers)").fetchone()[0]


def _demonstration_path() -> str:
    """The index of the seed pages, made when it is first asked for; that it is this one is said."""
    from cli.folders import cache_folder
    from corpus_index.demonstration import demonstration_in

    what = "no index yet, so this is the demonstration index of four seed pages; start your own: papers add PATH"
    say(what, "quiet")
    return demonstration_in(cache_folder()) or _built_demonstration()


def _built_demonstration() -> str:
    from pathlib import Path

    from cli.boundary import listen_for_termination
    from cli.folders import cache_folder
    from corpus_index.demonstration_building import demonstration_store

    listen_for_termination()
    return str(demonstration_store(Path(cache_folder())))


def is_demonstration(given: str | None) -> bool:
    """Whether reading commands fall back on the demonstration index: where none is named, and there is none yet."""
    return not given and not _of_environment() and not os.path.exists(own_path(given))


def _of_environment() -> str | None:
    return os.environ.get("PAPERS_DB")
