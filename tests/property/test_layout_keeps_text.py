"""Law: wrapping loses no word and no letter, and keeps to the width."""

from hypothesis import given
from hypothesis import strategies as st

from cli.layout import width_of, wrap
from cli.untrusted import clean

_TEXT = st.text(st.sampled_from("abc de  fgh漢é-"), max_size=120)
_PIECES = st.lists(st.tuples(_TEXT, st.sampled_from(["", "mark"])), max_size=5)


@given(_PIECES, st.integers(min_value=20, max_value=60), st.sampled_from(["", "  ", "1. "]))
def test_wrapping_keeps_every_letter_and_the_width(pieces: list[tuple[str, str]], width: int, indent: str) -> None:
    later = " " * len(indent)
    lines = ["".join(text for text, _ in line) for line in wrap(pieces, width, indent, later)]
    printed = "".join(line[len(indent) :] for line in lines)
    assert printed.replace(" ", "") == "".join(text for text, _ in pieces).replace(" ", "")
    assert all(width_of(line) <= width for line in lines)


@given(st.text())
def test_cleaned_text_is_one_harmless_line(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(char < " " or "\x7f" <= char <= "\x9f" or char in "\u202e\u2028" for char in cleaned)
