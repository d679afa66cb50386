"""Law: what was made harmless once stays as it is, so that it may pass two ways out."""

from collections.abc import Callable

import pytest
from attacks import EVERY
from hypothesis import given, settings
from hypothesis import strategies as st

from cli.untrusted import clean, clean_json
from corpus_index.export.bib_entry import address
from corpus_index.export.csv_table import inert
from corpus_index.export.white_space import squeezed
from corpus_index.mcp.visible import visible
from corpus_index.site.addresses import file_name

_CLEANERS = (clean, clean_json, inert, squeezed, visible, file_name)
_TEXTS = st.text() | st.lists(st.sampled_from(EVERY) | st.sampled_from(";=\t\n\r '\"@+-"), max_size=4).map("".join)


@pytest.mark.parametrize("cleaner", _CLEANERS, ids=lambda cleaner: str(cleaner.__name__))
@settings(max_examples=50)
@given(_TEXTS)
def test_what_is_harmless_stays(cleaner: Callable[[str], str], text: str) -> None:
    once = cleaner(text)
    assert cleaner(once) == once


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8")))
def test_addresses_end_no_field(text: str) -> None:
    written = address(f"https://example.org/{text}")
    assert address(written) == written
    assert written.isascii()
    assert not set('{}\\" \n') & set(written)
