"""Whatever a paper is called, its citation key can be typed, sorted and cited."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_index.domain.work import KeyWish, Work
from corpus_index.resolve import base_key, distinct_keys, family
from corpus_index.resolve.keys import key_wish
from corpus_index.resolve.naming import parse_model
from corpus_index.resolve.words import squeezed

_ANY_TEXT = st.text(st.characters(codec=None), max_size=80)
_VALID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,47}")


def _work(title: str, abstract: str | None = None, authors: tuple[str, ...] = (), year: int | None = None) -> Work:
    return Work(
        title=title,
        title_inferred=False,
        abstract=abstract,
        summary="",
        authors=authors,
        authors_complete=False,
        year=year,
        judgements={},
        conflicts=(),
    )


@settings(deadline=None)
@given(_ANY_TEXT, _ANY_TEXT, st.none() | st.integers(1800, 2100))
def test_base_keys_are_valid(title: str, author: str, year: int | None) -> None:
    key = base_key(_work(title, authors=(author,) if author else (), year=year), [])
    assert _VALID.fullmatch(key)


@settings(deadline=None)
@given(st.lists(_ANY_TEXT, max_size=8), st.lists(st.sampled_from(["Pebble", "pebble", "Sand_aaaa"]), max_size=3))
def test_keys_are_unique_without_regard_to_case(titles: list[str], taken: list[str]) -> None:
    wishes = {number: key_wish(_work(title), []) for number, title in enumerate(titles)}
    wishes[-1] = KeyWish(key="Pebble", content="one")
    wishes[-2] = KeyWish(key="PEBBLE", content="two")
    keys = distinct_keys(wishes, taken)
    assert keys.keys() == wishes.keys()
    assert len({key.casefold() for key in keys.values()}) == len(keys)
    assert not {key.casefold() for key in keys.values()} & {key.casefold() for key in taken}
    for number, key in keys.items():
        assert key.isascii()
        assert key.partition("_")[0] == wishes[number].key


@settings(deadline=None)
@given(_ANY_TEXT)
def test_any_name_has_a_family_and_parts(name: str) -> None:
    assert isinstance(family(name), str)
    assert parse_model(name) == parse_model(name)
    assert not any(char.isspace() for char in squeezed(name))
