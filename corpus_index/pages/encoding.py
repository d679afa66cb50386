"""Bytes to text in whatever encoding they are: as a mark or a declaration says, UTF-8, else by what is in it."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from corpus_index.pages.east_asian import east_asian_encoding

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})|<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})",
    re.IGNORECASE,
)
_HEAD = 4096
# Of the bytes that a detection is made of; more does not make it better.
_SAMPLE = 256 * 1024
_MOST_STRAYS = 0.02
_FEW = 64
_MOST_LATIN = 0.25


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding that it was in."""

    text: str
    encoding: str


def decoded(data: bytes) -> Decoded | None:
    """Decode bytes, or give `None` for what is no text; a byte order mark is no part of the text.

    UTF-8 in which single bytes of an older encoding stray, as pages put together from several sources have it, keeps
    its UTF-8, and the strays are read as Windows-1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if 0 in data[:_HEAD]:
        return _without_mark(data)
    return _strict(data, "utf-8") or _declared(data) or _mixed(data) or _detected(data)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data[:_HEAD])
    name = (found[1] or found[2]).decode("ascii") if found else ""
    return _strict(data, name) if name and name.casefold() not in ("utf-8", "utf8") else None


def _mixed(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "surrogateescape")
    strays = sum("\udc80" <= character <= "\udcff" for character in text)
    beyond = sum(character > "\x7f" for character in text)
    if not beyond or strays > beyond / 2 or strays > len(text) * _MOST_STRAYS:
        return None
    fixed = re.sub(r"[\udc80-\udcff]", lambda stray: bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    return Decoded(fixed, "utf-8 with single bytes of windows-1252")


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 without a mark has a zero in every second byte of plain letters."""
    head = data[:_HEAD]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros.count(0) > len(zeros) * 0.6:
            return _strict(data, encoding)
    return None


def _detected(data: bytes) -> Decoded | None:
    eastern = east_asian_encoding(data)
    if eastern:
        return _strict(data, eastern)
    beyond = sum(byte > 0x7F for byte in data[:_SAMPLE])
    if beyond < _FEW and beyond < len(data) * _MOST_LATIN and not any(byte < 9 for byte in data[:_HEAD]):
        # Too little to tell alphabets apart by: in prose that is nearly all ASCII the rest is nearly always this one.
        western = _strict(data, "cp1252")
        if western:
            return western
    best = from_bytes(data[:_SAMPLE], enable_fallback=False).best()
    if best is None:
        return None
    # Of encodings in which the sample reads the same, the most common one is the best guess for the rest.
    likely = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    return _strict(data, likely) or _strict(data, best.encoding)
