"""References to journals on one line, read only where nothing of them is left over."""

import pytest

from corpus_index.pages.fields.journal_reference import journal_reference


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Cereal Rev. D 70, 103501 (2004)", ["Cereal Rev. D", "70", "", "103501"]),
        ("Cereal.Rev.D70:103501,2004", ["Cereal.Rev.", "D70", "", "103501"]),
        ("Journal of Bread 15 (2004) 1929-1958", ["Journal of Bread", "15", "", "1929–1958"]),
        ("Bread, vol. 9, no. 8, pp. 1735-1780, 2004", ["Bread", "9", "8", "1735–1780"]),
        ("Trans. Loaves 52(4), 1289 (2004)", ["Trans. Loaves", "52", "4", "1289"]),
        ("Cereal Rev. D 70, 103501 (2005)", []),
        ("Cereal Rev. D 70, 103501 (2004), Erratum 71", []),
        ("Proceedings of the 3 Bread Conference, 12 (2004)", []),
        ("Bakery 2004", []),
        ("", []),
    ],
)
def test_journal_reference(printed: str, told: list[str]) -> None:
    assert [value for _, value in journal_reference(printed, 2004)][1:] == told
