"""Letters that names of people are written with."""

from unicodedata import decomposition, normalize

_BLOCKS = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
_NO_COMMAND = "\u030fſʒƷ"


def letters_with_accents() -> list[str]:
    """Latin letters with accents, all that Unicode has (but for some that only grammars use), and some of Yoruba."""
    letters = [chr(code) for block in _BLOCKS for code in block if decomposition(chr(code))[:1].isalnum()]
    return ["ọ̀", "ẹ́", *(each for each in letters if not set(normalize("NFD", each)) & set(_NO_COMMAND))]
