r"""Text of a page as LaTeX that prints the same text and does nothing else.

Pages hold text that strangers wrote, so nothing of it may act as a command: every character that LaTeX or BibTeX
reads as one is written as what prints it. Two things that abstracts carry on purpose are kept: an escaped sign
(`\%` prints %) and inline math, where all of it is on a list of harmless signs and commands.
"""

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from unicodedata import normalize

from pylatexenc.latexencode import UnicodeToLatexEncoder

from corpus_index.export.latex_accents import accented
from corpus_index.export.latex_math import is_harmless
from corpus_index.export.white_space import squeezed

_ESCAPED_SIGN = re.compile(r"(?<!\\)\\([%&_#$])")
# A dollar pair is math as Pandoc has it: no space inside its ends and no digit after it, so that prices stay prices.
_MATH = re.compile(r"(?<!\$)\$(?!\s)([^$\n]{1,300}?)(?<![\s\\])\$(?![\d$])|\\\((?=[^()]*\\\))(.{1,300}?)\\\)")
_IN_MATH = re.compile(r"\{\\ensuremath\{(.*)\}\}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SPECIAL = re.compile(r"[^A-Za-z0-9 !'()*+,\-./:;=?\[\]`]")
_ACCENTED = re.compile(rf"[^\W\d_][\u0300-\u036f]+|{_SPECIAL.pattern}")
# Together they print the signs that open questions in Spanish.
_LIGATURE = re.compile(r"(?<=[!?])`")
# Its commands for Cyrillic letters need an encoding of fonts that hardly any document loads.
_CYRILLIC = range(0x400, 0x530)

# Up to here LaTeX has all letters with accents, so that biber may make one letter of both.
_SET_UP = 0x17F


@functools.cache
def _encoder() -> UnicodeToLatexEncoder:
    return UnicodeToLatexEncoder(
        replacement_latex_protection="braces-all", unknown_char_policy="keep", unknown_char_warning=False
    )


@functools.cache
def _own() -> dict[str, str]:
    listed = tomllib.loads(files("corpus_index.export").joinpath("latex_signs.toml").read_text(encoding="utf-8"))
    written: dict[str, str] = listed["written"]
    return dict(zip(listed["kept"], listed["kept"], strict=True)) | written


@functools.lru_cache(maxsize=4096)
def _encoded(sign: str) -> str:
    """Write a character, or a letter with the accents behind it; what there is no command for stays as it is."""
    if len(sign) == 1:
        if ord(sign) in _CYRILLIC:
            return sign
        built = accented(sign, _encoded) if ord(sign) > _SET_UP else None
        written = _own().get(sign) or built or str(_encoder().unicode_to_latex(sign))
        return written if written.isascii() else accented(sign, _encoded) or sign
    return accented(sign, _encoded) or "".join(map(_encoded, sign))


def latex_text(text: str, *, unicode: bool = False) -> str:
    """Encode `text` for a BibTeX field: one line, balanced braces, nothing that acts.

    Letters with accents become commands, unless `unicode` keeps all that is not ASCII, which biber reads. Characters
    that no LaTeX command is known for (Chinese, emoji) always stay as they are, in UTF-8. White space is squeezed,
    control characters are dropped.
    """
    # Most words of a title, each of which is written by itself.
    if text.isascii() and text.isalnum():
        return text
    # Letters and the accents behind them are one sign each, which LaTeX has commands for.
    text = normalize("NFC", squeezed(text))
    pieces = text_and_formulas(text)
    return "".join(piece if is_formula else _literal(piece, unicode) for piece, is_formula in pieces)


def text_and_formulas(text: str) -> Iterator[tuple[str, bool]]:
    """Divide a text into stretches of text and formulas that may stand as they are, and say which is which.

    Formulas come with their delimiters, and with commands in place of letters that are not ASCII.
    """
    last = 0
    for found in _MATH.finditer(text):
        formula = _with_commands(found[0])
        if is_harmless(formula[1:-1] if found[1] else formula[2:-2]):
            yield text[last : found.start()], False
            yield formula, True
            last = found.end()
    yield text[last:], False


def _with_commands(formula: str) -> str:
    """Write the letters and signs of a formula that are not ASCII (α, ≤) as the commands that print them in math."""
    if formula.isascii():
        return formula
    return _NOT_ASCII.sub(_command, formula)


def _command(found: re.Match[str]) -> str:
    command = _IN_MATH.fullmatch(_encoded(found[0]))
    # A letter behind a command would be read as a part of its name.
    return f"{command[1]} " if command else found[0]


def _literal(text: str, unicode: bool) -> str:
    if "\\" in text:
        text = _ESCAPED_SIGN.sub(r"\1", text)
    special = _SPECIAL if text.isascii() else _ACCENTED
    return _LIGATURE.sub("{}`", special.sub(lambda found: _written(found[0], unicode), text))


def _written(sign: str, unicode: bool) -> str:
    return sign if unicode and not sign.isascii() and sign != "\u00a0" else _encoded(sign)
