"""Abstracts and what others write below papers, told apart by their words."""

import pytest
from made_pages import LONG

from corpus_index.pages.feeds.listed_words import is_its_authors_abstract

OWN = f"{LONG} {LONG}"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (OWN, True),
        (f"{OWN} Our code is available at https://example.org/bread .", True),
        (f"{OWN} Code: https://example.org/bread", False),
        (f"{OWN} We are excited to share it.", False),
        (f"{OWN} Excited states decay thanks to phonons.", True),
        (OWN.replace("We study", "They study").replace("We propose", "They propose"), False),
        (OWN.replace("paper.", "paper ."), False),
        (f"{OWN} We provide: A collection. The largest one.", False),
        ("We study bread.", False),
    ],
)
def test_authors_speak_for_themselves(text: str, own: bool) -> None:
    assert is_its_authors_abstract(text) is own
