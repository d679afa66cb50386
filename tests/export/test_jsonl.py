"""JSON Lines keep everything, one paper a line."""

import json
from dataclasses import fields, replace

from made_papers import EMPTY, FULL, HOSTILE

from corpus_index.domain.paper import Paper
from corpus_index.domain.plain import plain
from corpus_index.export import jsonl


def test_lines_read_back_as_the_papers() -> None:
    papers = [FULL, EMPTY, *HOSTILE]
    text = "".join(jsonl(papers))
    assert [json.loads(line) for line in text.split("\n")[:-1]] == [plain(paper) for paper in papers]


def test_keys_stand_in_the_order_of_the_fields() -> None:
    (line,) = jsonl([FULL])
    assert list(json.loads(line)) == [field.name for field in fields(Paper)]


def test_no_text_breaks_a_line() -> None:
    (line,) = jsonl([replace(EMPTY, abstract="a\u2028b\u2029c\u0085d\r\ne\x0bf\x1cg")])
    assert line.splitlines(keepends=True) == [line]
    assert json.loads(line)["abstract"] == "a\u2028b\u2029c\u0085d\r\ne\x0bf\x1cg"
