"""Links among papers of all fields: the sample that people judged, and what is linked of it today."""

import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from corpus_index.domain.link import CONFIDENCE, LinkKind
from corpus_index.pages import Source
from corpus_index.pipeline import build
from corpus_index.store import open_store, read

ROOT = Path(__file__).parents[2]
ABSTRACTS = ROOT.parent / "shared" / "data" / "arxiv-100k.jsonl.gz"
JUDGED: list[dict[str, Any]] = [
    json.loads(line)
    for line in (ROOT / "tests" / "gold" / "arxiv-links.jsonl").read_text(encoding="utf-8").splitlines()
]
FLOOR = 0.95
MADE = 0.8


def test_the_sample_is_whole() -> None:
    assert len(JUDGED) == 200
    assert len({(each["source"], each["target"], each["via"]) for each in JUDGED}) == 200
    assert all(each["reason"] for each in JUDGED)


def test_precision_is_what_links_say_of_themselves() -> None:
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for each in JUDGED:
        right[each["kind"]].append(each["right"])
    assert sum(map(sum, right.values())) / len(JUDGED) >= FLOOR
    for kind, verdicts in right.items():
        assert CONFIDENCE[LinkKind(kind)] <= sum(verdicts) / len(verdicts) + 0.005, kind


@pytest.mark.skipif(not ABSTRACTS.is_file(), reason="the abstracts of arXiv are not here")
def test_right_links_are_made(tmp_path: Path) -> None:
    wanted = {each[end] for each in JUDGED for end in ("source", "target")}
    with gzip.open(ABSTRACTS, "rt", encoding="utf-8") as lines:
        chosen = [line for line in lines if line[8:40].partition('"')[0] in wanted]
    assert len(chosen) == len(wanted)
    build(tmp_path / "index.db", [Source("arxiv.jsonl", "".join(chosen).encode())])
    with open_store(tmp_path / "index.db") as store:
        arxiv = {paper.key: paper.ids["arxiv"] for paper in read.papers(store)}
        found = {
            (paper.ids["arxiv"], arxiv[link.key], link.via)
            for paper in read.papers(store)
            for link in paper.links
            if link.direction == "out"
        }
    right = {(each["source"], each["target"], each["via"]) for each in JUDGED if each["right"]}
    wrong = {(each["source"], each["target"], each["via"]) for each in JUDGED if not each["right"]}
    # Among these papers alone, and as what is extracted changes, some are not.
    assert len(found & right) >= MADE * len(right)
    assert len(found & right) / len(found & (right | wrong)) >= FLOOR
