"""Which formulas may stand in LaTeX as a page prints them: those made of listed commands and plain signs alone.

The grammar is that of TeX's math lists, as far as papers use it in titles and abstracts: atoms with at most one
superscript and one subscript each, groups in braces, fractions, and `\\left ... \\right`. What it accepts cannot act,
cannot stop TeX, and balances its braces as BibTeX counts them.
"""

import functools
import re
import tomllib
from importlib.resources import files

_PIECE = re.compile(r"\\(?:[A-Za-z]+|.)|.", re.DOTALL)
_SIGNS = re.compile(r"[A-Za-z0-9+\-*/=<>()\[\].,:;|!'?]")
_TEXT = re.compile(r"\s*\{[A-Za-z0-9 .,:;()/+=-]*\}")
_DELIMITERS = frozenset((*"()[]|./", r"\{", r"\}", r"\|", r"\langle", r"\rangle", r"\lfloor", r"\rfloor", r"\lceil",
                         r"\rceil", r"\vert", r"\Vert"))  # fmt: skip
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{4,}")
_TELLING = re.compile(r"[\\^_=0-9]")
_DEEPEST = 20


def is_harmless(formula: str) -> bool:
    """Whether what stands between two dollar signs is a formula, and one that LaTeX prints and nothing else.

    Words of four letters and more without any sign of mathematics are none: `$HOME:$PATH`.
    """
    if _WORD.search(formula) and not _TELLING.search(formula):
        return False
    return _balanced(formula) and _Reading(formula).is_whole()


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0


@functools.cache
def _commands() -> dict[str, frozenset[str]]:
    listed = tomllib.loads(files("corpus_index.export").joinpath("latex_math.toml").read_text(encoding="utf-8"))
    return {use: frozenset(f"\\{name}" for name in names) for use, names in listed.items()}


class _Reading:
    """One pass through a formula; each method consumes what it is named for, or says that it is not there."""

    def __init__(self, formula: str) -> None:
        self._formula = formula
        self._at = 0
        self._depth = 0

    def is_whole(self) -> bool:
        """Whether the formula is read to its end."""
        return self._list() and not self._next()

    def _next(self) -> str:
        while self._formula[self._at : self._at + 1] == " ":
            self._at += 1
        found = _PIECE.match(self._formula, self._at)
        return found[0] if found else ""

    def _take(self, wanted: str) -> bool:
        if self._next() != wanted:
            return False
        self._at += len(wanted)
        return True

    def _list(self) -> bool:
        scripts: set[str] = set()
        while piece := self._next():
            if piece in ("^", "_"):
                self._at += 1
                if piece in scripts or not self._argument():
                    return False
                scripts.add(piece)
            elif piece == "'":
                # A prime is a superscript, to which another prime or one superscript may be joined.
                self._at += 1
                if "^" in scripts:
                    return False
            elif piece in ("}", r"\right"):
                return True
            else:
                scripts = set()
                if not self._atom(piece):
                    return False
        return True

    def _atom(self, piece: str) -> bool:
        listed = _commands()
        if piece == "{":
            return self._group()
        self._at += len(piece)
        if piece == r"\left":
            return self._delimiter() and self._nested() and self._take(r"\right") and self._delimiter()
        if piece in listed["with_text"]:
            return self._text()
        if piece in listed["with_argument"]:
            return self._argument()
        if piece in listed["with_two_arguments"]:
            return self._group() and self._group()
        return piece in listed["alone"] or piece in listed["signs"] or bool(_SIGNS.fullmatch(piece))

    def _argument(self) -> bool:
        """Read what a script or a command takes: a group, one sign, or one command that takes nothing itself.

        A letter with an accent cannot be a script without braces around it.
        """
        piece = self._next()
        if piece == "{":
            return self._group()
        self._at += len(piece)
        if piece in _commands()["alone"]:
            return True
        return piece != "'" and bool(_SIGNS.fullmatch(piece))

    def _group(self) -> bool:
        return self._take("{") and self._nested() and self._take("}")

    def _nested(self) -> bool:
        self._depth += 1
        read = self._depth <= _DEEPEST and self._list()
        self._depth -= 1
        return read

    def _delimiter(self) -> bool:
        piece = self._next()
        self._at += len(piece)
        return piece in _DELIMITERS

    def _text(self) -> bool:
        found = _TEXT.match(self._formula, self._at)
        self._at = found.end() if found else self._at
        return found is not None
