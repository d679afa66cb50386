"""Bytes to text: UTF-8 with and without byte order mark, UTF-16 with one. Anything else is refused, never guessed."""

import codecs
import hashlib

from corpus_index.domain.page import Page, PageDigest
from corpus_index.errors import NotText, PageTooLarge

# Pages of papers have some ten thousand characters; one reading of this many takes some seconds.
MOST_BYTES = 64 * 1024 * 1024

_SAVE_AS = "save the page as plain text in UTF-8"
_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)


def load(name: str, data: bytes) -> Page:
    """Decode a page; a byte order mark is no part of the text, line ends stay as they are.

    Raises `PageTooLarge` above `MOST_BYTES`, and `NotText` for what is empty, binary or wrongly encoded.
    """
    if len(data) > MOST_BYTES:
        raise too_large(name, len(data))
    text = _decode(name, data)
    if not text or text.isspace():
        raise NotText(name, "is empty" if not data else "holds nothing but white space", "save the page again")
    _refuse_nul(name, text)
    return Page(name=name, digest=PageDigest(hashlib.sha256(data).hexdigest()), text=text)


def too_large(name: str, size: int | None = None) -> PageTooLarge:
    """Say that a source of `size` bytes (`None`: not known) is too large."""
    limit = f"more than the {MOST_BYTES // 1024**2} MB that are read at once"
    what = f"is too large: {limit}" if size is None else f"is too large: {size / 1024**2:,.0f} MB, {limit}"
    return PageTooLarge(name, what, "split it into smaller files")


def _decode(name: str, data: bytes) -> str:
    for start, kind in _KINDS:
        if data.startswith(start):
            raise NotText(name, f"is {kind}, not text", _SAVE_AS)
    mark, encoding, label = next(
        (entry for entry in _BYTE_ORDER_MARKS if data.startswith(entry[0])), (b"", "utf-8", "UTF-8")
    )
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        raise _misfit(name, data, offset, label) from None


def _misfit(name: str, data: bytes, offset: int, label: str) -> NotText:
    if label == "UTF-8" and 0 in data[:4096]:
        return NotText(name, f"is binary, not text: byte {data.index(0)} is 0", _SAVE_AS)
    what = f"is not {label}: byte 0x{data[offset]:02X} at offset {offset}"
    if label != "UTF-8":
        return NotText(name, what, _SAVE_AS)
    line = data.count(b"\n", 0, offset) + 1
    hint = f"if it is Latin-1 or Windows-1252, convert it first: iconv -f WINDOWS-1252 -t UTF-8; or {_SAVE_AS}"
    return NotText(name, f"{what} (line {line})", hint)


def _refuse_nul(name: str, text: str) -> None:
    at = text.find("\0")
    if at < 0:
        return
    hint = _SAVE_AS
    if text.count("\0", 0, 4000) > min(len(text), 4000) / 4:
        hint = f"it may be UTF-16 without a byte order mark; {_SAVE_AS}"
    raise NotText(name, f"is binary, not text: character {at} is NUL", hint)
