"""How identifiers are shown that are compared without case."""

import pytest

from corpus_index.domain.identifier import spelled


@pytest.mark.parametrize(
    ("printed", "value", "shown"),
    [
        ("10.48550/arXiv.2401.1", "10.48550/arxiv.2401.1", "10.48550/arXiv.2401.1"),
        ("https://doi.org/10.1000/AbC.9", "10.1000/abc.9", "10.1000/AbC.9"),
        ("https://doi.org/10.1000/S%281%29A", "10.1000/s(1)a", "10.1000/S(1)A"),
        (r"10.1000/A\_b", "10.1000/a_b", "10.1000/A_b"),
        ("10.1000/xyz/full", "10.1000/xyz", "10.1000/xyz"),
        ("a number that stands elsewhere", "10.1000/abc", "10.1000/abc"),
        ("İ10.1000/İb", "10.1000/b", "10.1000/b"),
    ],
)
def test_an_identifier_is_shown_as_it_is_printed(printed: str, value: str, shown: str) -> None:
    assert spelled(printed, value) == shown
