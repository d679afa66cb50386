"""Which keys a manuscript cites, in each format that people write in."""

from pathlib import Path

import pytest

from corpus_index.errors import PapersError
from corpus_index.manuscripts import cited_keys

TEX = r"""
\documentclass{article} % \cite{comment}
\begin{document}
\cite{a} \citep[see][p.~3]{b, c} \citet*{d}
\parencite[{a \emph{note}}]{e}\nocite{f}\textcite
  {g}
50\% of \cite{h}
\autocites(pre)(post)[p. 1]{i}[p. 2]{j,k}
\footfullcite{l} \Citeauthor{m} \citefield{n}{title} \citeyearpar{o}
\citestyle{authoryear} \newcommand{\mycite}[1]{\cite{#1}} \defcitealias{p}{Paper I}
\verb|\cite{verb}|
\begin{verbatim}
\cite{verbatim}
\end{verbatim}
\iffalse \cite{false} \fi
\end{document}
"""
MARKDOWN = """
---
nocite: "@n1"
---
As @a says [see @b, pp. 3-5; also -@c; @{d:e/f}]. Not me@example.org, `@code` or \\@escaped.

    @indented

```
@fenced
```

| a | b |
|---|---|
| @t_1 | x |

![A](x.png){#fig:one} as in @fig:one, *@starred*, @doe99's and @a:b.c. @_u_v [^1]

[^1]: @foot
"""
TYPST = """
#set page(width: 10cm) // @comment
= Intro <intro>
As @a says, @b[p. 3] and @c-d:e. See @intro. #cite(<f>, form: "prose") #cite(label("g/h"))
`@raw` ```
@raws
``` me@example.org /* @block */ https://example.org/@x
#bibliography("x.bib")
"""
BCF = """<?xml version="1.0" encoding="UTF-8"?>
<bcf:controlfile version="3.10" bltxversion="3.19" xmlns:bcf="https://sourceforge.net/projects/biblatex">
  <bcf:section number="0">
    <bcf:citekey order="1" intorder="1">a</bcf:citekey>
    <bcf:citekey order="2" nocite="1">b:c</bcf:citekey>
    <bcf:citekey order="3">*</bcf:citekey>
  </bcf:section>
</bcf:controlfile>
"""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("paper.tex", TEX, "a b c d e f g h i j k l m n o p"),
        ("paper.md", MARKDOWN, "n1 a b c d:e/f t_1 starred doe99 a:b.c _u_v foot"),
        ("paper.typ", TYPST, "a b c-d:e f g/h"),
        ("paper.bcf", BCF, "a b:c *"),
        ("paper.aux", "\\relax\n\\citation{a,b}\n\\citation{a}\n\\abx@aux@cite{0}{c}\n\\abx@aux@cite{d}\n", "a b c d"),
        ("-", TEX, "a b c d e f g h i j k l m n o p"),
        ("-", TYPST, "a b c-d:e f g/h"),
        ("-", BCF, "a b:c *"),
        ("-", "\\relax \n\\citation{a}\n", "a"),
        ("-", "see [@a; @b]", "a b"),
        ("paper.tex", "\\nocite{*}", "*"),
        ("paper.md", "nocite: '@*'", "*"),
        ("paper.tex", "no key", ""),
    ],
)
def test_cited_keys(name: str, text: str, expected: str) -> None:
    assert " ".join(cited_keys(name, text)) == expected


def test_parts_of_a_document_are_read(tmp_path: Path) -> None:
    (tmp_path / "one.aux").write_text("\\citation{b}\n\\@input{main.aux}\n")
    main = "\\citation{a}\n\\@input{one.aux}\n"
    (tmp_path / "main.aux").write_text(main)
    assert cited_keys(str(tmp_path / "main.aux"), main) == ("a", "b")


@pytest.mark.parametrize(
    ("name", "main", "parts", "expected"),
    [
        (
            "paper.tex",
            r"\cite{a}\input{sub/one}\import{sub/}{deep}\input none \include{two.tex}\end{document}\input{no}",
            {"sub/one.tex": "\\cite{b}\\input{deep}", "sub/deep.tex": "\\cite{c}\\input{paper}", "two.tex": "\\cite{d}",
             "no.tex": "\\cite{y}"},
            "a b c d",
        ),
        ("paper.typ", '@a #include "one.typ"', {"one.typ": '@b #include "paper.typ"'}, "a b"),
        ("paper.qmd", "@a\n\n{{< include _one.qmd >}}\n", {"_one.qmd": "@{b c}"}, "a b c"),
    ],
)  # fmt: skip
def test_parts_of_a_source_are_read(tmp_path: Path, name: str, main: str, parts: dict[str, str], expected: str) -> None:
    for part, text in {name: main, **parts}.items():
        (tmp_path / part).parent.mkdir(exist_ok=True)
        (tmp_path / part).write_text(text)
    assert " ".join(sorted(cited_keys(str(tmp_path / name), main))) == expected


def test_a_part_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(PapersError, match="cannot be read"):
        cited_keys(str(tmp_path / "main.aux"), "\\@input{one.aux}\n")


def test_a_damaged_control_file_is_said() -> None:
    with pytest.raises(PapersError, match="no whole XML"):
        cited_keys("paper.bcf", BCF[:300])
