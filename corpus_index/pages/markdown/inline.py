"""The inside of Markdown's blocks: links, emphasis and HTML in running text.

Texts in Markdown are full of TeX, which is left as it is: only what is plainly markup goes.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus_index.pages.fields.tidying import squeezed

_LABEL = r"\[(?P<label>(?:[^\[\]]|\[[^\[\]]{0,400}\]){0,800})\]"
_TARGET = (
    r"\(\s{0,3}<?(?P<target>(?:[^()\s<>]|\([^()\s]{0,200}\)){0,1000})>?(?:\s{1,3}[\"'][^\"'\n]{0,300}[\"'])?\s{0,3}\)"
)
_ANCHOR = (
    r"<a\b[^<>]{0,300}?\bhref\s{0,3}=\s{0,3}[\"']?(?P<href>[^\"'\s<>]{1,1000})[^<>]{0,300}>"
    r"(?P<text>.{0,500}?)</a\s{0,3}>"
)
_IMAGE = re.compile(
    r"!\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400}\]\([^()\s]{0,1000}(?:\s[^()]{0,300})?\)|<img\b[^<>]{0,2000}>"
)
_LINKED = re.compile(rf"(?<![!\\]){_LABEL}{_TARGET}|{_ANCHOR}|<(?P<auto>https?://[^\s<>]{{1,1000}})>", re.I | re.S)
_BARE = re.compile(r"https?://[^\s<>\[\]\"'`|]{1,1000}", re.I)
_TAG = re.compile(
    r"</?(?:a|abbr|article|b|blockquote|br|button|center|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd|li|mark|ol|"
    r"p|pre|s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]{0,2000}>",
    re.I | re.S,
)
_BOLD = re.compile(r"\*\*(?=\S)(.{1,600}?)(?<=\S)\*\*|(?<!\w)__(?=\S)([^$]{1,600}?)(?<=\S)__(?!\w)", re.S)
_ITALIC = re.compile(r"(?<![\w*\\$^_{])\*(?=[^\s*])([^*$]{1,2000})(?<=[^\s*])\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w$\\{}^])_(?=[^\s_{])([^_$\\{}]{1,2000})(?<=[^\s_])_(?!\w)")
_CODE = re.compile(r"(?<!`)`([^`'\n]{1,200})`(?!`)")
_ESCAPED = re.compile(r"\\([*\[\]#|~`<>!.()-])")
# Nobody links more within one block.
_LONGEST = 40_000
_TRAILING = ".,;:!?*_"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text, from `start` to `end`; the label of a bare address is empty."""

    label: str
    url: str
    start: int
    end: int


def links(text: str) -> list[Link]:
    """Give the links of a text in their order, bare addresses among them; pictures are none."""
    if "](" not in text and "://" not in text and "<a" not in text.lower():
        return []
    text = text[:_LONGEST]
    if "![" in text or "<img" in text:
        text = _IMAGE.sub(lambda match: " " * len(match[0]), text)
    found = [_link(match) for match in _LINKED.finditer(text)]
    bare = list(_bare(text, found)) if "://" in text else []
    return sorted((link for link in (*found, *bare) if link.url), key=lambda link: link.start)


def without_comments(text: str) -> str:
    """Take comments of HTML out; one without an end stays."""
    kept: list[str] = []
    end = 0
    start = text.find("<!--")
    while start >= 0:
        close = text.find("-->", start)
        if close < 0:
            break
        kept.append(text[end:start])
        end = close + len("-->")
        start = text.find("<!--", end)
    return "".join((*kept, text[end:]))


def without_images(text: str) -> str:
    """Take pictures and badges out."""
    return _IMAGE.sub("", text) if "![" in text or "<img" in text else text


def plain(text: str) -> str:
    """Give a text as it is read, on one line: labels for links, no emphasis, no tags, no escapes."""
    if len(text) > _LONGEST:
        return squeezed(html.unescape(text))
    text = without_images(text)
    if "](" in text or "<" in text:
        text = _LINKED.sub(lambda match: match["label"] or match["text"] or match["auto"] or "", text)
    if "<!--" in text:
        text = without_comments(text)
    if "<" in text:
        text = _TAG.sub(" ", text) if "<br" in text or "</p" in text else _TAG.sub("", text)
    if "*" in text or "_" in text:
        text = _BOLD.sub(lambda match: match[1] or match[2], text)
        text = _UNDERLINED.sub(r"\1", _ITALIC.sub(r"\1", text))
    text = _CODE.sub(r"\1", text)
    return squeezed(html.unescape(_ESCAPED.sub(r"\1", text)))


def emphasised(text: str) -> str:
    """Give the inside of a text that is wholly in bold or in italics, `""` for any other."""
    text = text.strip()
    for mark in ("***", "**", "__", "*", "_"):
        inner = text[len(mark) : -len(mark)]
        if text.startswith(mark) and text.endswith(mark) and inner.strip() and mark[0] not in inner.replace(r"\*", ""):
            return inner.strip()
    return ""


def _link(match: re.Match[str]) -> Link:
    url = match["target"] or match["href"] or match["auto"] or ""
    return Link(plain(match["label"] or match["text"] or ""), html.unescape(url), *match.span())


def _bare(text: str, found: Sequence[Link]) -> Iterator[Link]:
    """Give the addresses that stand outside of the links found, which are in order."""
    rest = iter((*found, Link("", "", len(text), len(text))))
    link = next(rest)
    for match in _BARE.finditer(text):
        while link.end <= match.start() and link.start < len(text):
            link = next(rest)
        if link.start <= match.start():
            continue
        url = match[0].rstrip(_TRAILING)
        spare = url.count(")") - url.count("(")
        while spare > 0 and url.endswith(")"):
            url = url[:-1].rstrip(_TRAILING)
            spare -= 1
        yield Link("", html.unescape(url), match.start(), match.start() + len(url))
