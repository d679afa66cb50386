"""URLs without the punctuation of the sentence."""

import pytest

from corpus_index.extract.reading.urls import urls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Code is at https://github.com/a/b.", ["https://github.com/a/b"]),
        ("(see https://a.org/x_(y)), and www.b.org!", ["https://a.org/x_(y)", "www.b.org"]),
        ("HalalLens (https://halallens.no), a scanner", ["https://halallens.no"]),
        ("no url: http:// or this https URL", []),
    ],
)
def test_urls(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in urls(text)] == expected
