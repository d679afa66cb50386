"""A `.bib` that was imported and exported again is set as before: the same list, sorted and labelled the same."""

from pathlib import Path

import pytest
from bibliography_programs import bibtex_warnings, latex_run

from corpus_index.from_pages import add
from corpus_index.library import Library
from corpus_index.pages.exports.latex_plain import plain

OWN = r"""
@article{names, author = {{Hugging Crust} and Garc{\'i}a M{\'a}rquez, Gabriel and {de Bruijn}, Nicolaas G.},
  title = {The {C++} View of {de Bruijn} Loaves at {NASA}: a {B}ayesian-Net {L}a{T}e{X} \emph{Drosophila} Study},
  journal = {J. of {C++}}, year = {in press},
  note = {See \url{https://example.org/a_b~c?x=1&y=2} on \today, and \cite{whole}}}
@misc{whole, author = {Van den Berg, Jan and van der Roe, Jo}, title = {{All of This, and {More}; by Braces}},
  howpublished = {\url{https://example.org/bar_baz}}, year = {2019/2020}}
@phdthesis{thesis, author = {Roe, Ann}, title = {Of {Bose--Einstein} and {de Haas--van Alphen}, {Schr{\"o}dinger's}
  Cat and {\"U}ber Dogs}, school = {{MIT}}, type = {{PhD} Thesis}, year = 1999}
@incollection{part, author = {{The Loaf Team} and Poe, Jim}, title = {Of {Rye} and $\mathbf{Wheat}$}, publisher = {P},
  booktitle = {The {Rye} Book}, editor = {R{\'i}os Vega, Ana and {Crumb and Sons}}, year = {forthcoming}}
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is exported of the file."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "own.bib").write_text(OWN, encoding="utf-8")
    add(folder / "index.db", [str(folder / "own.bib")])
    with Library(folder / "index.db") as library:
        return library.export()


def listed(folder: Path, bib: str, style: str) -> str:
    """The list that bibtex makes, as text."""
    bibtex_warnings(folder, bib, style)
    return plain((folder / "paper.bbl").read_text(encoding="utf-8"))


@pytest.mark.parametrize("style", ["plain", "alpha", "abbrv"])
def test_bibtex_makes_the_same_list(tmp_path: Path, exported: str, style: str) -> None:
    assert listed(tmp_path, exported, style) == listed(tmp_path, OWN, style)


def test_latex_sets_the_list(tmp_path: Path, exported: str) -> None:
    bibtex_warnings(tmp_path, exported)
    latex_run(tmp_path, exported)
