"""Two orders made one: by words and by meaning."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_encoder import MadeEncoder
from workbench import Workbench

from corpus_index.embedding import installed_encoder
from corpus_index.errors import ExtraMissing, PapersError
from corpus_index.pipeline.embedding import make_vectors
from corpus_index.search import search
from corpus_index.search.answer import ranking
from corpus_index.search.explaining import explain
from corpus_index.search.ranking import Tier
from corpus_index.store import Store, open_store

_PAPERS = (
    ("Roads", "An automobile is faster than a horse. The vehicle has wheels."),
    ("Cars", "The car is old, and so is the horse."),
    ("Care", "A physician sees the sick."),
    ("Water", "A stream falls over rocks."),
    ("Nothing", "What is said here is of no meaning, but it names a doctor in 2024."),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    bench = Workbench(tmp_path_factory.mktemp("meaning"))
    with open_store(bench.index(bench.page("page.txt", *_PAPERS)), write=True) as store:
        make_vectors(store, MadeEncoder())
        yield store


def _titles(index: Store, query: str, limit: int = 3) -> list[str]:
    return [hit.title for hit in search(index, query, limit, MadeEncoder()).hits]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        # By both, then by words or by meaning alone.
        ("car horse", ["Cars", "Roads"]),
        ("fast vehicles", ["Roads", "Cars"]),
        ("doctors", ["Nothing", "Care"]),
        # What the query names comes first.
        ("water", ["Water"]),
        ("care", ["Care"]),
        # What it requires or leaves out is so for papers that are near in meaning.
        ("vehicles -wheels", ["Cars"]),
        ("vehicles title:cars", ["Cars"]),
        ('vehicles "so is the horse"', ["Cars"]),
        ("doctors -title:nothing", ["Care"]),
        ("rivers (rocks OR wheels)", ["Water", "Roads"]),
    ],
)
def test_order(index: Store, query: str, titles: list[str]) -> None:
    assert _titles(index, query, len(titles)) == titles


@pytest.mark.parametrize("query", ["title:cars", "-cars", "year:2024", "?!", ""])
def test_a_query_without_words_has_no_meaning(index: Store, query: str) -> None:
    encoder = MadeEncoder()
    assert search(index, query, 3, encoder) == search(index, query, 3)
    assert encoder.encoded == []


def test_the_score_follows_from_the_ranks(index: Store) -> None:
    answer = ranking(index, "car horse", 5, MadeEncoder())
    both = {match.title: match.both for match in answer.matches}
    assert [match.score for match in answer.matches] == sorted((match.score for match in answer.matches), reverse=True)
    for title, found in both.items():
        assert found is not None, title
        ranks = [rank for rank in (found.words, found.meaning) if rank is not None]
        assert found.score == pytest.approx(sum(1 / (60 + rank) for rank in ranks) * 61 / 2, abs=1e-6)
    assert both["Care"] is not None
    assert both["Care"].words is None
    assert answer.total == len(_PAPERS)


def test_a_longer_answer_begins_with_the_shorter(index: Store) -> None:
    for query in ("car horse", "doctors", "rivers and stones"):
        assert [_titles(index, query, limit) for limit in (1, 2, 4)] == [
            _titles(index, query, 5)[:limit] for limit in (1, 2, 4)
        ]


def test_the_explanation_has_both_ranks(index: Store) -> None:
    first, second, *_ = explain(index, "fast vehicles", 5, MadeEncoder()).why
    assert first.both is not None
    assert (first.both.words, first.both.meaning) == (1, 2)
    assert second.both is not None
    assert (second.both.words, second.both.meaning) == (None, 1)
    assert second.both.likeness == pytest.approx(0.99, abs=0.01)
    assert all(why.both is None for why in explain(index, "fast vehicles", 5).why)


def test_named_papers_keep_their_score(index: Store) -> None:
    first, *others = ranking(index, "water", 5, MadeEncoder()).matches
    assert (first.title, first.tier, first.both) == ("Water", Tier.NAMED, None)
    assert first.score > 2 > max(match.score for match in others)


def test_an_index_without_vectors_says_what_to_do(tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    with (
        open_store(bench.index(bench.page("page.txt", *_PAPERS))) as store,
        pytest.raises(PapersError, match="papers reindex --semantic"),
    ):
        search(store, "doctors", 3, MadeEncoder())


def test_papers_without_a_vector_are_found_by_words_and_noted(tmp_path: Path) -> None:
    bench = Workbench(tmp_path)
    path = bench.index(bench.page("page.txt", *_PAPERS))
    with open_store(path, write=True) as store:
        make_vectors(store, MadeEncoder())
        store.connection.execute("DELETE FROM vectors WHERE paper_id = (SELECT id FROM papers WHERE title = 'Cars')")
        answer = search(store, "horse", 5, MadeEncoder())
    assert "Cars" in [hit.title for hit in answer.hits]
    assert any(note.startswith("1 paper has no vector yet") for note in answer.notes)


def test_the_model_of_the_extra_knows_words_of_one_meaning() -> None:
    try:
        encoder = installed_encoder()
    except ExtraMissing as missing:
        pytest.skip(str(missing))

    def likeness(one: str, other: str) -> float:
        return sum(a * b for a, b in zip(encoder.encode(one), encoder.encode(other), strict=True))

    text = "The physician treats patients in a hospital."
    assert likeness(text, text) == pytest.approx(1, abs=1e-3)
    assert likeness(text, "A doctor heals sick people.") > 0.4 > likeness(text, "Rivers carry sand to the sea.")
