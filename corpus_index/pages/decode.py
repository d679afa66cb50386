"""Bytes to pages: what is no text is refused by name, the rest is decoded."""

import hashlib

from corpus_index.domain.page import Page, PageDigest
from corpus_index.errors import NotText, PageTooLarge
from corpus_index.pages.encoding import decoded
from corpus_index.pages.pdf.layout import MAGIC, text_of_pdf

# Pages of papers have some ten thousand characters; one reading of this many takes some seconds.
MOST_BYTES = 64 * 1024 * 1024
MOST_LINES = 2_000_000
"""Lines of a page: some readers need a kilobyte of memory for each, however short it is."""

_SPLIT = "split it into smaller files"
_SAVE_AS = "save the page as plain text in UTF-8"
_KINDS = (
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
_TAR = b"ustar"
_TAR_AT = 257


def load(name: str, data: bytes) -> Page:
    """Decode a page; a byte order mark is no part of the text, line ends stay as they are.

    Raises `PageTooLarge` above `MOST_BYTES` or `MOST_LINES`, and `NotText` for what is empty, binary or of another
    encoding than it says.
    """
    if len(data) > MOST_BYTES:
        raise too_large(name, len(data))
    text = _decode(name, data)
    if (lines := text.count("\n")) > MOST_LINES:
        raise PageTooLarge(name, f"has {lines:,} lines, more than the {MOST_LINES:,} that are read at once", _SPLIT)
    if not text or text.isspace():
        raise NotText(name, "is empty" if not data else "holds nothing but white space", "save the page again")
    if "\0" in text:
        raise NotText(name, f"is binary, not text: character {text.index(chr(0))} is NUL", _SAVE_AS)
    return Page(name=name, digest=PageDigest(hashlib.sha256(data).hexdigest()), text=text)


def too_large(name: str, size: int | None = None) -> PageTooLarge:
    """Say that a source of `size` bytes (`None`: not known) is too large."""
    limit = f"more than the {MOST_BYTES // 1024**2} MB that are read at once"
    what = f"is too large: {limit}" if size is None else f"is too large: {size / 1024**2:,.0f} MB, {limit}"
    return PageTooLarge(name, what, _SPLIT)


def _decode(name: str, data: bytes) -> str:
    if data.startswith(MAGIC.encode()):
        return text_of_pdf(name, data)
    for start, kind in _KINDS:
        if data.startswith(start):
            raise NotText(name, f"is {kind}, not text", _SAVE_AS)
    if data.startswith(_TAR, _TAR_AT):
        raise NotText(name, "is a tar archive, not text", "unpack it, and name the folder with what was in it")
    found = decoded(data)
    if found is None:
        zero = f": byte {data.index(0)} is 0" if 0 in data[:4096] else ""
        raise NotText(name, f"is binary, or text in an encoding that is not known{zero}", _SAVE_AS)
    return found.text
