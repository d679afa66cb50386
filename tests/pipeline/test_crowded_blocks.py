"""Many records with nearly one abstract are not compared all with all, and what is one paper is still found."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus_index import resolve
from corpus_index.domain.work import KnownRecord, Verdict
from corpus_index.pipeline import add
from corpus_index.store import known

REPORT = "This report of the bakery lists how many loaves of rye rose in every oven of the town in the week number"
MOST = 5


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An entry for each comparison, where few records crowd a block."""
    counted: list[int] = []
    compare: Callable[[KnownRecord, KnownRecord], Verdict] = resolve.compare

    def counting(a: KnownRecord, b: KnownRecord) -> Verdict:
        counted.append(a.id)
        return compare(a, b)

    monkeypatch.setattr(resolve, "compare", counting)
    monkeypatch.setattr(known, "MOST_IN_HINT", MOST)
    return counted


def reports(path: Path, count: int, *, first: int = 0) -> str:
    """A file of reports, each of another oven and week."""
    lines = [
        {"title": f"Oven{at} crumb log", "authors": [f"Ann Roe{at}"], "abstract": f"{REPORT} {at}", "year": 2020}
        for at in range(first, first + count)
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(path)


def test_comparisons_do_not_grow_with_the_square(tmp_path: Path, compared: list[int]) -> None:
    add(tmp_path / "index.db", [reports(tmp_path / "many.jsonl", 4 * MOST)])
    assert len(compared) <= 4 * MOST


def test_whole_abstracts_join_records_in_a_crowd(tmp_path: Path, compared: list[int]) -> None:
    index = tmp_path / "index.db"
    many = reports(tmp_path / "many.jsonl", 4 * MOST)
    bare = tmp_path / "bare.txt"
    bare.write_text(f"Abstract: {REPORT} 3\n", encoding="utf-8")
    report = add(index, [many, str(bare)])
    assert (report.papers, report.sources[1].merged_papers) == (4 * MOST, 1)
    assert compared
