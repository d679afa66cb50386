"""Which index a command uses."""

import os
from pathlib import Path

from cli.console import say
from corpus_index.store import Store, open_store

_APPLICATION = "corpus-index"
_FILE = "papers.db"


def own_path(given: str | None) -> Path:
    """The person's own index: `--db`, else `$PAPERS_DB`, else a file in the data folder of the system."""
    chosen = given or os.environ.get("PAPERS_DB")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path(_APPLICATION, appauthor=False) / _FILE


def open_to_read(given: str | None) -> Store:
    """Open the index; where there is none yet, the demonstration index, and say so.

    A file that was named on the command line must exist: a slip of the finger should not show other papers.
    """
    path = own_path(given)
    if given or path.exists():
        return open_store(path)
    return open_store(demonstration_path())


def demonstration_path() -> Path:
    """The index of the seed pages, made when it is first asked for."""
    from platformdirs import user_cache_path

    from corpus_index.demonstration import demonstration_store

    say("no index yet, so this is the demonstration index of four seed pages; start your own: papers add PATH", "quiet")
    return demonstration_store(user_cache_path(_APPLICATION, appauthor=False))


def is_demonstration(given: str | None) -> bool:
    """Whether reading commands fall back on the demonstration index."""
    return not given and not own_path(given).exists()
