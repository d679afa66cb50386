"""BibTeX and biblatex, good, odd and broken."""

from contextlib import suppress

import pytest
from made_pages import LONG, page, split

from corpus_index import pages
from corpus_index.domain.publication import FAMILIES, PROTECTED, YEAR
from corpus_index.domain.record import RawRecord
from corpus_index.errors import NoReaderFits
from corpus_index.pages.exports.latex_braces import protected_words
from corpus_index.pages.exports.latex_plain import plain

GOOD = r"""
@string{jol = "Journal of Loaves"}
@article{doe2024,
  title = {The {BERT} of Bread: H\textsubscript{2}O \& Flour},
  author = {Doe, Jane and {\'E}mile van der Roe and {The Loaf Team} and others},
  journal = jol # { B},
  year = 2024,
  doi = {https://doi.org/10.1234/Loaf.1},
  eprint = {2401.00001v2}, archiveprefix = {arXiv},
  url = {https://example.org/a\_b},
  abstract = {We show that 50% of $x_1$ is {\em bread}.}
}
"""


def records(text: str) -> tuple[RawRecord, ...]:
    """What is read from a page that has to be BibTeX."""
    read = split(text)
    assert read.reader == "bibtex"
    return read.records


def titles(text: str) -> list[str | None]:
    """The titles of a page that has to be BibTeX."""
    return [record.title.text if record.title else None for record in records(text)]


def authors(field: str) -> list[str]:
    """The names that an author field holds."""
    (record,) = records(f"@misc{{a,\n title = {{Bread}},\n author = {{{field}}}\n}}")
    return [span.text for span in record.authors]


def detail(fields: str, name: str) -> str | None:
    """A detail of how the entry with these fields was published."""
    (record,) = records(f"@misc{{a, {fields}\n}}")
    return next((span.text for each, span in record.publication if each == name), None)


def test_fields() -> None:
    (record,) = records(GOOD)
    assert record.title is not None
    assert record.title.text == "The BERT of Bread: H2O & Flour"
    assert [span.text for span in record.authors] == ["Jane Doe", "Émile van der Roe", "The Loaf Team"]
    assert not record.authors_complete
    assert record.year is not None
    assert record.year.value == 2024
    assert record.venue is not None
    assert record.venue.text == "Journal of Loaves B"
    assert {str(each.id.value) for each in record.ids} == {"10.1234/loaf.1", "2401.00001"}
    assert [span.text for span in record.urls] == ["https://example.org/a_b"]
    assert record.abstract.text == "We show that 50% of $x_1$ is bread."
    assert record.key is not None
    assert record.key.text == "doe2024"


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("family=Doe, given=Jane, prefix=van and Roe, Ron", ["Jane van Doe", "Ron Roe"]),
        ("Doe, Jane, Roe, Ron", ["Jane Doe", "Ron Roe"]),
        ("Doe, Jr., Jane and Roe, Ron, III", ["Jane Doe Jr.", "Ron Roe III"]),
        ("{{Bread and Butter, Inc.}} and Ron Roe", ["Bread and Butter, Inc.", "Ron Roe"]),
        (r"Roe, R. and \'O Doe, J\"org AND Poe, {\L}.", ["R. Roe", "Jörg Ó Doe", "Ł. Poe"]),
        ("Doe*†, J. and Ron Roe 0001 and : ", ["J. Doe", "Ron Roe"]),
        ("Doe, J., Roe, R. and Jim Poe", ["J. Doe", "R. Roe", "Jim Poe"]),
    ],
)
def test_names(field: str, names: list[str]) -> None:
    assert authors(field) == names


@pytest.mark.parametrize(
    "text",
    [
        "@article{\n  title = {Odd},\n  year = 2020\n}",
        "@article(odd,\n  title = {Odd},\n  journal = UNKNOWN\n)",
        "@article{odd,\n  title = {Odd}\n  year = {2020}\n}",
        "@article{odd\n  title = {Odd},\n  year = {2020}\n}",
        "@article{odd title = {Odd}, year = {2020}}",
        "@article{odd,\n  noise,\n  title = {Odd},\n}",
        '@article{odd,\n  title = "Odd",\n  note = {never closed\n',
        "@article{odd,\n  title = {Odd},\n  title = {Even},\n}",
        "@web_page{odd, title = {Odd} }",
        "@article{odd,\r\n  title = {Odd}\r\n}\r\n",
        "@article{odd,\r  title = {Odd}\r}\r",
        "@article{odd,\n  % title = {Even},\n  title = {Odd}\n}",
    ],
)
def test_an_odd_entry_loses_no_other(text: str) -> None:
    first, last = "@misc{a,\n  title = {First}\n}\n", "@misc{a,\n  title = {Last},\n}\n"
    assert titles(f"{first}\n{text}\n\n{last}") == ["First", "Odd", "Last"]


