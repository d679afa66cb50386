"""Text of pages inside Markdown, so that it reads as printed and formats nothing."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

_SPECIAL = re.compile(r"[\\`*_\[\]{}|~$!]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
# What GitHub turns into links by itself.
_ADDRESS = re.compile(r"(https?|ftp)(:)(?=//)|(www)(\.)", re.IGNORECASE)
# What would start a list, a heading or a rule at the beginning of a line.
_START = re.compile(r"^(\d*)([-+#=.)])(?=\2|\s|$)")


def escaped(text: str) -> str:
    """Escape `text` for any place in a line of Markdown; white space is squeezed, control characters are dropped."""
    text = " ".join(text.split())
    text = "".join(char for char in text if char.isprintable() or char == "\u00a0")
    text = "".join(_ENTITIES.get(char, char) for char in text)
    text = _SPECIAL.sub(r"\\\g<0>", text)
    text = _ADDRESS.sub(lambda found: f"{found[1] or found[3]}&#{ord(found[2] or found[4])};", text)
    return _START.sub(r"\1\\\2", text)


def link(text: str, target: str) -> str:
    """A link with `text` (not yet escaped); `target` is a path or fragment that may hold anything."""
    return f"[{escaped(text)}]({quote(target, safe='/#:?=&%~.-_', errors='replace')})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """Lines of a table; cells are Markdown already. Columns whose index is in `right` are aligned right."""
    aligned = set(right)
    marks = ["---:" if number in aligned else "---" for number in range(len(head))]
    return [f"| {' | '.join(row)} |" for row in (head, marks, *rows)]
