"""Both engines find the same papers with the same scores, whatever is asked."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_index.pipeline import reindex
from corpus_index.search.bm25 import Bm25, WrittenPaper
from corpus_index.search.engines import engine_of
from corpus_index.search.expression import Text
from corpus_index.search.fts5 import Fts5
from corpus_index.search.parser import parse
from corpus_index.search.ranking import Ranked, rank
from corpus_index.store import Store, open_store
from corpus_index.store.write import transaction

_PAPERS = (
    ("bats", "Echoes of bats", "Bats hunt moths by their echoes. Moths hear the bats and fall.", "", 2019),
    ("moths", "Moths", "Moths fly at night. The hearing of moths is simple, and their wings are not.", "", 2020),
    ("owls", "Owls at night", "Owls hunt by hearing. A mixture of experts counted owls at night.", "", 2021),
    ("moe", "Sparse layers", "We route tokens in a mixture of experts (MoE). Routing is learned.", "A summary.", 2022),
    ("moe2", "Routing in MoE layers", "The MoE is trained with a balance of its load, and hears nothing.", "", None),
    ("twice", "Night night night", "Night night night and day day.", "The night of a machine's summary.", 2021),
    ("accents", "Gödel naïvely", "Kurt Gödel's naïve co-op, 73.4% of C++ and C_2: ½ ﬁnally.", "", 1931),
    ("zh", "大规模语言模型的推理", "我们提出一种用于大规模语言模型的推测解码方法。", "", 2024),
    ("twin-b", "Twins of one text", "Marsh gentian.", "", 2024),
    ("twin-a", "Twins of one text", "Marsh gentian.", "", 2024),
)
_QUERIES = (
    "moths", "night", "hearing bats", "hunting at night", '"mixture of experts"', "moe OR owls OR gentian", "moth*",
    "night* -moths", "title:night", "abstract:night", '"night night"', '"day day"', "rout* moe", "mohts", "Gödel",
    "godel naive", "co-op 73.4%", "C_2", "语言模型", "the of and", "year:2021 night", "year:>=2020 -title:moths",
    "key:twin* gentian", "(bats OR owls) hunt", "Twins of one text", '"experts counted"', '"hunt* by"', "nope",
    "A sentence in which bats hunt moths at night while owls and a mixture of experts hear of their routing",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An index that Tantivy ranks."""
    path = str(tmp_path_factory.mktemp("engines") / "papers.db")
    with open_store(path, write=True, create=True) as made, transaction(made) as db:
        db.conn.executemany(
            "INSERT INTO papers (key, title, title_inferred, abstract, names, summary, year, authors_complete)"
            " VALUES (?, ?, 0, ?, '', ?, ?, 0)",
            _PAPERS,
        )
    reindex(path, "tantivy")
    with open_store(path) as opened:
        yield opened


def _answers(store: Store, query: str) -> tuple[Ranked, Ranked]:
    engine = engine_of(store.connection)
    assert (engine.name, engine.note) == ("tantivy", None)
    return rank(engine, parse(query), 5), rank(Fts5(store.connection), parse(query), 5)


@pytest.mark.parametrize("query", _QUERIES)
def test_both_give_the_same_hits(store: Store, query: str) -> None:
    _same(*_answers(store, query))


_WORDS = st.sampled_from(
    ["moths", "night", "hunt", "moe", "the", "mixture", "experts", "title:night", "-bats", '"hear the bats"', "ro*",
     "OR", "(", ")", "year:2021", "abstract:moths", '"night night"', "naive", "语言"]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=7).map(" ".join))
def test_both_give_the_same_hits_to_any_query(store: Store, query: str) -> None:
    _same(*_answers(store, query))


def _same(one: Ranked, other: Ranked) -> None:
    assert [match.key for match in one.matches] == [match.key for match in other.matches]
    assert [match.tier for match in one.matches] == [match.tier for match in other.matches]
    assert [match.relevance for match in one.matches] == pytest.approx([match.relevance for match in other.matches])
    assert (one.total, one.whole, one.corrected) == (other.total, other.whole, other.corrected)


@pytest.mark.parametrize(
    ("text", "matches"),
    [(Text("a b"), True), (Text("b a"), False), (Text("a a"), True), (Text("b", prefix=True), True), (Text(""), False)],
)
def test_a_text_matches_terms_in_a_row(text: Text, matches: bool) -> None:
    bm25 = Bm25(10, 4.0, str.split, lambda _: 1)
    found = bm25.scores(text, {1: WrittenPaper("\n\n a  a  a  b  bc \n", 5)})
    assert bool(found) == matches


def test_finds_that_overlap_count_each() -> None:
    bm25 = Bm25(10, 3.0, str.split, lambda _: 1)
    twice, once = WrittenPaper("\n\n a  a  a \n", 3), WrittenPaper("\n\n a  a  b \n", 3)
    scores = bm25.scores(Text("a a"), {1: twice, 2: once})
    assert scores[1] > scores[2]


def test_conditions_that_many_papers_fulfil_are_looked_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from corpus_index.search import tantivy_engine

    monkeypatch.setattr(tantivy_engine, "_FEW", 1)
    for query in ("night year:>=2020", "moths OR night year:2021", "-title:moths hunt"):
        _same(*_answers(store, query))
