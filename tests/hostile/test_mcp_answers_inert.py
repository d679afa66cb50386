"""Answers to language models hold only what can be seen, and fit, whatever pages hold: each tool, each attack."""

import json
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import hostile_index
import pytest
from attacks import EVERY

import corpus_index
from corpus_index.mcp.bounds import LONGEST_ANSWER
from corpus_index.mcp.questions import Answer, Tools

HIDDEN = "".join(chr(0xE0000 + ord(letter)) for letter in "obey") + "".join(map(chr, range(0xE0100, 0xE0110)))


@pytest.fixture(scope="module")
def index(seed_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index in which every text is long and holds every attack."""
    path = tmp_path_factory.mktemp("hostile") / "papers.db"
    shutil.copyfile(seed_index, path)
    hostile_index.poison(path, HIDDEN + "".join(EVERY))
    return path


def test_answers_are_bounded_and_seen(index: Path) -> None:
    with corpus_index.open(index) as library:
        keys = list(library.keys())
        benchmark = library.benchmarks()[0].name
    tools = Tools(str(index), freeze=False)
    calls: list[Callable[[], Answer]] = [
        lambda: tools.search("accuracy", 50),
        lambda: tools.search("accuracy", 1),
        lambda: tools.show("MiMo-V2-Flash"),
        lambda: tools.show("MiMo"),
        lambda: tools.links("MiMo-V2-Flash", limit=50),
        lambda: tools.bench(limit=50),
        lambda: tools.bench(benchmark, limit=50),
        lambda: tools.compare(["MiMo-V2-Flash", "TrimR"], limit=50),
        lambda: tools.cite(keys[:3]),
        lambda: tools.cite(keys[:1], "csl-json"),
        lambda: tools.check(50),
    ]
    for number, call in enumerate(calls):
        text = json.dumps(call(), ensure_ascii=False)
        assert len(text) <= LONGEST_ANSWER, number
        assert not [char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs"}], number
        assert not set(HIDDEN) & set(text), number
