r"""Signs that LaTeX prints by others (`\ensuremath{_2}`), and Greek letters that look like Latin ones."""

import re
from functools import cache
from unicodedata import normalize

from pylatexenc.latexencode import get_builtin_uni2latex_dict

_INNER = r"(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})"
_MATH = re.compile(rf"\\ensuremath\{{({_INNER}{{1,60}})\}}")
# Read by the library, or what people write of other things.
_NO_SIGN = re.compile(r"\\[A-Za-z]+|[A-Za-z0-9]")
_UPRIGHT = re.compile(r"\\mathord\{\\mathrm\{([ABEZHIKMNOPTXo])\}\}")
_GREEK = dict(zip("ABEZHIKMNOPTXo", "ΑΒΕΖΗΙΚΜΝΟΡΤΧο", strict=True))
_PRIMES = {"'": "′", "''": "″", "'''": "‴"}
_FRACTIONS = "⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


def with_signs(text: str) -> str:
    r"""Give LaTeX with these signs as characters, where they are written by `\ensuremath` as pylatexenc does."""
    return _MATH.sub(_sign, text) if "\\ensuremath{" in text else text


def _sign(found: re.Match[str]) -> str:
    if sign := _signs().get(found[1]):
        return sign
    return f"\\ensuremath{{{_UPRIGHT.sub(lambda letter: _GREEK[letter[1]], found[1])}}}"


@cache
def _signs() -> dict[str, str]:
    """Give the signs by what stands for them; of several the first one."""
    listed = ((_MATH.fullmatch(latex), chr(code)) for code, latex in reversed(get_builtin_uni2latex_dict().items()))
    written = {found[1]: sign for found, sign in listed if found and not _NO_SIGN.fullmatch(found[1])}
    fractions = {"\\frac{{{}}}{{{}}}".format(*normalize("NFKD", sign).split("\u2044")): sign for sign in _FRACTIONS}
    return written | _PRIMES | fractions
