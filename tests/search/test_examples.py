"""Questions for people who do not know yet what to ask."""

import pytest
from made_index import made_index

from corpus_index.search.examples import examples

TITLES: dict[str, tuple[list[str], str]] = {
    "the end of a phrase, not its middle": (["Large language models for code", "On large language models"],
                                            "language models"),
    "what most titles share": (["Deep heron nests", "On quiet owls: deep heron nests"], "heron nests"),
    "no such words, so the paper itself": (["大语言模型", "GPT-4 in 2023"], "key:P1"),
    "words of no meaning make no phrase": (["This is what they have been doing with it"], "key:P0"),
}  # fmt: skip


@pytest.mark.parametrize("case", TITLES)
def test_the_words_to_search(case: str) -> None:
    titles, query = TITLES[case]
    with made_index() as made:
        for number, title in enumerate(titles):
            made.paper(f"P{number}", title)
        found = examples(made.store)
    assert found is not None
    assert (found.query, found.benchmark, found.scores) == (query, None, 0)


def test_the_paper_to_show_has_most_records_and_the_benchmark_most_scores() -> None:
    with made_index() as made:
        record = made.paper("Owlet", "An owlet")
        (paper,) = made.connection.execute("SELECT paper_id FROM records WHERE id = ?", (record,)).fetchone()
        made.record(paper, None, "Seen again.", "summary")
        other = made.paper("Grebe", "A grebe")
        for of, benchmark in ((record, "Zen"), (record, "Ann + Bob"), (other, "Zen"), (other, "Ann + Bob")):
            made.score(of, benchmark, 50.0)
        made.score(other, "Ann + Bob", 51.0)
        made.score(other, "Cat", 52.0)
        found = examples(made.store)
    assert found is not None
    assert (found.key, found.title, found.benchmark, found.scores) == ("Owlet", "An owlet", "Zen", 2)


def test_an_empty_index_answers_nothing() -> None:
    with made_index() as made:
        assert examples(made.store) is None
