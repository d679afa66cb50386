"""The abstract in the body of an article's page."""

from lxml import html

from corpus_index.pages.text.prose import is_scholarly
from corpus_index.pages.text.wording import word_list
from corpus_index.pages.web.html_lines import text_of

_SHORTEST = 120
_LONGEST = 20_000
_SAME_BEGINNING = 40
_NO_TEXT = " or ".join(f"ancestor-or-self::{name}" for name in ("form", "nav", "script", "footer", "button"))
_NAMED = (
    "//*[self::div or self::section or self::blockquote or self::p or self::span or self::article]"
    "[contains(translate(concat(@id, ' ', @class), 'ABSTRCT', 'abstrct'), 'abstract')]"
    f"[not({_NO_TEXT})]"
)
_BLOCKS = ("p", "div", "section", "blockquote", "span", "li")


def abstract_on(root: html.HtmlElement, beginning: str) -> str:
    """Give the abstract that the body shows, or an empty text.

    It stands in an element that is called abstract; where the head gives the `beginning` of the abstract, the text must
    begin like that, and may then stand anywhere.
    """
    wanted = _folded(beginning)[:_SAME_BEGINNING]
    texts = list(filter(_fits, map(_text, _of_one_language(root.xpath(_NAMED)))))
    if wanted:
        alike = [each for each in texts if wanted in _folded(each)[: len(wanted) + 60]] or _anywhere(root, wanted)
        if alike:
            return max((each[_start(each, wanted) :] for each in alike), key=len)
    scholarly = [each for each in texts if is_scholarly(each)] or texts
    # Of elements within each other the innermost has the least around it; parts of one abstract are shorter still.
    return max(scholarly, key=len, default="") if scholarly else ""


def _anywhere(root: html.HtmlElement, wanted: str) -> list[str]:
    found = []
    for name in _BLOCKS:
        for element in root.iter(name):
            text = element.text or ""
            if len(text) > _SAME_BEGINNING // 2 and _folded(text)[:20] == wanted[:20]:
                whole = _text(element)
                if _fits(whole) and _folded(whole).startswith(wanted):
                    found.append(whole)
    return found


def _of_one_language(elements: list[html.HtmlElement]) -> list[html.HtmlElement]:
    """Leave out what holds the abstract in several languages, each in an element that says which."""
    languages: dict[html.HtmlElement, set[str]] = {}
    for element in elements:
        for above in element.iterancestors() if element.get("lang") else ():
            languages.setdefault(above, set()).add(element.get("lang", ""))
    return [element for element in elements if len(languages.get(element, ())) < 2]


def _text(element: html.HtmlElement) -> str:
    paragraphs = [text_of(each) for each in element.iter("p")]
    lines = "\n".join(filter(None, paragraphs)) or text_of(element)
    label, _, rest = lines.partition("\n")
    return rest if word_list("abstract").holds(label) else lines


def _fits(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST


def _start(text: str, wanted: str) -> int:
    """Where the wanted beginning starts: headings such as `Abstract` may stand before it."""
    for at in range(min(len(text), 80)):
        if _folded(text[at : at + 2 * len(wanted)]).startswith(wanted[:20]) and text[at : at + 1].isalnum():
            return at
    return 0


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
