"""The demonstration index: what reading commands show until there is an index of one's own.

It is built from the seed pages where it is first needed, and kept in the platform's folder for caches. Its name tells
what it was built from and by what, so that an upgrade, or a change in a checkout, builds another one and removes it.
"""

import contextlib
import os
import shutil
import stat
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus_index import __version__
from corpus_index.errors import SourceMissing, StoreError, StoreUnwritable
from corpus_index.seed_pages import seed_folder, seed_pages
from corpus_index.store.connection import SCHEMA_VERSION, open_store

_APPLICATION = "corpus-index"
_SOURCES = (".py", ".sql", ".toml")
_NO_SOURCES = frozenset({"__pycache__", "seeds"})


def demonstration_store(directory: Path | None = None) -> Path:
    """Return the path of the demonstration index, which is built unless it is there in its current form.

    `directory` is the platform's folder for caches unless given; where it cannot be written, a folder of this user
    among the temporary files takes its place. Several processes may call this at once: each gets a whole index.
    """
    seeds = _read_seeds()
    name = f"demonstration-{SCHEMA_VERSION}-{_mark(seeds):08x}.db"
    for folder in _folders(directory):
        path = folder / name
        if _usable(path):
            return path
        with contextlib.suppress(OSError, StoreUnwritable):
            _build(path, seeds)
            _remove_others(path)
            return path
    raise StoreUnwritable(str(directory or name), "the demonstration index can be written nowhere", "add pages first")


def _read_seeds() -> list[tuple[str, bytes]]:
    seeds = [(path.name, path.read_bytes()) for path in seed_pages()]
    if not seeds:
        what = "the seed pages are not here, so there is nothing to demonstrate"
        raise SourceMissing(str(seed_folder()), what, "install the package again, or make an index: papers add PATH")
    return seeds


def _mark(seeds: Iterable[tuple[str, bytes]]) -> int:
    """A checksum of everything that the demonstration index depends on: the seed pages, and the code."""
    # A checksum is enough to notice a change, and half the hot path of a search would go into importing hashlib.
    mark = zlib.crc32(__version__.encode())
    for name, data in seeds:
        mark = zlib.crc32(data, zlib.crc32(name.encode(), mark))
    return zlib.crc32("\n".join(sorted(_states(Path(__file__).parent))).encode(), mark)


def _states(folder: Path) -> Iterator[str]:
    """What changes when a source file of the package does: its path in it, size and time of modification.

    The version alone does not: a checkout, and an installation made from one, change without it. To ask for the states
    of all files takes about half a millisecond, to read them several times that.
    """
    folders = [str(folder)]
    for at in folders:
        with os.scandir(at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in _NO_SOURCES:
                        folders.append(entry.path)
                elif entry.name.endswith(_SOURCES):
                    state = entry.stat()
                    yield f"{entry.path[len(folders[0]) :]} {state.st_size} {state.st_mtime_ns}"


def _folders(directory: Path | None) -> Iterable[Path]:
    if directory is None:
        from platformdirs import user_cache_path

        directory = user_cache_path(_APPLICATION, appauthor=False)
    yield directory
    yield _temporary_folder()


def _temporary_folder() -> Path:
    """A folder among the temporary files that nobody else can have put an index into."""
    owner = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"{_APPLICATION}-{owner}"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
        foreign = hasattr(os, "getuid") and (status.st_uid != owner or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))
        if stat.S_ISDIR(status.st_mode) and not foreign:
            return folder
    return Path(tempfile.mkdtemp(prefix=f"{_APPLICATION}-"))


def _usable(path: Path) -> bool:
    try:
        open_store(path).close()
    except StoreError:
        return False
    return True


def _remove_others(path: Path) -> None:
    """Remove the demonstration indexes of former states from the folder of this one."""
    for other in path.parent.glob("demonstration-*.db"):
        if other != path:
            # Windows does not remove a file that another process has open; the next change will.
            with contextlib.suppress(OSError):
                other.unlink()


def _build(path: Path, seeds: Iterable[tuple[str, bytes]]) -> None:
    """Build beside the place and rename: a reader sees the old file, or none, or the whole new one."""
    from corpus_index.pages import Source
    from corpus_index.pipeline import build

    path.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=".building-", dir=path.parent))
    try:
        fresh = workshop / path.name
        build(fresh, [Source(name, data) for name, data in seeds])
        try:
            fresh.replace(path)
        except PermissionError:
            # Windows does not replace a file that another process has open; then that process has built it.
            if not _usable(path):
                raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
