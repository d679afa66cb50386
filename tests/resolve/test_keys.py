"""Citation keys: readable, ASCII, unique, and the same in whatever order papers come."""

from dataclasses import replace

import pytest
from gold_records import made_record, seed_records

from corpus_index.domain.facts import ArtefactKind, Facts, Introduction
from corpus_index.domain.work import KeyWish, Work
from corpus_index.resolve import assemble, base_key, distinct_keys, key_wish
from corpus_index.resolve.transliterating import ascii_text

_WORK = Work(
    title="",
    title_inferred=False,
    abstract=None,
    summary="",
    authors=(),
    authors_complete=False,
    year=None,
    judgements={},
    conflicts=(),
)


@pytest.mark.parametrize(
    ("title", "authors", "year", "introduced", "expected"),
    [
        ("On the Weight of Pebbles", ("Anna Kivi",), 2024, [], "Kivi2024Weight"),
        ("On the Weight of Pebbles", ("Ångström, José",), 2024, ["X-1"], "Angstrom2024Weight"),
        ("On the Weight of Pebbles", ("Anna Kivi",), None, [], "Weight-Pebbles"),
        ("LongSpec: Drafting", (), None, ["LongSpec"], "LongSpec"),
        ("First Pebbles, Then Sand", (), 2020, [], "First-Pebbles-Then"),
        ("Gated Things", (), None, ["GMU", "Qwen2.5-Math"], "GMU"),
        ("Qwen2.5-Math and GMU_2", (), None, ["GMU_2"], "GMU-2"),
        ("C++ für Anfänger", (), None, [], "C-fur-Anfanger"),
        ("Größe & 100% {sure} \\o/", (), None, [], "Grosse-100-sure"),
        ("Война и мир", (), None, [], "Voina-i-mir"),
        ("What is it?", (), None, [], "What-is-it"),
        ("Sand", (" ",), 2020, [], "Sand"),
        ("Sand", (".",), 2020, [], "Sand"),
        ("w2: Simple Pebbles", (), None, ["w2", "w2-32B"], "w2"),
        ("w2, or Simple Pebbles", (), None, ["w2"], "w2-Simple-Pebbles"),
        ("Kivi’s Balance", (), None, ["TS", "A Balance of Reed for Pebbles"], "Kivis-Balance"),
    ],
)
def test_readable_keys(
    title: str, authors: tuple[str, ...], year: int | None, introduced: list[str], expected: str
) -> None:
    facts = Facts(
        introduces=tuple(
            Introduction(name=name, kind=ArtefactKind.METHOD, evidence=name, start=at, end=at + 1)
            for at, name in enumerate(introduced)
        )
    )
    work = replace(_WORK, title=title, authors=authors, year=year)
    assert base_key(work, [made_record(1, title=title, facts=facts)]) == expected


@pytest.mark.parametrize("title", ["沙滩上的石子", "🪨🪨", "???", "___", "", "\ud800", "𝔐"])
def test_odd_titles_have_keys_too(title: str) -> None:
    key = base_key(replace(_WORK, title=title), [made_record(1, title=title)])
    assert key
    assert key.isascii()
    assert key == base_key(replace(_WORK, title=title), [made_record(2, title=title)])
    assert base_key(replace(_WORK, title=title + "石"), [made_record(1, title=title)]) != "" != key


def test_keys_are_short() -> None:
    assert base_key(replace(_WORK, title="x" * 500), [made_record(1)]) == "x" * 48
    words = base_key(replace(_WORK, title=" ".join(["pebblestones" * 2] * 9)), [made_record(1)])
    assert words == "pebblestonespebblestones"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź", "Lodz"),
        ("Straße", "Strasse"),
        ("Ørsted", "Orsted"),
        ("Мир", "Mir"),
        ("ﬁne", "fine"),
        ("石", ""),
        ("Ελλάς", "Ellas"),
        ("β-VAE", "beta-VAE"),
        ("한국", "hangug"),
        ("かな", "kana"),
        ("a…b", "a...b"),
        ("a🪨b", "a b"),
    ],
)
def test_transliteration(text: str, expected: str) -> None:
    assert ascii_text(text) == expected


def test_keys_of_the_seed_papers_are_readable_and_unique() -> None:
    works = {known.id: (assemble([known]), [known]) for known in seed_records() if known.page.startswith("002")}
    keys = distinct_keys({number: key_wish(work, records) for number, (work, records) in works.items()}, ())
    assert len(set(keys.values())) == len(keys) == 33
    assert {"LongSpec", "DeepSeek-Prover-V2", "Qwen2.5-Math", "Light-R1", "SEED-GRPO"} <= set(keys.values())


def test_colliding_keys_get_suffixes_from_content_alone() -> None:
    a, b, c = (KeyWish(key=key, content=text) for key, text in (("Pebble", "a"), ("pebble", "b"), ("Sand", "c")))
    keys = distinct_keys({1: a, 2: b, 3: c}, ())
    again = distinct_keys({7: c, 5: b, 9: a}, ())
    assert (keys[1], keys[2], keys[3]) == (again[9], again[5], again[7])
    assert keys[3] == "Sand"
    assert keys[1].startswith("Pebble_")
    assert keys[2].startswith("pebble_")
    assert keys[1].casefold() != keys[2].casefold()


def test_frozen_and_former_keys_are_never_given_again() -> None:
    wishes = {
        1: KeyWish(key="Pebble", content="a", frozen="Old-Key"),
        2: KeyWish(key="Old-Key", content="b"),
        3: KeyWish(key="Stone", content="c"),
    }
    keys = distinct_keys(wishes, {"stone"})
    assert keys[1] == "Old-Key"
    assert keys[2].startswith("Old-Key_")
    assert keys[3].startswith("Stone_")
    more = distinct_keys(wishes, {"stone", keys[2], keys[3]})
    assert not {more[2], more[3]} & {keys[2], keys[3]}


def test_works_of_the_same_content_still_get_different_keys() -> None:
    wish = KeyWish(key="Pebble", content="same")
    keys = distinct_keys(dict.fromkeys(range(30), wish), ())
    assert len({key.casefold() for key in keys.values()}) == 30
