"""Identifiers in addresses."""

import pytest

from corpus_index.pages.fields.identifiers import identifier


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("https://link.springer.com/article/10.1234/s1-020-1", "10.1234/s1-020-1"),
        ("https://link.springer.com/chapter/10.1234/978-3_2?error=x", "10.1234/978-3_2"),
        ("https://www.biorxiv.org/content/10.1101/2020.01.02.573901v1?rss=1", "10.1101/2020.01.02.573901"),
        ("https://www.biorxiv.org/content/10.1101/641381v2.full.pdf", "10.1101/641381"),
        ("https://www.medrxiv.org/content/10.1101/2020.03.01.20001v3.full", "10.1101/2020.03.01.20001"),
        ("https://doi.org/10.1234/v2", "10.1234/v2"),
    ],
)
def test_dois_in_addresses(address: str, value: str) -> None:
    found = identifier(address)
    assert found is not None
    assert found.value == value
