"""The site is written whole or not at all, and over nothing else."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from corpus_index.errors import PapersError
from corpus_index.site import building
from corpus_index.site.building import SITE_MARK, build_site
from corpus_index.store import open_store


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def parsed(path: Path) -> Any:
    """A page as elements, of which lxml's types say too little."""
    return html.document_fromstring(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def site(seed_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seed pages."""
    folder = tmp_path_factory.mktemp("site") / "public"
    with open_store(seed_index) as store:
        build_site(store, folder)
    return folder


def test_every_link_leads_somewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = parsed(path)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        for address in page.xpath("//@href | //@src"):
            target, _, fragment = address.partition("#")
            if not target:
                assert fragment in ids, f"{path}: #{fragment}"
            elif not target.startswith("http"):
                assert (path.parent / target).is_file(), f"{path}: {target}"


def test_no_page_asks_for_anything_of_another_host(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = parsed(path)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not [each for each in page.xpath("//link/@href | //@src") if "//" in each]
    for name in ("site.css", "site.js", "search.js", "graph.js"):
        text = (site / "assets" / name).read_text(encoding="utf-8")
        assert not re.findall(r"url\((?!#)|@import|fetch\(|XMLHttpRequest|innerHTML|eval\(", text)


def test_the_same_index_gives_the_same_site(site: Path, seed_index: Path, tmp_path: Path) -> None:
    with open_store(seed_index) as store:
        count = build_site(store, tmp_path / "again")
    assert files(tmp_path / "again") == files(site)
    assert count == sum(name.endswith(".html") for name in files(site))


def test_an_older_site_is_replaced_as_a_whole(seed_index: Path, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / SITE_MARK).touch()
    (tmp_path / "public" / "old.html").touch()
    with open_store(seed_index) as store:
        build_site(store, tmp_path / "public")
    assert not (tmp_path / "public" / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_what_stops_the_build_leaves_the_old_site(
    seed_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / SITE_MARK).write_text("old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "every_leaderboard", interrupted)
    with open_store(seed_index) as store, pytest.raises(KeyboardInterrupt):
        build_site(store, tmp_path / "public")
    assert files(tmp_path) == {f"public/{SITE_MARK}": b"old"}


@pytest.mark.parametrize(
    ("name", "why"), [("full", "holds other files"), ("file", "is a file"), (".", "where this runs")]
)
def test_other_content_is_refused(
    seed_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.tex").write_text("mine")
    (tmp_path / "file").write_text("mine")
    before = files(tmp_path)
    with open_store(seed_index) as store, pytest.raises(PapersError, match=why):
        build_site(store, Path(name))
    assert files(tmp_path) == before


def test_force_replaces_whatever_is_there(seed_index: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.tex").write_text("mine")
    with open_store(seed_index) as store:
        build_site(store, tmp_path / "full", force=True)
    assert (tmp_path / "full" / "index.html").exists()
    assert not (tmp_path / "full" / "thesis.tex").exists()
    assert (tmp_path / "thesis.tex").exists()
