"""Files and functions stay small, have names that say something, and public ones say what they do."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE_LINES = 300
FUNCTION_LINES = 60
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "stuff", "tools", "shared"}

CODE = [path for folder in ("corpus_index", "cli", "tests", "bench") for path in sorted((ROOT / folder).rglob("*.py"))]
SHIPPED = [path for path in CODE if path.relative_to(ROOT).parts[0] in {"corpus_index", "cli"}]
Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def name(path: Path) -> str:
    """A file as a test's name."""
    return path.relative_to(ROOT).as_posix()


def defined(path: Path) -> Iterator[Defined]:
    """Every function and class of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Defined):
            yield node


@pytest.mark.parametrize("path", CODE, ids=name)
def test_size(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE_LINES
    for node in defined(path):
        if not isinstance(node, ast.ClassDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= FUNCTION_LINES, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_drawers(path: Path) -> None:
    assert not DRAWERS & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}


def is_declaration(node: Defined) -> bool:
    """Whether a function only declares what others provide, as in a protocol."""
    last = node.body[-1]
    return isinstance(last, ast.Expr) and isinstance(last.value, ast.Constant) and last.value.value is ...


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_public_things_say_what_they_do(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body, "the file says nothing about itself"
    public = [node for node in tree.body if isinstance(node, Defined) and not node.name.startswith("_")]
    for node in list(public):
        if isinstance(node, ast.ClassDef):
            public += [each for each in node.body if isinstance(each, Defined) and not each.name.startswith("_")]
    silent = [node.name for node in public if not ast.get_docstring(node) and not is_declaration(node)]
    assert not silent


def tracked() -> list[Path]:
    """Text files that belong to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("this is no git checkout")
    paths = [ROOT / each.decode() for each in listed.stdout.split(b"\0") if each]
    return [path for path in paths if path.is_file() and path.parent != ROOT / "seeds"]


def test_no_path_of_a_machine_is_in_the_tree() -> None:
    homes = ("/" + "home/", "/" + "root/", "/" + "Users/", "/" + "work/", "C:" + "\\Users", "/" + "tmp/w/")
    for path in tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        found = [home for home in homes if home in text]
        assert not found, f"{name(path)} names {found}"


def test_lines_end_as_on_unix() -> None:
    pages = ROOT / "tests"
    for path in tracked():
        if (
            path.suffix in {".py", ".md", ".toml", ".json", ".sql"}
            and "pages" not in path.relative_to(pages.parent).parts
        ):
            assert b"\r" not in path.read_bytes(), name(path)
