"""Lists and tables on a terminal: colours, blanks, and too little room."""

import re
from typing import Any

import pytest

from cli.render.tables import print_measures
from corpus_index.report.evaluation import Measure


@pytest.mark.usefixtures("index")
def test_columns_have_no_trailing_blanks_in_colour_either(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for command in ("models", "bench", "list", "info"):
        lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in papers(command).out.splitlines()]
        assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.usefixtures("index")
def test_models_tells_the_papers_from_what_they_do(papers: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[2mcompared by \x1b[0mLight-R1" in papers("models").out


@pytest.mark.parametrize(
    ("columns", "printed"),
    [
        ("40", "results:on-bench gold 9 given 9 agree 9\n  precision 0.100 recall 0.200 F1 0.300\n"),
        ("80", ("field             gold  given  agree  precision  recall     F1\n"
               "results:on-bench     9      9      9      0.100   0.200  0.300\n")),
    ],
)  # fmt: skip
def test_eval_loses_no_column_on_a_narrow_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: str, printed: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    print_measures([Measure(field="results:on-bench", gold=9, given=9, hit=9, precision=0.1, recall=0.2, f1=0.3)])
    assert capsys.readouterr().out == printed


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("command", ["search decoding", "show MiMo-V2-Flash", "list", "links", "bench", "bench AIME24",
                                     "models", "models QwQ-32B", "check", "info", "show MiMo"])  # fmt: skip
def test_output_fits_80_columns(papers: Any, command: str) -> None:
    run = papers(*command.split())
    lines = [line for line in run.out.splitlines() if max(map(len, line.split()), default=0) < 60]  # a path stays whole
    widest = max(lines, key=len)
    assert len(widest) <= 80, widest
    assert not [line for line in run.out.splitlines() if line != line.rstrip()]
