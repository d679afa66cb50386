r"""What braces in fields of BibTeX keep from a style that lowers capitals, and the commands that remarks keep."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from corpus_index.pages.exports.latex_plain import COMMAND, address, plain, with_addresses

_MOST = 100
# Signs for private use, which no text has.
_START, _END = "\ue001", "\ue002"
_MATH = re.compile(r"(?<!\\)(\$[^$]{0,2000}\$)")
_BRACE = re.compile(r"(?<!\\)[{}]")
# The letter of an accent, and what BibTeX takes for a letter with an accent, which it lowers too.
_ACCENT = re.compile(r"\\(?:[^A-Za-z\s]|[A-Za-z]\s*)$")
_GROUPS = re.compile(rf"(?<!\w)\w*(?:{_START}[^{_START}{_END}]*{_END}\w*)+")
_MARKS = str.maketrans("", "", _START + _END)


def protected_words(titles: Iterable[str]) -> Iterator[str]:
    """Give what braces protect, as text: whole words, since a part of one is protected for its capital.

    What has no capital is left out, as braces change nothing about it.
    """
    found = (group for title in titles if "{" in title for group in _GROUPS.findall(plain(_marked(title))))
    for group in islice(found, _MOST):
        words = group.translate(_MARKS).strip()
        if words.lower() != words:
            yield words


def commands(fields: Iterable[str]) -> Iterator[str]:
    r"""Give the addresses that `\url` prints in these fields, and the citations in them (`\citep{a}`)."""
    found = (command for field in fields for command in COMMAND.finditer(with_addresses(field)))
    for command in islice(found, _MOST):
        yield command[0] if command["address"] is None else address(command["address"])


def _marked(title: str) -> str:
    """Put marks inside of the outermost braces that protect."""
    parts = _MATH.split(title)
    for number in range(0, len(parts), 2):
        parts[number] = "".join(_with_marks(parts[number]))
    return "".join(parts)


def _with_marks(text: str) -> Iterator[str]:
    depth = last = 0
    marked = False
    for brace in _BRACE.finditer(text):
        yield text[last : brace.start()]
        last = brace.end()
        if brace[0] == "{":
            depth += 1
            if depth == 1:
                accented = text.startswith("\\", last) or _ACCENT.search(text, max(0, brace.start() - 4), brace.start())
                marked = not accented
            yield f"{{{_START}" if marked and depth == 1 else "{"
        else:
            yield f"{_END}}}" if marked and depth == 1 else "}"
            depth = max(0, depth - 1)
    yield text[last:]
