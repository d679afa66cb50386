"""The wheel and the source archive hold what they must, and the wheel works from any folder."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from newcomer import surroundings

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built."""
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What installing the wheel puts into a folder of packages."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)  # noqa: S202  made by this test
    return folder


def test_wheel_carries_the_seed_pages(installed: Path) -> None:
    for seed in SEEDS:
        assert (installed / "corpus_index" / "seeds" / seed.name).read_bytes() == seed.read_bytes()


def test_wheel_carries_all_data_and_nothing_else(installed: Path) -> None:
    for package in ("corpus_index", "cli"):
        here = {path.relative_to(ROOT) for path in (ROOT / package).rglob("*.*") if path.is_file()}
        here = {path for path in here if path.suffix != ".pyc" and not any(part.startswith(".") for part in path.parts)}
        there = {path.relative_to(installed) for path in (installed / package).rglob("*.*") if path.is_file()}
        assert here == {path for path in there if path.parent != Path("corpus_index/seeds")}
    packages = {path.name for path in installed.iterdir() if path.suffix not in {".dist-info", ".data"}}
    assert packages == {"corpus_index", "cli"}


def test_wheel_carries_the_man_page(installed: Path) -> None:
    (page,) = installed.glob("*.data/data/share/man/man1/*")
    assert page.read_bytes() == (ROOT / "man" / "papers.1").read_bytes()


def test_wheel_names_both_scripts(installed: Path) -> None:
    (entries,) = installed.glob("*.dist-info/entry_points.txt")
    assert "papers = cli.main:run" in entries.read_text(encoding="utf-8")
    assert "corpus-index = cli.main:run" in entries.read_text(encoding="utf-8")


def test_installed_wheel_searches_from_any_folder(installed: Path, tmp_path: Path) -> None:
    environment = {**surroundings(tmp_path), "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    program = "import cli, sys; from cli.main import run; assert sys.argv[1] in cli.__file__; del sys.argv[1]; run()"
    done = subprocess.run(
        [sys.executable, "-c", program, str(installed), "search", "speculative decoding"],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "MiMo-V2-Flash" in done.stdout
    assert list(elsewhere.iterdir()) == []


def test_source_archive_holds_what_tests_and_wheel_need(tmp_path: Path) -> None:
    archive = next(SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    wanted = {"pyproject.toml", "README.md", "INDEX.md", "LICENSE", "tests/__main__.py", "tests/gold/seeds.jsonl"}
    assert wanted | {f"seeds/{seed.name}" for seed in SEEDS} <= names


def test_every_extra_names_its_least_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (name for names in project["optional-dependencies"].values() for name in names)
    for requirement in (*project["dependencies"], *extras):
        assert ">=" in requirement, requirement
