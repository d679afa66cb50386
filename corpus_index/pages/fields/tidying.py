"""White space and markup in fields of structured sources."""

import html
import re

_TWICE = re.compile("[\u00c2-\u00f4\u0100-\u03ff][\u0080-\u00bf\u0152-\u017e\u02c6-\u02dc\u2010-\u203a\u20ac\u2122]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TAG = re.compile(r"<(?:/|!--)?[a-zA-Z][^<>]{0,400}>|<!--.{0,2000}?-->", re.DOTALL)
_BLOCK = re.compile(r"<(?:/?(?:p|div|br|li|sec|title|h\d|jats:(?:p|sec|title))\b)[^<>]{0,200}>", re.IGNORECASE)
_MATH = re.compile(
    r"<(?:\w+:)?annotation\b[^<>]{0,200}>.{0,4000}?</(?:\w+:)?annotation>"
    r"|<(?:\w+:)?tex-math\b[^<>]{0,200}>.{0,4000}?</(?:\w+:)?tex-math>"
    r"(?=\s*(?:<(?:\w+:)?alternatives>\s*)?<(?:\w+:)?math\b)",
    re.DOTALL,
)
"""What a formula is in TeX where the same stands beside it in MathML."""
# Without a sign behind it, the word is only a label in front of the beginning of a sentence: one of these words, or a
# capital whose next word has none (`Abstract Copper oxide films`, but not `Abstract Meaning Representation`).
_BEGINNING = (
    "Although|An?|As|At|Background|Both|By|Despite|Due|For|From|Here|How|In|Introduction|It|Many|Motivation|Most|"
    "Objectives?|On|Our|Over|Purpose|Recent(?:ly)?|Since|Some|Several|Th(?:e|is|ese|ere|ose|us)|To|Two|Using|We|When|"
    "While|With"
)
ABSTRACT_WORDS = (
    r"摘\s*要|中文摘要|内容提要|内容摘要|概要|要旨|抄録|초\s*록|국문\s*초록|요약|résumé|resumen|resumo|riassunto|sommario|"
    "zusammenfassung|kurzfassung|samenvatting|sammanfattning|streszczenie|abstrakt|аннотация|реферат|анотація|özet"
)
"""How other languages call an abstract, as a regular expression."""
_LABEL = re.compile(
    rf"^[\s,]*(?i:abstract|summary)\s*(?:[:.—–-][\s,]*|\n|(?<=\s)(?=(?:{_BEGINNING})\b|[A-Z]\S*\s+[^\sA-Z]))"
    rf"|^\s*ABSTRACT\s+(?=[A-Z][a-z])|^\W{{0,4}}(?i:{ABSTRACT_WORDS})\s*(?:[:：】\]]|\n)\s*"
)

_NONE = re.compile(r"\W*no abstract (?:is )?(?:available|provided|found)\W*", re.IGNORECASE)
_ANNOUNCED = re.compile(r"^\s*arXiv:\S{1,40}\s+Announce Type:\s*\S{1,40}\s+(?=Abstract)", re.IGNORECASE)


def without_surrogates(text: str) -> str:
    """Replace halves of characters, which JSON can hold and no file can."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def decoded_once(text: str) -> str:
    """Undo that a text in UTF-8 was read in an encoding of one byte a character, and written so (`Ã¶` for `ö`).

    Only what ftfy takes for that, which is hardly ever anything that was meant.
    """
    if text.isascii() or not _TWICE.search(text):
        return text
    import ftfy

    return ftfy.fix_encoding(text)


def squeezed(text: str) -> str:
    """Put everything on one line, with single spaces."""
    return " ".join((text if text.isascii() else without_surrogates(text)).split())


def mended(text: str) -> str:
    """Put everything on one line, with the letters that were meant."""
    return " ".join(text.split()) if text.isascii() else squeezed(decoded_once(text))


def all_mended(texts: tuple[str, ...]) -> list[str]:
    """Do that for many short texts."""
    if all(map(str.isascii, texts)):
        return [" ".join(text.split()) for text in texts]
    return list(map(mended, texts))


def without_tags(text: str) -> str:
    """Take HTML and JATS tags and entities out of a field; blocks become line ends."""
    if "<" in text:
        text = _TAG.sub("", _BLOCK.sub("\n", _MATH.sub("", text)))
    if "&" in text:
        text = html.unescape(text)
    return re.sub(r"[ \t]*\n\s*", "\n", text).strip()


def without_label(text: str) -> str:
    """Take a leading `Abstract` off, also behind how arXiv's feeds announce a paper.

    `No abstract available` is none.
    """
    return "" if _NONE.fullmatch(text[:60]) else _LABEL.sub("", _ANNOUNCED.sub("", text), count=1).strip()


def without_stop(title: str) -> str:
    """Take the full stop off with which indexes end titles."""
    return title if title.endswith("..") else title.removesuffix(".")
