"""A page in the forms that readers ask for: paragraphs, JSON, XML, HTML. Each is made once, when first asked for."""

import ast
import json
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from lxml import etree, html

from corpus_index.domain.page import Page
from corpus_index.domain.span import Span
from corpus_index.pages.markdown.blocks import Note, note_of
from corpus_index.pages.text.paragraphs import Paragraph, paragraphs_of
from corpus_index.pages.web.html_lines import Line, lines_of

_HEAD = 4000
_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_LINE = 100_000
MOST_TAGS = 2_000_000
"""Signs `<` in HTML that is read: each takes some hundred bytes of memory, and no page of papers has a tenth."""
MOST_NODES = 3_000_000
"""Signs `<` and `=` in XML, and `{` and `[` in JSON, that are read: elements, attributes, objects and lists."""
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]{0,200}\?>", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml\b[^<>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n.{0,8000}?\n---[ \t]*\r?\n", re.S)
_MOSTLY = 0.6
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})")
_XML = re.compile(r"\s*(?:<\?xml\b|<!DOCTYPE\s+(?!html)|<[A-Za-z][\w:.-]*[\s>])", re.IGNORECASE)


class Sheet:
    """What a reader is given. None of its forms raises: one that the text does not have is `None`."""

    def __init__(self, page: Page, paragraphs: Sequence[Paragraph] | None = None) -> None:
        self.page = page
        self._given = paragraphs

    @classmethod
    def of(cls, page: Page) -> "Sheet":
        """Take a page."""
        return cls(page)

    def span(self, start: int, end: int) -> Span:
        """Quote the page from `start` to `end`."""
        return Span(start, end, self.page.text[start:end])

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text, unless others were given."""
        return paragraphs_of(self.page.text) if self._given is None else tuple(self._given)

    @cached_property
    def readable(self) -> "Sheet":
        """HTML as the text that a person reads on it, without its menus; the sheet itself for anything else."""
        if self.html is None:
            return self
        lines = [line.text for line in lines_of([self.html]) if line.text and not _in_menu(line)]
        return Sheet(Page(self.page.name, self.page.digest, "\n\n".join(lines)))

    @cached_property
    def markdown(self) -> Note | None:
        """The text as Markdown; `None` for HTML, JSON, and whatever has no sign of Markdown."""
        if self._is_html or _DECLARATION.match(self.page.text[:_HEAD]) or self.json is not None:
            return None
        return note_of(self.page.text)

    @cached_property
    def json(self) -> Any | None:
        """The value that the text is as JSON; a list for JSON Lines (one object a line, other lines left out)."""
        return self._json_and_rest[0]

    @property
    def no_json(self) -> Sequence[tuple[int, str]]:
        """The lines among JSON Lines that are none, such as one that breaks off, each with its number from 1."""
        return self._json_and_rest[1]

    @cached_property
    def _json_and_rest(self) -> tuple[Any | None, Sequence[tuple[int, str]]]:
        text = self.page.text.lstrip("\ufeff \t\r\n")
        if text[:1] not in ("{", "[") or self.too_much:
            return None, ()
        above = len(_LINE_END.findall(self.page.text[: len(self.page.text) - len(text)]))
        try:
            return json.loads(text), ()
        except (ValueError, RecursionError):
            return _json_lines(text, above + 1)

    @cached_property
    def xml(self) -> etree._Element | None:
        """The root of the text as XML, without entities and whatever lies outside it; `None` for HTML."""
        text = self.page.text
        if not self._may_be_xml or self.too_much:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
        try:
            return etree.fromstring(_DECLARATION.sub("", text, count=1).encode("utf-8"), parser)
        except (etree.XMLSyntaxError, ValueError):
            return None

    @cached_property
    def _is_html(self) -> bool:
        """Whether it begins as HTML does, or is little else below the front matter of a site's page.

        A page with a link in Markdown is Markdown, whatever elements it has.
        """
        if _HTML.match(self.page.text[:_HEAD]):
            return True
        front = _FRONT_MATTER.match(self.page.text)
        lines = self.page.text[front.end() :].split("\n") if front else []
        written = [line for line in map(str.lstrip, lines) if line]
        linked = any("](" in line for line in written)
        return not linked and sum(line.startswith("<") for line in written) > _MOSTLY * len(written)

    @cached_property
    def html(self) -> html.HtmlElement | None:
        """The root of the text as HTML; `None` for anything else."""
        if not self._is_html or self.too_much:
            return None
        parser = html.HTMLParser(no_network=True, encoding="utf-8", huge_tree=False)
        try:
            root = html.document_fromstring(
                _DECLARATION.sub("", self.page.text, count=1).encode("utf-8"), parser=parser
            )
            _complete_links(root, self.page.text[:_HEAD])
        except (etree.ParserError, ValueError):
            return None
        return root

    @property
    def _may_be_xml(self) -> bool:
        head = self.page.text[:_HEAD]
        return bool(_XML.match(head)) and not _HTML.match(head)

    @cached_property
    def too_much(self) -> str:
        """What there is too much of to read the page as the HTML, XML or JSON that it may be; empty for any other."""
        text = self.page.text
        tags = text.count("<")
        if tags > MOST_TAGS and self._is_html:
            return f"more than {MOST_TAGS:,} tags"
        if tags + text.count("=") > MOST_NODES and self._may_be_xml:
            return f"more than {MOST_NODES:,} tags and attributes"
        if text.count("{") + text.count("[") > MOST_NODES and text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
            return f"more than {MOST_NODES:,} objects and lists"
        return ""


def _complete_links(root: html.HtmlElement, head: str) -> None:
    """Make the links whole where the page says what its address is."""
    saved = _SAVED_FROM.search(head)
    told = [saved[1] if saved else ""]
    told += [each.get("href", "") for each in root.iter("base")]
    told += [each.get("href", "") for each in root.iter("link") if each.get("rel") == "canonical"]
    told += [each.get("content", "") for each in root.iter("meta") if each.get("property") == "og:url"]
    address = next((each for each in told if each.startswith(("http://", "https://"))), None)
    for link in root.iter("a") if address else ():
        with suppress(ValueError):
            link.set("href", urljoin(address or "", link.get("href", "").strip()) if link.get("href") else "")


def _in_menu(line: Line) -> bool:
    block = line.element
    return block is not None and (block.tag == "nav" or any(True for _ in block.iterancestors("nav")))


def _python_value(line: str) -> Any | None:
    """Read an object that a Python program printed, with quotes of its own; some save that as JSON Lines."""
    if not line.lstrip().startswith("{'") or len(line) > _LONGEST_LINE:
        return None
    try:
        return ast.literal_eval(line)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None


def _json_lines(text: str, first: int) -> tuple[list[Any] | None, Sequence[tuple[int, str]]]:
    values = []
    rest = []
    for number, line in enumerate(_LINE_END.split(text), first):
        if line.strip():
            try:
                values.append(json.loads(line))
            except (ValueError, RecursionError):
                value = _python_value(line)
                if value is None:
                    rest.append((number, line))
                else:
                    values.append(value)
    # The last line of a file whose download was cut is broken, however short the file is.
    if values and len(rest) <= max(1, len(values) / 2) and all(isinstance(each, dict) for each in values):
        return values, rest
    return None, ()
