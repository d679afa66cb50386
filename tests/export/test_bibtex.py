"""BibTeX entries say what is known, parse, and keep hostile text from acting."""

from dataclasses import replace
from typing import Any

import pytest
from attacks import LATEX
from bibtexparser.entrypoint import parse_string
from made_letters import letters_with_accents
from made_papers import EMPTY, FULL, HOSTILE

from corpus_index.domain.paper import Paper
from corpus_index.domain.publication import PROTECTED
from corpus_index.export import bibtex
from corpus_index.export.latex_text import latex_text
from corpus_index.export.names import author_field
from corpus_index.export.titles import protected_title
from corpus_index.pages.exports.latex_plain import plain


def written(*papers: Paper) -> str:
    """The entries of papers as one text."""
    return "".join(bibtex(papers))


def entries(text: str) -> dict[str, dict[str, str]]:
    """What bibtexparser reads, by key."""
    library = parse_string(text)
    assert not library.failed_blocks
    return {entry.key: {field.key: str(field.value) for field in entry.fields} for entry in library.entries}


def test_entry_of_a_full_paper() -> None:
    assert written(FULL) == (
        "@inproceedings{chen2024-tinybox,\n"
        '  author = {Zo{\\"e} Chen and {\\L}ukasz Nowak and {The TinyBox Team}},\n'
        "  title = {{TinyBox}: Caf{\\'e} Reasoning with {LLMs} at 50{\\%} of the Cost},\n"
        "  booktitle = {Conference on Boxes {\\&} Crates},\n"
        "  year = {2024},\n"
        "  eprint = {2401.01234v2},\n"
        "  archiveprefix = {arXiv},\n"
        "  doi = {10.1234/a_b%c},\n"
        "  url = {https://example.org/tiny_box?a=1&b=%20#top},\n"
        "  keywords = {TinyBox, GSM8K},\n"
        "  abstract = {We present TinyBox, which is {\\ensuremath{\\geq}} 2{\\texttimes} faster at 50{\\%} of the"
        "\n    cost {\\&} keeps $O(n^2)$.},\n"
        "}\n"
    )


def test_nothing_is_invented() -> None:
    entry = entries(written(EMPTY))["nobody-untitled"]
    assert set(entry) == {"title", "key"}
    assert entry["key"] == "A Study of Something"


@pytest.mark.parametrize(
    ("title", "abstract", "note"),
    [
        ("TinyBox", "We present TinyBox.", "it was inferred from what the paper introduces"),
        ("We present TinyBox…", "We present TinyBox, a box.", "these are the first words of its abstract"),
        ("This work presents…", None, "these are the first words of a summary"),
    ],
)
def test_inferred_title_is_noted(title: str, abstract: str | None, note: str) -> None:
    paper = replace(FULL, title=title, title_inferred=True, abstract=abstract)
    assert entries(written(paper))[FULL.key]["note"] == f"No page prints the title; {note}"


def test_label_of_an_entry_without_authors_closes_no_bracket() -> None:
    entry = entries(written(replace(EMPTY, title="[a] b")))["nobody-untitled"]
    assert (entry["key"], entry["title"]) == ("{[}a{]} b", "[a] b")


@pytest.mark.parametrize(
    ("authors", "complete", "field"),
    [
        ((), True, ""),
        ((), False, ""),
        (("Ann Lee",), True, "Ann Lee"),
        (("Ann Lee",), False, "Ann Lee and others"),
        (("Lee, Ann", "Bob Ray"), True, "Lee, Ann and Bob Ray"),
        (("Martin L. King Jr.",), True, "King, Jr., Martin L."),
        (("Lee, Ann, Jr., PhD",), True, "{Lee, Ann, Jr., PhD}"),
        (("Research and Development",), True, "{Research and Development}"),
        (("Sun Laboratories",), True, "{Sun Laboratories}"),
        (("Anders Sand",), True, "Anders Sand"),
        (
            ("Salvatore Andò", "Ann Lee*", "Lee, Ann†"),
            True,
            r"Salvatore And{\`o} and Ann {Lee*} and Lee, {Ann{\textdagger}}",
        ),
        (("Ann Lee 0001", 'A "B, C" D', "given=A"), True, 'Ann Lee {0001} and {A {"{}}B, C{"{}} D} and {given=A}'),
        (("  ", "Ann\n Lee"), True, "Ann Lee"),
    ],
)
def test_authors(authors: tuple[str, ...], complete: bool, field: str) -> None:
    assert author_field(authors, complete) == field


