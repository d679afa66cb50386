"""Arrows point one way: errors <- domain <- stages <- search, pipeline <- cli."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BELOW = {"errors", "domain"}
MAY_IMPORT = {
    "errors": set[str](),
    "domain": {"errors"},
    "pages": BELOW,
    "extract": BELOW,
    "resolve": BELOW,
    "store": BELOW,
    "export": BELOW | {"store"},
    "manuscripts": BELOW,
    "report": BELOW | {"resolve", "store", "export"},
    "embedding": BELOW,
    "search": BELOW | {"store", "embedding"},
    "site": BELOW | {"store", "export", "report"},
    "serving": BELOW | {"store", "report", "search", "site"},
    "pipeline": BELOW | {"pages", "extract", "resolve", "store", "export", "embedding"},
    "export_selection": BELOW | {"store", "export", "manuscripts", "resolve", "pipeline"},
    "library_exports": BELOW | {"store", "search", "export", "export_selection", "library_changes"},
    "library_changes": BELOW | {"store", "pipeline"},
    "library": BELOW
    | {"store", "search", "embedding", "export", "report", "pipeline", "site", "serving", "library_exports"},
    "from_pages": BELOW | {"pages", "extract", "report", "pipeline"},
    "answer_files": BELOW | {"export", "report"},
    "mcp": BELOW | {"library"},
    "outdated": BELOW | {"resolve", "store"},
    "seed_pages": BELOW,
    "demonstration": BELOW | {"store", "seed_pages"},
    "demonstration_building": BELOW | {"pages", "pipeline", "demonstration"},
}
"""What each part of corpus_index may import of the others; a part that is not here has no place yet."""

UNWELCOME = {"typer", "rich", "click"}
LIBRARY = sorted((ROOT / "corpus_index").rglob("*.py"))
PROGRAM = sorted((ROOT / "cli").rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the part that they come from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    """A file as a test's name."""
    return path.relative_to(ROOT).as_posix()


def part(path: Path) -> str:
    """The part of corpus_index that a file belongs to."""
    return path.relative_to(ROOT / "corpus_index").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_library_imports_only_what_is_below(path: Path) -> None:
    if path.parent.name == "corpus_index" and path.name == "__init__.py":
        allowed = {"library", "from_pages", "answer_files"}
    else:
        assert part(path) in MAY_IMPORT, f"say in this test what {part(path)} may import"
        allowed = MAY_IMPORT[part(path)] | {part(path)}
    for module in imported(path):
        first, *rest = module.split(".")
        assert first not in UNWELCOME, f"{module}: the library neither prints nor reads command lines"
        assert first != "cli", f"{module}: the library does not know its program"
        if first == "corpus_index" and rest and rest != ["__version__"]:
            assert rest[0] in allowed, f"{module} is not below {part(path)}"


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_library_never_prints_or_exits(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "exit", "quit", "input"}, f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            assert node.attr not in {"exit", "stdout", "stderr"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", LIBRARY, ids=name)
def test_sqlite_is_known_to_few(path: Path) -> None:
    if part(path) not in {"store", "search", "pipeline"}:
        firsts = {module.split(".")[0] for module in imported(path)}
        assert not firsts & {"sqlite_utils"}
        assert "sqlite3" not in firsts or part(path) in {"report", "demonstration"}


def test_nothing_imports_in_a_circle() -> None:
    seen: dict[str, bool] = {}

    def walk(one: str) -> None:
        assert seen.get(one, True), f"{one} is reached from itself"
        if one not in seen:
            seen[one] = False
            for other in MAY_IMPORT[one]:
                walk(other)
            seen[one] = True

    for one in MAY_IMPORT:
        walk(one)
