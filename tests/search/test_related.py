"""Which papers are near one, and why."""

from collections.abc import Iterator

import pytest
from made_index import MadeIndex, made_index
from searched_papers import searched_papers

from corpus_index.domain.folding import fold
from corpus_index.domain.related import RelatedPaper, Tie
from corpus_index.search.related import related

_TEXTS = {
    "owl": "The drafter of DraftNet guesses tokens, which GQA and a verifier accept.",
    "wren": "DraftNet caches tokens by GQA for the verifier, not for the drafter.",
    "finch": "Gardens grow slowly.",
    "crow": "Rivers run to the sea and nothing else is said.",
    "kite": "Stones are old.",
    "rook": "Nothing is near here.",
}


def _made(order: list[str]) -> Iterator[MadeIndex]:
    with made_index() as made:
        rows = {key: _paper(made, key) for key in order}
        for key in ("owl", "wren", "finch"):
            _name(made, rows[key], "models", "QwQ-32B")
        for key in ("owl", "finch"):
            _name(made, rows[key], "benchmarks", "AIME 2024" if key == "owl" else "AIME-2024")
        for key in ("owl", "kite"):
            _name(made, rows[key], "models", "Owl", role="introduced")
        made.insert("links", source_id=rows["crow"][0], target_id=rows["owl"][0], via="Owl-7B", to="Owl", kind="family",
                    role="base", family="owl", record_id=rows["crow"][1], evidence="", start=0, end=0)  # fmt: skip
        for key, value in (("owl", "1"), ("wren", "2"), ("kite", "3")):
            made.insert("paper_ids", paper_id=rows[key][0], scheme="arxiv", value=value, position=0)
        for key, position, value in (("crow", 0, "2"), ("kite", 0, "1"), ("kite", 1, "2")):
            made.insert("reference_ids", record_id=rows[key][1], position=position, scheme="arxiv", value=value)
        yield made


def _paper(made: MadeIndex, key: str) -> tuple[int, int]:
    record = made.paper(key, f"On {key}", abstract=_TEXTS[key])
    paper = made.connection.execute("SELECT paper_id FROM records WHERE id = ?", (record,)).fetchone()[0]
    return int(paper), record


def _name(made: MadeIndex, of: tuple[int, int], field: str, name: str, **values: str) -> None:
    fact = made.fact(of[1], field, name=name, **values)
    made.insert("names", paper_id=of[0], role=field, name=name, folded=fold(name), fact_id=fact)


@pytest.fixture(scope="module")
def index() -> Iterator[MadeIndex]:
    """Six papers that are tied in every way but `rook`, which is alone."""
    yield from _made(list(_TEXTS))


def _ties(found: tuple[RelatedPaper, ...]) -> dict[str, dict[Tie, tuple[str, ...]]]:
    return {paper.key: {reason.tie: reason.names for reason in paper.reasons} for paper in found}


def test_neighbours_come_with_all_their_reasons(index: MadeIndex) -> None:
    assert _ties(related(index, "owl")) == {
        "wren": {Tie.MODELS: ("QwQ-32B",), Tie.WORDS: ("DraftNet", "GQA")},
        "finch": {Tie.MODELS: ("QwQ-32B",), Tie.BENCHMARKS: ("AIME 2024",)},
        "crow": {Tie.BASE_OF: ("Owl-7B",)},
        "kite": {Tie.CITED_BY: ()},
    }
    assert _ties(related(index, "crow")) == {
        "owl": {Tie.BUILDS_ON: ("Owl-7B",)},
        "wren": {Tie.CITES: ()},
        "kite": {Tie.REFERENCES: ()},
    }


def test_in_a_large_index_rare_words_are_reasons_too() -> None:
    rare = [("a", "Marsh gentian", "A bog."), ("b", "The gentian of the marsh", "A moor."), ("c", "Marsh", "Water.")]
    others = [(f"other{number}", "Water", "A lake and its water.") for number in range(600)]
    with searched_papers([*rare, *others]) as index:
        assert [(paper.key, paper.reasons[0].names) for paper in related(index, "a")] == [("b", ("gentian", "Marsh"))]


@pytest.mark.parametrize("key", ["rook", "nobody"])
def test_a_paper_without_ties_has_no_neighbours(index: MadeIndex, key: str) -> None:
    assert related(index, key) == ()


def test_scores_fall_and_are_the_sum_of_the_reasons(index: MadeIndex) -> None:
    for key in _TEXTS:
        found = related(index, key)
        assert [(-paper.score, paper.key) for paper in found] == sorted((-paper.score, paper.key) for paper in found)
        for paper in found:
            assert paper.score == pytest.approx(sum(reason.score for reason in paper.reasons))
            assert all(reason.score > 0 for reason in paper.reasons)


def test_ties_but_those_of_text_hold_both_ways(index: MadeIndex) -> None:
    turned = {Tie.BUILDS_ON: Tie.BASE_OF, Tie.BASE_OF: Tie.BUILDS_ON, Tie.CITES: Tie.CITED_BY, Tie.CITED_BY: Tie.CITES}
    ties = {
        (key, paper.key, reason.tie, reason.score)
        for key in _TEXTS for paper in related(index, key) for reason in paper.reasons if reason.tie is not Tie.WORDS
    }  # fmt: skip
    assert {(b, a, turned.get(tie, tie), score) for a, b, tie, score in ties} == ties


def test_only_papers_that_are_asked_for(index: MadeIndex) -> None:
    assert [paper.key for paper in related(index, "owl", {"kite", "rook", "owl"})] == ["kite"]


def test_the_answer_does_not_depend_on_the_order_of_adding(index: MadeIndex) -> None:
    for other in _made(list(_TEXTS)[::-1]):
        for key in _TEXTS:
            assert related(other, key) == related(index, key)