def test_a_file_of_entries_without_the_first_comma() -> None:
    (record,) = records("@misc{odd title={Odd}, author={Jane Doe}}")
    assert record.key is not None
    assert record.key.text == "odd"


def test_what_is_no_entry() -> None:
    text = (
        "@comment{doe, title = {No}}\n@preamble{ {x} }\n% @misc{b,\n%  title = {No}\n% }\n@Comment Jane Doe\n"
        "Some words.\n@misc{a,\n  title = {Yes},\n  note = {x}\n}\n"
    )
    assert titles(text) == ["Yes"]


def test_a_part_inherits_from_its_volume() -> None:
    text = (
        "@inproceedings{a,\n title = {Part},\n crossref = {V}\n}\n"
        "@proceedings{v,\n title = {Volume},\n year = 2019,\n doi = {10.1234/v}\n}\n"
    )
    part, volume = records(text)
    assert part.venue is not None
    assert part.venue.text == "Volume"
    assert part.year is not None
    assert (part.year.value, part.ids) == (2019, ())
    assert [each.id.value for each in volume.ids] == ["10.1234/v"]


def test_preprint_in_another_field() -> None:
    (record,) = records("@article{a,\n title = {Bread},\n journal = {arXiv preprint arXiv:2401.00001}\n}")
    assert [each.id.value for each in record.ids] == ["2401.00001"]


@pytest.mark.parametrize(
    ("typed", "month"),
    [("jan", "1"), ('"10~" # jan', "10 January"), ('jun # "-" # aug', "June-August"), ('"nov." # ""', "11")],
)
def test_a_month_beside_others_is_text(typed: str, month: str) -> None:
    assert detail(f"title = {{Bread}}, month = {typed}", "month") == month


def test_an_address_is_no_venue() -> None:
    (record,) = records(r"@misc{a, title = {Bread}, howpublished = {\url{https://example.org/a\_b}}}")
    assert record.venue is None
    assert [each.text for each in record.urls] == ["https://example.org/a_b"]


@pytest.mark.parametrize(
    ("typed", "protected"),
    [
        (r"The {C++} View of {de Bruijn} and {van}", "C++; de Bruijn"),
        (r"{{All of It}}", "All of It"),
        (r"{{One; Two}}", "One; Two"),
        (r"A {B}ayesian-Net in {L}a{T}e{X}", "Bayesian; LaTeX"),
        (r"{\"U}ber \'{E}cole {{\"U}ber}", "Über"),
        (r"\emph{Drosophila} on $\mathbf{R}$", "Drosophila"),
        (r"{Schr{\"o}dinger's} Cat--{Dog}", "Schrödinger's; Dog"),
        ("{A}{" * 2000, "A"),
    ],
)
def test_braces_that_protect(typed: str, protected: str) -> None:
    assert detail(f"title = {{{typed}}}", PROTECTED) == protected


def test_what_braces_hold_is_found_by_its_text() -> None:
    assert titles(r"@misc{a, title = {The {C++} View of {de Bruijn} and a {B}ayesian}}") == [
        "The C++ View of de Bruijn and a Bayesian"
    ]


@pytest.mark.parametrize(
    ("typed", "families"),
    [
        ("{Loaf Makers} and {Jane} Roe and {Poe}", "Loaf Makers"),
        (r"Garc{\'i}a M{\'a}rquez, G. and M\"uller, A.", "García Márquez"),
        ("{de Roe}, J. and van der Poe, J. and Van der Coe, J.", "de Roe; Van der Coe"),
        ("family={Roe Doe}, given=Jane", "Roe Doe"),
        (r"Yann {Le Roe} and Gabriel {Garc{\'\i}a M{\'a}rquez} and Jo {Poe}", "Le Roe; García Márquez"),
        ("Doe, J., Roe, R. and Jim Poe", None),
    ],
)
def test_family_names_that_names_alone_do_not_tell(typed: str, families: str | None) -> None:
    assert detail(f"title = {{Bread}}, author = {{{typed}}}", FAMILIES) == families


