"""Bytes to text in whatever encoding they are: as a mark or a declaration says, UTF-8, else by what is in it."""

import codecs
import re
from dataclasses import dataclass

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
_MOST_NAMES = 0.25
_SHIFTED = re.compile(rb"\x1b[$(]")
"""How ISO 2022 goes from ASCII to other characters, in bytes that are all ASCII."""


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
    if _SHIFTED.search(data[:_HEAD]):
        return _guessed(data, data[:_SAMPLE])
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
    """Ask a library about the words beyond ASCII: the rest, in whatever language, says nothing of the encoding.

    Where these are few and of Latin letters, as names in English text are, they are of many languages, which no library
    tells apart, and nearly always in one encoding.
    """
    sample = data[:_SAMPLE]
    every = sample.split()
    found = [word for word in every if not word.isascii()]
    words = b" ".join(found)
    if len(found) < len(every) * _MOST_NAMES and sum(byte > 0x7F for byte in words) < len(words) / 2:
        western = _strict(data, "cp1252")
        if western:
            return western
    return _guessed(data, words)


def _guessed(data: bytes, sample: bytes) -> Decoded | None:
    import chardet

    likely = chardet.detect(sample)["encoding"]
    return _strict(data, likely) if likely else None
