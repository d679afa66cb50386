"""Citations in Markdown as pandoc and Quarto have them: `@key`, `[see @key, p. 3; -@other]`, `@{key}`."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

# A key begins with a letter, a digit or `_`; a sign inside of it stands alone, and none at its end is part of it.
_CITATION = re.compile(
    r"(?<![\w.@\\])@(?:\{\s*(?P<braced>[^{}\n]*[^{}\s])\s*\}|(?P<bare>\*|\w(?:[:.#$%&\-+?<>~/]?\w)*))"
)
_INCLUDE = re.compile(r"^\{\{<\s+include\s+(\S+)\s+>\}\}", re.MULTILINE)
_ANCHOR = re.compile(r"\{#([^\s{}]+)")


def keys(text: str) -> Iterator[str]:
    """Read the keys; code, addresses, and references to the document's own figures and sections are none."""
    parser = MarkdownIt("commonmark").enable("table").disable(["reference", "emphasis", "html_inline"])
    # An escaped sign must stay apart from the text behind it.
    parser.disable("text_join")
    anchors = set(_ANCHOR.findall(text))
    for block in parser.parse(text):
        for found in _CITATION.finditer(_prose(block)):
            key = found["braced"] or found["bare"]
            if key not in anchors:
                yield key


def parts(text: str) -> Iterator[str]:
    """Read the names of the files that Quarto includes."""
    return (found[1] for found in _INCLUDE.finditer(text))


def _prose(block: Token) -> str:
    """Give the text of a block without code."""
    return "".join(
        "\n" if each.type.endswith("break") else each.content if each.type == "text" else " "
        for each in block.children or ()
    )
