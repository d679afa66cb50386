"""What fuzzing found stays mended: every target holds its laws on the inputs that are kept, and on parts of them."""

from pathlib import Path

import pytest
from fuzz.targets import TARGETS

from corpus_index.domain.page import Page, PageDigest
from corpus_index.pages.reader import Reader
from corpus_index.pages.registry import READERS
from corpus_index.pages.sheet import Sheet

KEPT = Path(__file__).parent / "kept"
INPUTS = sorted(path for path in KEPT.rglob("*") if path.is_file())


def test_every_target_has_an_input_to_begin_with_and_every_reader_is_a_target() -> None:
    assert {path.parent.name for path in INPUTS} == set(TARGETS)
    assert {f"read-{reader.name}" for reader in READERS} < set(TARGETS)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: str(reader.name))
def test_fuzzing_a_reader_begins_with_a_page_that_it_reads(reader: Reader) -> None:
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in (KEPT / f"read-{reader.name}").iterdir())
    assert any(reader.sniff(Sheet.of(Page("page", PageDigest(""), text))).score for text in texts)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_targets_hold_on_what_is_kept(path: Path) -> None:
    data = path.read_bytes()
    third = len(data) // 3
    for part in (data, data[:third], data[third:], data[:third] + data[2 * third :], data[::-1]):
        TARGETS[path.parent.name](part)
