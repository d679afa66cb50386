"""The passages that are shown with a hit."""

from typing import Any

import pytest
from made_index import made_index

from corpus_index.domain.folding import fold
from corpus_index.domain.hit import Snippet
from corpus_index.search import search
from corpus_index.search.passages import MAX_LENGTH


def _marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.marks]


def test_marks_are_the_matched_words_in_every_form(index: Any) -> None:
    hit = search(index, "speculative decode", 5).hits[0]
    assert [_marked(snippet) for snippet in hit.snippets] == [["speculative", "decoding", "decoded"]]


def test_a_title_that_matched_is_a_snippet_of_its_own(index: Any) -> None:
    hit = search(index, "title:survey", 5).hits[0]
    assert hit.snippets[0] == Snippet(text=hit.title, marks=((10, 16),))


def test_a_passage_from_a_summary_is_noted(index: Any) -> None:
    answer = search(index, "music", 5)
    assert _marked(answer.hits[0].snippets[0]) == ["music"]
    assert "corvid25: the passage shown is from a summary, not from the abstract" in answer.notes


def test_a_match_outside_of_the_text_shows_the_beginning_without_marks(index: Any) -> None:
    hit = search(index, "author:noether", 5).hits[0]
    assert [snippet.marks for snippet in hit.snippets] == [()]
    assert hit.snippets[0].text.startswith("Corvid-2.5 is a family")


def test_the_best_passage_of_a_long_abstract_is_chosen(index_of: Any) -> None:
    filler = "Nothing of interest stands in this sentence at all. " * 8
    text = f"{filler}A drafter guesses. {filler}Here a drafter guesses what a verifier accepts. {filler}"
    hit = search(index_of("Title", text), "drafter verifier", 5).hits[0]
    assert len(hit.snippets) == 1
    assert hit.snippets[0].text.startswith("Here a drafter guesses")
    assert _marked(hit.snippets[0]) == ["drafter", "verifier"]
    assert len(hit.snippets[0].text) <= MAX_LENGTH


def test_two_passages_where_one_does_not_hold_all_words(index_of: Any) -> None:
    filler = "Nothing of interest stands in this sentence at all. " * 8
    hit = search(index_of("Title", f"A drafter guesses. {filler}A verifier accepts."), "verifier drafter", 5).hits[0]
    assert [_marked(snippet) for snippet in hit.snippets] == [["drafter"], ["verifier"]]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("score:>=70", [["81.5% on\nAIME 2024"], ["75.0"]]),
        ("bench:GPQA score:>=70 owls", [["GPQA", "75.0"]]),
        ("(bench:GPQA OR bench:AIME24) score:>80", [["81.5% on\nAIME 2024"]]),
        ("bench:GPQA score:<10 OR owls", [["owls"], ["GPQA"]]),
    ],
)
def test_a_score_that_is_asked_for_is_in_the_passage(query: str, marked: list[list[str]]) -> None:
    filler = "Nothing of interest stands in this sentence at all. " * 8
    text = f"Of owls. {filler}It has 81.5% on\nAIME 2024 here. {filler}On GPQA it has 75.0 only."
    with made_index() as index:
        record = index.paper("owl", "The title", abstract=text)
        for benchmark, value, evidence in (("AIME 2024", 81.5, "81.5% on AIME 2024"), ("GPQA", 75.0, "75.0")):
            fact = index.score(record, benchmark, value, evidence=evidence)
            index.insert("names", paper_id=1, role="benchmarks", name=benchmark, folded=fold(benchmark), fact_id=fact)
        (hit,) = search(index, query, 5).hits
    assert [_marked(snippet) for snippet in hit.snippets] == marked


def test_text_that_holds_the_marking_characters_is_marked_rightly(index_of: Any) -> None:
    hit = search(index_of("Title", "odd \x02 signs \x03 and a drafter \ue000"), "drafter", 5).hits[0]
    assert [_marked(snippet) for snippet in hit.snippets] == [["drafter"]]


def test_a_text_without_spaces_is_cut_and_marked(index_of: Any) -> None:
    hit = search(index_of("Title", "x," * 400 + "drafter," + "y," * 400), "drafter", 5).hits[0]
    assert [_marked(snippet) for snippet in hit.snippets] == [["drafter"]]
    assert len(hit.snippets[0].text) <= MAX_LENGTH + 20
