"""The first page of a PDF file as text: its heading, what is stamped on its margin, the small print, and what stands
above the body, with the abstract last.

Needs the optional extra `pdf` (pdfminer.six). Lines are those of pdfminer's layout analysis.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus_index.errors import NotText, PageError, ReaderExtraMissing

MAGIC = "%PDF-"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\0": " "})
_ABSTRACT = re.compile(r"(?i:abstract|summary)\b[\s.:—–-]*")
_BODY = re.compile(
    r"(?:(?:1|I)[.:]?\s+)?(?i:introduction\s*$|(?:key ?words|index terms|ccs concepts|contents|acm reference)\b)|"
    r"(?:1|I)[.:]?(?:\s+[A-Z][\w ]{2,40})?$"
)
_SPACING = 2.2
"""How far apart lines of one paragraph are at most, in sizes of their letters."""
_STEM = re.compile(r"([A-Za-z]+)-$")
_REST = re.compile(r"([a-z]+)(-?)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, the size of its letters in points and its upper edge; `turned` where it does not run left to right."""

    text: str
    size: float
    top: float
    turned: bool = False


def text_of_pdf(name: str, data: bytes) -> str:
    """Give the text, which begins with the line that PDF files begin with; paragraphs are divided by empty lines.

    The first paragraph is the heading of the page, by the size of its letters. Raises `ReaderExtraMissing` without the
    extra, and `NotText` for a file that is damaged, locked or a picture.
    """
    lines = _first_page(name, data)
    upright = [line for line in lines if not line.turned]
    if not any(len(line.text) > 1 for line in upright):
        raise NotText(
            name, "is a PDF file whose first page has no text, only pictures", "run text recognition (OCR) on it first"
        )
    heading = _heading(upright)
    front, small_print = _without_body([line for line in upright if line not in heading])
    # The layout analysis takes a line that runs upwards for as many lines as it has letters.
    upwards = "".join(line.text for line in sorted(lines, key=lambda line: line.top) if line.turned)
    stamp = " ".join(upwards.split())
    first = data[:8].decode("ascii", "replace").strip()
    parts = [first, *_paragraphs(heading), stamp, *_paragraphs(small_print), *_paragraphs(front)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _first_page(name: str, data: bytes) -> list[_Line]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise ReaderExtraMissing(name, "is a PDF file, and reading these is an extra", "pdf") from None
    try:
        page = next(iter(extract_pages(io.BytesIO(data), maxpages=1)), None)
        return list(_lines(page)) if page is not None else []
    except PDFPasswordIncorrect:
        raise NotText(name, "is a PDF file that is locked with a password", "save it without the password") from None
    except PageError:
        raise
    except Exception as problem:
        what = f"is a PDF file that cannot be read: {type(problem).__name__} {problem}".rstrip()
        raise NotText(name, " ".join(what.split())[:200], "save or download it again") from None


def _lines(page: Any) -> Iterator[_Line]:
    from pdfminer.layout import LTChar, LTTextBox, LTTextLine

    for box in page:
        for line in box if isinstance(box, LTTextBox) else [box] if isinstance(box, LTTextLine) else ():
            letters = [letter for letter in line if isinstance(letter, LTChar)]
            turned = bool(letters) and not letters[0].upright
            text = line.get_text().translate(_LIGATURES)
            text = text.replace("\n", "") if turned else " ".join(text.split())
            if text and letters:
                sizes = Counter(round(letter.size, 1) for letter in letters)
                yield _Line(text, sizes.most_common(1)[0][0], line.y1, turned)


def _heading(lines: list[_Line]) -> list[_Line]:
    """Find the run of lines with the largest letters above the abstract, or in all of the page where none is marked."""
    above = next((lines[:at] for at, line in enumerate(lines) if _ABSTRACT.match(line.text)), lines) or lines
    wordy = [line for line in above if sum(map(str.isalpha, line.text)) > 3 and not line.text.startswith("arXiv:")]
    size = max((line.size for line in wordy or above), default=0.0)
    at = next(at for at, line in enumerate(lines) if line.size == size and line in (wordy or above))
    end = at
    while end < len(lines) and lines[end].size == size:
        end += 1
    return lines[at:end]


def _without_body(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Divide into what stands above the body, which begins behind the abstract, and the small print below."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    usual = max(letters, key=lambda size: letters[size], default=0.0)
    start = next((at for at, line in enumerate(lines) if _ABSTRACT.match(line.text)), len(lines))
    below = range(start + 2, len(lines))
    end = next((at for at in below if _BODY.match(lines[at].text)), None)
    if end is None:
        end = next((at for at in below if not _follows(lines[at], lines[at - 1])), len(lines))
    return lines[:end], [line for line in lines[end:] if line.size < usual]


def _paragraphs(lines: list[_Line]) -> list[str]:
    """Join lines that follow each other in letters of one size, and words that were divided at the end of a line."""
    whole = " ".join(line.text for line in lines)
    parts: list[str] = []
    last: _Line | None = None
    for line in lines:
        if last is not None and _follows(line, last):
            parts[-1] = _joined(parts[-1], line.text, whole)
        else:
            parts.append(line.text)
        last = line
    return parts


def _follows(line: _Line, last: _Line) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    heads = _ABSTRACT.fullmatch(line.text) or _ABSTRACT.fullmatch(last.text)
    return not heads and line.size == last.size and abs(last.top - line.top) < _SPACING * line.size


def _joined(before: str, after: str, whole: str) -> str:
    """Join two lines; a hyphen at the end goes, unless the page has the word with it elsewhere."""
    stem, rest = _STEM.search(before), _REST.match(after)
    if not stem or not rest:
        return f"{before}{'' if before.endswith('-') else ' '}{after}"
    compound = before[: stem.start()].endswith("-") or rest[2] or f"{stem[1]}-{rest[1]}" in whole
    return f"{before if compound else before[:-1]}{after}"
