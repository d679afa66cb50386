"""Links among papers of all fields: those that people judged, and which of them are made today."""

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


def test_every_verdict_has_its_reason() -> None:
    assert len(JUDGED) == 373
    assert len({(each["source"], each["target"], each["via"]) for each in JUDGED}) == 373
    assert all(each["reason"] for each in JUDGED)


@pytest.mark.skipif(not ABSTRACTS.is_file(), reason="the abstracts of arXiv are not here")
def test_right_links_are_made_and_are_as_sure_as_they_say(tmp_path: Path) -> None:
    wanted = {each[end] for each in JUDGED for end in ("source", "target")}
    with gzip.open(ABSTRACTS, "rt", encoding="utf-8") as lines:
        chosen = [line for line in lines if line[8:40].partition('"')[0] in wanted]
    assert len(chosen) == len(wanted)
    build(tmp_path / "index.db", [Source("arxiv.jsonl", "".join(chosen).encode())])
    with open_store(tmp_path / "index.db") as store:
        arxiv = {paper.key: paper.ids["arxiv"] for paper in read.papers(store)}
        found = {
            (paper.ids["arxiv"], arxiv[link.key], link.via): link.kind
            for paper in read.papers(store)
            for link in paper.links
            if link.direction == "out"
        }
    made: defaultdict[LinkKind, list[bool]] = defaultdict(list)
    for each in JUDGED:
        if (kind := found.get((each["source"], each["target"], each["via"]))) is not None:
            made[kind].append(each["right"])
    right = sum(map(sum, made.values()))
    # Among these papers alone, and as what is extracted changes, some are not made.
    assert right >= MADE * sum(each["right"] for each in JUDGED)
    assert right >= FLOOR * sum(map(len, made.values()))
    for kind, verdicts in made.items():
        assert CONFIDENCE[kind] <= sum(verdicts) / len(verdicts) + 0.005, kind
