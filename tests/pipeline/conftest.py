"""The workbench, and the rule for what is one paper replaced by one that a test can see through."""

import re
from functools import cache
from pathlib import Path

import pytest
from workbench import Workbench

from corpus_index import extract, resolve
from corpus_index.domain.work import KnownRecord, Penalty, Verdict


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    return Workbench(tmp_path)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two records are one paper where their texts share a word that begins with `#`."""

    def marks(known: KnownRecord) -> frozenset[str]:
        return frozenset(re.findall(r"#\w+", known.record.abstract.text))

    def compare(a: KnownRecord, b: KnownRecord) -> Verdict:
        same = bool(marks(a) & marks(b))
        return Verdict(same, float(same), () if same else (Penalty("marks", 1.0),))

    monkeypatch.setattr(resolve, "blocks", marks)
    monkeypatch.setattr(resolve, "compare", compare)


_facts_of = cache(extract.facts_of)


@pytest.fixture(autouse=True)
def facts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extract the facts of each record once in a session; what is tested here comes after that."""
    monkeypatch.setattr(extract, "facts_of", _facts_of)
