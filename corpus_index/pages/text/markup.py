"""Text that is written for a program and not for reading: the readers of plain text leave it alone."""

import re

from corpus_index.pages.reader import Sheet

_HEAD = 4000
_WHOLE_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|script|meta)\b", re.I)
_OPENINGS = (
    (re.compile(r"<\?xml\b", re.I), "XML"),
    (re.compile(r"<(?:!doctype\s+html|html|head|body|div|script|meta|!--)", re.I), "HTML"),
    (re.compile(r"<[a-z][\w:.-]*(?:\s[^<>]{0,400})?>", re.I), "XML or HTML"),
    (re.compile(r"\{\s*(?:\"|\}\s*$)|\[\s*(?:[\[{\"]|\]\s*$)"), "JSON"),
    (re.compile(r"(?:%[^\n]*\s+)*@\w+\s*[{(]\s*[^\s,{}]{0,100}\s*[,=]"), "BibTeX"),
    (re.compile(r"TY  - |PMID- |%0 "), "a reference export"),
)
_BIBTEX = re.compile(r"@[a-z]{3,20}\s*\{\s*[^\s,{}]{1,100},\s*$", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,200})?/?>", re.I)
_HEADING = re.compile(r"#{1,6}\s+\S")
_RULE = re.compile(r"([=\-~^*])\1{2,}")
_CODE = re.compile(r"```|~~~|\$ \w|>>> |import \w|#include\b|(?:def|class) \w+.*:$|\w+\(\)[;{]?$")
_TABLE = re.compile(r"\|.*\|.*\|$")
_FRONT = re.compile(r"---\s*$")
_FEW = 2
# Logs and tables of millions of lines are told by their widths alone: asking what each line is would take minutes.
_MANY_LINES = 20_000
_WIDE = 200
_FEWEST_WIDE = 0.4


def markup_in(sheet: Sheet, *, headings_too: bool = True) -> str | None:
    """Say what markup a page is (`HTML`, `JSON`, ...), `None` for plain text.

    `headings_too` counts Markdown headings and underlined ones, which a page of sections may have.
    """
    if not sheet.paragraphs:
        return None
    first = sheet.page.text[sheet.paragraphs[0].start :][:_HEAD]
    for pattern, name in _OPENINGS:
        if pattern.match(first):
            # Markdown may begin with a comment or a centred picture.
            return name if "HTML" not in name or _WHOLE_HTML.match(first) else _markdown_or(name, sheet)
    if len(sheet.paragraphs) > _MANY_LINES and _wide_share(sheet) < _FEWEST_WIDE:
        return "a log or a table: most of it is short lines"
    lines = [paragraph.text[:_HEAD] for paragraph in sheet.paragraphs]
    if sum(bool(_BIBTEX.match(line)) for line in lines) >= 1:
        return _markdown_or("BibTeX", sheet)
    if sum(bool(_TAG.match(line)) for line in lines) > len(lines) / 4:
        return _markdown_or("HTML", sheet)
    if sum(bool(_CODE.match(line)) for line in lines) >= _FEW or sum(bool(_TABLE.match(line)) for line in lines) > _FEW:
        return "a document with code or tables"
    if headings_too and _FRONT.match(lines[0]) and sum(line == "---" for line in lines) >= _FEW:
        return "Markdown with front matter"
    if headings_too and _has_headings(sheet):
        return "Markdown"
    return "a document with underlined headings" if headings_too and _underlined(sheet) >= _FEW else None


def _markdown_or(name: str, sheet: Sheet) -> str:
    """Name the markup that a page holds, unless it is Markdown, which may hold any other."""
    return "Markdown" if _has_headings(sheet) else name


def _has_headings(sheet: Sheet) -> bool:
    return sum(bool(_HEADING.match(paragraph.text[:_HEAD])) for paragraph in sheet.paragraphs) >= _FEW


def _wide_share(sheet: Sheet) -> float:
    lengths = [each.end - each.start for each in sheet.paragraphs]
    return sum(length for length in lengths if length >= _WIDE) / sum(lengths)


def _underlined(sheet: Sheet) -> int:
    """Count the rules that stand directly below a line, as under headings of reStructuredText."""
    return sum(bool(_RULE.fullmatch(each.text)) and each.gap == 0 for each in sheet.paragraphs[1:])
