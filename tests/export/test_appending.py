"""Papers are added to a file as it is: its keys, its line ends, its columns."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_papers import EMPTY

from cli.output_file import replace_file
from corpus_index.errors import PapersError
from corpus_index.export import WRITERS
from corpus_index.export.appending import addition, keys_in

RYE = replace(EMPTY, key="rye", title="Rye")


def added(form: str, text: str) -> str:
    """What is added to a file with this text."""
    return "".join(addition(form, WRITERS[form]([RYE]), text))


@pytest.mark.parametrize(
    ("form", "text", "keys"),
    [
        ("bibtex", "\ufeff@misc{A, title={x}}\n", {"a"}),
        ("bibtex", "@misc{a,title={x}} @misc(b, title={y})\r\n", {"a", "b"}),
        ("bibtex", '@string{a = "b"}\n% nothing else\n', set()),
        ("markdown", "- **x**. `a`\r\n- **y**. `b`\r\n", {"a", "b"}),
        ("csv", "\ufeffkey,title\r\na,x\r\n", {"a"}),
        ("ris", "TY  - GEN\nTI  - x\nER  - \n", {"references without an id"}),
        ("ris", "TY  - GEN\r\nID  - a\r\nER  - \r\n", {"a"}),
    ],
)
def test_keys_of_a_file(form: str, text: str, keys: set[str]) -> None:
    assert keys_in(form, "file", text).keys() == keys
    assert all(written.casefold() == key for key, written in keys_in(form, "file", text).items())


@pytest.mark.parametrize(
    ("form", "text", "more"),
    [
        ("bibtex", "@misc{a}", "\n\n@misc{rye,\n  key = {Rye},\n  title = {Rye},\n}\n"),
        ("bibtex", "@misc{a}\r\n", "\r\n@misc{rye,\r\n  key = {Rye},\r\n  title = {Rye},\r\n}\r\n"),
        ("csv", "\ufefftitle,mine,key\r\nx,1,a\r\n", "Rye,,rye\r\n"),
        ("markdown", "- **x**. `a`", "\n- **Rye**. `rye`\n"),
    ],
)
def test_what_is_added_goes_on_with_the_file(form: str, text: str, more: str) -> None:
    assert added(form, text) == more


def test_letters_are_not_mixed_with_another_encoding() -> None:
    pieces = WRITERS["bibtex"]([replace(RYE, title="裸麦")])
    with pytest.raises(PapersError, match="not all UTF-8"):
        "".join(addition("bibtex", pieces, b"@misc{Gr\xf6\xdfe, title={x}}".decode("utf-8", "replace")))


def test_a_file_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(b"now")
    with pytest.raises(PapersError, match="was changed meanwhile"):
        replace_file(str(file), "new", was=b"before")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"now"]
    replace_file(str(file), "new", was=b"now")
    assert file.read_bytes() == b"new"