@pytest.mark.parametrize(
    ("typed", "year", "printed"),
    [
        ("year = {in press}", None, "in press"),
        ("year = 2019", 2019, None),
        ("year = {2019/2020}", 2019, "2019/2020"),
        ("date = {2019/2020}", 2019, "2019/2020"),
        ("date = {2019-03-04/2020}", 2019, None),
        ("year = {May 2019}", 2019, "May 2019"),
        ("date = {1960~}", 1960, "c. 1960"),
        ("date = {-0043}", None, "44 BC"),
    ],
)
def test_what_stands_for_the_year(typed: str, year: int | None, printed: str | None) -> None:
    (record,) = records(f"@misc{{a, title = {{Bread}}, {typed}}}")
    assert (record.year and record.year.value) == year
    assert detail(f"title = {{Bread}}, {typed}", YEAR) == printed


def test_a_document_with_an_entry_is_no_bibtex() -> None:
    text = (
        f"{LONG}\n\n{LONG}\n\nCite as:\n\n@misc{{a,\n title = {{Bread}}\n}}\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}\n"
    )
    with pytest.raises(NoReaderFits):
        pages.split(page(text))


def test_entries_without_titles_are_refused() -> None:
    with pytest.raises(NoReaderFits, match="BibTeX without any title"):
        pages.split(page("@misc{bread,\n  author = {Jane Doe},\n}\n"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"a -- b~c", "a – b c"),
        (r"costs \$5 and $6", "costs $5 and $6"),
        (r"\enquote{x} \href{http://a}{y} \url{z}", "“x” y z"),
        (r"at \url{http://a.b/c\_d~e%20?f&copy=1--2} \&c", "at http://a.b/c_d~e%20?f&copy=1--2 &c"),
        (r"see \cite[p. 1]{a,b}, \today", r"see \cite[p. 1]{a,b}, \today"),
        (r"\cite{\input{x}} \input{/etc/passwd}\write18{rm}", "<cit.> 18rm"),
        ("\ue0031\ue003 \\today", "1 \\today"),
        (r"\unknown{kept} {\it too}", "kept too"),
        ("A &amp; <i>B</i>", "A & B"),
        (r"Thi\{'ebaux, Thi\{'e}baux and \{a, b\}", "Thiébaux, Thiébaux and {a, b}"),
        (r"one.\ud \ud Two \acro{DNA}", "one. Two DNA"),
        ("{" * 5000 + "\\x", ""),
        ("\\frac" * 50, None),
    ],
)
def test_latex(typed: str, printed: str | None) -> None:
    assert printed is None or plain(typed) == printed
    assert isinstance(plain(typed), str)


@pytest.mark.parametrize(
    "title", ["\\url{" * 5000 + "}" * 5000, "{A}" + "a" * 100_000, "{A}" * 20_000, "$" * 20_000 + "{A"]
)
def test_hostile_titles(title: str) -> None:
    assert isinstance(plain(title), str)
    assert len(list(protected_words([title]))) <= 100


@pytest.mark.parametrize("unit", ["@a{", "@a{b,c={", '@a{b,t="', "@a(", "{", "@string{a=a#a}\n", "@a{title=\n"])
def test_hostile(unit: str) -> None:
    text = f"@misc{{a,\n title = {{Bread}}\n}}\n{unit * 3000}"
    with suppress(NoReaderFits):
        assert pages.split(page(text)).records


def test_strings_do_not_explode() -> None:
    doubled = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    text = f'@string{{s0 = "bread "}}\n{doubled}' + "@misc{a,\n title = s59\n}\n" * 500
    assert len(pages.split(page(text)).page.text) < 5_000_000


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"The {\TeX}book in \LaTeX: a \textsc{Tour}", "The TeXbook in LaTeX: a Tour"),
        (r"\BERT{} and \LoafNet's rise", "BERT and LoafNet's rise"),
        (r"{\Large Big} \MakeUppercase{a} \bfseries b", "Big a b"),
        ("at 20Â\u00a0°C − 5", "at 20 °C − 5"),
    ],
)
def test_commands_that_are_names_stay(typed: str, printed: str) -> None:
    assert plain(typed) == printed
