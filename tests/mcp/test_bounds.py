"""No answer is longer than it may be, and what was cut is said."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from corpus_index.mcp.bounds import LONGEST_TEXT, bounded

_ITEMS = st.lists(st.fixed_dictionaries({"text": st.text(max_size=30), "marks": st.lists(st.integers())}), max_size=40)


@given(_ITEMS, st.integers(min_value=3_000, max_value=5_000))
def test_what_fits_is_left_alone_and_what_is_cut_is_said(items: list[dict[str, Any]], longest: int) -> None:
    answer = {"query": "x", "items": items}
    cut = bounded(answer, longest)
    if len(json.dumps(answer, ensure_ascii=False)) <= longest:
        assert cut == answer
    else:
        assert cut.pop("truncated")
        assert len(json.dumps(cut, ensure_ascii=False)) <= longest
        assert [each["text"] for each in cut["items"]] == [each["text"] for each in items][: len(cut["items"])]


def test_the_end_of_the_longest_list_goes() -> None:
    answer = {"rankings": [{"metric": "a", "entries": ["x" * 90] * 16}, {"metric": "b", "entries": ["y"] * 4}]}
    cut = bounded(answer, 1_000)
    assert [len(ranking["entries"]) for ranking in cut["rankings"]] == [8, 4]
    assert cut["truncated"] == ["rankings[0].entries: the first 8 of 16"]


def test_a_text_that_is_too_long_is_cut() -> None:
    cut = bounded({"paper": {"abstract": "x" * (LONGEST_TEXT + 1)}})
    assert len(cut["paper"]["abstract"]) == LONGEST_TEXT + 2
    assert cut["truncated"] == [f"paper.abstract: the first {LONGEST_TEXT} of {LONGEST_TEXT + 1} characters"]