@pytest.mark.parametrize(
    ("title", "names", "written"),
    [
        ("MiMo-V2-Flash Technical Report", (), "{MiMo-V2-Flash} Technical Report"),
        ("Multi-Token Prediction", (), "Multi-Token Prediction"),
        ("(LLM) Agents, at A Glance", (), "({LLM}) Agents, at A Glance"),
        ("Phi-4: Q-Learning, o1 and A", (), "{Phi-4}: {Q-Learning}, o1 and A"),
        ("Tina: Tiny Models", ("Tina",), "{Tina}: Tiny Models"),
        ("tina models", ("tina",), "tina models"),
        ("Less is More for Reasoning", ("Less-Is-More Reasoning Hypothesis",), "Less is More for Reasoning"),
        ("On Less Is More: Why", ("Less  Is More",), "On {Less} {Is} {More}: Why"),
        ("Wavelike Waves, (Wave), Wave-2", ("Wave",), "Wavelike Waves, ({Wave}), {Wave-2}"),
        ("On $\\pi_0$ and LLMs", (), "On {$\\pi_0$} and {LLMs}"),
        ("rank-$k$ and $L_1$-Free Nets", (), "rank-{$k$} and {$L_1$}{-Free} Nets"),
        ("Models for $1 and $L$", (), "Models for {\\$}1 and {$L$}"),
        ("Ends. Well-Known?", (), "Ends. Well-Known?"),
        ("[red]Danger[/red], Ahead", (), "{[red]Danger[/red]}, Ahead"),
        ("[red]danger[/red]", (), "[red]danger[/red]"),
        ("GPT(s) and [LLMs]", (), "{GPT(s)} and [{LLMs}]"),
        ("(GPT-4)/(GPT-5)!", (), "{(GPT-4)/(GPT-5)}!"),
    ],
)
def test_capitals_of_names_survive(title: str, names: tuple[str, ...], written: str) -> None:
    assert protected_title(title, names) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("costs $5 and $10", "costs {\\$}5 and {\\$}10"),
        ("from $5-$10", "from {\\$}5-{\\$}10"),
        ("rank-$k$ updates", "rank-$k$ updates"),
        ("$\\mathcal{O}(n)$", "$\\mathcal{O}(n)$"),
        ("$x^2^2$", "{\\$}x{\\textasciicircum}2{\\textasciicircum}2{\\$}"),
        ("$\\mathcal O$", "$\\mathcal O$"),
        ("$^{2}$S$_{1/2}$", "$^{2}$S$_{1/2}$"),
        ("$x^2_i^2$", "{\\$}x{\\textasciicircum}2{\\_}i{\\textasciicircum}2{\\$}"),
        ("$f' + \\frac{a}{b} \\left( 5\\% \\right]$", "$f' + \\frac{a}{b} \\left( 5\\% \\right]$"),
        ("\\(n \\ge 2\\)", "\\(n \\ge 2\\)"),
        ("$Δχ^2 ≤ 5$", "$\\Delta \\chi ^2 \\leq  5$"),
        ("$中^2$", "{\\$}中{\\textasciicircum}2{\\$}"),
        ("$HOME:$PATH", "{\\$}HOME:{\\$}PATH"),
        ("$\\left( x$", "{\\$}{\\textbackslash}left( x{\\$}"),
        ("$\\hat$", "{\\$}{\\textbackslash}hat{\\$}"),
        ("$x^\\hat{a}$", "{\\$}x{\\textasciicircum}{\\textbackslash}hat{\\textbraceleft}a{\\textbraceright}{\\$}"),
        ("$}{$", "{\\$}{\\textbraceright}{\\textbraceleft}{\\$}"),
        ("-42\\% or \\$3", "-42{\\%} or {\\$}3"),
        ("no\u00a0break", "no~break"),
        ("Nguyễn Xổi, Phượng", r"Nguy{\~{{\^e}}}n X{\accent39\^o}i, Phu{\negthinspace'}{\d{o}}{\negthinspace'}ng"),
        ("Αθώ", r"{\ensuremath{\mathord{\mathrm{A}}}}{\ensuremath{\theta}}{\ensuremath{\acute{\omega}}}"),
        ("ŧ", r"{\ooalign{t\crcr\hidewidth--\hidewidth}}"),
        ("why?`so!`", "why?{}`so!{}`"),
    ],
)
def test_text_as_latex(text: str, written: str) -> None:
    assert latex_text(text) == written


@pytest.mark.parametrize("paper", HOSTILE, ids=lambda paper: str(paper.key))
def test_hostile_text_stays_in_its_field(paper: Paper) -> None:
    text = written(EMPTY, paper, FULL)
    read = entries(text)
    assert set(read) == {"nobody-untitled", paper.key, "chen2024-tinybox"}
    assert {"author", "title", "keywords", "abstract"} <= set(read[paper.key])
    assert read[paper.key]["author"].endswith("Jane Roe and others")
    assert "evil" not in read
    assert not any(ord(char) < 32 and char != "\n" for char in text)


@pytest.mark.parametrize("text", LATEX)
def test_braces_balance_as_bibtex_counts_them(text: str) -> None:
    depth = 0
    for char in latex_text(text):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


def test_no_papers_give_no_text() -> None:
    assert written() == ""


def test_former_keys_still_compile() -> None:
    read = entries(written(replace(FULL, aliases=("old:key", "CHEN2024-tinybox"))))
    assert set(read) == {FULL.key, "old:key"}
    assert read[FULL.key] == read["old:key"]


