"""Markdown as a row of blocks, HTML in it taken apart: what the readers of digests, tables and lists share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus_index.pages.markdown.cells import is_html_table, rows_of_html, rows_of_lines
from corpus_index.pages.markdown.front_matter import front_matter, inline_fields
from corpus_index.pages.markdown.inline import without_comments

MOST = 2 * 1024 * 1024
"""How long a text can be and be read as Markdown, in characters: of a table, parsing makes 500 times as much."""
MOST_LINES = 100_000
"""How many lines it can have."""
SUMMARY_LEVEL = 7
"""The level of what `<summary>` holds, below that of any heading."""
_SIGN = re.compile(
    r"^(?:#{1,6}[ \t]+\S|[ \t]*\|[^\n]*\||[ \t]*<(?:details|summary|h[1-6]|table|ul|ol)\b|"
    r"[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\*\*|[^\n]*(?:\]\(|<a |https?://))|---[ \t]*$|title::[ \t])",
    re.MULTILINE | re.IGNORECASE,
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n^][^\]\n]{0,200})\]:[ \t]*<?([^\s>]{1,1000})>?[^\n]{0,300}$", re.MULTILINE)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,400})\](?:\[([^\[\]\n]{0,200})\])?(?![\[(:])")
_PIECE = re.compile(r"<(/?)(summary|h[1-6]|details|div|section|article)\b([^<>]{0,1000})>", re.IGNORECASE)
_CLASS = re.compile(r"\b(?:class|id)\s{0,2}=\s{0,2}[\"'][^\"']{0,200}\b(abstract|summary|authors?)\b", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,2000}>")

# Inline markup is left to those who know what a text is, and so are definitions of links and what indentation means.
_PARSER = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join", "code", "lheading", "reference"])


class Kind(Enum):
    """What a block is."""

    HEADING = "heading"
    TEXT = "text"
    QUOTE = "quote"
    ITEM = "item"
    TABLE = "table"
    RULE = "rule"
    CODE = "code"
    END = "end"


@dataclass(frozen=True, slots=True)
class Block:
    """A block with its text as it was written.

    `level` is that of a heading, and for all else the depth of the lists around it. An item is the first paragraph of
    a list item. What ends a `<details>` or `<div>` is a block too.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """A text in Markdown: the fields of its front matter by their names in lower case, and its blocks.

    Notes are told apart by identity, so that what was made of one can be kept.
    """

    front: Mapping[str, list[str]]
    blocks: tuple[Block, ...]


def note_of(text: str) -> Note | None:
    """Read a text; `None` where nothing in it looks like Markdown."""
    if len(text) > MOST or text.count("\n") > MOST_LINES or not _SIGN.search(text):
        return None
    front, body = front_matter(text)
    return Note({**inline_fields(body), **front}, _blocks_of(body))


def _blocks_of(text: str) -> tuple[Block, ...]:
    targets = {match[1].casefold(): match[2] for match in _DEFINITION.finditer(text)}
    if targets:
        text = _DEFINITION.sub("", text)
    lines = text.splitlines()
    found = _walk(_PARSER.parse("\n".join(lines)), lines)
    return tuple(_resolved(block, targets) for block in found) if targets else tuple(found)


def _walk(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Block]:
    depth = quoted = heading = table = 0
    fresh = False
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type in ("blockquote_open", "blockquote_close"):
            quoted += token.nesting
        elif token.type in ("table_open", "table_close"):
            table += token.nesting
            if token.type == "table_open" and token.map:
                yield Block(Kind.TABLE, level=depth, rows=rows_of_lines(lines[slice(*token.map)]))
        elif token.type in ("list_item_open", "list_item_close"):
            fresh = token.nesting > 0
        elif token.type == "heading_open":
            heading = int(token.tag[1:])
        elif token.type == "inline" and not table:
            kind = Kind.HEADING if heading else Kind.QUOTE if quoted else Kind.ITEM if fresh else Kind.TEXT
            yield Block(kind, token.content, heading or depth)
            heading, fresh = 0, False
        elif token.type == "html_block":
            yield from _of_html(token.content, depth)
        elif token.type in ("hr", "fence"):
            yield Block(Kind.RULE if token.type == "hr" else Kind.CODE, level=depth)


def _of_html(text: str, depth: int) -> Iterator[Block]:
    """Take a stretch of HTML apart at headings, summaries and divisions; the rest stays as it was written."""
    text = without_comments(text)
    if is_html_table(text):
        yield Block(Kind.TABLE, level=depth, rows=rows_of_html(text))
        return
    level = start = 0
    label = ""
    for match in _PIECE.finditer(text):
        yield from _stretch(label + text[start : match.start()], level, depth)
        label, start = "", match.end()
        name, closes = match[2].lower(), bool(match[1])
        if name == "summary" or name[0] == "h":
            level = 0 if closes else SUMMARY_LEVEL if name == "summary" else int(name[1])
        elif closes:
            yield Block(Kind.END, level=depth)
        else:
            named = _CLASS.search(match[3])
            label = f"{named[1].capitalize()}: " if named else ""
    yield from _stretch(label + text[start:], level, depth)


def _stretch(text: str, level: int, depth: int) -> Iterator[Block]:
    if _TAGS.sub("", text).strip() or "<a " in text:
        yield Block(Kind.HEADING if level else Kind.TEXT, text.strip(), level or depth)


def _resolved(block: Block, targets: dict[str, str]) -> Block:
    """Write links by reference (`[label][name]`) as links with their addresses."""

    def link(match: re.Match[str]) -> str:
        target = targets.get((match[2] or match[1]).casefold())
        return f"[{match[1]}]({target})" if target else match[0]

    rows = tuple(tuple(_REFERENCE.sub(link, cell) for cell in row) for row in block.rows)
    return Block(block.kind, _REFERENCE.sub(link, block.text), block.level, rows)
