"""What a person says of papers at the command line: notes and tags."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("index")


def test_a_note_keeps_its_lines(papers: Any) -> None:
    assert papers("note", "MiMo-V2-Flash", "-", stdin=b"First.\n\n- oats\n- rye\n").code == 0
    assert "\nnote: First.\n\n  - oats\n  - rye\n" in papers("show", "MiMo-V2-Flash").out
    said = {form: papers("export", "MiMo-V2-Flash", "--format", form).out for form in ("bibtex", "csl-json", "csv")}
    assert "annote = {First. - oats - rye}" in said["bibtex"]
    assert '"annote": "First.\\n\\n- oats\\n- rye"' in said["csl-json"]
    assert "\"First.\n\n'- oats\n'- rye\"" in said["csv"]  # no line of a cell is a formula


def test_a_key_is_no_tag_unless_it_is_said(papers: Any) -> None:
    run = papers("tag", "TrimR", "LongSpec", "+later")
    assert (run.code, run.err) == (
        2,
        "papers: LongSpec: is the key of a paper; one paper at a time; as a tag: +LongSpec\n",
    )
    assert papers("list", "tag:later").code == 1
    assert papers("tag", "TrimR", "+LongSpec").code == 0
    assert "TrimR" in papers("list", "tag:LongSpec").out
