"""Paths to bytes: files, folders with all that is in them, and standard input. Nothing is decoded here."""

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from corpus_index.errors import PageError, SourceMissing, SourceUnreadable
from corpus_index.pages import unpacking
from corpus_index.pages.composing import MOST_RECORDS
from corpus_index.pages.decode import MOST_BYTES, too_large
from corpus_index.pages.line_readers import line_reader_of

STDIN = "-"
AT_ONCE = 8 * 1024 * 1024
"""From how many bytes on lines of papers are read in parts; anything else is read whole up to `MOST_BYTES`.

So are those of which there are more than a page may have records.
"""
BEGINNING = 1024 * 1024
"""How much is read of a source that is read in parts, in bytes: enough to tell what it is."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one source, and its `name` as given (below a folder: the folder as given, then the path in it).

    Compressed files are unpacked, and each file in a ZIP archive is a source of its own. Of a source that is read in
    parts, `data` is the beginning, and `reopen` opens the whole, unpacked, as often as it is called.
    """

    name: str
    data: bytes
    reopen: Callable[[], BinaryIO] | None = None


def sources(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Source | PageError]:
    """Read sources one at a time, in the order given; a folder's files in the order of their names.

    `-` is `stdin`. What cannot be read is yielded as the error that says why, and the reading goes on.
    """
    stdin_left = stdin
    for path in expand(paths):
        if isinstance(path, PageError):
            yield path
        elif path == STDIN:
            yield from _unpacked(_from_stdin(stdin_left, again=stdin is not None))
            stdin_left = None
        else:
            yield from _unpacked(_from_file(path))


def expand(paths: Iterable[str]) -> Iterator[str | PageError]:
    """Replace folders by the paths of their files, without reading any; entries that begin with a dot are left out.

    A link in a folder that leads out of it is an error: whoever made the folder may not read what the reader may.
    Expanding what was expanded changes nothing, so that a caller can count the sources before they are read.
    """
    for path in paths:
        if path != STDIN and path and Path(path).is_dir():
            yield from _folder(path)
        else:
            yield path


def _folder(path: str) -> Iterator[str | PageError]:
    empty = True
    for entry in _walk(path, os.path.realpath(path), frozenset()):
        empty = False
        yield entry
    if empty:
        yield SourceMissing(_printable(path), "holds no pages", "name a folder with saved pages in it")


def _walk(folder: str, root: str, above: frozenset[tuple[int, int]]) -> Iterator[str | PageError]:
    """Walk in the order of names; a folder that a link leads back to is not entered again. `root` has no links."""
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
        if Path(path).is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
            yield SourceUnreadable(_printable(path), "is a link that leads out of its folder", "name what it leads to")
        elif Path(path).is_dir():
            yield from _walk(path, root, above | {here})
        else:
            yield path


def _from_stdin(stdin: BinaryIO | None, *, again: bool) -> Source | PageError:
    if stdin is None:
        what = "standard input was read already" if again else "there is no standard input"
        return SourceUnreadable(STDIN, what, "name a file instead")
    try:
        data = stdin.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            return too_large(STDIN)
        opened = partial(_stream, STDIN, data)
        return _read(STDIN, opened(), opened)
    except PageError as problem:
        return problem
    except OSError as error:
        return _refused(STDIN, error)


def _stream(name: str, data: bytes) -> BinaryIO:
    return unpacking.stream(name, io.BytesIO(data), data[: unpacking.LONGEST_MAGIC])


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
        with _opened(path, name) as file:
            return _read(name, file, lambda: _opened(path, name))
    except PageError as problem:
        return problem
    except (OSError, ValueError) as error:
        return _refused(path, error)


def _read(name: str, file: BinaryIO, reopen: Callable[[], BinaryIO]) -> Source:
    """Read a source whole, or of one that is read in parts the beginning."""
    data = file.read(min(AT_ONCE, MOST_BYTES) + 1)
    if not _has_parts(name, data):
        data += file.read(MOST_BYTES + 1 - len(data))
    return Source(name, data[:BEGINNING], reopen) if _has_parts(name, data) else Source(name, data)


def _has_parts(name: str, data: bytes) -> bool:
    if len(data) <= min(AT_ONCE, MOST_BYTES) and data.count(b"\n") <= MOST_RECORDS:
        return False
    if unpacking.is_archive(data):
        return True
    try:
        line_reader_of(name, data[:BEGINNING])
    except PageError:
        return len(data) > MOST_BYTES
    return True


def _opened(path: str, name: str) -> BinaryIO:
    """Open a file, unpacked where it is compressed; closing what is given back closes the file."""
    file = Path(path).open("rb")  # noqa: SIM115  closed by whoever gets it
    try:
        head = file.read(unpacking.LONGEST_MAGIC)
        file.seek(0)
        return unpacking.stream(name, file, head)
    except BaseException:
        file.close()
        raise


def _unpacked(source: Source | PageError) -> Iterator[Source | PageError]:
    """Take a ZIP archive apart; anything else is given back."""
    if isinstance(source, PageError) or not unpacking.is_archive(source.data):
        yield source
        return
    archive = source.data
    for member in unpacking.members(source.name, source.reopen or (lambda: io.BytesIO(archive))):
        try:
            yield member if isinstance(member, PageError) else _read(member.name, member.file, member.reopen)
        except PageError as problem:
            yield problem


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
