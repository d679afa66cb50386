r"""Text of a reference with the parts that its source protects: braces around words, `\url` around addresses.

A remark may also hold the commands that print what only the document knows: `\cite` and `\today`, which
every one has, and citations by commands of natbib and biblatex, where its source has them.
"""

import re
from collections.abc import Callable, Collection

from corpus_index.export.latex_text import latex_text
from corpus_index.export.white_space import squeezed

# Addresses that `\url` prints wherever it stands: others, as with %, would end a document where it is an argument.
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)[A-Za-z0-9:/?@!&'()*+,;=._~-]+")
_CITATION = re.compile(
    r"\\(?:[Cc]ite(?:p|t|alp|alt|author|year|yearpar|title|url)?|(?:[Pp]aren|[Tt]ext|[Aa]uto|[Ss]mart|foot|footfull|full)cite)"
    r"\*?(?:\[[A-Za-z0-9 .,~-]*\]){0,2}\{[A-Za-z0-9:_./+, -]+\}"
)
_COMMAND = r"\\today(?![A-Za-z])(?:\{\})?|\\cite(?:\[[A-Za-z0-9 .,~-]*\])?\{[A-Za-z0-9:_./+, -]+\}"


def printed_parts(parts: Collection[str], text: str) -> str:
    """Give a pattern for the words among these parts that a text prints, and not within words, the longest first."""
    printed = sorted(
        (part for part in map(squeezed, parts) if any(map(str.isalnum, part)) and part in text), key=len, reverse=True
    )
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, printed))})(?!\w)" if printed else r"(?!)"


def with_parts(text: str, pattern: str, part: Callable[[str], str], between: Callable[[int, int], str]) -> str:
    """Write a text: the parts of it that fit a pattern, and what is between these."""
    written = []
    last = 0
    for found in re.finditer(pattern, text):
        written += [between(last, found.start()), part(found[0])]
        last = found.end()
    return "".join([*written, between(last, len(text))])


def braced(text: str, protected: Collection[str], *, unicode: bool = False) -> str:
    """Encode a text as LaTeX with braces around what is protected."""
    return with_braces(text, printed_parts(protected, text), unicode=unicode)


def with_braces(text: str, pattern: str, *, unicode: bool = False) -> str:
    """Encode a text as LaTeX with braces around what fits a pattern."""
    return _encoded(text, pattern, lambda part: f"{{{latex_text(part, unicode=unicode)}}}", unicode)


def remark(text: str, protected: Collection[str], *, unicode: bool = False) -> str:
    r"""Encode a text as LaTeX, with `\url` around the addresses that are protected, and with citations."""
    return _with_commands(text, f"{_COMMAND}|{_kept(protected, text)}", unicode)


def abstract(text: str, protected: Collection[str], *, unicode: bool = False) -> str:
    r"""Do so with those citations alone that are protected: what others cite is in no bibliography of a reader."""
    return _with_commands(text, _kept(protected, text), unicode)


def _kept(protected: Collection[str], text: str) -> str:
    return printed_parts([part for part in protected if _ADDRESS.fullmatch(part) or _CITATION.fullmatch(part)], text)


def _with_commands(text: str, pattern: str, unicode: bool) -> str:
    return _encoded(text, pattern, lambda part: part if part[0] == "\\" else f"\\url{{{part}}}", unicode)


def _encoded(text: str, pattern: str, part: Callable[[str], str], unicode: bool) -> str:
    text = squeezed(text)
    if not re.search(pattern, text):
        return latex_text(text, unicode=unicode)
    # White space at the ends of a stretch stands between words.
    return with_parts(text, pattern, part, lambda start, end: latex_text(f".{text[start:end]}.", unicode=unicode)[1:-1])
