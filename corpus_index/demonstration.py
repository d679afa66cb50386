"""The demonstration index: what reading commands show until there is an index of one's own.

It is built from the seed pages where it is first needed, and kept in the platform's folder for caches. Its name tells
what it was built from and by what, so that an upgrade, or a change in a checkout, builds another one and removes it.
"""

from __future__ import annotations

import os
import zlib

from corpus_index import __version__
from corpus_index.errors import SourceMissing, StoreError
from corpus_index.seed_pages import seed_files, seed_folder
from corpus_index.store.connection import SCHEMA_VERSION, StrPath, open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SOURCES = (".py", ".sql", ".toml")
_NO_SOURCES = frozenset({"__pycache__", "seeds"})


def demonstration_in(directory: str) -> str | None:
    """The path of the demonstration index in this folder, `None` where it has to be built."""
    path = os.path.join(directory, name_of(read_seeds()))
    return path if is_usable(path) else None


def name_of(seeds: Iterable[tuple[str, bytes]]) -> str:
    """The name of the file of the demonstration index that these pages and this code make."""
    return f"demonstration-{SCHEMA_VERSION}-{_mark(seeds):08x}.db"


def read_seeds() -> list[tuple[str, bytes]]:
    """The seed pages, by name. Raises `SourceMissing` where there are none."""
    seeds = []
    for path in seed_files():
        with open(path, "rb") as file:
            seeds.append((os.path.basename(path), file.read()))
    if not seeds:
        what = "the seed pages are not here, so there is nothing to demonstrate"
        raise SourceMissing(seed_folder(), what, "install the package again, or make an index: papers add PATH")
    return seeds


def is_usable(path: StrPath) -> bool:
    """Whether there is an index at `path` that can be read."""
    try:
        open_store(path).close()
    except StoreError:
        return False
    return True


def _mark(seeds: Iterable[tuple[str, bytes]]) -> int:
    """A checksum of everything that the demonstration index depends on: the seed pages, and the code."""
    # A checksum is enough to notice a change, and half the hot path of a search would go into importing hashlib.
    mark = zlib.crc32(__version__.encode())
    for name, data in seeds:
        mark = zlib.crc32(data, zlib.crc32(name.encode(), mark))
    return zlib.crc32("\n".join(sorted(_states(os.path.dirname(__file__)))).encode(), mark)


def _states(folder: StrPath) -> Iterator[str]:
    """What changes when a source file of the package does: its path in it, size and time of modification.

    The version alone does not: a checkout, and an installation made from one, change without it. To ask for the states
    of all files takes about half a millisecond, to read them several times that.
    """
    folders = [os.fspath(folder)]
    for at in folders:
        with os.scandir(at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in _NO_SOURCES:
                        folders.append(entry.path)
                elif entry.name.endswith(_SOURCES):
                    state = entry.stat()
                    yield f"{entry.path[len(folders[0]) :]} {state.st_size} {state.st_mtime_ns}"
