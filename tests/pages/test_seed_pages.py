"""The seed pages are split exactly as the gold has them, and as was recorded."""

import json
from pathlib import Path
from typing import Any

import pytest
from made_pages import assert_whole

from corpus_index import pages
from corpus_index.domain.plain import plain
from corpus_index.domain.record import ReadPage, RecordKind

ROOT = Path(__file__).parents[2]
GOLD = [json.loads(line) for line in (ROOT / "tests/gold/seeds.jsonl").read_text(encoding="utf-8").splitlines()]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def split(path: Path) -> ReadPage:
    """Split the page in a file."""
    return pages.split(pages.load(path.name, path.read_bytes()))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_titles_and_abstracts_are_those_of_the_gold(path: Path) -> None:
    read = split(path)
    assert_whole(read)
    assert [
        (record.ordinal, record.title.text if record.title else None, record.kind.value, record.abstract.text)
        for record in read.records
    ] == [
        (record["ordinal"], record["title"], record["kind"], record["abstract"])
        for record in GOLD
        if record["page"] == path.name
    ]


def test_every_record_of_the_gold_is_on_a_seed_page() -> None:
    assert sum(len(split(path).records) for path in SEEDS) == len(GOLD) == 47


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_split_is_as_recorded(path: Path, record_golden: bool) -> None:
    golden = Path(__file__).parent / "golden" / f"{path.stem}.json"
    if record_golden:
        golden.write_text(json.dumps(outline(split(path)), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert outline(split(path)) == json.loads(golden.read_text(encoding="utf-8")), "if meant: pytest --record-golden"


def outline(read: ReadPage) -> dict[str, Any]:
    """What a golden file holds of a page: places and titles, not the abstracts."""
    return {
        "reader": read.reader,
        "records": [
            {
                "kind": record.kind.value,
                "title": record.title.text if record.title else None,
                "start": record.start,
                "abstract": [record.abstract.start, record.abstract.end],
                "end": record.end,
                "authors": [author.text for author in record.authors],
                "authors_complete": record.authors_complete,
                "summarises": record.summarises,
            }
            for record in read.records
        ],
        "skipped": plain(read.skipped),
    }


def test_labels_and_titles_are_inside_the_records() -> None:
    bare = next(read for read in map(split, SEEDS) if read.reader == "bare-abstracts")
    assert all(bare.page.text[record.start :].startswith("Abstract:") for record in bare.records)
    summary = next(read for read in map(split, SEEDS) if read.reader == "ai-summary")
    assert [record.kind for record in summary.records] == [RecordKind.SUMMARY, RecordKind.ABSTRACT]
    assert summary.page.text[: summary.records[0].end].endswith(summary.records[0].abstract.text)
    assert summary.records[0].start == 0
