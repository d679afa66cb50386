"""`papers site` as a whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cli.boundary import DONE, FAILED
from corpus_index.store import open_store

Papers = Callable[..., Any]


def frozen(index: Path) -> int:
    """How many keys can no longer change."""
    with open_store(index) as store:
        count: int = store.connection.execute("SELECT count(*) FROM papers WHERE key_frozen").fetchone()[0]
    return count


def test_site_is_written_and_its_keys_stay(papers: Papers, index: Path, tmp_path: Path) -> None:
    run = papers("site", str(tmp_path / "public"))
    pages = len(list((tmp_path / "public").rglob("*.html")))
    assert (run.code, run.out) == (DONE, "")
    folder = tmp_path / "public"
    assert run.err == f"papers: {pages} pages written to {folder}; open {folder / 'index.html'}\n"
    assert frozen(index) == 43


def test_a_folder_with_other_files_is_left_alone(papers: Papers, index: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").touch()
    run = papers("site", str(tmp_path / "mine"))
    assert (run.code, run.out) == (FAILED, "")
    assert "holds other files; give a new folder, or --force" in run.err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.tex"]
    assert frozen(index) == 0
