"""Paths to bytes: files, folders with all that is in them, and standard input. Nothing is decoded here."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus_index.errors import PageError, SourceMissing, SourceUnreadable
from corpus_index.pages.decode import MOST_BYTES, too_large

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one source, and its `name` as given (below a folder: the folder as given, then the path in it)."""

    name: str
    data: bytes


def sources(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Source | PageError]:
    """Read sources one at a time, in the order given; a folder's files in the order of their names.

    `-` is `stdin`. What cannot be read is yielded as the error that says why, and the reading goes on.
    """
    stdin_left = stdin
    for path in expand(paths):
        if isinstance(path, PageError):
            yield path
        elif path == STDIN:
            yield _from_stdin(stdin_left, again=stdin is not None)
            stdin_left = None
        else:
            yield _from_file(path)


def expand(paths: Iterable[str]) -> Iterator[str | PageError]:
    """Replace folders by the paths of their files, without reading any; entries that begin with a dot are left out.

    Expanding what was expanded changes nothing, so that a caller can count the sources before they are read.
    """
    for path in paths:
        if path != STDIN and path and Path(path).is_dir():
            yield from _folder(path)
        else:
            yield path


def _folder(path: str) -> Iterator[str | PageError]:
    empty = True
    for entry in _walk(path, frozenset()):
        empty = False
        yield entry
    if empty:
        yield SourceMissing(_printable(path), "holds no pages", "name a folder with saved pages in it")


def _walk(folder: str, above: frozenset[tuple[int, int]]) -> Iterator[str | PageError]:
    """Walk in the order of names; a folder that a link leads back to is not entered again."""
    try:
        status = Path(folder).stat()
        entries = sorted(os.listdir(folder))  # noqa: PTH208 - the path stays as given, "./" included
    except OSError as error:
        yield _refused(folder, error)
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        return
    for entry in entries:
        if entry.startswith("."):
            continue
        path = os.path.join(folder, entry)  # noqa: PTH118 - as above
        if Path(path).is_dir():
            yield from _walk(path, above | {here})
        else:
            yield path


def _from_stdin(stdin: BinaryIO | None, *, again: bool) -> Source | PageError:
    if stdin is None:
        what = "standard input was read already" if again else "there is no standard input"
        return SourceUnreadable(STDIN, what, "name a file instead")
    try:
        data = stdin.read(MOST_BYTES + 1)
    except OSError as error:
        return _refused(STDIN, error)
    return too_large(STDIN) if len(data) > MOST_BYTES else Source(STDIN, data)


def _from_file(path: str) -> Source | PageError:
    name = _printable(path)
    if not path:
        return SourceMissing("''", "is not a path", "name a file, a folder, or - for standard input")
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            return SourceUnreadable(
                name, f"is {_kind(status.st_mode)}, not a file", "save it to a file, or pipe it to -"
            )
        if status.st_size > MOST_BYTES:
            return too_large(name, status.st_size)
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return _refused(path, error)
    return too_large(name) if len(data) > MOST_BYTES else Source(name, data)


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a folder" if stat.S_ISDIR(mode) else "a device"


def _refused(path: str, error: OSError | ValueError) -> PageError:
    name = _printable(path)
    if isinstance(error, ValueError):
        return SourceMissing(ascii(path), "is not a path", "name a file, a folder, or - for standard input")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        broken = Path(path).is_symlink()
        what = "is a link to a file that does not exist" if broken else "no such file or folder"
        return SourceMissing(name, what, "check the spelling")
    if isinstance(error, PermissionError):
        return SourceUnreadable(name, "may not be read: permission denied", "change its permissions")
    return SourceUnreadable(name, f"cannot be read: {error.strerror or error}", "copy it elsewhere and try again")


def _printable(path: str) -> str:
    """Write bytes of a file name that are no text as escapes, so that the name can be stored and shown."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
