"""Readers that other packages add: the one of the documentation, installed as packages are."""

import re
import sys
from pathlib import Path

import pytest

from corpus_index.domain.page import Page
from corpus_index.errors import NoReaderFits
from corpus_index.pages import explain, load, registry, split

DOCUMENT = Path(__file__).parents[2] / "docs" / "page-formats.md"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path with the documentation's reader and its entry point."""
    text = DOCUMENT.read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(\"\"\"loaf\.py.*?)```", text, re.DOTALL)
    assert program.count("\n") <= 20
    (tmp_path / "loaf.py").write_text(program, encoding="utf-8")
    (tmp_path / "loaf-1.0.dist-info").mkdir()
    (tmp_path / "loaf-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: loaf\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(registry, "readers", registry.readers.__wrapped__)
    monkeypatch.delitem(sys.modules, "loaf", raising=False)
    return tmp_path / "loaf-1.0.dist-info" / "entry_points.txt"


def page() -> Page:
    """A page of the added shape."""
    return load("x.txt", b"#loaf\nOn Bread | We study bread.\nOn Salt | We study salt.\n")


def test_the_documented_reader_reads_its_pages(installed: Path) -> None:
    installed.write_text("[corpus_index.readers]\nloaf = loaf:READER\n", encoding="utf-8")
    read = split(page())
    assert read.reader == "loaf"
    assert [(record.title.text, record.abstract.text) for record in read.records if record.title] == [
        ("On Bread", "We study bread."),
        ("On Salt", "We study salt."),
    ]
    assert explain(page())[0].why == "it begins with #loaf"


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("absent:READER", "it cannot be loaded (ModuleNotFoundError: No module named 'absent')"),
        ("loaf:MISSING", "it cannot be loaded (AttributeError: "),
        ("loaf:sniff", "loaf:sniff is no Reader"),
    ],
)
def test_a_broken_package_reads_nothing_and_says_why(installed: Path, target: str, why: str) -> None:
    installed.write_text(f"[corpus_index.readers]\nloaf = {target}\n", encoding="utf-8")
    (verdict,) = (each for each in explain(page()) if each.reader == "loaf")
    assert not verdict.fits
    assert verdict.why.startswith(why)
    with pytest.raises(NoReaderFits):
        split(page())


@pytest.mark.parametrize("fault", ["sniff", "entries"])
def test_a_fault_of_a_reader_is_an_error_of_the_page(installed: Path, fault: str) -> None:
    program = installed.parents[1] / "loaf.py"
    broken = re.sub(rf"(def {fault}\(.*\n)", r"\1    raise KeyError('crumb')\n", program.read_text(encoding="utf-8"))
    program.write_text(broken, encoding="utf-8")
    installed.write_text("[corpus_index.readers]\nloaf = loaf:READER\n", encoding="utf-8")
    with pytest.raises(NoReaderFits, match=r"x\.txt: the reader loaf fails on it \(KeyError: 'crumb'\); please report"):
        split(page())
