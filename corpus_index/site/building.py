"""Writing the site into a folder: all of it or nothing, and never over what somebody else put there."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from corpus_index.domain.progress import Progress
from corpus_index.errors import PapersError
from corpus_index.report.leaderboards import every_leaderboard
from corpus_index.report.models import profiles
from corpus_index.site.addresses import page_of
from corpus_index.site.overview import ListedPaper, listed
from corpus_index.site.pages import Pages
from corpus_index.store import read
from corpus_index.store.connection import Store
from corpus_index.store.fact_places import fact_places

SITE_MARK = ".papers-site"
"""An empty file in every folder that this writes, by which it is known again."""

_AT_ONCE = 200


def build_site(store: Store, folder: Path, *, force: bool = False, progress: Progress | None = None) -> int:
    """Write the site of an index into `folder` and return how many pages it has.

    It is built beside the folder, which it replaces at the end; an error or Ctrl-C leaves the old one. Raises
    `PapersError` where the folder holds what this did not write (unless `force`), or cannot be written. `progress`
    counts papers.
    """
    folder = Path(os.path.realpath(folder))
    _refuse_foreign(folder, force=force)
    temporary = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}.", dir=folder.parent))
        count = _write(store, temporary / "new", progress)
        if folder.exists():
            folder.rename(temporary / "old")
        (temporary / "new").rename(folder)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PapersError(str(folder), f"cannot be written ({reason})", "give another folder") from None
    finally:
        if temporary is not None:
            if (temporary / "old").exists() and not folder.exists():
                (temporary / "old").rename(folder)
            shutil.rmtree(temporary, ignore_errors=True)
    return count


def _refuse_foreign(folder: Path, *, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise PapersError(str(folder), "is a file", "give a folder")
    if folder in (Path.cwd().resolve(), *Path.cwd().resolve().parents):
        raise PapersError(str(folder), "is where this runs, or a folder around it", "give a folder of its own")
    if folder.is_dir() and not force and any(folder.iterdir()) and not (folder / SITE_MARK).exists():
        raise PapersError(str(folder), "holds other files", "give a new folder, or --force to replace it")


def _write(store: Store, root: Path, progress: Progress | None) -> int:
    with as_file(files("corpus_index.site") / "assets") as assets:
        for asset in filter(Path.is_file, assets.rglob("*")):
            (copy := root / "assets" / asset.relative_to(assets)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(asset, copy)
    for name in ("papers", "models", "benchmarks", "data"):
        (root / name).mkdir()
    (root / SITE_MARK).touch()
    count = 0
    for path, text in _files(store, progress):
        (root / path).write_text(text, encoding="utf-8", errors="replace", newline="\n")
        count += path.endswith(".html")
    return count


def _files(store: Store, progress: Progress | None) -> Iterator[tuple[str, str]]:
    pages = Pages(store)
    to = pages.contents.addresses
    keys = read.keys(store)
    rows: list[ListedPaper] = []
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        places = fact_places(store, some)
        for paper in read.papers(store, some):
            if progress:
                progress(len(rows), len(keys), paper.key)
            rows.append(listed(paper))
            yield to.paper(paper.key), pages.paper(paper, places.get(paper.key, {}))
    for board in every_leaderboard(store):
        yield to.benchmark(board.benchmark), pages.benchmark(board)
    for profile in profiles(store, pages.contents.models):
        yield page_of("models", profile.name), pages.model(profile)
    yield "index.html", pages.home()
    yield "papers.html", pages.paper_list(rows)
    yield "benchmarks.html", pages.benchmark_list()
    yield "models.html", pages.model_list()
    yield "graph.html", pages.graph()
    yield "disagreements.html", pages.disagreements()
    yield "data/search.js", pages.search_data(rows)
    yield "data/graph.js", pages.graph_data()
