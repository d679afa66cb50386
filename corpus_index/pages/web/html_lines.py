"""HTML as the lines that a reader of the page sees, each with its links and whether it is a heading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree, html

# What runs, what a person fills in, and parts of formulas that repeat what is printed.
_UNSEEN = frozenset(
    """annotation audio button head iframe input mjx-assistive-mml noscript object option rp rt script select style svg
    template textarea title video
    """.split()  # noqa: SIM905
)
_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot
    th thead tr ul
    """.split()  # noqa: SIM905
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words on one line and its address as written."""

    text: str
    address: str


@dataclass(slots=True)
class Line:
    """One line of text with its links; `heading` is the level of a heading (1 to 6), 0 for other lines."""

    text: str = ""
    links: list[Link] = field(default_factory=list)
    heading: int = 0
    element: html.HtmlElement | None = None
    """The innermost block that the line stands in."""


def lines_of(elements: Iterable[html.HtmlElement], *, apart: html.HtmlElement | None = None) -> list[Line]:
    """Give the lines of elements and of what stands behind each of them; blocks, cells and `br` end a line.

    The element `apart` is a line of its own, and lines of links without text have their links only.
    """
    writer = _Writer(apart)
    for element in elements:
        writer.walk(element)
    writer.end_line()
    return writer.lines


def text_of(element: html.HtmlElement) -> str:
    """Give the text of an element, a line for each of its blocks."""
    writer = _Writer(None)
    writer.walk(element, tail=False)
    writer.end_line()
    return "\n".join(line.text for line in writer.lines if line.text)


class _Writer:
    """Collects text until a line ends."""

    def __init__(self, apart: html.HtmlElement | None) -> None:
        self.lines: list[Line] = []
        self._apart = apart
        self._parts: list[str] = []
        self._links: list[Link] = []
        self._heading = 0
        self._block: html.HtmlElement | None = None

    def walk(self, element: html.HtmlElement, *, tail: bool = True) -> None:
        """Write an element without descending into what is not seen."""
        for each, opens in _steps(element):
            name = each.tag if isinstance(each.tag, str) else ""
            ends = name in _BLOCKS or each is self._apart
            if opens:
                self._open(each, name, ends=ends)
                continue
            if ends:
                self.end_line()
                self._block = each.getparent()
            if name in HEADINGS:
                self._heading = 0
            if tail or each is not element:
                self._write(each.tail, each.getparent())

    def _open(self, element: html.HtmlElement, name: str, *, ends: bool) -> None:
        if ends:
            self.end_line()
            self._block = element
        if not name or name in _UNSEEN:
            return
        if name in HEADINGS:
            self._heading = int(name[1])
        if name == "a" and element.get("href"):
            self._links.append(Link(" ".join(element.text_content().split()), element.get("href", "").strip()))
        self._write(element.text, element)

    def _write(self, text: str | None, inside: html.HtmlElement | None) -> None:
        if not text:
            return
        if inside is not None and inside.tag == "pre" and "\n" in text:
            for line in text.split("\n"):
                self._parts.append(line)
                self.end_line()
        else:
            self._parts.append(text)

    def end_line(self) -> None:
        """Close the line that is being written."""
        text = " ".join("".join(self._parts).split())
        if text or self._links:
            self.lines.append(Line(text, self._links, self._heading, self._block))
            self._links = []
        self._parts = []


def _steps(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, bool]]:
    """Give each element when it opens and when it closes; unseen ones are not entered."""
    waiting = [(element, True)]
    while waiting:
        each, opens = waiting.pop()
        yield each, opens
        if opens:
            waiting.append((each, False))
            if isinstance(each.tag, str) and each.tag not in _UNSEEN:
                waiting += [(child, True) for child in reversed(each)]


def is_text(element: etree._Element) -> bool:
    """Say whether an element can be seen (comments and scripts cannot)."""
    return isinstance(element.tag, str) and element.tag not in _UNSEEN