def test_no_line_of_an_abstract_begins_like_a_field() -> None:
    text = written(replace(FULL, abstract=" ".join(["word"] * 16 + ["if", "x=1"] * 40 + ["@y = 2"] * 40)))
    lines = text[text.index("  abstract") :].splitlines()[1:-1]
    assert lines
    assert not [line for line in lines if line.lstrip().startswith(("x=1", "@"))]


def test_letters_with_accents_are_commands_that_read_back() -> None:
    letters = [*letters_with_accents(), *"ĦħŦŧɛɔΑΒΕΖΗΙΚΜΝΟΡΤΧοΆΈΉΊΌΎΏΪΫόώΐ₂⁻−⅓𝑨𝒜♯"]
    assert len(letters) > 510
    written = [latex_text(f"x{each}y") for each in letters]
    assert all(map(str.isascii, written))
    assert [plain(each) for each in written] == [f"x{each}y" for each in letters]


def test_letters_stay_with_unicode() -> None:
    text = "".join(bibtex([replace(FULL, title="Größe & Maß…", abstract="α of 5%")], unicode=True))
    assert "title = {Größe {\\&} Maß…}" in text
    assert "author = {Zoë Chen and Łukasz Nowak and {The TinyBox Team}}" in text
    assert "abstract = {α of 5{\\%}}" in text


@pytest.mark.parametrize(
    ("venue", "kind", "field"),
    [
        ("Proceedings of the 39th International Conference on Machine Learning", "inproceedings", "booktitle"),
        ("ICML 2023", "inproceedings", "booktitle"),
        ("Proc. Natl. Acad. Sci. USA 104, 2007", "article", "journal"),
        ("Phys. Rev. D 70 (2004) 123", "article", "journal"),
        ("Nature", "article", "journal"),
        ("CoRR", "misc", "howpublished"),
        ("PhD thesis, University of Pebbles", "phdthesis", "school"),
        ("Technical Report 5", "techreport", "institution"),
        ("Pebble Press", "misc", "howpublished"),
        (None, "misc", None),
    ],
)
def test_venue_stands_where_styles_print_it(venue: str | None, kind: str, field: str | None) -> None:
    text = written(replace(FULL, venue=venue))
    assert text.startswith(f"@{kind}{{")
    assert field is None or entries(text)[FULL.key][field] == latex_text(venue or "")


def test_citations_stay_what_they_are_where_their_source_has_them() -> None:
    said = r"See \citep[p.~3]{rye} and \cite{oat}; \evil{x}"
    own = replace(FULL, abstract=said, publication={"note": said, PROTECTED: r"\citep[p.~3]{rye}; \evil{x}"})
    read = entries(written(own))[FULL.key]
    evil = r"{\textbackslash}evil{\textbraceleft}x{\textbraceright}"
    assert read["note"] == rf"See \citep[p.~3]{{rye}} and \cite{{oat}}; {evil}"
    oat = r"{\textbackslash}cite{\textbraceleft}oat{\textbraceright}"
    assert " ".join(read["abstract"].split()) == rf"See \citep[p.~3]{{rye}} and {oat}; {evil}"


@pytest.mark.parametrize("lacking", [{"year": None}, {"authors": ()}])
def test_entry_that_would_not_be_valid_is_misc(lacking: dict[str, Any]) -> None:
    assert written(replace(FULL, **lacking)).startswith("@misc{")


def test_awkward_title_survives() -> None:
    title = "MiMo-V2-Flash: Profit & Loss at 50% of C_2 for $1, Größe … #1"
    assert entries(written(replace(EMPTY, title=title)))[EMPTY.key]["title"] == (
        '{MiMo-V2-Flash}: Profit {\\&} Loss at 50{\\%} of {C{\\_}2} for {\\$}1, Gr{\\"o}{\\ss}e {\\textellipsis} {\\#}1'
    )


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"month": "5"}, {"month": "may"}),
        ({"month": "13"}, {"month": "13"}),
        ({"month": "May 12–15"}, {"month": "May 12--15"}),
        ({"eprint": "123", "eprinttype": "jstor"}, {"eprint": "2401.01234v2", "archiveprefix": "arXiv"}),
        ({"type": "misc", "publisher": "Crust"}, {"publisher": "Crust", "howpublished": None}),
        ({"type": "article", "editor": "Ann Roe; et al."}, {"editor": "Ann Roe and others"}),
        ({"keywords": "rye; dough"}, {"keywords": "rye, dough"}),
        ({"odd_field-1": "50%", "Bad{name}": "x"}, {"odd_field-1": "50{\\%}", "bad{name}": None}),
    ],
)
def test_how_a_work_was_published(said: dict[str, str], fields: dict[str, str | None]) -> None:
    venue = said.get("publisher", FULL.venue)
    read = entries(written(replace(FULL, publication=said, venue=venue)))[FULL.key]
    assert {name: read.get(name) for name in fields} == fields
