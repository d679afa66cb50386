"""Text of pages formats nothing in Markdown."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus_index.export.markdown_text import escaped, link, table

TEXTS = [
    "# no heading",
    "- no list",
    "+ no list",
    "1. no list",
    "2) no list",
    "=== no rule",
    "--- no rule",
    "> no quote",
    "*stars* and _lines_ and **both**",
    "[no](https://link.example) ![no](image.png)",
    "<script>alert(1)</script> &lt; &amp;",
    "a | b | c",
    "`code` ``more`` ~~gone~~ ~~~",
    "back\\slash \\* \\",
    "https://example.org and www.example.org and mail@example.org",
    "two\nlines\r\n\r\nand a paragraph",
    "$x^2$ and $$",
    "[^1] [ref]: x",
]


def printed(text: str) -> str:
    """What a reader sees of one line of Markdown: text, with tags shown so that formatting does not go unseen."""
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    html: str = renderer.render(text)
    return unescape(html.strip().removeprefix("<p>").removesuffix("</p>"))


@pytest.mark.parametrize("text", TEXTS)
def test_escaped_text_reads_as_printed(text: str) -> None:
    assert printed(escaped(text)) == " ".join(text.split())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" ")))
def test_any_text_reads_as_printed(text: str) -> None:
    assert printed(escaped(text)) == " ".join(text.split())


@pytest.mark.parametrize("text", TEXTS)
def test_text_in_a_cell_stays_in_its_cell(text: str) -> None:
    lines = table(("a", "b"), [(escaped(text), "end")])
    renderer = MarkdownIt("commonmark").enable("table")
    assert renderer.render("\n".join(lines)).count("<td>") == 2


def test_control_characters_are_dropped() -> None:
    assert escaped("a\x1b[31mb\x00\u202ec") == "a\\[31mbc"


def test_targets_of_links_are_escaped() -> None:
    assert link("a]b", "seeds/a b(1).txt#L3-L4") == "[a\\]b](seeds/a%20b%281%29.txt#L3-L4)"
