"""A file that is made beside its place and put there whole, so that nobody ever sees half of it."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def fresh_file(place: Path) -> Iterator[Path]:
    """An empty file in the folder of `place`; after the block it is gone, unless it was put in its place."""
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=".new", dir=place.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def put_in_place(fresh: Path, place: Path, *, replace: bool = False, mode: int | None = None) -> None:
    """Put a file that `fresh_file` made in its place, with permissions `mode` (those of any new file).

    Raises `FileExistsError` where another one is there and is not to be replaced.
    """
    fresh.chmod(0o666 & ~_umask() if mode is None else mode)  # mkstemp makes files that only their owner can read
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    if replace:
        fresh.replace(place)
        return
    try:
        place.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:  # no hard links on this file system
        if place.exists():
            raise FileExistsError(place) from None
        fresh.replace(place)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
