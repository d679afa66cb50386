"""Links as papers come and go: an old mention finds its target, and loses it to an older paper with the name."""

from itertools import permutations
from pathlib import Path

import pytest

from corpus_index.pages import Source
from corpus_index.pipeline import add, build, remove
from corpus_index.store import open_store

_MENTION = """@misc{a, title={A Study of Chips}, year={2025},
  abstract={We run SkipDraft on many chips and find that it is quick on all of them, but for the smallest.}}"""
_TARGET = """@misc{b, title={SkipDraft: Decoding Without Drafts}, year={2024},
  abstract={We propose SkipDraft, a decoding method without a draft model that needs no training at all.}}"""
_OLDER = """@misc{c, title={Wool and Looms}, year={2019},
  abstract={On old looms we weave cloth with SkipDraft and count how many threads break in a long winter.}}"""
_CLAIM = """@misc{d, title={Weaving Cloth}, year={2026},
  abstract={We introduce SkipDraft, a pattern for looms that saves a tenth of the wool in every cloth.}}"""


def _write(folder: Path, name: str, text: str) -> str:
    path = folder / f"{name}.bib"
    path.write_text(text, encoding="utf-8")
    return str(path)


def _links(path: Path) -> list[tuple[str, str]]:
    with open_store(path) as store:
        rows = store.connection.execute(
            "SELECT a.title, b.title FROM links "
            "JOIN papers AS a ON a.id = source_id JOIN papers AS b ON b.id = target_id"
        )
        return sorted(map(tuple, rows))


_LINK = ("A Study of Chips", "SkipDraft: Decoding Without Drafts")


def test_a_new_page_gives_an_old_mention_its_target(tmp_path: Path) -> None:
    index = tmp_path / "index.db"
    add(index, [_write(tmp_path, "mention", _MENTION)])
    assert _links(index) == []
    target = _write(tmp_path, "target", _TARGET)
    add(index, [target])
    assert _links(index) == [_LINK]
    remove(index, [target])
    assert _links(index) == []


@pytest.mark.parametrize("page", [_OLDER, _CLAIM])
def test_a_link_goes_where_the_name_turns_out_to_be_another_ones_too(tmp_path: Path, page: str) -> None:
    index = tmp_path / "index.db"
    add(index, [_write(tmp_path, "both", _MENTION + _TARGET)])
    assert _links(index) == [_LINK]
    other = _write(tmp_path, "other", page)
    add(index, [other])
    assert _links(index) == []
    remove(index, [other])
    assert _links(index) == [_LINK]


def test_the_order_of_the_pages_does_not_matter(tmp_path: Path) -> None:
    pages = {"mention": _MENTION, "target": _TARGET, "older": _OLDER}
    found = set()
    for number, order in enumerate(permutations(pages)):
        path = tmp_path / f"{number}.db"
        build(path, [Source(name, pages[name].encode()) for name in order])
        found.add(tuple(_links(path)))
    assert found == {()}
