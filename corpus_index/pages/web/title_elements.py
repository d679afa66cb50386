"""Elements of a web page that stand once in each item of a list and can hold its title.

Lists made by hand or by a program repeat one element: a heading, a link, a `span` of class `papertitle`. Elements with
one name, class and parent are a group; of each group it is found out what else stands in the items that it makes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import html

from corpus_index.pages.fields.identifiers import identifiers
from corpus_index.pages.text.furniture import furniture
from corpus_index.pages.text.prose import LONGEST_TITLE, count_words
from corpus_index.pages.web.html_lines import HEADINGS, is_text
from corpus_index.pages.web.people_in_line import people_of

_NAMES = frozenset(
    """a b cite dd div dt em font h2 h3 h4 h5 h6 i li p span strong td
    """.split()  # noqa: SIM905
)
_LONGEST_RAW = 3000
_MOST_GROUPS = 16
_MOST_ELEMENTS = 400_000
_SKIPPED = frozenset(("nav", "footer"))


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that look alike in the order of the page; `named` says that their class calls them titles."""

    elements: Sequence[html.HtmlElement]
    named: bool

    @property
    def weight(self) -> float:
        """How much elements of this kind look like titles, whatever their words are."""
        if self.named:
            return 1.6
        name = self.elements[0].tag
        if name in ("em", "i"):
            return 0.9  # A venue is as often in italics.
        return 1.3 if name in HEADINGS else 1.1 if name in ("a", "strong", "b") else 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: the element of its title, and the elements side by side that the item is made of."""

    title: html.HtmlElement
    parts: Sequence[html.HtmlElement]


def groups(root: html.HtmlElement) -> list[Group]:
    """Give the groups that are the most likely to hold titles, the best first."""
    found: dict[tuple[str, str, str, str], list[html.HtmlElement]] = {}
    for element in _short(root):
        if element.tag in _NAMES or _is_named(element.tag):
            parent = element.getparent()
            kind = (element.tag, element.get("class", ""), parent.tag, parent.get("class", ""))
            found.setdefault(kind, []).append(element)
    made = []
    for kind, elements in found.items():
        # Some pages have elements of their own, such as `papertitle`.
        called = f"{kind[0]} {kind[1]}"
        if len(elements) < 2 and not _is_named(called):
            continue
        named = _is_named(called) or _is_named(elements[0].get("itemprop", ""), {"headline", "name"})
        fits = [each for each in elements if _can_be_title(_words(each), named or each.tag in HEADINGS)]
        people = 0 if named else sum(bool(people_of(_words(each)).names) for each in fits)
        if people <= len(fits) / 2 and (len(fits) >= 2 or (named and fits)):
            made.append(Group(fits, named))
    made = [group for group in made if not any(_lies_within(other, group) for other in made)]
    return sorted(made, key=lambda group: -len(group.elements) * group.weight)[:_MOST_GROUPS]


def _lies_within(inner: Group, outer: Group) -> bool:
    """Say whether the titles of a group stand in rows that are called titles as well, one in each."""
    if not inner.named or not outer.named or inner is outer or len(inner.elements) < len(outer.elements):
        return False
    rows = set(outer.elements)
    return all(any(above in rows for above in element.iterancestors()) for element in inner.elements)


def items(group: Group) -> list[Item]:
    """Give the items that the elements of a group head or lie in.

    An item is the largest element around a title that holds no other, with what stands beside it up to the next one.
    """
    holds: Counter[html.HtmlElement] = Counter()
    for element in group.elements:
        holds.update(element.iterancestors())
    tops = []
    for element in group.elements:
        top = element
        parent = top.getparent()
        while parent is not None and holds[parent] == 1 and parent.tag != "body":
            top, parent = parent, parent.getparent()
        tops.append(top)
    known = frozenset(tops)
    return [
        Item(element, _with_neighbours(top, known, holds)) for element, top in zip(group.elements, tops, strict=True)
    ]


def _with_neighbours(
    top: html.HtmlElement, tops: frozenset[html.HtmlElement], holds: Counter[html.HtmlElement]
) -> list[html.HtmlElement]:
    before = top.getprevious()
    # The label of a definition list stands in front of the title that it belongs to.
    parts = [before, top] if top.tag == "dd" and before is not None and before.tag == "dt" else [top]
    for sibling in top.itersiblings():
        if sibling in tops or holds[sibling] or sibling.tag in _SKIPPED or (sibling.tag == "dt" and top.tag == "dd"):
            break
        if sibling.tag in HEADINGS and (top.tag not in HEADINGS or sibling.tag <= top.tag):
            break
        parts.append(sibling)
    return parts


def _short(root: html.HtmlElement) -> Iterable[html.HtmlElement]:
    """Give the elements that are seen and hold no more text than a title may have, white space included."""
    elements = list(islice((each for each in root.iter() if isinstance(each.tag, str)), _MOST_ELEMENTS))
    size: dict[html.HtmlElement, int] = {}
    for element in reversed(elements):
        own = len(element.text or "") if is_text(element) else 0
        size[element] = own + sum(size.get(child, 0) + len(child.tail or "") for child in element)
    unseen: set[html.HtmlElement] = set()
    for element in elements:
        parent = element.getparent()
        if not is_text(element) or element.tag in _SKIPPED or (parent is not None and parent in unseen):
            unseen.add(element)
        elif parent is not None and 2 <= size[element] <= _LONGEST_RAW:
            yield element


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _can_be_title(text: str, marked: bool) -> bool:
    if not 2 <= len(text) <= LONGEST_TITLE or not any(character.isalpha() for character in text):
        return False
    if next((start for _, start, _ in identifiers(text)), 1) == 0:
        return False
    if marked:
        return True
    return count_words(text) >= 2 and furniture(text) is None


def _is_named(value: str, also: Iterable[str] = ()) -> bool:
    return any(
        "title" in token or token in also
        for token in value.casefold().replace("_", "-").split()
        if "subtitle" not in token and "section" not in token
    )
