"""Compressed files and archives: what is in them, never more than a bounded amount."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

import zstandard

from corpus_index.errors import NotText, PageError, PageTooLarge
from corpus_index.pages.decode import MOST_BYTES

_MAGIC: tuple[tuple[bytes, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", lambda raw: gzip.GzipFile(fileobj=raw)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ\x00", lzma.LZMAFile),
    (b"\x28\xb5\x2f\xfd", lambda raw: zstandard.ZstdDecompressor().stream_reader(raw)),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How archives begin that hold files, and those that hold none."""
_OFFICE = (b"mimetypeapplication/", b"[Content_Types].xml")
LONGEST_MAGIC = 6
MOST_TIMES = 200
"""How much larger a file may become: text of papers shrinks to a tenth, JSON full of addresses to a thirtieth."""
_DAMAGED = (OSError, EOFError, MemoryError, zlib.error, lzma.LZMAError, zstandard.ZstdError, zipfile.BadZipFile)
"""Memory is short where a file asks for a dictionary of gigabytes."""
_HINT = "unpack it yourself and see whether it is whole"


def is_compressed(head: bytes) -> bool:
    """Say whether a file that begins so is one compressed stream (gzip, bzip2, xz or Zstandard)."""
    return any(head.startswith(magic) for magic, _ in _MAGIC)


def is_archive(data: bytes) -> bool:
    """Say whether a file is a ZIP archive of files, and no office document or e-book."""
    return data.startswith(_ZIP) and not any(mark in data[:200] for mark in _OFFICE)


def stream(name: str, raw: BinaryIO, head: bytes) -> BinaryIO:
    """Open what is in a compressed file whose first bytes are `head`; one that is not compressed is given back."""
    opened = next((open_ for magic, open_ in _MAGIC if head.startswith(magic)), None)
    return _Guarded(name, opened(raw), raw) if opened else raw  # type: ignore[return-value]


class _Guarded(io.RawIOBase):
    """A stream of what is in `raw`. Damage and what becomes far too large are errors of the page `name`.

    Closing it closes `raw`, too.
    """

    def __init__(self, name: str, inner: BinaryIO, raw: BinaryIO, *, empty: bool = False) -> None:
        self._name = name
        self._inner = inner
        self._raw = raw
        self._empty = empty
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(len(buffer))
        except _DAMAGED as problem:
            raise damaged(self._name, problem) from None
        if not data and not self._given and not self._empty:
            # Zstandard's reader gives nothing, and no error, where the first frame breaks off.
            raise damaged(self._name, EOFError("nothing is in it, or it breaks off"))
        self._given += len(data)
        if self._given > MOST_BYTES:
            refuse_bomb(self._name, self._given, self._raw.tell())
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
            self._raw.close()
        super().close()


def damaged(name: str, problem: Exception) -> NotText:
    """Say that a compressed file is not whole."""
    return NotText(name, f"is compressed and cannot be unpacked: {problem}", _HINT)


def refuse_bomb(name: str, unpacked: int, packed: int) -> None:
    """Raise `PageTooLarge` where a file of `packed` bytes is unpacked to far more than text of papers is."""
    if unpacked > max(MOST_BYTES, MOST_TIMES * packed):
        what = f"is more than {MOST_TIMES} times as large when it is unpacked, as no file of papers is"
        raise PageTooLarge(name, what, _HINT)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its `name` with that of the archive, opened once, and how to open it again."""

    name: str
    file: BinaryIO
    reopen: Callable[[], BinaryIO]


def members(name: str, opened: Callable[[], BinaryIO]) -> Iterator[Member | PageError]:
    """Give the files in a ZIP archive in its order, without hidden ones; each is to be read before the next one.

    One without any such file is an error that says so.
    """
    try:
        with opened() as raw, zipfile.ZipFile(raw) as archive:
            files = [info for info in archive.infolist() if info.filename and not info.is_dir()]
            # A file cannot become larger than it says, but several may be made of the same bytes.
            refuse_bomb(name, sum(info.file_size for info in files), raw.seek(0, io.SEEK_END))
            shown = [info for info in files if not _is_hidden(info.filename)]
            if not shown:
                what = "only hidden files, or paths that lead out of it" if files else "no files"
                yield NotText(name, f"is a ZIP archive with {what}", "name one with saved pages in it")
            for info in shown:
                yield from _opened_member(f"{name}/{info.filename}", archive, info, opened)
    except PageError as problem:
        yield problem
    except Exception as problem:  # the library fails in many ways on what is no archive
        yield damaged(name, problem)


def _opened_member(
    name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, opened: Callable[[], BinaryIO]
) -> Iterator[Member | PageError]:
    if info.flag_bits & 1:
        yield NotText(name, "is encrypted", "unpack the archive yourself")
        return
    try:
        with archive.open(info) as file:
            guarded: BinaryIO = _Guarded(name, file, file, empty=True)  # type: ignore[assignment, arg-type]
            yield Member(name, guarded, partial(_member, name, opened, info))
    except Exception as problem:  # as above; the members behind this one may be whole
        yield damaged(name, problem)


def _is_hidden(path: str) -> bool:
    # A part `..` leads out of the archive.
    return any(part.startswith((".", "__MACOSX")) for part in path.split("/"))


def _member(name: str, opened: Callable[[], BinaryIO], info: zipfile.ZipInfo) -> BinaryIO:
    raw = opened()
    return _Guarded(name, zipfile.ZipFile(raw).open(info), raw, empty=True)  # type: ignore[return-value, arg-type]
