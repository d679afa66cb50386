"""Words as they were typed go before other forms of them; names of authors are found where texts have too little."""

from collections.abc import Iterator

import pytest

from corpus_index.search import matching, search, suggestions
from corpus_index.search import ranking as ranking_module
from corpus_index.search.closeness import closeness
from corpus_index.search.explaining import explain
from corpus_index.search.query import Word
from corpus_index.store import Store, open_store
from corpus_index.store.write import transaction

_PAPERS = {
    "wavelets": ("Transforms of transforms", "Transform and transform again, gentien.", ("Ada Owlet",)),
    "birds": ("A model of birds", "It is a transformer, and birds transform.", ("Bo Long", "Kurt Gödel")),
    "nets": ("Long nets and many other things", "Transformers end-to-end. Nets of birds.", ("Cy Gödel",)),
    "plain": ("Transformed", "Owlet is a word here.", ()),
    **{f"other-{number}": ("Gentian", "Marsh gentian grows.", ("Emmy Heath",)) for number in range(9)},
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("typed") / "papers.db"
    with open_store(path, write=True, create=True) as made, transaction(made) as db:
        for paper, (key, (title, abstract, authors)) in enumerate(_PAPERS.items(), start=1):
            db.conn.execute(
                "INSERT INTO papers (id, key, title, title_inferred, abstract, names, summary, authors_complete, year)"
                " VALUES (?, ?, ?, 0, ?, '', '', 1, ?)",
                (paper, key, title, abstract, 2010 + paper),
            )
            rows = [(paper, position, name) for position, name in enumerate(authors)]
            db.conn.executemany("INSERT INTO paper_authors VALUES (?, ?, ?)", rows)
    with open_store(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("transformer", ["birds", "nets", "wavelets", "plain"]),
        ("transformers", ["birds", "nets", "wavelets", "plain"]),
        ("transforms", ["wavelets", "birds", "plain", "nets"]),
        # Texts first, then names of authors, which fill up only.
        ("owlet", ["plain", "wavelets"]),
        ("godel", ["birds", "nets"]),
        ("kurt gödel", ["birds"]),
        ("long birds", ["nets", "birds"]),
        ("godel -birds", []),
        ("title:model gödel", ["birds"]),
        ('"birds transform" godel', ["birds"]),
        ("godel 2012", ["birds"]),
        ("Gödel et al. (2013)", ["nets"]),
        ("godel 2011", []),
    ],
)
def test_order(store: Store, query: str, keys: list[str]) -> None:
    assert [hit.key for hit in search(store, query).hits] == keys


@pytest.mark.parametrize(
    ("query", "keys"), [("godel", ("birds", "nets")), ("gödel -cy", ("birds", "nets")), ("long 2012", ("birds",))]
)
def test_what_matches_matches_by_author_too(store: Store, query: str, keys: tuple[str, ...]) -> None:
    assert matching(store, query) == keys


def test_titles_with_the_very_word_come_first_however_many_have_other_forms(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking_module, "WINDOW", 1)
    assert [hit.key for hit in search(store, "transformed", 1).hits] == ["plain"]


def test_the_name_of_an_author_is_said(store: Store) -> None:
    answer = search(store, "godel")
    assert answer.notes == (
        "2 papers have words of the query in the names of authors; author:NAME looks for these alone",
    )
    assert [why.authors for why in explain(store, "godel").why] == [("Kurt Gödel",), ("Cy Gödel",)]


def test_a_word_that_some_paper_has_is_not_corrected(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestions, "_MUCH", 2)
    answer = search(store, "gentien nets")
    assert {hit.key for hit in answer.hits} == {"wavelets", "nets"}
    assert "did you mean: gentian nets (not searched for, as papers have each word as it is)" in answer.notes


@pytest.mark.parametrize(
    ("query", "keys", "note"),
    [
        ("kurt goedl", ["birds"], "did you mean: kurt godel"),
        ("author:goedl", ["birds", "nets"], "did you mean: author:godel"),
        ("author:owlet", ["wavelets"], ""),
        ("long nets and owlet other things", ["nets", "plain"],
         "did you mean: long nets and many other things (not searched for, as papers have each word as it is)"),
    ],
)  # fmt: skip
def test_authors_and_titles_with_slips(store: Store, query: str, keys: list[str], note: str) -> None:
    answer = search(store, query)
    assert {hit.key for hit in answer.hits[: len(keys)]} == set(keys)
    assert [each for each in answer.notes if "did you mean" in each] == ([note] if note else [])


@pytest.mark.parametrize(
    ("words", "close"),
    [
        ("transformer birds", (1.0, 0.0)),
        ("transforming birds", (0.5, 0.0)),
        ("birds transform", (1.0, 0.5)),
        ("bird transforms", (1.0, 0.5)),
        ("model nests", (0.5, 0.0)),
        ("mode", (0.0, 0.0)),
    ],
)
def test_closeness(store: Store, words: str, close: tuple[float, float]) -> None:
    found = closeness(store.connection, [Word(word) for word in words.split()], [2])
    assert found == {2: close}


def test_heads_follow_the_papers(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    sql = "SELECT rowid FROM paper_heads WHERE paper_heads MATCH ?"
    assert [row[0] for row in store.connection.execute(sql, ("authors: godel",))] == [2, 3]
    path = tmp_path_factory.mktemp("heads") / "papers.db"
    with open_store(path, write=True, create=True) as made:
        with transaction(made) as db:
            db.conn.execute(
                "INSERT INTO papers (key, title, title_inferred, names, summary, authors_complete)"
                " VALUES ('one', 'Heron', 0, '', '', 1)"
            )
        with transaction(made) as db:
            db.conn.execute("UPDATE papers SET title = 'Ibis'")
        assert made.connection.execute(sql, ("heron",)).fetchall() == []
        assert len(made.connection.execute(sql, ("ibis",)).fetchall()) == 1
        with transaction(made) as db:
            db.conn.execute("DELETE FROM papers")
        assert made.connection.execute(sql, ("ibis",)).fetchall() == []
