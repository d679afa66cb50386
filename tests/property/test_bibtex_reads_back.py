"""What is written as BibTeX or biblatex is read back as what it was, whatever stands in titles, texts and names."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from made_papers import EMPTY
from read_back import differences

_WORDS = st.sampled_from(
    ("and", "And", "Andò", "and_B", "andé", "others", "van", "Jr.", "III", "Team", "GPT-4", "C_2", "50%", "$1", "$x^2$",
     "#1", "A&B", "{b}", "{", "}", "~", "^", "\\", "\\%", "\\alpha", "\\cite{a}", '"q"', "“q”", "``", "''", "?`", "'s",
     "é", "Größe", "Ħ", "ŧ", "α", "Αθήνα", "Ώρα", "−5", "H₂O", "10⁻³", "⅓", "ɛ", "李明", "Лев", "דוד", "🎉",
     "x,", "(y)", "Lee*", "Lee†", "Lee‡", "§", "*", "0001", "<b>", "@a", "a=b", "family=b", "--", "A.", "http://a.b/c%20d#e")
)  # fmt: skip
_TEXT = st.lists(st.tuples(_WORDS, st.sampled_from(["", " "])), max_size=6).map(
    lambda pairs: "".join(map("".join, pairs))
)
_NAME = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)


@settings(max_examples=60)
@given(title=_TEXT, abstract=_TEXT, venue=_TEXT, names=st.lists(_NAME, max_size=3), biblatex=st.booleans())
def test_bibtex_reads_back(title: str, abstract: str, venue: str, names: list[str], biblatex: bool) -> None:
    # A word at an end keeps a text from being a label, or nothing.
    authors = tuple(f"{name} Roe" for name in names)
    paper = replace(EMPTY, title=f"Of {title}", abstract=f"We {abstract}", venue=f"In {venue}", authors=authors,
                    authors_complete=True)  # fmt: skip
    assert differences("biblatex" if biblatex else "bibtex", [paper]) == []
