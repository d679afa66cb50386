"""LaTeX, HTML and typographic variants as plain characters, every one at its place."""

import re
from collections.abc import Callable

_CHARACTERS = {
        "×": "x", "≈": "~", "≃": "~", "∼": "~", "≲": "<", "⩽": "≤", "⩾": "≥", "≳": ">",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "’": "'", "‘": "'", "ʼ": "'", "％": "%", "⟶": "→", "⇒": "→",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\r": " ", "\n": " ",
}  # fmt: skip
_VARIANT = re.compile(f"[{''.join(_CHARACTERS)}]")
_SPACES = ("\t", "\r", "\n")  # all of them that a text of ASCII may hold


def _joined(match: re.Match[str]) -> str:
    """`1{,}536`, `10\\,000` and `10\\ 000`: the thousands of one number stay together."""
    return match[0].replace("{,}", ",").replace("\\,", ",").replace("\\ ", ",")


def _argument(match: re.Match[str]) -> str:
    """A command for a typeface: its argument, and a space for the bracket that closes it."""
    return f"{match['argument']} "


Replacement = str | Callable[[re.Match[str]], str]

_Row = tuple[tuple[str, ...], re.Pattern[str], Replacement]
"""What a text holds, one or the other, that the pattern can match in, and what stands for a match."""
_TYPEFACES = ("\\text", "\\math", "\\emph", "\\underline")
_HTML: tuple[_Row, ...] = (
    (("<",), re.compile(r"</?(?:i|b|em|strong|sub|sup|tt|p|br)\s?/?>"), ""),
    (("&lt;",), re.compile(r"&lt;"), "<"),
    (("&gt;",), re.compile(r"&gt;"), ">"),
    (("&amp;",), re.compile(r"&amp;"), "&"),
)
_LATEX: tuple[_Row, ...] = (
    (("\\%",), re.compile(r"\\%"), "%"),
    (("{,}", "\\,", "\\ "), re.compile(r"\d(?<!\d\d)\d{0,2}(?:(?:\{,\}|\\[, ])\d{3})+(?!\d)"), _joined),
    (("\\times",), re.compile(r"(?:\{\\|\\)times(?![A-Za-z])\s?\}?"), "x"),
    (("\\cdot",), re.compile(r"\\cdot(?![A-Za-z])"), "·"),
    (("\\pm",), re.compile(r"\\pm(?![A-Za-z])"), "±"),
    (("\\sim", "\\approx"), re.compile(r"(?:\{\\|\\)(?:sim|simeq|approx)(?![A-Za-z])\s?\}?"), "~"),
    (("\\ge",), re.compile(r"\\(?:geq?|geqslant)(?![A-Za-z])"), "≥"),
    (("\\le",), re.compile(r"\\(?:leq?|leqslant)(?![A-Za-z])"), "≤"),
    (("\\g",), re.compile(r"\\(?:gtrsim|gg)(?![A-Za-z])"), ">"),
    (("\\l",), re.compile(r"\\(?:lesssim|ll)(?![A-Za-z])"), "<"),
    (("arrow", "\\to"), re.compile(r"\\(?:(?:long)?(?:right|left|leftright)arrow|to)(?![A-Za-z])"), "→"),
    (("\\circ",), re.compile(r"\^\s?\{?\\circ\s?\}?"), "°"),
    (
        _TYPEFACES,
        re.compile(
            r"\\(?:(?:text|math)(?:bf|it|rm|sf|tt|sc|normal)?|emph|underline)\s?\{(?P<argument>[^{}\\]{0,200})\}"
        ),
        _argument,
    ),
    (_TYPEFACES, re.compile(r"\\(?:(?:text|math)(?:bf|it|rm|sf|tt|sc|normal)?|emph|underline)\{"), ""),
    (("\\mu",), re.compile(r"\\mu\s{0,9}(?=[msgWAVJ](?![A-Za-z]))"), "μ"),
    (("{=}",), re.compile(r"\{=\}"), "="),
    (("\\",), re.compile(r"\\[,;:! ]"), ""),
    (("\\&",), re.compile(r"\\&"), "&"),
)
# A space that must not break; `12%~18%` is a range.
_TIE = re.compile(r"~(?:(?<=[A-Za-z.,%)}$]~)(?<!\d%~)(?=\S)|(?<=\d%~)(?!\d)|(?<=\d~)(?=[A-Za-z%$\\]))")
_PLUS_MINUS = re.compile(r"\+(?<=[\d%.) ]\+)/?-(?=\s?\d)")
_MICRO = re.compile(r"μ\s{1,9}(?=[msgWAVJ](?![A-Za-z]))")
_RUNNING_WORDS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}\s+[A-Za-z]{2,}")
_DOLLAR = re.compile(r"\\?\$")
_LONGEST_FORMULA = 300


def flatten(raw: str) -> str:
    """Replace LaTeX and HTML markup and typographic variants by plain characters, keeping every position.

    Both strings have the same length: a replacement is padded with spaces. `€` stands for any dollar sign that is
    money, because `$` delimits formulas.
    """
    clean = _without_formula_marks(raw) if "$" in raw else raw
    if "~" in clean:
        clean = _TIE.sub(" ", clean)
    if "\\" in clean or "{,}" in clean:
        clean = _replaced(clean, _LATEX)
    if "<" in clean or "&" in clean:
        clean = _replaced(clean, _HTML)
    if "μ" in clean:
        clean = _MICRO.sub(lambda match: "μ".rjust(len(match[0])), clean)
    if not clean.isascii() or any(space in clean for space in _SPACES):
        clean = _VARIANT.sub(lambda match: _CHARACTERS[match[0]], clean)
    return _PLUS_MINUS.sub(lambda match: "±".rjust(len(match[0])), clean) if "+" in clean else clean


def _replaced(text: str, table: tuple[_Row, ...]) -> str:
    for marks, pattern, plain in table:
        if not any(mark in text for mark in marks):
            continue
        if isinstance(plain, str):
            text = pattern.sub(lambda match, plain=plain: plain.rjust(len(match[0])), text)  # type: ignore[misc]
        else:
            text = pattern.sub(lambda match, plain=plain: plain(match).rjust(len(match[0])), text)  # type: ignore[misc]
    return text


def _without_formula_marks(text: str) -> str:
    """Make dollar signs that enclose a formula spaces, and those before an amount `€`."""
    flat = list(text)
    marks = []
    for match in _DOLLAR.finditer(text):
        if match[0] == "$":
            marks.append(match.start())
        elif text[match.end() : match.end() + 2].lstrip()[:1].isdigit():
            flat[match.start() : match.end()] = " €"
    index = 0
    while index < len(marks):
        start, end = marks[index], marks[index + 1] if index + 1 < len(marks) else None
        if end is not None and _is_formula(text, start, end):
            flat[start] = flat[end] = " "
            index += 2
        else:
            flat[start] = "€" if text[start + 1 : start + 3].lstrip()[:1].isdigit() else " "
            index += 1
    return "".join(flat)


def _is_formula(text: str, start: int, end: int) -> bool:
    """Say whether two dollar signs enclose a formula.

    One that begins with a digit may also be two amounts of money: then a digit follows the second sign, white space
    stands before it, or there are running words between them.
    """
    inside = text[start + 1 : end]
    if not inside.lstrip()[:1].isdigit():
        return end - start <= _LONGEST_FORMULA
    if len(inside) > _LONGEST_FORMULA or text[end + 1 : end + 2].isdigit() or inside[-1:].isspace():
        return False
    return not _RUNNING_WORDS.search(inside)
