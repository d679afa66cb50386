r"""Text of a page as LaTeX that prints the same text and does nothing else.

Pages hold text that strangers wrote, so nothing of it may act as a command: every character that LaTeX or BibTeX
reads as one is written as what prints it. Two things that abstracts carry on purpose are kept: an escaped sign
(`\%` prints %) and inline math, where all of it is on a list of harmless signs and commands.
"""

import functools
import re
import tomllib
import unicodedata
from importlib.resources import files

from pylatexenc.latexencode import (
    RULE_DICT,
    UnicodeToLatexConversionRule,
    UnicodeToLatexEncoder,
)

_ESCAPED_SIGN = re.compile(r"\\([%&_#$])")
# A dollar pair is math as Pandoc has it: no space inside its ends and no digit after it, so that prices stay prices.
_MATH = re.compile(r"(?<!\$)\$(?!\s)([^$\n]{1,200}?)(?<![\s\\])\$(?![\d$])")
_COMMAND = re.compile(r"\\([A-Za-z]+)|\\[,;:! ]")
_MATH_SIGNS = re.compile(r"[A-Za-z0-9^_+\-*/=<>()\[\].,:;|!'{} ]*")
# A script without its letter, or two of one sort in a row, stops LaTeX.
_BAD_SCRIPT = re.compile(r"^[\^_]|[\^_]\s*(?:$|[}^_])|([\^_])\s*(?:\w|\{[^{}]*\})\s*\1")

# Characters for which pylatexenc's own choice leaves a bare brace, which BibTeX counts even behind a backslash, or a
# sign that BibTeX or a bibliography style takes for its own.
_OWN_RULES = {
    ord("{"): r"{\textbraceleft}",
    ord("}"): r"{\textbraceright}",
    ord("\\"): r"{\textbackslash}",
    ord('"'): "{''}",
    ord("@"): "{@}",
    ord("~"): r"{\textasciitilde}",
    ord("^"): r"{\textasciicircum}",
    ord("<"): r"{\textless}",
    ord(">"): r"{\textgreater}",
    ord("|"): r"{\textbar}",
    ord("\u00a0"): "~",
}


@functools.cache
def _encoder() -> UnicodeToLatexEncoder:
    return UnicodeToLatexEncoder(
        conversion_rules=[
            UnicodeToLatexConversionRule(RULE_DICT, _OWN_RULES, replacement_latex_protection="none"),
            "defaults",
        ],
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )


@functools.cache
def _math_commands() -> dict[str, list[str]]:
    return tomllib.loads(files("corpus_index.export").joinpath("latex_math.toml").read_text(encoding="utf-8"))


def latex_text(text: str) -> str:
    """Encode `text` for a BibTeX field: one line, balanced braces, nothing that acts.

    Letters with accents become commands; characters that no LaTeX command is known for (Chinese, emoji) stay as they
    are, in UTF-8. White space is squeezed, control characters are dropped.
    """
    text = squeezed(text)
    parts = []
    last = 0
    for found in _MATH.finditer(text):
        if _harmless(found[1]):
            parts += [_literal(text[last : found.start()]), f"${found[1]}$"]
            last = found.end()
    parts.append(_literal(text[last:]))
    return "".join(parts)


def squeezed(text: str) -> str:
    """Drop control and invisible formatting characters and squeeze white space (but keep no-break spaces)."""
    kept = "".join(" " if char in "\t\n\v\f\r\x85\u2028\u2029" else char for char in text)
    kept = "".join(char for char in kept if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    return re.sub(" +", " ", kept).strip()


def _literal(text: str) -> str:
    encoded: str = _encoder().unicode_to_latex(_ESCAPED_SIGN.sub(r"\1", text))
    return encoded


def _harmless(math: str) -> bool:
    """Whether `math` is a formula made of listed signs and commands alone, with balanced braces."""
    listed = _math_commands()
    for command in _COMMAND.finditer(math):
        name = command[1]
        if name in listed["with_argument"]:
            if not math.startswith("{", command.end()):
                return False
        elif name and name not in listed["alone"]:
            return False
    signs = _COMMAND.sub(" ", math)
    if not _MATH_SIGNS.fullmatch(signs) or _BAD_SCRIPT.search(signs) or not _balanced(signs):
        return False
    return len(math) == 1 or bool(re.search(r"[\\^_=0-9]", math))


def _balanced(text: str) -> bool:
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0
