"""Patterns of keys: what each part gives, which alternative is taken, and what is wrong with one."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_index.errors import PapersError
from corpus_index.resolve import KeyParts, key_pattern, keys

PARTS = KeyParts(
    authors=("Ångström, José", "Anna de Kivi", "Bo Lee"),
    year=2024,
    title="On the Weight of Multi-Pebbles: A Größe",
    printed_title="On the Weight of Multi-Pebbles: A Größe",
    artefact="Pebble-LM",
)
UNKNOWN = replace(PARTS, authors=(), year=None, printed_title="", artefact="")


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("auth", "Angstrom"),
        ("auth.lower + year", "angstrom2024"),
        ("auth(3) + shortyear", "Ang24"),
        ("auth(0, 2)", "Kivi"),
        ("auth(0, 9) | year", "2024"),
        ("authors", "AngstromKiviLee"),
        ("authors(2).upper", "ANGSTROMKIVIETAL"),
        ("veryshorttitle", "Weight"),
        ("shorttitle(2)", "WeightMulti"),
        ("auth.lower + shorttitle(3, 3) + year", "angstromWeightMultiPebbles2024"),
        ("title", "OnTheWeightOfMultiPebblesAGrosse"),
        ("Title.abbr.lower", "otwompag"),
        ("Title.skipwords.select(1, 2).condense('-')", "Weight-Multi"),
        ("Title.substring(4, 3).capitalize", "The"),
        ("auth + '_' + year", "Angstrom_2024"),
        ('auth.postfix("-") + year.prefix(":")', "Angstrom-:2024"),
        ("artefact", "Pebble-LM"),
        ("'a b{}%'", "ab"),
    ],
)
def test_patterns(pattern: str, key: str) -> None:
    assert key_pattern(pattern).key(PARTS) == key


@pytest.mark.parametrize(
    ("pattern", "key"),
    [("auth + year | Title.select(1, 2).condense", "Onthe"), ("auth | artefact | 'x'", "x"), ("auth + 'x'", "")],
)
def test_an_alternative_that_is_not_known_whole_is_passed_over(pattern: str, key: str) -> None:
    assert key_pattern(pattern).key(UNKNOWN) == key


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("", "needs a function here: auth, authors"),
        ("auth +", "needs a function"),
        ("name", "at “name”"),
        ("auth.small", "needs a filter here: lower"),
        ("auth.condense(3)", "an argument that condense does not take"),
        ("year(3)", "an argument that year does not take"),
        ("auth year", "at “year”"),
        ("[auth:lower][year]", "at “[auth:lower][year]”"),
        ("auth(1, 2, 3)", "does not take"),
        ("auth(1", "does not take"),
    ],
)
def test_what_is_wrong_is_said(pattern: str, words: str) -> None:
    with pytest.raises(PapersError, match=re.escape(words)):
        key_pattern(pattern)


@settings(deadline=None)
@given(st.text("auth.lower()+|'1,9 year", max_size=30), st.text(max_size=40))
def test_any_pattern_gives_a_citable_key_or_says_what_is_wrong(pattern: str, title: str) -> None:
    try:
        key = key_pattern(pattern).key(replace(PARTS, title=title, printed_title=title))
    except PapersError:
        return
    assert re.fullmatch(r"[A-Za-z0-9:/+._-]{0,48}", key)


def test_the_document_has_the_default_pattern() -> None:
    document = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
    found = re.search(r"The default is\n\n {4}(.*)\n", document)
    assert found
    assert key_pattern(found[1]) == keys._DEFAULT
