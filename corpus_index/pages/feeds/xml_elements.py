"""Elements of XML by their names without namespaces, which sources declare in every possible way."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001  the library has no public name for it


def name_of(element: Element) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    # A prefix that nothing declares stays in the name.
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def below(element: Element, *names: str) -> Iterator[Element]:
    """All elements below one that have one of these names, in the order of the document."""
    wanted = frozenset(names)
    return (each for each in element.iter() if each is not element and name_of(each) in wanted)


def inside(element: Element, *path: str) -> Iterator[Element]:
    """The elements that a path of names leads to, each name one level down."""
    first, *rest = path
    for child in element:
        if name_of(child) == first:
            yield from inside(child, *rest) if rest else (child,)


def text(element: Element | None) -> str:
    """All text of an element as one line, its markup left out."""
    if element is None:
        return ""
    printed = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return " ".join(printed.split())


def first_text(element: Element, *path: str) -> str:
    """The text of the first element that a path leads to and that has any."""
    return next(filter(None, map(text, inside(element, *path))), "")


def first_below(element: Element, *names: str) -> str:
    """The text of the first element below one that has one of these names, and any text."""
    return next(filter(None, map(text, below(element, *names))), "")


def paragraphs(element: Element) -> str:
    """The text of an element with a line for each paragraph or section title in it."""
    blocks = [block for block in below(element, "p", "title", "AbstractText") if not any(below(block, "p"))]
    lines = [text(block) for block in blocks] if blocks else [text(element)]
    return "\n".join(filter(None, lines))
