"""Building the demonstration index."""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from corpus_index.demonstration import is_usable, name_of, read_seeds
from corpus_index.errors import StoreUnwritable

_APPLICATION = "corpus-index"


def demonstration_store(directory: Path | None = None) -> Path:
    """Return the path of the demonstration index, which is built unless it is there in its current form.

    `directory` is the platform's folder for caches unless given; where it cannot be written, a folder of this user
    among the temporary files takes its place. Several processes may call this at once: each gets a whole index.
    """
    seeds = read_seeds()
    name = name_of(seeds)
    for folder in _folders(directory):
        path = folder / name
        if is_usable(path):
            return path
        with contextlib.suppress(OSError, StoreUnwritable):
            _build(path, seeds)
            _remove_others(path)
            return path
    raise StoreUnwritable(str(directory or name), "the demonstration index can be written nowhere", "add pages first")


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
            if not is_usable(path):
                raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
