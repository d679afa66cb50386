"""The demonstration index: there when it is needed, whole, and never in anybody's way."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import corpus_index.demonstration as subject
from corpus_index import seed_pages as seeds
from corpus_index.demonstration_building import demonstration_store
from corpus_index.errors import SourceMissing
from corpus_index.seed_pages import seed_files, seed_folder, seed_pages
from corpus_index.store import open_store, read

_TWO_PAGES = 2


@pytest.fixture(autouse=True)
def fewer_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first pages are enough here, and quicker."""
    monkeypatch.setattr(subject, "seed_files", lambda: seed_files()[:_TWO_PAGES])


def page_names(path: Path) -> list[str]:
    with open_store(path) as store:
        return [page.name for page in read.pages(store)]


def test_is_built_once(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    path = demonstration_store(folder)
    built = path.stat().st_mtime_ns
    assert demonstration_store(folder) == path
    assert path.stat().st_mtime_ns == built
    assert page_names(path) == [page.name for page in seed_pages()[:_TWO_PAGES]]
    assert list(folder.iterdir()) == [path]


def test_is_built_anew_after_an_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = demonstration_store(tmp_path)
    monkeypatch.setattr(subject, "__version__", "999")
    assert demonstration_store(tmp_path) != first
    monkeypatch.undo()
    monkeypatch.setattr(subject, "seed_files", lambda: seed_files()[:1])
    last = demonstration_store(tmp_path)
    assert last != first
    assert list(tmp_path.iterdir()) == [last]


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "papers.db").touch()
    (tmp_path / "demonstration-old.db").touch()
    path = demonstration_store(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([path, tmp_path / "papers.db"])


def test_every_change_of_a_source_is_noticed(tmp_path: Path) -> None:
    """Of a package anywhere: a wheel that is installed over another one changes as a checkout does."""
    (tmp_path / "part" / "__pycache__").mkdir(parents=True)
    source, words = tmp_path / "part" / "code.py", tmp_path / "words.toml"
    source.write_text("a = 1\n", encoding="utf-8")
    words.write_text("", encoding="utf-8")

    def states() -> list[str]:
        return sorted(subject._states(tmp_path))

    before = states()
    assert len(before) == 2
    (tmp_path / "part" / "__pycache__" / "code.cpython-311.pyc").write_bytes(b"compiled")
    (tmp_path / "notes.txt").touch()
    assert states() == before
    os.utime(source, ns=(1, 1))
    touched = states()
    assert touched != before
    source.write_text("a = 10\n", encoding="utf-8")
    os.utime(source, ns=(1, 1))
    assert states() not in (before, touched)
    source.rename(tmp_path / "code.py")
    assert len({*states(), *before, *touched}) > len(before)


def test_a_change_of_the_code_builds_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = demonstration_store(tmp_path)
    monkeypatch.setattr(subject, "_states", lambda _folder: iter(["code.py 7 1"]))
    second = demonstration_store(tmp_path)
    assert second != first
    assert list(tmp_path.iterdir()) == [second]


def test_a_damaged_one_is_replaced(tmp_path: Path) -> None:
    path = demonstration_store(tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    assert demonstration_store(tmp_path) == path
    assert len(page_names(path)) == _TWO_PAGES


def test_the_temporary_folder_where_the_cache_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    path = demonstration_store(tmp_path / "file" / "cache")
    assert path.is_relative_to(tmp_path / "tmp")
    assert demonstration_store(tmp_path / "file" / "cache") == path


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="the temporary folder is private on this system")
def test_a_folder_that_others_can_write_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = tmp_path / f"corpus-index-{os.getuid()}"
    planted.mkdir()
    planted.chmod(0o777)
    (tmp_path / "file").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert not demonstration_store(tmp_path / "file" / "cache").is_relative_to(planted)


def test_processes_that_start_at_once(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", _PRINT_PATH, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    printed = {process.communicate(timeout=120)[0].strip() for process in running}
    assert [process.returncode for process in running] == [0, 0]
    (path,) = printed
    assert len(page_names(Path(path))) == len(seed_pages())
    assert list(tmp_path.iterdir()) == [Path(path)]


_PRINT_PATH = """
import sys
from pathlib import Path
from corpus_index.demonstration_building import demonstration_store
print(demonstration_store(Path(sys.argv[1])))
"""


def test_seed_pages_of_a_checkout_and_of_an_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = [path.name for path in seed_pages()]
    assert len(checkout) == 4
    installed = tmp_path / "corpus_index" / "seeds"
    installed.mkdir(parents=True)
    for path in [*seed_pages(), Path(seed_folder()) / "README.md"]:
        (installed / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(seeds, "__file__", str(tmp_path / "corpus_index" / "seed_pages.py"))
    assert [path.name for path in seed_pages()] == checkout
    assert {path.parent for path in seed_pages()} == {installed}


def test_without_seed_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "seed_files", list)
    with pytest.raises(SourceMissing):
        demonstration_store(tmp_path)
