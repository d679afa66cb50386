r"""Accents of LaTeX: on letters that have others already, and those that fonts lack, so that exports build them."""

import re
from functools import partial
from unicodedata import normalize

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec
from pylatexenc.latexwalker import LatexMacroNode
from pylatexenc.macrospec import MacroSpec

_LETTER = r"(\\[\^`'~\"=.](?:\w|\{\{\w\}\})|\\[a-zA-Z]\{\w\}|\\[ij](?![A-Za-z])|\w)"
_HOOK = re.compile(rf"\\accent(?:`\\'|39)\s*{_LETTER}")
_BELOW = re.compile(rf"\\oalign\{{{_LETTER}\\crcr\\hidewidth(?:\\([\"r^u~=])\{{\}}|\.)\\hidewidth\}}")
_STROKE = re.compile(r"\\ooalign\{([HTt])\\crcr\\hidewidth(?:--|\\raise\.45ex\\hbox\{--\})\\hidewidth\}")
_WITH_STROKE = {"H": "Ħ", "T": "Ŧ", "t": "ŧ"}
_HORN = "{\\negthinspace'}"
_BUILT = {'"': "belowdots", "r": "belowring", "^": "belowhat", "u": "belowbreve", "~": "belowtilde", "=": "b",
          None: "d"}  # fmt: skip
"""Accents that are put below letters, and what they are called here."""
_MARKS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "newtie": "\u0311",
    "d": "\u0323", "textcommabelow": "\u0326", "c": "\u0327", "k": "\u0328", "b": "\u0331",
    "belowdots": "\u0324", "belowring": "\u0325", "belowhat": "\u032d", "belowbreve": "\u032e", "belowtilde": "\u0330",
}  # fmt: skip
_WITH_ACCENTS = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


def with_named_accents(text: str) -> str:
    """Give LaTeX in which the accents that are built of others are commands that `ACCENTS` has, or characters."""
    if "\\accent" in text:
        text = _HOOK.sub(r"\\h{\1}", text)
    if "\\oalign" in text:
        text = _BELOW.sub(lambda found: f"\\{_BUILT[found[2]]}{{{found[1]}}}", text)
    if "\\ooalign" in text:
        text = _STROKE.sub(lambda found: _WITH_STROKE[found[1]], text)
    return text.replace(_HORN, "\u031b")


def _accented(mark: str, node: LatexMacroNode, l2tobj: LatexNodes2Text) -> str:
    """Put an accent on each letter of the argument of a command, behind the accents that it has."""
    printed = l2tobj.nodelist_to_text(list(node.nodeargs or ())).strip() or " "
    letters = _WITH_ACCENTS.findall(printed.replace("ı", "i").replace("ȷ", "j"))
    return "".join(normalize("NFC", letter + mark) for letter in letters)


SPECS = [MacroSpec(name, "{") for name in _MARKS]
"""The commands, for who takes LaTeX apart."""
TEXTS = [MacroTextSpec(name, simplify_repl=partial(_accented, mark)) for name, mark in _MARKS.items()]
"""What they print."""
