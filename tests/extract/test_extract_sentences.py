"""Sentences end where readers see them end."""

import pytest

from corpus_index.extract import sentence_around
from corpus_index.extract.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence only", 1),
        ("It works. It is fast.", 2),
        ("It gains 3.6 points, e.g. On small sets. Then it stops.", 2),
        ("We follow Smith et al. Their method is slow.", 1),
        ("Does it help? Yes! We think so.", 3),
        ("Shown on ImageNet-1K. We also try others.", 2),
        ("The space was lost.Based on this we go on.", 2),
        ("See github.com for version 2.0 of it.", 1),
        ("", 0),
        ("   ", 0),
    ],
)
def test_counts(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_spans_leave_out_only_white_space() -> None:
    text = "  First one.  Second one (with a part).\nThird?  "
    covered = "".join(text[start:end] for start, end in sentences(text))
    assert covered.replace(" ", "") == "".join(text.split())


def test_sentence_around_a_place_that_crosses_two() -> None:
    text = "First one. Second one. Third one."
    assert text[slice(*sentence_around(text, 13, 25))] == "Second one. Third one."
