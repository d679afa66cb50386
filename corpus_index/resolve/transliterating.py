"""Text of other scripts in ASCII letters, as far as a small table and the character names of Unicode reach.

Han characters have no reading without a dictionary and are dropped.
"""

import re
import unicodedata

LATIN = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "þ": "th",
    "ı": "i",
}
"""Small letters of which Unicode knows no base, and what they are written as where a keyboard has none of them."""
_LETTERS = """
а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y
ь= э=e ю=yu я=ya є=ie і=i ґ=g
α=a β=b γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o
"""
_TABLE = LATIN | {pair[0]: pair[2:] for pair in _LETTERS.split()}
_LONE_GREEK = re.compile(r"(?<![Ͱ-Ͽ])[Α-Ωα-ω](?![Ͱ-Ͽ])")
_SYLLABLE = re.compile(r"(?:HANGUL SYLLABLE|(?:HIRAGANA|KATAKANA) LETTER(?: SMALL)?) ([A-Z]+)")


def ascii_text(text: str) -> str:
    """Write a text in ASCII: accents fall away, other alphabets are transliterated, what else there is is dropped.

    A Greek letter that stands alone is a symbol and gets its name (`β-VAE`: `beta-VAE`).
    """
    if text.isascii():
        return text
    named = _LONE_GREEK.sub(lambda found: unicodedata.name(found[0]).rpartition(" ")[2].casefold(), text)
    return "".join(map(_ascii, unicodedata.normalize("NFC", named)))


def _ascii(char: str) -> str:
    if char.isascii():
        return char
    if syllable := _SYLLABLE.match(unicodedata.name(char, "")):
        return syllable[1].casefold()
    parts = (_letter(part) for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    plain = "".join(parts)
    return plain or (" " if not char.isalnum() and not unicodedata.combining(char) else "")


def _letter(char: str) -> str:
    if char.isascii():
        return char
    plain = _TABLE.get(char.lower(), "")
    return plain.capitalize() if char.isupper() else plain
