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

from corpus_index.errors import NotText, PageError

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
_DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError, zipfile.BadZipFile)
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
    """A stream whose damage is reported as an error of the page `name`; closing it closes `raw`, too."""

    def __init__(self, name: str, inner: BinaryIO, raw: BinaryIO, *, empty: bool = False) -> None:
        self._name = name
        self._inner = inner
        self._raw = raw
        self._given = empty

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        try:
            data = self._inner.read(len(buffer))
        except _DAMAGED as problem:
            raise damaged(self._name, problem) from None
        if not data and not self._given:
            # Zstandard's reader gives nothing, and no error, where the first frame breaks off.
            raise damaged(self._name, EOFError("nothing is in it, or it breaks off"))
        self._given = self._given or bool(data)
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
            files = [info for info in archive.infolist() if not info.is_dir()]
            shown = [info for info in files if not _is_hidden(info.filename)]
            if not shown:
                what = "only hidden files, or paths that lead out of it" if files else "no files"
                yield NotText(name, f"is a ZIP archive with {what}", "name one with saved pages in it")
            for info in shown:
                inner = f"{name}/{info.filename}"
                if info.flag_bits & 1:
                    yield NotText(inner, "is encrypted", "unpack the archive yourself")
                    continue
                with archive.open(info) as file:
                    guarded: BinaryIO = _Guarded(inner, file, file, empty=True)  # type: ignore[assignment, arg-type]
                    yield Member(inner, guarded, partial(_member, inner, opened, info))
    except (*_DAMAGED, NotImplementedError, RuntimeError) as problem:
        yield damaged(name, problem)


def _is_hidden(path: str) -> bool:
    # A part `..` leads out of the archive.
    return any(part.startswith((".", "__MACOSX")) for part in path.split("/"))


def _member(name: str, opened: Callable[[], BinaryIO], info: zipfile.ZipInfo) -> BinaryIO:
    raw = opened()
    return _Guarded(name, zipfile.ZipFile(raw).open(info), raw, empty=True)  # type: ignore[return-value, arg-type]
