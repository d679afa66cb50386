"""What comes before what, and what is found of sentences, stop words, other spellings and slips."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from searched_papers import SearchedPapers, searched_papers
from sqlite_utils import Database

from corpus_index.search import fts5, introductions, matching, search
from corpus_index.search import ranking as ranking_module
from corpus_index.search.answer import ranking as ranked
from corpus_index.search.ranking import Tier
from corpus_index.store.new_texts import read_new_texts

_PAPERS = (
    ("bats", "Echoes of bats", "Bats hunt moths by their echoes. Moths hear the bats and fall."),
    ("moths", "Moths", "Moths fly at night. The hearing of moths is simple, and their wings are not."),
    ("owls", "Owls at night", "Owls hunt by hearing. A mixture of experts counted owls at night in the forest."),
    ("moe", "Sparse layers", "We route tokens in a mixture of experts (MoE). Routing is learned."),
    ("moe2", "Routing in MoE layers", "The MoE is trained with a balance of its load, and hears nothing."),
    ("cats", "Cats", "Cats sleep. The cat eats, a cat purrs, and each cat is a cat."),
    ("to-be", "To be or not to be", "What is it that we are."),
    ("twin-b", "Twins of one text", "Marsh gentian."),
    ("twin-a", "Twins of one text", "Marsh gentian."),
)


@pytest.fixture(scope="module")
def index() -> Iterator[SearchedPapers]:
    with searched_papers(_PAPERS) as made:
        connection = made.connection
        _insert_abbreviation(connection, "moe", "MoE", "mixture of experts")
        _insert_abbreviation(connection, "bats", "cat", "computed axial tomography")
        connection.execute("INSERT INTO paper_ids VALUES (1, 'arxiv', '2601.00001', 0)")
        read_new_texts(Database(connection))
        yield made


def _insert_abbreviation(connection: sqlite3.Connection, key: str, short: str, long: str) -> None:
    (paper,) = connection.execute("SELECT id FROM papers WHERE key = ?", (key,)).fetchone()
    page = f"INSERT INTO pages VALUES ({paper}, '{key}', 1, '{key}', '', '', '', NULL, NULL)"  # noqa: S608
    connection.execute(page)
    connection.execute(
        'INSERT INTO records (id, page_id, ordinal, kind, start, "end", first_line, last_line, abstract,'
        " abstract_start, authors_complete, paper_id) VALUES (?1, ?1, 0, 'abstract', 0, 0, 1, 1, '', 0, 0, ?1)",
        (paper,),
    )
    connection.execute(
        'INSERT INTO facts (record_id, field, name, long, evidence, start, "end", trust)'
        " VALUES (?, 'abbreviations', ?, ?, '', 0, 0, 'own')",
        (paper, short, long),
    )


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        # All words, then some of them.
        ("moths hearing", ["moths", "bats", "owls", "moe2"]),
        ("night hunting", ["owls", "moths", "bats"]),
        # The title counts more, and so do neighbours.
        ("routing", ["moe2", "moe"]),
        # Stop words are required of nobody, unless there is nothing else.
        ("what is it that purrs", ["cats"]),
        ("what is it", ["to-be"]),
        # A long sentence is no list of conditions, whatever signs are in it.
        ('which animals of the night "hunt their prey by hearing" OR by the echoes that come back from its wings',
         ["bats", "moths", "owls", "moe2"]),
        # Short quotations are, if some paper has them; else their words are looked for.
        ('"hunt moths by" wings', []),
        ('"moths hunt bats" -echo', ["moths", "owls"]),
        ('"hunt by echoes"', ["bats", "owls"]),
        # An acronym and its long form are the same; an ordinary word is none.
        ("moe balance", ["moe2", "moe", "owls"]),
        ("mixture of experts", ["moe", "owls", "moe2"]),
        ("cat", ["cats"]),
        # Identifiers.
        ("2601.00001", ["bats"]),
        ("arXiv:2601.00001v2", ["bats"]),
        # Of equal papers the first key.
        ("gentian", ["twin-a", "twin-b"]),
    ],
)  # fmt: skip
def test_order(index: SearchedPapers, query: str, keys: list[str]) -> None:
    assert [hit.key for hit in search(index, query).hits] == keys


def test_a_word_that_is_typed_twice_counts_twice(index: SearchedPapers) -> None:
    def first(query: str) -> str:
        return ranked(index, query).matches[0].key

    assert (first("owls purrs purrs purrs"), first("owls owls owls purrs")) == ("cats", "owls")


def test_a_paper_that_others_build_on_comes_first(index: SearchedPapers) -> None:
    connection = index.connection
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO links VALUES (1, (SELECT id FROM papers WHERE key = 'twin-b'), '', '', 'exact', NULL, '',"
        " (SELECT min(id) FROM records), '', 0, 0)"
    )
    try:
        one, other = ranked(index, "gentian").matches
    finally:
        connection.execute("ROLLBACK")
    assert (one.key, other.key) == ("twin-b", "twin-a")
    assert one.cited > 0 == other.cited


def test_a_common_word_is_no_name(index_of: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    index = index_of("Gentian", "We present Gentian. The gentian grows.")
    index.connection.execute("PRAGMA query_only = OFF")
    index.connection.execute(
        "INSERT INTO names (paper_id, role, name, folded) VALUES (1, 'introduces', 'Gentian', 'gentian')"
    )
    assert ranked(index, "gentian").matches[0].tier == Tier.NAMED
    monkeypatch.setattr(introductions, "COMMON", 0)
    assert ranked(index, "gentian").matches[0].tier == Tier.WHOLE


def test_words_that_most_papers_have_are_passed_over(index: SearchedPapers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fts5, "MOST_SCORED", 3)
    answer = ranked(index, "gentian night moths")
    assert answer.passed_over == ("night", "moths")
    assert [match.key for match in answer.matches] == ["twin-a", "twin-b"]


@pytest.mark.parametrize(
    ("query", "keys"),
    [("echoes of the bats", ("bats",)), ("moe", ("moe", "moe2", "owls")), ("-moths", ("cats",)), ("moths owls", ())],
)
def test_lists_hold_what_matches_in_whole(index: SearchedPapers, query: str, keys: tuple[str, ...]) -> None:
    assert [key for key in keys if key in matching(index, query)] == list(keys)
    assert "bats" not in matching(index, "-moths")


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("mohts", "moths"), ("gentain", "gentian"), ("gentan", "gentian"), ("gentiaan", "gentian"),
        ("egntian", "gentian"), ("Sparse layesr", "Sparse layers"), ("marsh-gentiann", "marsh-gentian"),
        ("gentian", None), ("zzzz", None), ("gne", None),
        # A short word with another letter is another word, but for names; letters that changed places are a slip.
        ("rats", None), ("abts", "bats"), ("mow", None),
    ],
)  # fmt: skip
def test_slips_are_corrected(index: SearchedPapers, query: str, better: str | None) -> None:
    answer = ranked(index, query)
    assert answer.corrected == (better is not None)
    if better is not None:
        assert str(answer.reading.query) == better
        assert answer.matches[0].tier >= Tier.WHOLE


def test_the_total_is_what_is_offered(index: SearchedPapers) -> None:
    assert [(search(index, "moths hearing", limit).total, len(search(index, "moths hearing", limit).hits))
            for limit in (1, 2, 50)] == [(4, 1), (4, 2), (4, 4)]  # fmt: skip


def test_searching_imports_no_spelling_unless_there_is_a_slip(
    index: SearchedPapers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a search that finds something must not look for slips")

    monkeypatch.setattr(ranking_module, "_corrected", refused)
    assert search(index, "moths").hits
