"""How findings look that an index has very many of."""

import pytest

from cli.render.findings import counted_findings, print_findings
from corpus_index.domain.board import Finding, FindingKind


@pytest.mark.parametrize(
    ("kind", "number", "lines", "last"),
    [
        (FindingKind.NO_FACTS, 5, 6, "  key04 · Title 4"),
        (FindingKind.NO_FACTS, 23, 7, "  and 18 more; --json lists them"),
        (FindingKind.INFERRED_TITLE, 22, 7, "  and 17 more; --json lists them"),
        (FindingKind.CONTRADICTION, 23, 47, "    nothing"),
    ],
)
def test_what_only_lacks_is_cut_short(
    capsys: pytest.CaptureFixture[str], kind: FindingKind, number: int, lines: int, last: str
) -> None:
    print_findings(
        Finding(kind=kind, key=f"key{at:02}", title=f"Title {at}", text="nothing", records=()) for at in range(number)
    )
    printed = capsys.readouterr().out.splitlines()
    assert (len(printed), printed[-1]) == (lines, last)


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        (FindingKind.CONTRADICTION, 3, "3 contradictions"),
        (FindingKind.DOUBTFUL_MERGE, 1, "1 doubtful merge"),
        (FindingKind.NO_FACTS, 1, "1 paper without facts"),
        (FindingKind.NO_FACTS, 2, "2 papers without facts"),
    ],
)
def test_findings_are_counted_in_words(kind: FindingKind, number: int, text: str) -> None:
    assert counted_findings(kind, number) == text
