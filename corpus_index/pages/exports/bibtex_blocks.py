"""The entries of a BibTeX or biblatex file with their fields as typed: strings put in, a broken entry mended.

The library splits the file. What it gives up as broken is read again field by field, so that one bad entry loses
neither itself nor its neighbours.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.model import Entry as Parsed

from corpus_index.pages.exports.tagged_lines import unified

# The library warns about every block that it gives up; these are mended here.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_NO_COMMA = re.compile(
    r"(?m)^[ \t]*@(?P<type>\w+)[ \t]*[{(](?:\s*[^\s,={}()\"]{1,200}(?=\s))?(?=\s*[A-Za-z][\w+:-]{0,60}\s*=)"
)
_NO_ENTRY = frozenset(("comment", "preamble", "string", "control"))
_REMARK = re.compile(r"[ \t]*%+[ \t]*(?:@|[\w:+-]{1,60}[ \t]*=|[})][ \t]*,?[ \t]*$)")
_START = re.compile(r"\s*@(?P<type>\w+)\s*[{(]\s*(?:(?P<key>[^\s,={}()\"]{0,200})\s*(?:,|$|(?=\n)))?", re.MULTILINE)
_FIELD = re.compile(r"(?:^|[,{(\n])[ \t]*(?P<name>[A-Za-z][\w:+.-]{0,60})[ \t]*=\s*(?=[\"{\w])")
_NEXT = re.compile(r",?\s*(?P<name>[A-Za-z][\w:+.-]{0,60})\s*=(?!=)\s*")
_WORD = re.compile(r"[^\s,#{}()\"]+")
_SPACE = re.compile(r"\s+")
_DELIMITER = re.compile(r"(?<!\\)[{}\"]")
_MONTHS = {
    name[:3].casefold(): name
    for name in ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December")
}  # fmt: skip
_LONGEST_STRING = 10_000
_BUDGET = 1_000_000


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry: `type` and the names of fields are in lower case, values without their outer delimiters."""

    type: str
    key: str
    fields: dict[str, str]


@dataclass(slots=True)
class _Strings:
    """What `@string` defined; putting it in is bounded, or a file of a few lines could grow without end."""

    values: dict[str, str] = field(default_factory=dict)
    budget: int = _BUDGET

    def value(self, word: str) -> str:
        """Give what a bare word stands for; one that is not defined stands for itself, as a month does."""
        found = self.values.get(word.casefold())
        if found is None or len(found) > self.budget or word.casefold() in _MONTHS:
            return word
        self.budget -= len(found)
        return found


def bib_entries(text: str) -> list[BibEntry]:
    """Read all entries in their order; comments, preambles, and what stands between entries are left out."""
    strings = _Strings(budget=_BUDGET + len(text))
    found = []
    blocks = list(_blocks(_prepared(text)))
    for number, block in enumerate(blocks):
        if isinstance(block, String):
            value = next(_values("value", block.value, strings), ("", ""))[1]
            strings.values[block.key.casefold()] = value[:_LONGEST_STRING]
        elif isinstance(block, Parsed) and block.entry_type.casefold() not in _NO_ENTRY:
            typed = [(each.key, str(each.value)) for each in block.fields]
            found.append(_entry(block.entry_type, block.key, typed, strings))
        elif isinstance(block, ParsingFailedBlock):
            # What the library did not reach of a broken block stands behind it, as a comment.
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            rest = after.comment if isinstance(after, ImplicitComment) else ""
            mended = _mended(f"{block.raw or ''}\n{rest}", strings)
            found += [mended] if mended else []
    return found


def _prepared(text: str) -> str:
    """Put in the comma behind a key, also one that is missing, and empty the lines that `%` takes out."""
    text = unified(text)
    if "%" in text:
        lines = text.split("\n")
        inside = False
        for number, line in enumerate(lines):
            if line.lstrip()[:1] != "%":
                inside = False
            elif inside or _REMARK.match(line):
                inside = True
                lines[number] = ""
        text = "\n".join(lines)
    return _NO_COMMA.sub(lambda found: found[0] if found["type"].lower() in _NO_ENTRY else f"{found[0]},", text)


def _blocks(text: str) -> Iterator[Block]:
    try:
        library: Library = parse_string(text, parse_stack=[])
    except Exception:  # the library reports states that it did not foresee
        return
    for block in library.blocks:
        inner: Block | None = block
        while isinstance(inner, (DuplicateBlockKeyBlock, DuplicateFieldKeyBlock)):
            # Keys and fields that stand twice are no reason to leave anything out.
            inner = inner.ignore_error_block
        if inner is not None:
            yield inner


def _entry(kind: str, key: str, typed: list[tuple[str, str]], strings: _Strings) -> BibEntry:
    fields: dict[str, str] = {}
    for name, value in typed:
        for found, text in _values(name, value, strings):
            if text.strip():
                fields.setdefault(found.strip().casefold(), text)
    return BibEntry(kind.casefold(), key.strip(), fields)


def _mended(raw: str, strings: _Strings) -> BibEntry | None:
    """Read an entry that is not closed, or in which a sign is missing, by the beginnings of its fields."""
    start = _START.match(raw)
    if not start or start["type"].casefold() in _NO_ENTRY:
        return None
    names = list(_FIELD.finditer(raw, start.end() - 1))
    ends = (*(each.start() for each in names[1:]), len(raw))
    typed = [(name["name"], raw[name.end() : end]) for name, end in zip(names, ends, strict=False)]
    return _entry(start["type"], start["key"] or "", typed, strings)


def _values(name: str, typed: str, strings: _Strings) -> Iterator[tuple[str, str]]:
    """Read `{...} # string # "..."`; where a comma is missing, the next field goes on in the same value."""
    position = 0
    pieces: list[str] = []
    while (position := _after_space(typed, position)) < len(typed) and typed[position] not in "})":
        if typed[position] == "#":
            position = _after_space(typed, position + 1)
        elif pieces:
            further = _NEXT.match(typed, position)
            if further:
                yield name, _joined(pieces)
                name, pieces, position = further["name"], [], further.end()
            else:
                pieces.append(" ")
        piece, position = _piece(typed, position, strings)
        pieces.append(piece)
    yield name, _joined(pieces)


def _joined(pieces: list[str]) -> str:
    """Put pieces together: a month beside others is text (`"10~" # jan`), as styles write it."""
    return pieces[0] if len(pieces) == 1 else "".join(_MONTHS.get(piece.casefold(), piece) for piece in pieces)


def _after_space(typed: str, position: int) -> int:
    space = _SPACE.match(typed, position)
    return space.end() if space else position


def _piece(typed: str, position: int, strings: _Strings) -> tuple[str, int]:
    opening = typed[position : position + 1]
    if opening in ("{", '"'):
        end = _closing(typed, position, "}" if opening == "{" else '"')
        return typed[position + 1 : end], end + 1
    word = _WORD.match(typed, position)
    return (strings.value(word[0]), word.end()) if word else ("", position + 1)


def _closing(typed: str, position: int, closing: str) -> int:
    """Find the end of a value; one that is not closed ends with the text."""
    depth = 0
    for sign in _DELIMITER.finditer(typed, position + 1):
        if sign[0] == closing and depth == 0:
            return sign.start()
        depth = max(0, depth + {"{": 1, "}": -1}.get(sign[0], 0))
    return len(typed)
