"""Several processes write and read one index; `tests/soak/many.py` tries it for long."""

import multiprocessing
import warnings
from pathlib import Path

import pytest
from soak.many import faults, run_together, write_pages


def test_no_command_fails_and_no_paper_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if multiprocessing.get_start_method() != "fork":
        pytest.skip("processes of another kind take long to start")
    monkeypatch.setenv("PAPERS_DB", "")
    orders = write_pages(tmp_path, writers=3, pages=4, seed=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        result = run_together(tmp_path, orders, readers=2)
    assert result.failures == []
    assert result.reads
    assert faults(tmp_path / "papers.db", orders) == []
