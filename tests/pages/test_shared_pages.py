"""Pages of the same layouts filled with real abstracts, where they are at hand."""

import json
from collections import defaultdict
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from made_pages import assert_whole
from real_pages import marks_of, outcomes, url_mark

from corpus_index import pages
from corpus_index.domain.record import RawRecord, ReadPage
from corpus_index.errors import NoReaderFits

SHARED = Path(__file__).parents[3] / "shared"
CONSTRUCTED = SHARED / "pages" / "constructed"
pytestmark = pytest.mark.skipif(not CONSTRUCTED.is_dir(), reason="the shared pages are not here")


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, none where there is no such file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def split(path: Path) -> ReadPage:
    """Split the page in a file, checked to be whole."""
    read = pages.split(pages.load(path.name, path.read_bytes()))
    assert_whole(read)
    return read


def gold_pages() -> dict[str, list[dict[str, Any]]]:
    """Gold records by page."""
    by_page = defaultdict(list)
    for record in lines(SHARED / "gold" / "dev.jsonl"):
        by_page[record["page"]].append(record)
    return dict(by_page)


@pytest.mark.parametrize("entry", lines(CONSTRUCTED / "records.jsonl"), ids=lambda entry: str(entry["file"]))
def test_constructed_page(entry: dict[str, Any]) -> None:
    read = split(CONSTRUCTED / entry["file"])
    titled = read.reader != "bare-abstracts"
    assert [(record.title.text if record.title else None, record.abstract.text) for record in read.records] == [
        (record["title"] if titled else None, record["abstract"]) for record in entry["records"]
    ]


@pytest.mark.parametrize("name", gold_pages())
def test_development_page(name: str) -> None:
    read = split(SHARED / "gold" / "pages" / name)
    assert [
        (record.title.text if record.title else None, record.abstract.text[:60], record.abstract.text[-60:])
        for record in read.records
    ] == [(gold["title"], gold["text_start"], gold["text_end"]) for gold in gold_pages()[name]]


def test_every_real_page_has_a_known_outcome() -> None:
    here = {str(path.relative_to(SHARED / "pages")) for path in (SHARED / "pages").glob("*/*")}
    assert {outcome["file"] for outcome in outcomes()} == {name for name in here if not name.startswith("constructed/")}


@pytest.mark.parametrize("outcome", outcomes(), ids=lambda outcome: str(outcome["file"])[:60])
def test_real_page(outcome: dict[str, Any]) -> None:
    """Records are told from their marks, in order; as many may differ as are known to, and no more."""
    records, reader = read(SHARED / "pages" / outcome["file"])
    if not outcome["records"]:
        assert not records
        return
    wanted, got = outcome["marks"].split(), marks_of(records)
    blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    printed = {url_mark(url.text) for record in records for url in record.urls}
    assert reader == outcome["reader"]
    assert max(len(wanted), len(got)) - sum(block.size for block in blocks) == outcome["differ"]
    assert sum(url not in printed for url in outcome["urls"].split()) == outcome["urls_missed"]


def read(path: Path) -> tuple[list[RawRecord], str | None]:
    """The records of a file (of all files in an archive) and the reader that gave them; none where it is refused."""
    records: list[RawRecord] = []
    reader = None
    for source in pages.sources([str(path)]):
        if isinstance(source, pages.Source):
            with suppress(NoReaderFits):
                found = pages.split(pages.load(source.name, source.data))
                assert_whole(found)
                records += found.records
                reader = found.reader
    return records, reader
